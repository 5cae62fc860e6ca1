import { describe, expect, it } from 'vitest'
import type { PromiseRow, Today } from '../api/wire'
import { again, late, later, missed, soon, today, undecided } from '../gallery/sample'
import { rowsOf } from './groups'

const day = (groups: Today['groups'], attention: Partial<Today['attention']> = {}): Today =>
  ({ ...today, groups, attention: { undecided: [], untried: [], gone_quiet: [], more: false, ...attention } })
const told = (of: Today) => rowsOf(of).map((group) => [group.key, ...group.rows.map((row) => row.promise.id)])

describe('the rows of a day', () => {
  it('begin with what fell due while nobody could be told, by due time, each listed once', () => {
    const older: PromiseRow = { ...missed, id: 'older', due_at: '2026-11-20T09:00:00.000Z' }
    expect(told(day([{ key: 'late', date: null, promises: [late, missed, again] }, { key: 'hour', date: null, promises: [{ ...older, late: false }] }]))).toEqual([
      ['missed', 'older', missed.id], ['late', late.id, again.id],
    ])
  })

  it('stay where they were listed at the return while any of these waits, and are late ones after that', () => {
    const answered: PromiseRow = { ...late, id: 'answered' }
    const returned = new Set(['answered', missed.id])
    const listed = (promises: PromiseRow[]) => rowsOf(day([{ key: 'late', date: null, promises }]), returned).map((group) => [group.key, group.rows.length])
    expect(listed([answered, missed, late])).toEqual([['missed', 2], ['late', 1]])
    expect(listed([{ ...answered, late: false }, missed])).toEqual([['missed', 1], ['late', 1]])
    expect(listed([answered, late])).toEqual([['late', 2]])
  })

  it('list what has no next step after today and before the next days', () => {
    const groups: Today['groups'] = [{ key: 'hour', date: null, promises: [soon] }, { key: 'day', date: '2026-11-23', promises: [later] }]
    expect(told(day(groups, { undecided: [undecided], untried: [soon, later] })).map(([key]) => key)).toEqual(['hour', 'undecided', 'untried', 'day'])
  })

  it('have keys of their own where a promise is listed twice', () => {
    const keys = rowsOf(day([{ key: 'hour', date: null, promises: [soon] }], { untried: [soon], gone_quiet: [soon] })).flatMap((group) => group.rows.map((row) => row.key))
    expect(new Set(keys).size).toBe(3)
    expect(keys[0]).toBe(soon.id)
  })
})

import { describe, expect, it, vi } from 'vitest'
import { api } from '../api'
import type { PromiseRow, Today } from '../api/wire'
import { late, missed, today } from '../gallery/sample'
import { TodayState } from './today.svelte'

const list = (date: string, promises: PromiseRow[]): Today => ({ ...today, date, groups: [{ key: 'late', date: null, promises }], attention: { undecided: [], untried: [], gone_quiet: [], more: false } })

/** What is listed as fallen due while Kept was closed, after each of these lists was read. */
async function listed(...lists: Today[]): Promise<string[][]> {
  const read = vi.spyOn(api, 'today')
  const state = new TodayState(() => undefined)
  const told: string[][] = []
  for (const one of lists) {
    read.mockResolvedValueOnce(one)
    await state.load.again()
    told.push(state.groups.filter((group) => group.key === 'missed').flatMap((group) => group.rows.map((row) => row.promise.id)))
  }
  return told
}

describe('what was missed at a return', () => {
  const other: PromiseRow = { ...missed, id: 'other' }
  const { waiting, ...told } = missed
  expect(waiting).toBeDefined()
  const answered: PromiseRow = told

  it('stays in its place once it was answered, while the rest of that return waits', async () => {
    expect(await listed(list('2026-11-23', [missed, other, late]), list('2026-11-23', [answered, other, late]))).toEqual([[missed.id, 'other'], [missed.id, 'other']])
  })

  it('is no part of the next return, on the same day or on another', async () => {
    const [, , again] = await listed(list('2026-11-23', [missed, late]), list('2026-11-23', [answered, late]), list('2026-11-23', [answered, other]))
    expect(again).toEqual(['other'])
    const [, tuesday] = await listed(list('2026-11-23', [missed, late]), list('2026-11-24', [answered, other]))
    expect(tuesday).toEqual(['other'])
  })
})

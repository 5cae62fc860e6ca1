import { describe, expect, it } from 'vitest'
import type { TimelineEntry } from '../api/wire'
import { feedRows, rowOfDay } from './feed'
import { noteBy } from './note_by'

let last = 0
const entry = (kind: string, occurred_at: string, more: Partial<TimelineEntry> = {}) =>
  ({ id: `e${++last}`, kind, occurred_at: `${occurred_at}T10:00:00.000Z`, text: '', retracted: false, ...more }) as TimelineEntry
const dayOf = (one: TimelineEntry) => one.occurred_at.slice(0, 10)
const rows = (entries: TimelineEntry[], open: string[] = [], folds = true) => feedRows(entries, { dayOf, isOpen: (id) => open.includes(id), folds })

describe('the history', () => {
  const changes = ['1', '2', '3', '4'].map(() => entry('customer_changed', '2026-11-20'))
  const call = entry('contact_logged', '2026-11-21')
  const old = entry('note_added', '2026-11-18')

  it('folds a run of changes of one day into one row', () => {
    const shown = rows([call, ...changes, old])
    expect(shown.map((row) => row.is)).toEqual(['entry', 'fold', 'entry'])
    expect(shown.map((row) => row.isFirst)).toEqual([true, true, true])
    expect(shown[1]).toMatchObject({ is: 'fold', isOpen: false, day: '2026-11-20' })
  })

  it('shows them beneath the row when it is opened, under the same day', () => {
    const shown = rows([call, ...changes, old], [`fold ${changes[0]?.id}`])
    expect(shown).toHaveLength(7)
    expect(shown.filter((row) => row.isFirst)).toHaveLength(3)
  })

  it('folds neither two, nor what happened between people, nor what another day parts', () => {
    const calls = [1, 2, 3].map(() => entry('contact_logged', '2026-11-20'))
    expect(rows([...changes.slice(0, 2), ...calls]).every((row) => row.is === 'entry')).toBe(true)
    expect(rows([entry('customer_changed', '2026-11-21'), ...changes.slice(0, 2)]).every((row) => row.is === 'entry')).toBe(true)
  })

  it('folds nothing where changes are what was asked for', () => {
    expect(rows(changes, [], false)).toHaveLength(4)
  })

  it('loses no entry and repeats none', () => {
    const all = [call, ...changes, old]
    const told = rows(all).flatMap((row) => (row.is === 'fold' ? row.entries : [row.entry]))
    expect(told).toEqual(all)
  })

  it('finds a day, else the nearest older one, else the oldest there is', () => {
    const shown = rows([call, ...changes, old])
    expect(rowOfDay(shown, '2026-11-20')).toBe(1)
    expect(rowOfDay(shown, '2026-11-19')).toBe(2)
    expect(rowOfDay(shown, '2026-12-24')).toBe(0)
    expect(rowOfDay(shown, '2020-01-01')).toBe(2)
  })

  it('of 10,000 entries is told in a moment', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => entry(n % 7 ? 'contact_logged' : 'customer_changed', `20${10 + (n % 15)}-01-01`))
    expect(rows(many)).toHaveLength(10_000)
  })
})

describe('the sticky note', () => {
  it('is by whoever changed it last', () => {
    const changed = entry('customer_changed', '2026-11-20', { by: 'Dan', text: 'Changed: phones, note.' })
    const phones = entry('customer_changed', '2026-11-21', { by: 'Amy', text: 'Changed: phones.' })
    const added = entry('customer_added', '2026-11-18', { by: 'Ruth', text: 'Added.' })
    expect(noteBy([phones, changed, added], true)?.by).toBe('Dan')
    expect(noteBy([phones, { ...changed, retracted: true }, added], true)?.by).toBe('Ruth')
    expect(noteBy([phones], false)).toBeUndefined()
  })
})

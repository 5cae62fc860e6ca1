import { describe, expect, it } from 'vitest'
import { RepeatDraft } from './repeat.svelte'
import { type Choices, nthOf, ruleText } from './rule'

const chosen = (more: Partial<Choices>): Choices => ({ kind: 'week', every: '1', days: [], by: 'date', ends: 'never', until: '', times: '', typed: '', ...more })

describe('a rule put together from choices', () => {
  it('is said in the words that the core reads, from the day of the first time', () => {
    const friday = '2026-11-27T10:00:00'
    for (const [choice, local, text] of [
      [{ kind: 'none' }, friday, ''],
      [{ kind: 'day' }, friday, 'every day, 10:00'],
      [{ kind: 'day', every: '3' }, friday, 'every 3 days, 10:00'],
      [{}, friday, 'every fri, 10:00'],
      [{ days: [0, 2] }, friday, 'every mon, wed and fri, 10:00'],
      [{ every: '2', days: [0] }, friday, 'every 2 weeks on mon and fri, 10:00'],
      [{ kind: 'month' }, '2027-01-31T10:00:00', 'every month on the 31st, 10:00'],
      [{ kind: 'month', by: 'nth' }, friday, 'every month on the fourth fri, 10:00'],
      [{ kind: 'month', by: 'last', every: '2' }, friday, 'every 2 months on the last fri, 10:00'],
      [{ kind: 'year' }, '2027-01-31T10:00:00', 'every year on 31 january, 10:00'],
      [{ ends: 'until', until: ' 24 dec 2027 ' }, friday, 'every fri, 10:00, until 24 dec 2027'],
      [{ ends: 'times', times: '5' }, friday, 'every fri, 10:00, 5 times'],
      [{ kind: 'words', typed: ' every monday 10am ' }, undefined, 'every monday 10am'],
    ] as [Partial<Choices>, string | undefined, string][]) expect(ruleText(chosen(choice), local)).toBe(text)
  })

  it('knows the place of a weekday in its month', () => {
    expect([nthOf('2026-11-27'), nthOf('2026-12-31'), nthOf('2026-11-06'), nthOf('2026-11-22')])
      .toEqual([{ nth: 3, isLast: true }, { nth: 4, isLast: true }, { nth: 0, isLast: false }, { nth: 3, isLast: false }])
  })
})

describe('a series being typed', () => {
  it('waits for the first time, but not where words may say it', () => {
    const draft = new RepeatDraft()
    draft.kind = 'month'
    expect(draft.waits(undefined)).toBe(true)
    draft.kind = 'words'
    expect(draft.waits(undefined)).toBe(false)
  })

  it('survives being put away, and whatever lies on the disk', () => {
    const draft = new RepeatDraft()
    draft.kind = 'week'
    draft.days.add(2)
    draft.ends = 'times'
    draft.times = '5'
    draft.onClosed = 'back'
    const again = new RepeatDraft()
    again.fill(JSON.parse(JSON.stringify(draft.snapshot())))
    expect(again.snapshot()).toEqual(draft.snapshot())
    again.fill({ kind: 'hourly', days: [1, 'x'], every: 7, onClosed: null })
    expect([again.kind, again.every, [...again.days], again.onClosed]).toEqual(['none', '1', [1], 'keep'])
  })
})

import { describe, expect, it } from 'vitest'
import { ahead, instant, Labels, span, wholeSpan } from './labels'

const london = new Labels('Europe/London', 'en-GB')
const auckland = new Labels('Pacific/Auckland', 'en-GB')
/** Locale data of different years differ in commas. */
const plain = (text: string) => text.replaceAll(',', '')
const now = instant('2026-11-21T15:04:00.000Z')

describe('a time', () => {
  it('is told in the office’s zone, not in this computer’s', () => {
    expect(london.time(now)).toBe('15:04')
    expect(auckland.time(now)).toBe('04:04')
  })

  it('follows the locale’s clock', () => {
    expect(new Labels('Europe/London', 'en-US').time(now)).toMatch(/^3:04\sPM$/)
  })

  it('is short today, has a weekday this week and a date beyond', () => {
    expect(london.short(instant('2026-11-21T09:30:00Z'), now)).toBe('09:30')
    expect(london.short(instant('2026-11-20T18:42:00Z'), now)).toBe('Fri 18:42')
    expect(london.short(instant('2026-11-13T16:05:00Z'), now)).toBe('13 Nov')
    expect(london.short(instant('2025-11-13T16:05:00Z'), now)).toBe('13 Nov 2025')
  })
})

describe('where a range begins or ends', () => {
  it('is told by its day where it is a whole one', () => {
    const at = (time: string) => london.edge(instant(time), now)
    expect([at('2026-11-22T00:00:00Z'), at('2026-11-23T00:00:00Z'), at('2026-11-21T13:00:00Z')].map(plain)).toEqual(['tomorrow', 'Mon 23 Nov', 'today 13:00'])
  })
})

describe('a due time', () => {
  it('says today and tomorrow by the office’s calendar', () => {
    expect(london.due(instant('2026-11-21T23:30:00Z'), now)).toBe('today 23:30')
    expect(london.due(instant('2026-11-22T00:30:00Z'), now)).toBe('tomorrow 00:30')
    expect(auckland.due(instant('2026-11-21T23:30:00Z'), now)).toBe('today 12:30')
  })

  it('names the day beyond tomorrow', () => {
    expect(plain(london.due(instant('2026-11-24T14:00:00Z'), now))).toBe('Tue 24 Nov 14:00')
  })

  it('keeps its wall time across the change of the clocks', () => {
    const before = instant('2026-10-24T12:00:00Z')
    expect(london.due(instant('2026-10-25T09:00:00Z'), before)).toBe('tomorrow 09:00')
    expect(london.due(instant('2026-10-24T08:00:00Z'), before)).toBe('today 09:00')
  })
})

describe('a day', () => {
  it('has yesterday beside its date', () => {
    expect(london.heading(instant('2026-11-20T18:42:00Z'), now)).toBe('Yesterday · Friday 20 November')
    expect(london.heading(instant('2026-11-18T15:20:00Z'), now)).toBe('Wednesday 18 November')
  })

  it('tells the year where it is another', () => {
    expect(plain(london.heading(instant('2024-11-18T15:20:00Z'), now))).toBe('Monday 18 November 2024')
  })

  it('of a group is a weekday within the week and a date after it', () => {
    expect(london.date('2026-11-23', now)).toBe('Monday')
    expect(london.date('2026-11-30', now)).toBe('Monday 30 November')
  })

  it('is one and the same for instants between two midnights of the office', () => {
    expect(london.dayKey(instant('2026-11-21T00:00:00Z'))).toBe('2026-11-21')
    expect(auckland.dayKey(now)).toBe('2026-11-22')
    expect(new Labels('Asia/Tehran', 'fa-IR').dayKey(now)).toBe('2026-11-21')
  })

  it('that is no date is shown as it was written', () => {
    expect(london.plainDate('--07-20')).toBe('--07-20')
    expect(london.plainDate('1961-11-13')).toBe('13 November 1961')
  })
})

describe('a span', () => {
  it('of work that is left is told in hours and minutes', () => {
    expect([6, 60, 86, 240].map(wholeSpan)).toEqual(['6 min', '1 h', '1 h 26 min', '4 h'])
  })

  it('is told in its largest whole unit', () => {
    expect(span(0)).toBe('1 min')
    expect(span(25 * 60_000)).toBe('25 min')
    expect(span(59 * 60_000 + 59_000)).toBe('59 min')
    expect(span(3 * 3_600_000 + 600_000)).toBe('3 h')
    expect(span(24 * 3_600_000)).toBe('1 day')
    expect(span(-50 * 3_600_000)).toBe('2 days')
  })

  it('ahead is rounded up, so that it never says less than there is', () => {
    expect(ahead(5 * 60_000 + 1)).toBe('6 min')
    expect(ahead(6 * 60_000)).toBe('6 min')
    expect(ahead(1)).toBe('1 min')
    expect(ahead(59 * 60_000 + 1)).toBe('1 h')
  })
})

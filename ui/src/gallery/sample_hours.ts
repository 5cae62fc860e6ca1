import type { CalendarDay, OpenSpan, PromiseRow, ReadRepeat, ReadWhen } from '../api/wire'
import { late, long, rightToLeft, soon } from './sample'

const working: OpenSpan[] = [{ from: '08:00', to: '12:00' }, { from: '13:00', to: '18:00' }]

/** A week with a lunch break, and one that goes on into the night. */
export const lunch: OpenSpan[][] = [working, working, working, working, working, [{ from: '09:00', to: '13:00' }], []]
export const nights: OpenSpan[][] = [[{ from: '00:00', to: '02:30' }, { from: '18:00', to: '24:00' }], working, [], [], [{ from: '05:15', to: '06:00' }, { from: '07:00', to: '08:00' }, { from: '09:00', to: '10:00' }], [{ from: '00:00', to: '24:00' }], []]

const day = (date: string, more: Partial<CalendarDay>): CalendarDay => ({ day: date, source: 'own', is_holiday: false, name: '', times: 'closed', open: [], ...more })

/** Days that differ, from every place they may come from. */
export const differing: CalendarDay[] = [
  day('2026-11-17', { name: 'Works outing' }),
  day('2026-11-18', { source: 'national', is_holiday: true, times: '' }),
  day('2026-11-20', { times: '10:00-12:00', open: [{ from: '10:00', to: '12:00' }], name: long }),
  day('2026-12-24', { source: 'yearly', times: '09:00-12:00', open: [{ from: '09:00', to: '12:00' }], name: rightToLeft }),
  day('2026-12-25', { is_holiday: true, times: 'usual', open: working }),
  ...Array.from({ length: 9 }, (_, n) => day(`2027-0${n + 1}-01`, { source: 'national', is_holiday: true, times: '' })),
]

const when = (at: string, note: string | null = null): ReadWhen => ({ at, local: at.slice(0, 19), zone: 'Europe/London', echo: '', note, problems: [] })

/** A rule as the core read it: one without an end, and one that ends. */
export const endless: ReadRepeat = {
  words: 'every month on the 31st, 10:00', rule: 'FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=31',
  first: when('2027-01-31T10:00:00.000Z', 'In a shorter month it is the last day.'),
  coming: [when('2027-02-28T10:00:00.000Z'), when('2027-03-31T09:00:00.000Z', 'Meant for Sunday 28 March, when the office is closed.'), when('2027-04-30T09:00:00.000Z'), when('2027-05-31T09:00:00.000Z')],
}
export const twice: ReadRepeat = { words: 'every Friday, 10:00, 2 times', rule: 'FREQ=WEEKLY;INTERVAL=1;WKST=MO;BYDAY=FR;COUNT=2', first: when('2026-11-27T10:00:00.000Z'), coming: [when('2026-12-04T10:00:00.000Z')] }

const repeat = { words: 'every 2 weeks on Monday, Wednesday and Friday, 10:00, until 24 December 2027', rule: '', on_closed: 'forward', series: 'promise-1', number: 12, note: '2 days of the series before it were passed over.', next: null } as const
export const inSeries: PromiseRow[] = [{ ...soon, repeat }, { ...late, repeat: { ...repeat, words: 'every Friday, 10:00', number: 1, note: null } }, soon]

import type { CalendarDay, DaySource, OpenSpan } from '../api/wire'

const dayMs = 86_400_000
/** Writes a day as the wire does: `2026-11-21`. */
const form = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', year: 'numeric', month: '2-digit', day: '2-digit' })
/** The least that a picture spans, in minutes, so that a short day does not look like a whole one. */
const least = { from: 8 * 60, to: 18 * 60 }

/** A day of the picture: when it is open, and why it differs from its weekday. */
export type PictureDay = { date: string; day: number; open: readonly OpenSpan[]; source: DaySource; name: string; times: string }

/** From and to, in minutes since midnight. */
export type Axis = { from: number; to: number; ticks: number[] }

/** Minutes since midnight of a wall time such as `08:30`; `24:00` is the day's end. */
export function minutes(wall: string): number {
  const [hour = 0, minute = 0] = wall.split(':').map(Number)
  return hour * 60 + minute
}

/** A calendar date so many days later. */
export function plusDays(date: string, days: number): string {
  return form.format(Date.parse(`${date}T12:00:00Z`) + days * dayMs)
}

/** The weekday of a calendar date, 0 for Monday. */
export function weekday(date: string): number {
  // The first day of 1970 was a Thursday.
  return (((Math.floor(Date.parse(`${date}T12:00:00Z`) / dayMs) + 3) % 7) + 7) % 7
}

/** The dates of the week in which `today` lies, beginning with the weekday `first`. */
export function weekOf(today: string, first: number): string[] {
  const begin = plusDays(today, -((weekday(today) - first + 7) % 7))
  return Array.from({ length: 7 }, (_, n) => plusDays(begin, n))
}

/** What is shown of a week: its weekdays' times, and in their place the times of days that differ. `usual`: from Monday; `null` where the office is always open. */
export function pictured(dates: readonly string[], usual: readonly (readonly OpenSpan[])[] | null, differing: readonly CalendarDay[]): PictureDay[] {
  return dates.map((date) => {
    const day = weekday(date)
    const week = usual === null ? [{ from: '00:00', to: '24:00' }] : (usual[day] ?? [])
    const other = differing.find((one) => one.day === date && one.source !== 'regional')
    if (!other || (other.source === 'national' && usual === null)) return { date, day, open: week, source: 'week', name: '', times: '' }
    const open = other.times === 'usual' ? week : other.source === 'national' ? [] : other.open
    return { date, day, open, source: other.source, name: other.name, times: other.times }
  })
}

/** The hours that a picture spans, with a tick every so many; the first and the last are ticks too. */
export function axisOf(days: readonly PictureDay[]): Axis {
  const spans = days.flatMap((day) => day.open)
  const first = Math.min(least.from, ...spans.map((span) => minutes(span.from)))
  const last = Math.max(least.to, ...spans.map((span) => minutes(span.to)))
  const step = last - first > 14 * 60 ? 240 : 120
  const [from, to] = [Math.floor(first / step) * step, Math.ceil(last / step) * step]
  return { from, to, ticks: Array.from({ length: (to - from) / step + 1 }, (_, n) => from + n * step) }
}

/** Where a minute lies on the axis, in percent from its beginning. */
export function placeOn(axis: Axis, minute: number): number {
  return (100 * (Math.min(axis.to, Math.max(axis.from, minute)) - axis.from)) / (axis.to - axis.from)
}

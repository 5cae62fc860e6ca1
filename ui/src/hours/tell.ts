import type { CalendarDay, DaySource, OpenAt, OpenSpan } from '../api/wire'
import { instant, type Labels } from '../time/labels'
import { words } from '../words'

const said = words.hours

/** Times of a day in the office's form: `09:00–12:00, 13:00–18:00`. */
export function openTimes(labels: Labels, open: readonly OpenSpan[]): string {
  const [only, more] = open
  if (only && !more && only.from === '00:00' && only.to === '24:00') return said.allDay
  return open.map((span) => said.span(labels.wall(span.from), labels.wall(span.to))).join(', ')
}

/** When the office is open on a day that differs: `Closed`, `As usual, 09:00–18:00`. */
export function dayTimes(labels: Labels, day: Pick<CalendarDay, 'times' | 'open' | 'source'>): string {
  if (day.times === 'usual') return day.open.length > 0 ? said.usualTimes(openTimes(labels, day.open)) : said.usual
  return day.open.length > 0 && day.times !== 'closed' ? openTimes(labels, day.open) : said.closed
}

/** Why a day is not as its weekday, in a few words; empty where it is. */
export function whyDiffers({ source, name }: { source: DaySource; name: string }): string {
  if (source === 'week' || source === 'regional') return ''
  return name || said.source[source]
}

/** How the office stands now: open until when, or closed and moved to which opening. */
export function standing(labels: Labels, now: OpenAt): string {
  const at = instant(now.at)
  if (now.open) return now.closes_at ? said.openUntil(labels.short(instant(now.closes_at), at)) : said.openNow
  return now.opens_at ? said.closedUntil(labels.short(instant(now.opens_at), at)) : said.closedLong
}

import type { Labels } from '../time/labels'
import { words } from '../words'

const minute = 60_000

/** How long something can still be taken: to the second while its two minutes run, else until when. */
export function left(until: number, now: number, labels: Labels): string {
  const seconds = Math.ceil((until - now) / 1000)
  if (until - now > 2 * minute) return words.handing.leftUntil(labels.short(until, now))
  return words.handing.left(`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`)
}

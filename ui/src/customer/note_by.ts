import type { TimelineEntry } from '../api/wire'

/** Who wrote the note last and when, by the customer's own changes, newest first; nothing where those read do not tell. */
export function noteBy(changes: readonly TimelineEntry[], isAll: boolean): TimelineEntry | undefined {
  const standing = changes.filter((entry) => !entry.retracted)
  // The core says what a change was about: "Changed: phones, note."
  const changed = standing.find((entry) => entry.kind === 'customer_changed' && /\bnote\b/.test(entry.text))
  return changed ?? (isAll ? standing.find((entry) => entry.kind === 'customer_added') : undefined)
}

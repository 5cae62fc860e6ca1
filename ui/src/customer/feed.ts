import type { TimelineEntry } from '../api/wire'

/** A row of the history. The first row of a day has its heading above it. */
export type FeedRow = { id: string; day: string; isFirst: boolean } & (
  | { is: 'entry'; entry: TimelineEntry }
  | { is: 'fold'; entries: readonly TimelineEntry[]; isOpen: boolean }
)

/** What the office wrote about itself: nothing happened between people. Many of them in a row fold. */
const quiet = new Set(['customer_changed', 'promise_snoozed', 'promise_reworded', 'promise_acknowledged'])
/** So many in a row are a run. */
const run = 3

type How = { dayOf: (entry: TimelineEntry) => string; isOpen: (fold: string) => boolean; folds: boolean }

/** The rows of a history, newest first. A run of quiet entries of one day is one row, or one above them where it is open. */
export function feedRows(entries: readonly TimelineEntry[], { dayOf, isOpen, folds }: How): FeedRow[] {
  const rows: FeedRow[] = []
  let before = ''
  const add = (row: { is: 'entry'; entry: TimelineEntry } | { is: 'fold'; entries: readonly TimelineEntry[]; isOpen: boolean }, id: string, day: string) => {
    rows.push({ ...row, id, day, isFirst: day !== before })
    before = day
  }
  for (let at = 0; at < entries.length;) {
    const [first, day, until] = runAt(entries, at, dayOf)
    if (!first) break
    const together = entries.slice(at, until)
    if (folds && together.length >= run) {
      const id = `fold ${first.id}`
      add({ is: 'fold', entries: together, isOpen: isOpen(id) }, id, day)
      if (isOpen(id)) for (const entry of together) add({ is: 'entry', entry }, entry.id, day)
    } else for (const entry of together) add({ is: 'entry', entry }, entry.id, day)
    at = until
  }
  return rows
}

/** The entry there, its day, and where the run that it begins ends; alone it is a run of one. */
function runAt(entries: readonly TimelineEntry[], at: number, dayOf: How['dayOf']): [TimelineEntry | undefined, string, number] {
  const first = entries[at]
  if (!first) return [undefined, '', at]
  const day = dayOf(first)
  let until = at + 1
  for (; quiet.has(first.kind); until++) {
    const next = entries[until]
    if (!next || !quiet.has(next.kind) || dayOf(next) !== day) break
  }
  return [first, day, until]
}

/** The row where a day begins, or the nearest older one; the last where all are younger. */
export function rowOfDay(rows: readonly FeedRow[], day: string): number {
  const at = rows.findIndex((row) => row.day <= day)
  return at < 0 ? rows.length - 1 : at
}

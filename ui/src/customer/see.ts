import type { Id, Source } from '../api/wire'

/** The parts of a customer's page that something can be brought into sight in. */
type Parts = { scroller: HTMLElement | undefined; details: () => HTMLElement | undefined; entry: (id: Id) => unknown }

/** Brings what a clause comes from into sight, and gives it the focus: the row of an open promise, the note, or the entry. */
export function bringTo(see: Source, { scroller, details, entry }: Parts): void {
  const find = (what: string) => scroller?.querySelector<HTMLElement>(what) ?? undefined
  const found = {
    promise: () => find(`[data-promise="${CSS.escape(see.id)}"]`),
    note: () => find('[data-note]'),
    card: details,
    entry: () => undefined,
  }[see.is]()
  if (!found) {
    entry(see.id)
    return
  }
  found.scrollIntoView({ block: 'nearest' })
  found.focus({ preventScroll: true })
}

/** The arrows lead from row to row, where one of them has the focus; at either end they lead nowhere. */
export function arrowThrough(event: KeyboardEvent, rows: readonly HTMLElement[]): void {
  const at = rows.indexOf(document.activeElement as HTMLElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key]
  if (to === undefined || at < 0) return
  event.preventDefault()
  rows[to]?.focus()
}

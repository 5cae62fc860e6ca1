/** Which clause has the focus, or had it last: the one that the Tab key reaches. */
export class ClauseFocus {
  current = $state(0)

  /** The arrow keys go to the next clause or the one before, Home and End to the first and last. */
  key(event: KeyboardEvent): void {
    const group = event.currentTarget
    if (!(group instanceof HTMLElement) || event.ctrlKey || event.altKey || event.metaKey) return
    const clauses = [...group.querySelectorAll<HTMLElement>('[data-clause]')]
    const at = clauses.findIndex((clause) => clause === document.activeElement)
    if (at < 0) return
    const forward = getComputedStyle(clauses[at] ?? group).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const backward = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight'
    const to = { [forward]: at + 1, [backward]: at - 1, Home: 0, End: clauses.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    event.stopPropagation()
    clauses[Math.min(clauses.length - 1, Math.max(0, to))]?.focus()
  }

  heard(event: FocusEvent): void {
    if (!(event.target instanceof HTMLElement)) return
    const clause = event.target.closest<HTMLElement>('[data-clause]')
    if (clause) this.current = Number(clause.dataset['clause'])
  }
}

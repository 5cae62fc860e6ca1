/** Moves the focus among the articles of a feed and out of it, as the ARIA practices have it. */
type Feed = {
  /** The article at a position counted from 1, brought into sight; nothing past either end. */
  bring: (position: number) => Promise<HTMLElement | null>
}

const focusable = 'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), [tabindex="0"]'

/** Hears Page Down and Up, Control with Home and End. */
export async function feedKey(event: KeyboardEvent, node: HTMLElement, feed: Feed): Promise<void> {
  const by = { PageDown: 1, PageUp: -1 }[event.key]
  if (by !== undefined && !event.ctrlKey && !event.altKey) {
    const at = event.target instanceof Element ? event.target.closest('[role=article]')?.getAttribute('aria-posinset') : undefined
    event.preventDefault()
    ;(await feed.bring(at ? Number(at) + by : 1))?.focus()
  } else if (event.ctrlKey && (event.key === 'Home' || event.key === 'End')) {
    event.preventDefault()
    leave(node, event.key === 'End')
  }
}

/** The nearest thing to focus after the feed, or before it. After the last comes the first again. */
function leave(node: HTMLElement, forward: boolean): void {
  const all = [...document.querySelectorAll<HTMLElement>(focusable)].filter((one) => !node.contains(one) && one.offsetParent !== null)
  const after = all.filter((one) => node.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
  const before = all.filter((one) => node.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING)
  ;(forward ? (after[0] ?? all[0]) : before.at(-1))?.focus()
}

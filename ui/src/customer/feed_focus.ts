/** The articles among which the focus moves, as the ARIA practices have it. */
type Feed = {
  /** The position of the article that has the focus, or is about to have it. */
  at: () => number
  /** The article at a position counted from 1, brought into sight; nothing past either end. */
  bring: (position: number) => Promise<HTMLElement | null>
}

const focusable = 'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), [tabindex="0"]'

/** Keys come faster than articles do: only the last one heard moves the focus. */
export class FeedFocus {
  #heard = 0

  /** Hears Page Down and Up, Control with Home and End. */
  async key(event: KeyboardEvent, node: HTMLElement, feed: Feed): Promise<void> {
    const by = { PageDown: 1, PageUp: -1 }[event.key]
    if (by !== undefined && !event.ctrlKey && !event.altKey) {
      event.preventDefault()
      const turn = ++this.#heard
      const article = await feed.bring(feed.at() + by)
      if (turn === this.#heard) article?.focus()
    } else if (event.ctrlKey && (event.key === 'Home' || event.key === 'End')) {
      event.preventDefault()
      this.#heard++
      leave(node, event.key === 'End')
    }
  }
}

/** The nearest thing to focus after the feed, or before it. After the last comes the first again. */
function leave(node: HTMLElement, forward: boolean): void {
  const all = [...document.querySelectorAll<HTMLElement>(focusable)].filter((one) => !node.contains(one) && one.offsetParent !== null)
  const after = all.filter((one) => node.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
  const before = all.filter((one) => node.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING)
  ;(forward ? (after[0] ?? all[0]) : before.at(-1))?.focus()
}

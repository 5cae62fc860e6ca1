import { untrack } from 'svelte'

type Stop = () => void

/** An attachment that runs when its element appears, and not again because something it read has changed. */
export function once<E extends Element = HTMLElement>(run: (node: E) => Stop): (node: E) => Stop {
  return (node) => untrack(() => run(node))
}

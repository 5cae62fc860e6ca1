import type { PromiseDraft } from './draft.svelte'

/** Alt and a digit take the line offered under it; Alt 0 takes the words as they stand, where that is possible. */
export function lineKeys(event: KeyboardEvent, draft: PromiseDraft, plain?: () => void): void {
  if (!event.altKey || event.ctrlKey || !draft.read || !/^Digit\d$/.test(event.code)) return
  event.preventDefault()
  if (event.code === 'Digit0') plain?.()
  else if (!draft.isPlain) draft.pick(Number(event.code.slice(-1)) - 1)
}

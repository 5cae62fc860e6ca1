/** So many of what is offered have a digit. */
export const mostPicks = 9

/** Which of what is offered the key takes, from 1: Alt and a digit. */
export function picked(event: KeyboardEvent): number | undefined {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return undefined
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
  return digit === undefined ? undefined : Number(digit)
}

/** Takes what the key means of what is offered, and lets nothing else hear it. */
export function takePicked(event: KeyboardEvent, offered: readonly string[], take: (one: string) => void): void {
  const one = offered[(picked(event) ?? 0) - 1]
  if (one === undefined) return
  event.preventDefault()
  event.stopPropagation()
  take(one)
}

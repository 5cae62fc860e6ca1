const steps: Record<string, number | undefined> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -Infinity, End: Infinity }

/** How many rows on a key leads in a list; nothing for a key that leads nowhere. */
export function listStep(event: KeyboardEvent): number | undefined {
  return event.ctrlKey || event.altKey ? undefined : steps[event.key]
}

/** A field of what was kept, where it is a text; drafts come from the disk, where anything may lie. */
export function textIn(kept: unknown, name: string): string {
  const value = fieldIn(kept, name)
  return typeof value === 'string' ? value : ''
}

export function fieldIn(kept: unknown, name: string): unknown {
  return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>)[name] : undefined
}

/** One of `choices`, where the field is one of them, else the first. */
export function choiceIn<T extends string>(kept: unknown, name: string, choices: readonly [T, ...T[]]): T {
  return choices.find((choice) => choice === fieldIn(kept, name)) ?? choices[0]
}

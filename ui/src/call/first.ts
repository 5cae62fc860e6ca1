/** Where the focus goes in a call: to its customer, to the first who could be calling, else to what can be done about it. */
export function firstOf(call: HTMLElement | undefined): HTMLElement | undefined {
  return choices(call)[0]
}

/** What the arrows go through: who it is or may be first, then what can be done. */
export function choices(call: HTMLElement | undefined): HTMLElement[] {
  return ['.who', '.row', '.acts button'].flatMap((each) => [...(call?.querySelectorAll<HTMLElement>(each) ?? [])])
}

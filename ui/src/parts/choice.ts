/** Something that can be chosen from a list: what is stored and what is read. */
export type Choice = { value: string; label: string; hint?: string }

/** Longer lists are not read; typing narrows them. */
const most = 60

/** The choices whose words begin with what is typed, then those that hold it anywhere; without accents or case. At most 60. */
export function narrowed(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = folded(typed)
  if (!wanted) return choices.slice(0, most)
  const begins: Choice[] = []
  const holds: Choice[] = []
  for (const choice of choices) {
    const text = folded(`${choice.label} ${choice.hint ?? ''}`)
    if (text.split(/[\s/_-]+/).some((word) => word.startsWith(wanted)) || text.startsWith(wanted)) begins.push(choice)
    else if (text.includes(wanted)) holds.push(choice)
  }
  return [...begins, ...holds].slice(0, most)
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('_', ' ').toLowerCase().trim()
}

/** Something that can be chosen from a list: what is stored and what is read. */
export type Choice = { value: string; label: string; hint?: string }

/** Longer lists are not read; typing narrows them. */
const most = 60

/** The choices that begin with what is typed, then those with a word that does, then those that hold it; without accents or case. At most 60. */
export function narrowed(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = folded(typed)
  if (!wanted) return choices.slice(0, most)
  const ranks: Choice[][] = [[], [], []]
  for (const choice of choices) ranks[rank(choice, wanted)]?.push(choice)
  return ranks.flat().slice(0, most)
}

function rank(choice: Choice, wanted: string): number {
  const label = folded(choice.label)
  if (label.startsWith(wanted)) return 0
  if (label.split(/[\s/_-]+/).some((word) => word.startsWith(wanted))) return 1
  return label.includes(wanted) || folded(choice.hint ?? '') === wanted ? 2 : 3
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('_', ' ').toLowerCase().trim()
}

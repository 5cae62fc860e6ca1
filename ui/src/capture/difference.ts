/**
 * Of each line the words that stand in the place of others in `sentence`, or all of it where nothing is alike. Lines that are
 * offered together begin and end at the same word, so that they can be compared: “thu 5 mar 14:00” beside “sat 14 mar 09:00”.
 */
export function differences(sentence: string, lines: readonly string[]): string[] {
  const old = sentence.split(/\s+/)
  const all = lines.map((line) => line.split(/\s+/))
  const from = Math.min(...all.map((now) => alike(old, now)))
  const rest = old.slice(from).reverse()
  const until = Math.min(...all.map((now) => alike(rest, now.slice(from).reverse())))
  return all.map((now, at) => now.slice(from, now.length - until).join(' ') || (lines[at] ?? ''))
}

/** How many words two begin with alike. */
function alike(one: readonly string[], other: readonly string[]): number {
  const first = one.findIndex((word, at) => word !== other[at])
  return first < 0 ? one.length : first
}

/** The words of `line` that stand in the place of others in `sentence`, or all of it where nothing is alike. */
export function difference(sentence: string, line: string): string {
  const [old, now] = [sentence.split(/\s+/), line.split(/\s+/)]
  let from = 0
  while (from < Math.min(old.length, now.length) && old[from] === now[from]) from++
  let until = 0
  while (until < Math.min(old.length, now.length) - from && old.at(-1 - until) === now.at(-1 - until)) until++
  return now.slice(from, now.length - until).join(' ') || line
}

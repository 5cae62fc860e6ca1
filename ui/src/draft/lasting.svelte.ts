/** Makes what outlives the component that asks for it first. What it derives would otherwise stand still once that component has gone. */
export function lasting<T>(make: () => T): T {
  const made: T[] = []
  $effect.root(() => { made.push(make()) })
  return made[0] as T
}

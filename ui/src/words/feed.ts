/** What is said in the history beside its entries. */
export const feedWords = {
  jump: 'Go to a day',
  day: 'Which day?',
  dayHint: 'yesterday, last friday, 13 nov, 2025-11-13',
  go: 'Go there',
  going: 'Reading back to that day …',
  none: (nearest: string) => `Nothing on that day. The nearest before it is ${nearest}.`,
  before: 'Nothing is as old as that. This is the oldest.',
  folded: (n: number) => `${n} changes`,
  show: 'Show',
  hide: 'Fold',
  reading: 'Reading older entries …',
}

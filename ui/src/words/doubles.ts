/** What is said of somebody who may be here already. */
export const doubleWords = {
  title: (n: number) => (n === 1 ? 'Perhaps here already' : 'Perhaps one of these'),
  open: 'Open',
  hint: 'Enter on it opens the one that is here. What you typed stays.',
  count: (n: number) => (n === 0 ? '' : `${n} perhaps here already`),
}

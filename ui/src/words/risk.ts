const plural = (n: number, one: string, many: string) => (n === 1 ? one : many)

/** Who will be let down next, as the risk board says it. */
export const riskWords = {
  title: 'Who will be let down next',
  lead: (until: string) => `Promises that break before ${until}: the next four hours of work, worst first.`,
  total: (n: number, counted: string) => `${counted} ${plural(n, 'promise', 'promises')}`,
  shown: (n: string) => `the worst ${n} are listed`,
  list: 'Promises about to break, worst first',
  left: (span: string) => `${span} left`,
  leftLong: (span: string, due: string) => `${span} of work left, until ${due}`,
  empty: (until: string) => `Nobody will be let down before ${until}.`,
  emptyMine: (until: string) => `Nobody will be let down by you before ${until}.`,
  emptyNext: 'What is late already is under Today.',
  today: 'Go to Today',
  why: 'Why it is here',
  pane: 'The chosen promise',
}

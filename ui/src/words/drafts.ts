/** What is said of things half-typed. */
export const draftWords = {
  kept: 'Draft kept',
  keptWhy: 'What you typed stays on this PC until you save it or throw it away, also when Kept is closed.',
  waiting: 'Draft not kept yet',
  throwAway: 'Throw away',
  thrown: 'Thrown away.',
  group: 'Half-typed',
  composer: (who: string) => `Writing about ${who}`,
  promise: 'New promise',
  promiseTo: (who: string) => `New promise to ${who}`,
  newCustomer: 'New customer',
  change: (who: string) => `Editing ${who}`,
}

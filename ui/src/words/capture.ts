/** What is said of a line while it is typed. */
export const captureWords = {
  region: 'What the words promise',
  promise: 'Promise',
  saves: 'Saved together with this.',
  /** Words of an entry that promise nothing. */
  note: {
    plain: 'No promise',
    hint: 'Save the words as they stand',
    again: 'Read as a promise again',
    is: 'It will be saved as it stands, without a promise.',
  },
  /** Words of a promise that say no time and no owner. */
  line: {
    plain: 'Just these words',
    hint: 'Say by when and who in the fields below',
    again: 'Read the time from the words',
    is: 'It is promised in just these words. Say by when below.',
    decide: 'Say what is meant, or press Alt 0: it is just words.',
  },
  instead: (suggestion: string) => `${suggestion}?`,
  decide: 'Say what is meant, or press Alt 0: it is no promise.',
  save: 'Save',
  saveBoth: 'Save and promise',
}

/** What is said of a line while it is typed. */
export const captureWords = {
  region: 'What the words promise',
  promise: 'Promise',
  saves: 'Saved together with this.',
  plain: 'No promise',
  plainHint: 'Save the words as they stand',
  again: 'Read as a promise again',
  isPlain: 'It will be saved as it stands, without a promise.',
  instead: (suggestion: string) => `${suggestion}?`,
  decide: 'Say what is meant, or press Alt 0: it is no promise.',
  save: 'Save',
  saveBoth: 'Save and promise',
}

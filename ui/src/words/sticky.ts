/** What is said around the sticky note of a customer. */
export const stickyWords = {
  title: 'To know first',
  add: 'Add a sticky note',
  edit: 'Change',
  label: 'Sticky note',
  hint: 'What everybody must know before they speak: “wife ill, do not ask for her”.',
  by: (name: string, when: string) => `${name}, ${when}`,
  saved: 'The sticky note is saved.',
  gone: 'The sticky note is taken off.',
}

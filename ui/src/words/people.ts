const plural = (n: number, one: string, more: string) => (n === 1 ? one : more)

/** The sentences about the people of the office. */
export const peopleWords = {
  lead: 'A promise belongs to one person. Everybody who makes or keeps promises stands here.',
  list: 'People of the office',
  roleOf: (name: string) => `Role of ${name}`,
  roleNow: (name: string, role: string) => `${name} is ${role} now.`,
  rename: 'Rename',
  renameWho: (name: string) => `Rename ${name}`,
  newName: (name: string) => `New name of ${name}`,
  renamed: (name: string) => `The name is ${name} now.`,
  leaves: 'Leaves …',
  leavesWho: (name: string) => `${name} leaves`,
  counting: 'Counting what is still owed …',
  owes: (name: string, n: string, one: boolean, late: number, lateText: string) =>
    `${name} still owes ${n} ${one ? 'promise' : 'promises'}${late > 0 ? `, ${lateText} of them late` : ''}. Whoever takes over owns ${one ? 'it' : 'them'} at once.`,
  owesNone: (name: string) => `${name} owes nobody anything. Somebody is still named, for what comes later in that name.`,
  handTo: 'Who takes over',
  chooseHeir: 'Choose who takes over.',
  letGo: (n: string, one: boolean, none: boolean) => (none ? 'Let go' : `Hand over ${n} ${one ? 'promise' : 'promises'} and let go`),
  gone: (name: string, heir: string, n: number) =>
    n === 0 ? `${name} has left.` : `${name} has left. ${heir} has ${n} more ${plural(n, 'promise', 'promises')} now.`,
  here: 'signed in',
  left: 'Has left',
  former: (n: number) => `${n} ${plural(n, 'has', 'have')} left`,
  add: 'Add colleague',
  addTitle: 'Add somebody',
  name: 'Name',
  nameHint: 'As colleagues call them. A second Dan needs more of the name.',
  role: 'Role',
  added: (name: string) => `${name} can now own promises.`,
  roles: {
    reception: 'Writes everything down, makes and keeps promises.',
    sales: 'The same, with a queue of callbacks.',
    manager: 'Also changes the office, its people and its imports, and restores backups.',
  },

  who: {
    title: 'Who is at the desk?',
    lead: 'What is written down from now on stands in that name.',
    nobody: 'Nobody is signed in. Say who you are first.',
    key: 'M',
    signedIn: (name: string) => `${name} is at the desk.`,
    now: 'at the desk now',
    more: 'Arrow keys reach the others.',
  },
}

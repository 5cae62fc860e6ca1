import { isolated } from './isolated'

const plural = (n: number, one: string, more: string) => (n === 1 ? one : more)

/** The sentences about what waits for an answer, and about the bell that says so. */
export const reminderWords = {
  steps: { again: 'told again', backup: 'backup told', managers: 'managers told' },
  was: (when: string) => `was due ${when}`,
  agreedNow: (agreed: string, now: string) => `agreed ${agreed}, now ${now}`,
  quietUntil: (when: string) => `quiet until ${when}`,
  toldAt: (when: string) => `told ${when}, after quiet hours`,
  officeLate: (n: string) => `${n} late in the office`,

  missed: (n: number) => `While Kept was closed or paused, ${n} fell due`,
  noStep: 'Without a next step',
  undecided: 'Decision hour passed',
  untried: 'Not tried yet, due within a working day',
  goneQuiet: (days: number) => `No word from us for ${days} ${plural(days, 'day', 'days')}`,
  more: 'There are more of these than are listed.',
  decide: 'Decide',

  seen: 'Seen',
  didSee: 'Seen. No more reminders of this time; it stays in the list until it is kept.',
  didSeeAll: (n: number) => (n === 1 ? 'Seen. It stays in the list until it is kept.' : `${n} seen. They stay in the list until they are kept.`),
  noUnsee: 'Who has seen a reminder cannot unsee it. Snooze it to be reminded again.',

  snooze: {
    tomorrow: 'Tomorrow at opening',
    opening: 'At the next opening',
    morning: 'Tomorrow morning',
    never: 'It is quiet until then. The due time stays, and late stays late.',
    third: 'This is the third time: the managers are told.',
    done: (when: string) => `Quiet until ${when}. The due time stays.`,
    doneThird: (when: string) => `Quiet until ${when}. It was put off a third time, so the managers are told.`,
  },

  banner: {
    region: 'Due now',
    showToday: 'Show Today',
    seenAll: 'Seen, all',
    more: (n: number) => `${n} more ${plural(n, 'reminder', 'reminders')}`,
  },

  strip: {
    region: 'How the reminders stand',
    stuck: (when: string) => `Reminders have not run since ${when}. Restart Kept.`,
    stuckNow: 'Reminders are not running. Restart Kept.',
    paused: (when: string) => `Reminders are paused until ${when}.`,
    resume: 'Resume',
    resumed: 'Reminders are on again.',
    none: 'No notifications on this computer: Kept says it here.',
    refuses: 'This computer does not show Kept’s notifications: Kept says it here.',
    whatToDo: 'What to do',
    understood: 'Understood',
  },

  away: {
    now: (name: string, until: string, backup: string) => `${isolated(name)} is away until ${until}; ${isolated(backup)} answers.`,
    then: (name: string, until: string, backup: string) => `${isolated(name)} is away then, until ${until}. ${isolated(backup)} answers for it meanwhile.`,
    row: (backup: string) => `away, ${isolated(backup)} answers`,
  },
}

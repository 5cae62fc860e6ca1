import { isolated } from './isolated'

/** The sentences about who stands in for whom, and about absences. */
export const absenceWords = {
  backup: 'Stands in',
  backupOf: (name: string) => `Who stands in for ${name}`,
  nobody: 'Nobody',
  stands: (backup: string) => `${isolated(backup)} stands in`,
  noBackup: 'nobody stands in',
  backupNow: (name: string, backup: string) => `${isolated(backup)} hears of what ${isolated(name)} does not answer.`,
  backupNone: (name: string) => `Nobody in particular stands in for ${name} now.`,

  away: 'Away …',
  awayWho: (name: string) => `${name} is away`,
  title: (name: string) => `When is ${name} away?`,
  lead: (name: string) => `What falls due meanwhile is told to whoever stands in, and stays ${name}’s. Both are told the working day before.`,
  from: 'From',
  fromHint: 'tomorrow, mon 30 nov, 24 dec 13:00',
  to: 'Back on',
  toHint: 'The first day or time they are here again',
  who: 'Who stands in meanwhile',
  needFrom: 'Say from when.',
  needTo: 'Say when they are back.',
  needBackup: 'Say who stands in: nothing waits for somebody who is away.',
  save: 'Away then',
  saved: (name: string, from: string, to: string, backup: string) => `${isolated(name)} is away from ${from}, back ${to}. ${isolated(backup)} answers.`,

  list: (name: string) => `Absences of ${name}`,
  now: (until: string, backup: string) => `Away, back ${until}; ${isolated(backup)} answers`,
  coming: (from: string, to: string, backup: string) => `Away from ${from}, back ${to}; ${isolated(backup)} answers`,
  back: 'Back',
  backWho: (name: string) => `${name} is back`,
  stays: 'Not away',
  staysWho: (name: string) => `${name} is not away after all`,
  isBack: (name: string) => `${isolated(name)} is here.`,
}

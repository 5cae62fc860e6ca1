import { isolated } from './isolated'

/** The sentences about a call that rings, is spoken or was dialled. */
export const callWords = {
  /** “Incoming call: +44 20 7946 0999” */
  region: (from: string) => `Incoming call: ${isolated(from)}`,
  calling: (who: string, number: string) => `${isolated(who)} is calling from ${number}.`,
  isCalling: 'is calling',
  isCalled: 'is being called',
  from: (number: string) => `Call from ${number}`,
  withheld: 'Private caller',
  withheldWhy: 'The telephone passed on no number.',
  unknown: 'Somebody is calling',
  unknownWhy: 'What the telephone passed on is no phone number.',
  nobody: 'Nobody here has this number yet.',
  several: (n: number) => `${n} customers have this number.`,
  perhaps: 'Perhaps, by the last digits of a number:',
  create: 'New customer',
  find: 'Find a customer',
  key: 'F2',
  to: (number: string) => `Call to ${number}`,
  with: (who: string) => `Call with ${who}`,
  says: (name: string) => `The telephone says “${name}”.`,
  log: 'Log the call',
  logKey: 'F4',
  missedKey: 'Shift F4',
  putAway: 'Put the call away',
  notDialled: (typed: string) => `“${typed}” cannot be dialled as it is written. Dial it by hand, or mend it on the customer’s page.`,
  running: (length: string) => `On the telephone for ${length}`,
  over: (length: string) => `Ended, ${length}`,
  lasted: (length: string) => `${length} min on the telephone.`,
}

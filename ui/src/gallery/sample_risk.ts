import type { Risk } from '../api/wire'
import { later, lengthy, long, soon } from './sample'

/** What breaks soon, at nobody's desk. */
export const risks: readonly Risk[] = [
  { promise: soon, minutes: 6, weight: 4, why: ['2 missed due times in 90 days', 'nobody has tried yet'] },
  { promise: { ...soon, id: 'risk-2', customer_name: 'M. Kane', owner: 'Dan Ortiz', answers: 'Amy Reyes', text: 'Test drive: confirm Mon 14:00, small car' }, minutes: 86, weight: 2, why: ['Dan Ortiz is away, Amy Reyes answers'] },
  { promise: later, minutes: 86, weight: 1, why: [] },
  { promise: { ...lengthy, answers: long }, minutes: 240, weight: 6, why: ['3 or more missed due times in 90 days', 'moved 4 times', `${long} is away, ${long} answers`] },
]

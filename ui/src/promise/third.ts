import type { Member, PromiseRow } from '../api/wire'

/** From so many snoozes of one due time on the managers are told. */
const snoozes = 3

/** Whether the managers are told with the nth snooze: the third of one due time, where a manager is there besides its owner. */
export function isThird(promise: PromiseRow, nth: number, members: readonly Member[]): boolean {
  return nth >= snoozes && members.some((member) => member.role === 'manager' && member.name !== promise.owner)
}

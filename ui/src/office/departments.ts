import type { Member } from '../api/wire'

/** The departments in use, each once, in order. */
export function departments(members: readonly Member[]): string[] {
  const all = members.filter((member) => !member.left).map((member) => member.department ?? '')
  return [...new Set(all.filter(Boolean))].sort((one, other) => one.localeCompare(other))
}

import type { AbsenceRow, Member } from '../api/wire'

/** The absence of a member at a moment, in milliseconds since 1970; nothing where they are here. */
export function isAway(members: readonly Member[] | undefined, name: string, at: number): AbsenceRow | undefined {
  const absences = members?.find((member) => member.name === name)?.absences ?? []
  return absences.find((absence) => Date.parse(absence.from) <= at && at < Date.parse(absence.to))
}

/** The absences of a member that go on or are still to come, the first first. */
export function comingAbsences(member: Member, now: number): AbsenceRow[] {
  const coming = (member.absences ?? []).filter((absence) => Date.parse(absence.to) > now)
  return coming.toSorted((one, other) => one.from.localeCompare(other.from))
}

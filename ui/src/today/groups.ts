import type { Id, PromiseRow, Today, TodayKey } from '../api/wire'

/** What has no next step, each of the reasons. */
export const attentionKeys = ['undecided', 'untried', 'gone_quiet'] as const
export type AttentionKey = (typeof attentionKeys)[number]
export type GroupKey = TodayKey | AttentionKey | 'missed' | 'offered'

/** A promise where it is listed. One that has no next step may be listed twice, so a row has a key of its own. */
export type TodayRow = { key: string; promise: PromiseRow }
export type TodayRows = { key: GroupKey; date: string | null; rows: readonly TodayRow[] }

/** Whether a group is about what has no next step. */
export function isAttention(key: GroupKey): key is AttentionKey {
  return (attentionKeys as readonly GroupKey[]).includes(key)
}

/** Those of a day that fell due while nobody could be told, and that nobody has answered. */
export function missedOf({ groups }: Today): Id[] {
  return groups.flatMap((group) => group.promises).filter((promise) => promise.waiting?.missed).map((promise) => promise.id)
}

/**
 * The rows of a day in the order in which they are answered for: what somebody hands over (`offered`); what fell due while nobody could be told, by due time; what
 * is late; the rest of today; what has no next step; the next days. `returned`: what was listed first at the return. It stays
 * there while it is late and any of it waits, so that no row moves away from whoever goes through them.
 */
export function rowsOf(today: Today, returned: ReadonlySet<Id> = new Set(), offered: readonly PromiseRow[] = []): TodayRows[] {
  const { groups, attention } = today
  const waits = missedOf(today).length > 0
  const isFirst = (promise: PromiseRow) => promise.waiting?.missed === true || (waits && promise.late && returned.has(promise.id))
  const missed = groups.flatMap((group) => group.promises).filter(isFirst).toSorted((one, other) => one.due_at.localeCompare(other.due_at))
  const rest = groups.map(({ key, date, promises }): TodayRows => ({ key, date, rows: rows(promises.filter((promise) => !isFirst(promise))) }))
  const lists = attentionKeys.map((key): TodayRows => ({ key, date: null, rows: rows(attention[key], `${key} `) }))
  const all: TodayRows[] = [
    { key: 'offered', date: null, rows: rows(offered, 'offered ') },
    { key: 'missed', date: null, rows: rows(missed) },
    ...rest.filter((group) => group.key !== 'day'), ...lists, ...rest.filter((group) => group.key === 'day'),
  ]
  return all.filter((group) => group.rows.length > 0)
}

function rows(promises: readonly PromiseRow[], before = ''): TodayRow[] {
  return promises.map((promise) => ({ key: before + promise.id, promise }))
}

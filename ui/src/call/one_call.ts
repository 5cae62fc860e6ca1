import type { Caller, Id } from '../api/wire'

/** A call that rings, is spoken, or has ended and was not written down yet. */
export type OneCall = {
  readonly key: number
  /** As the telephone handed it over. */
  readonly text: string
  readonly caller: Caller
  /** When it rang, and when the telephone said that it was over. Milliseconds since 1970. */
  readonly since: number
  readonly ended?: number | undefined
  /** Who it is, once that is certain or was said. */
  readonly customer?: { id: Id; name: string } | undefined
}

/** Whoever tells no number and rings again within this time rings once. In milliseconds. */
export const sameRing = 2_000
/** So long a number that has not ended is the same call: a telephone hands it over when it rings, and again when it is answered. In milliseconds. */
const sameCall = 30 * 60_000
/** More calls than this at once are nobody's: the oldest go. */
const most = 6

/** Whether the telephone means the same line by both. */
export function isSame(one: Caller, other: Caller): boolean {
  return one.kind === other.kind && one.number === other.number
}

/** Puts a call before the others. */
export function added(calls: readonly OneCall[], call: OneCall, known?: OneCall): readonly OneCall[] {
  return [call, ...calls.filter((one) => one !== known)].slice(0, most)
}

/** Puts a call before the others, unless it is one of them that goes on: that one keeps its key, its clock and its customer. */
export function rung(calls: readonly OneCall[], call: OneCall): { calls: readonly OneCall[]; call: OneCall; isNew: boolean } {
  const known = calls.find((one) => isSame(one.caller, call.caller))
  if (known && known.ended === undefined && Math.abs(call.since - known.since) < (call.caller.kind === 'number' ? sameCall : sameRing)) return { calls, call: known, isNew: false }
  return { calls: added(calls, call, known), call, isNew: true }
}

/** How long it lasts, or lasted. In whole seconds. */
export function seconds(call: Pick<OneCall, 'since' | 'ended'>, now: number): number {
  return Math.max(0, Math.floor(((call.ended ?? now) - call.since) / 1000))
}

/** `4:07`, or `1:04:07`. */
export function clock(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const [h, min, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${two(min)}:${two(s)}` : `${min}:${two(s)}`
}

type Kept = Pick<OneCall, 'text' | 'since' | 'ended' | 'customer'> & { outgoing?: true }

/** What is kept of the calls while the page is read anew. */
export function written(calls: readonly OneCall[]): string {
  return JSON.stringify(calls.map(({ text, since, ended, customer, caller }): Kept => ({ text, since, ended, customer, ...(caller.outgoing ? { outgoing: true } : {}) })))
}

/** The same, read; what cannot be is left out. */
export function read(stored: string | null): Kept[] {
  try {
    const all: unknown = JSON.parse(stored ?? '[]')
    return Array.isArray(all) ? all.filter(isKept) : []
  } catch {
    return []
  }
}

function isKept(one: unknown): one is Kept {
  if (typeof one !== 'object' || one === null) return false
  const { text, since, ended, customer, outgoing } = one as Record<string, unknown>
  const who = customer as Record<string, unknown> | undefined
  return typeof text === 'string' && typeof since === 'number' && (ended === undefined || typeof ended === 'number') && (outgoing === undefined || outgoing === true)
    && (who === undefined || (typeof who === 'object' && typeof who['id'] === 'string' && typeof who['name'] === 'string'))
}

import type { Channel, PromiseRow, Restricted } from '../api/wire'
import { either } from '../time/labels'
import { words } from '../words'

export const channels: readonly Channel[] = ['call', 'email', 'letter', 'message']

const all = channels.length

export type Mark = Omit<Restricted, 'channel'> & { channels: Channel[] }

/** Restrictions as they were marked: what was said at once stands together. */
export function marks(restricted: readonly Restricted[]): Mark[] {
  const found: Mark[] = []
  for (const { channel, reason, since, by } of restricted) {
    const same = found.find((one) => one.reason === reason && one.since === since && one.by === by)
    if (same) same.channels.push(channel)
    else found.push({ channels: [channel], reason, since, by })
  }
  return found
}

/** `Do not call or e-mail`. */
export function doNot(channels: readonly Channel[]): string {
  if (channels.length === all) return words.person.restrict.doNotAny
  return words.person.restrict.doNot(channels.map((channel) => words.person.restrict.channels[channel]).join(words.person.restrict.or))
}

/** How somebody may still be reached where they are not to be called: `e-mail or letter`. Empty where in no way. */
export function otherWays(promise: PromiseRow): string {
  return either(channels.filter((channel) => channel !== 'call' && !restriction(promise, channel)).map((channel) => words.person.restrict.ways[channel]))
}

/** What forbids reaching somebody that way. */
export function restriction(of: { restricted?: readonly Restricted[] | undefined }, channel: Channel): Restricted | undefined {
  return of.restricted?.find((one) => one.channel === channel)
}

/** Whether a promise's customer is not to be called. */
export const isNotCalled = (promise: PromiseRow) => restriction(promise, 'call') !== undefined

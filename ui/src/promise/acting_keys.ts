import type { Outcome, PromiseRow } from '../api/wire'
import type { Offers } from '../handover/offers.svelte'
import type { KeyName } from '../keys/table'
import { type Action, type Acting, actions, dispositions } from './acting.svelte'

/** Where several promises stand, and one of them is chosen. */
type Place = {
  acting: Acting
  offers: Offers
  chosen: () => PromiseRow | undefined
  /** Makes it the chosen one for good: what is acted on may move within its place. */
  choose: (promise: PromiseRow) => void
  /** A question opens. */
  show?: () => void
}

type Acts = Partial<Record<KeyName, () => unknown>>

/** What the keys of a promise do to the chosen one. A key that comes while something is written waits for it. */
export class ActingKeys {
  readonly #place: Place

  constructor(place: Place) {
    this.#place = place
  }

  /** The six actions, the snooze and “seen”. */
  readonly actions: Acts = Object.fromEntries(actions.map((action) => [action, () => this.act(action)]))

  /** The digits, which say how a try to reach the customer ended. */
  readonly dispositions: Acts = Object.fromEntries(dispositions.map(({ key, outcome }) => [key, () => this.dispose(outcome)]))

  act(action: Action): unknown {
    const { acting, offers, chosen, choose, show } = this.#place
    if (acting.busy) return acting.after(() => this.act(action))
    const promise = chosen()
    if (!promise) return undefined
    // What is offered to whoever is here is taken or not, rather than passed on.
    if (action === 'hand' && offers.has(promise.id)) return offers.bringBack(promise.id)
    // A question that is open has digits of its own.
    if (action === 'voicemail' && acting.open && acting.open !== 'call') return false
    if (action !== 'voicemail' && action !== 'seen') show?.()
    choose(promise)
    return acting.start(action, promise)
  }

  dispose(outcome: Outcome): unknown {
    const { acting, chosen, choose, show } = this.#place
    if (acting.busy) return acting.after(() => this.dispose(outcome))
    const promise = chosen()
    if (!promise || acting.open) return false
    if (outcome === 'reached') show?.()
    choose(promise)
    return acting.dispose(outcome, promise)
  }
}

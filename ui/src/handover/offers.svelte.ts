import { api, Load } from '../api'
import type { Id, Offered } from '../api/wire'
import { instant } from '../time/labels'

/** What is offered to whoever is signed in, and what of it they have put aside for the moment. */
export class Offers {
  readonly load = new Load(() => api.offers())
  #aside = $state.raw<ReadonlySet<Id>>(new Set())
  /** The offer whose card is open; of any other only a line tells, that covers nothing. */
  opened = $state.raw<Id>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  /** All that can still be taken, what goes back first first. */
  readonly all: readonly Offered[] = $derived.by(() => (this.load.value ?? []).filter(({ promise }) => promise.offer && instant(promise.offer.until) > this.#now()))
  /** What is shown as a card. */
  readonly shown: readonly Offered[] = $derived.by(() => this.all.filter(({ promise }) => !this.#aside.has(promise.offer?.id ?? '')))

  /** Whether a promise is offered to whoever is signed in. */
  has(promise: Id): boolean {
    return this.all.some((one) => one.promise.id === promise)
  }

  putAside(offer: Id): void {
    this.opened = undefined
    this.#aside = new Set([...this.#aside, offer])
  }

  /** Brings back what was put aside; of one promise, or all of it. */
  bringBack(promise?: Id): void {
    const stay = this.all.filter((one) => promise && one.promise.id !== promise).map((one) => one.promise.offer?.id ?? '')
    this.#aside = new Set([...this.#aside].filter((id) => stay.includes(id)))
    this.opened = this.shown[0]?.promise.offer?.id
  }
}

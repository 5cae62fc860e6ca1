import type { ContactKind, Direction, Id, Outcome } from '../api/wire'
import type { Writing } from '../frame/place.svelte'
import { PromiseDraft } from '../promise/draft.svelte'

export type Kind = ContactKind | 'promise'

/** What is being written down about one customer, kept while one looks elsewhere. */
export class Composer {
  kind = $state<Kind>('call')
  text = $state('')
  direction = $state<Direction>('in')
  outcome = $state<Outcome>('reached')
  withPromise = $state(false)
  readonly promise = new PromiseDraft()
  needText = $state(false)

  readonly hasDirection = $derived(this.kind === 'call' || this.kind === 'email' || this.kind === 'letter' || this.kind === 'message')

  begin(write: Writing): void {
    this.kind = write
  }

  clear(): void {
    this.text = ''
    this.outcome = 'reached'
    this.withPromise = false
    this.needText = false
    this.promise.clear()
  }
}

/** A composer per customer, so that half a sentence waits where it was begun. */
export class Composers {
  readonly #all = new Map<Id, Composer>()
  /** The promise begun away from any customer's page. */
  readonly newPromise = new PromiseDraft()

  of(customer: Id): Composer {
    let composer = this.#all.get(customer)
    if (!composer) this.#all.set(customer, (composer = new Composer()))
    return composer
  }
}

import { api, Refusal } from '../api'
import type { Caller, Hit, Id } from '../api/wire'
import type { FloatingState } from '../frame/floating.svelte'
import type { Places } from '../frame/place.svelte'
import { readable } from '../parts/phone'
import type { Toasts } from '../parts/toasts.svelte'
import { words } from '../words'

type Window = { places: Places; floating: FloatingState; toasts: Toasts }

/** The telephone rings. Somebody who is in the middle of writing is shown who calls; anybody else is taken there. */
export class Calls {
  /** The call whose caller is still to be chosen, or was not gone to. */
  shown = $state.raw<Caller>()
  readonly #window: Window
  readonly #busy: () => boolean

  /** `busy`: whether going elsewhere would take a sentence out of somebody's hands. */
  constructor(window: Window, busy: () => boolean) {
    this.#window = window
    this.#busy = busy
  }

  /** Shows who calls from what the telephone handed over. */
  async ring(text: string): Promise<void> {
    try {
      this.#show(await api.caller(text))
    } catch (thrown) {
      this.#window.toasts.fail(thrown instanceof Refusal ? thrown.message : words.failed.silent)
    }
  }

  /** The customer is on the telephone: their page, ready to write down what is said. */
  open(id: Id): void {
    this.drop()
    this.#window.floating.close()
    this.#window.places.customer(id, { write: 'call' })
  }

  /** Nobody has the number: a new customer who does. */
  create(number: string): void {
    this.drop()
    this.#window.floating.show({ is: 'customer', typed: number })
  }

  drop(): void {
    this.shown = undefined
  }

  #show(caller: Caller): void {
    const only = onlyOne(caller)
    this.shown = caller
    if (this.#busy()) return
    if (only) {
      this.open(only.id)
      this.#window.toasts.say(words.call.calling(only.name, readable(caller.number)))
    } else if (caller.kind === 'number' && caller.hits.length === 0) {
      this.create(caller.number)
    }
  }
}

/** The one customer who has exactly this number; of several none is guessed. */
export function onlyOne(caller: Caller): Hit | undefined {
  return caller.certain && caller.hits.length === 1 ? caller.hits[0] : undefined
}

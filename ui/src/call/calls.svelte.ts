import { api, Refusal } from '../api'
import type { Caller, Hit, Id } from '../api/wire'
import type { Composers } from '../customer/composer.svelte'
import type { FloatingState } from '../frame/floating.svelte'
import type { Places } from '../frame/place.svelte'
import type { Undo } from '../frame/undo.svelte'
import type { Toasts } from '../parts/toasts.svelte'
import type { Clock } from '../time/clock.svelte'
import { words } from '../words'
import { added, clock, isSame, type OneCall, read, rung, sameRing, seconds, written } from './one_call'

type Window = { places: Places; floating: FloatingState; toasts: Toasts; clock: Clock; undo: Undo; composers: Composers; readonly inView: { id: Id; name: string } | undefined }

/** Where the calls are kept while the page is read anew: no longer than the window lives. */
const place = 'kept.calls'

/** The telephone rings. Somebody who is in the middle of writing is shown who calls; anybody else is taken there. */
export class Calls {
  /** Calls that are not written down yet, the one that rang last first. */
  all = $state.raw<readonly OneCall[]>([])
  /** Of whom it is being asked how the call that was dialled to them ended: its clock is there. */
  asked = $state<Id>()
  /** Those that are to be seen: a call whose end is being asked about is shown by that question. */
  readonly shown: readonly OneCall[] = $derived(this.all.filter((call) => !call.caller.outgoing || call.customer === undefined || call.customer.id !== this.asked))
  readonly #window: Window
  readonly #busy: () => boolean
  #last = 0
  #turn = Promise.resolve()

  /** `busy`: whether going elsewhere would take a sentence out of somebody's hands. */
  constructor(window: Window, busy: () => boolean) {
    this.#window = window
    this.#busy = busy
  }

  /** Shows who calls from what the telephone handed over; `ended`: that this call is over. Each in its turn: no call is over before it rang. */
  ring(text: string, ended = false): Promise<void> {
    this.#turn = this.#turn.then(() => this.#ring(text, ended))
    return this.#turn
  }

  async #ring(text: string, ended: boolean): Promise<void> {
    try {
      const caller = await api.caller(text)
      if (ended || caller.ended) this.#end(caller)
      else this.show(caller, text)
    } catch (thrown) {
      this.#fail(thrown)
    }
  }

  /** Shows a call that rings now. */
  show(caller: Caller, text = caller.number): void {
    const only = onlyOne(caller)
    const call = { key: ++this.#last, text, caller, since: this.#now(), customer: only && { id: only.id, name: only.name } }
    const { calls, call: known, isNew } = rung(this.all, this.#busy() && only ? { ...call, customer: undefined } : call)
    if (!isNew) {
      // Handed over again later, it is answered, or the same number once more: they are who is to be looked at. Whoever dialled looks where they want.
      if (only && !known.caller.outgoing && !this.#busy() && call.since - known.since >= sameRing && this.#window.inView?.id !== only.id) this.open(known, only)
      return
    }
    this.#set(calls)
    if (this.#busy()) return
    if (only) this.open(call, only)
    else if (caller.kind === 'number' && caller.hits.length === 0) this.create(call)
  }

  /** Keeps a call that was dialled here, with its clock; wherever one is, one stays. */
  dialled(url: string, who: { id: Id; name: string }): Promise<void> {
    const since = this.#now()
    const composer = this.#window.composers.of(who.id, who.name)
    if (composer.isEmpty) composer.direction = 'out'
    this.#turn = this.#turn.then(() => this.#dialled(url, who, since))
    return this.#turn
  }

  async #dialled(url: string, { id, name }: { id: Id; name: string }, since: number): Promise<void> {
    try {
      const caller = { ...await api.caller(url), outgoing: true }
      const call = { key: ++this.#last, text: url, caller, since, customer: { id, name } }
      this.#set(added(this.all, call, this.all.find((one) => isSame(one.caller, caller))))
    } catch (thrown) {
      this.#fail(thrown)
    }
  }

  /** Takes up the calls that were there before the page was read anew. */
  async restore(): Promise<void> {
    const kept = read(sessionStorage.getItem(place))
    const calls: OneCall[] = []
    for (const one of kept) {
      try {
        const caller = await api.caller(one.text)
        calls.push({ ...one, key: ++this.#last, caller: { ...caller, outgoing: caller.outgoing || one.outgoing === true } })
      } catch (thrown) {
        this.#fail(thrown)
      }
    }
    this.#set([...this.all, ...calls.filter((call) => !this.all.some((one) => isSame(one.caller, call.caller)))])
  }

  /** This is who is on the telephone: their page, with what to know before saying hello. Every key is free: P promises, L logs. */
  open(call: OneCall, who: { id: Id; name: string }): void {
    this.#is(call, who)
    this.#window.floating.close()
    const composer = this.#window.composers.of(who.id, who.name)
    if (composer.isEmpty) composer.direction = call.caller.outgoing ? 'out' : 'in'
    this.#window.places.customer(who.id, { greet: true })
  }

  /** Nobody has the number: a new customer who does. */
  create(call: OneCall): void {
    const then = async (id: Id) => {
      const { name } = await api.customer(id)
      this.#is(call, { id, name })
    }
    this.#window.floating.show({ is: 'customer', typed: call.caller.number, then })
  }

  /** Puts a call away without writing it down. */
  drop(call: OneCall): void {
    this.#set(this.all.filter((one) => one.key !== call.key))
  }

  /** Writes down that whoever was called did not answer. */
  async missed(call: OneCall): Promise<void> {
    const who = call.customer
    if (!who) return
    try {
      const { entry } = await api.logContact({ customer: who.id, contact: 'call', outcome: 'no_answer', direction: 'out', text: '' })
      this.drop(call)
      this.#window.undo.did(words.compose.saved, entry)
    } catch (thrown) {
      this.#fail(thrown)
    }
  }

  /** Writes the call down with its length, and asks what was promised. Where words wait on the customer's page, they are its words. */
  async log(call: OneCall): Promise<void> {
    const who = call.customer
    if (!who) return
    const composer = this.#window.composers.of(who.id, who.name)
    const hasWords = composer.kind === 'call' && !composer.isEmpty
    if (hasWords && !composer.view) {
      this.open(call, who)
      return
    }
    try {
      let entry: Id | undefined
      if (hasWords) {
        entry = await composer.view?.save()
        if (!entry) return
      } else {
        const logged = await api.logContact({
          customer: who.id, contact: 'call', outcome: 'reached', direction: call.caller.outgoing ? 'out' : 'in', text: this.length(call),
        })
        entry = logged.entry
        this.#window.undo.did(words.compose.saved, entry)
        this.drop(call)
      }
      composer.of = entry
      if (composer.view) await composer.view.begin('promise')
      else this.#window.places.customer(who.id, { write: 'promise' })
    } catch (thrown) {
      this.#fail(thrown)
    }
  }

  /** The call with that customer, if one is not written down yet. */
  with(id: Id): OneCall | undefined {
    return this.all.find((call) => call.customer?.id === id)
  }

  /** The call that was dialled to that customer, if it is not written down yet. */
  to(id: Id): OneCall | undefined {
    return this.all.find((call) => call.caller.outgoing && call.customer?.id === id)
  }

  /** How long it lasted, in words. */
  length(call: OneCall): string {
    return words.call.lasted(clock(seconds(call, this.#now())))
  }

  #is(call: OneCall, who: { id: Id; name: string }): void {
    const customer = { id: who.id, name: who.name }
    this.#set(this.all.map((one) => (one.key === call.key ? { ...one, customer } : one)))
  }

  #end(caller: Caller): void {
    const now = this.#now()
    const over = this.all.find((one) => one.ended === undefined && isSame(one.caller, caller))
    this.#set(this.all.map((one) => (one === over ? { ...one, ended: now } : one)))
  }

  #set(calls: readonly OneCall[]): void {
    this.all = calls
    sessionStorage.setItem(place, written(calls))
  }

  #now(): number {
    this.#window.clock.tick()
    return this.#window.clock.now
  }

  #fail(thrown: unknown): void {
    this.#window.toasts.fail(thrown instanceof Refusal ? thrown.message : words.failed.silent)
  }
}

/** The one customer who has exactly this number; of several none is guessed. */
export function onlyOne(caller: Caller): Hit | undefined {
  return caller.certain && caller.hits.length === 1 ? caller.hits[0] : undefined
}

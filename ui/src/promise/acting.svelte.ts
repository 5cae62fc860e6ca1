import { api, Refusal } from '../api'
import type { Id, Member, Outcome, PromiseRow } from '../api/wire'
import type { Undo } from '../frame/undo.svelte'
import type { Toasts } from '../parts/toasts.svelte'
import { words } from '../words'
import { type AllAnswers, Answers } from './answers.svelte'
import { isThird } from './third'

export type Action = 'call' | 'keep' | 'voicemail' | 'move' | 'hand' | 'break' | 'snooze' | 'seen'

/** The six actions, the snooze and the plain “seen”; each is also the name of its key. */
export const actions: readonly Action[] = ['call', 'keep', 'voicemail', 'move', 'hand', 'break', 'snooze', 'seen']

const outcomes: readonly Outcome[] = ['no_answer', 'left_voicemail', 'busy', 'wrong_number', 'reached', 'hung_up', 'refused']
export { outcomes }

/** What acting needs of the window. */
type Around = { undo: Undo; toasts: Toasts; answers: AllAnswers; owners: readonly Member[] }

/** Says, before a promise is acted on, how one moves on from it: the list may be read again before the answer comes. */
type MoveOn = (promise: Id) => () => Promise<void>

/** What is being done to one promise of a list: the question that is open, what was answered, what came of it. */
export class Acting {
  open = $state<Action>()
  promise = $state.raw<PromiseRow>()
  problem = $state<string>()
  busy = $state(false)
  /** The answers to the open question; what was typed before is still there. */
  answers = $state.raw(new Answers())
  readonly #around: Around
  readonly #moveOn: MoveOn

  constructor(around: Around, moveOn: MoveOn) {
    this.#around = around
    this.#moveOn = moveOn
  }

  /** Opens an action's question; what needs no answer is done at once. */
  start(action: Action, promise: PromiseRow): void {
    this.problem = undefined
    this.promise = promise
    if (action === 'voicemail') {
      this.open = undefined
      void this.attempt('left_voicemail')
      return
    }
    if (action === 'seen') {
      this.open = undefined
      void this.see()
      return
    }
    this.answers = this.#around.answers.of(promise.id, action)
    this.open = action
    if (action === 'call') this.#dial(promise)
  }

  /** Puts the question away; the answers stay for the next time. */
  close(): void {
    this.open = undefined
    this.problem = undefined
  }

  async keep(): Promise<void> {
    const evidence = this.answers.text.trim() || undefined
    await this.#do((id) => api.keep(id, evidence), () => words.promise.done.keep, 'promise_kept')
  }

  async move(told: (at: string) => string): Promise<void> {
    const { due, agreed } = this.answers
    const when = await due.read()
    if (!when) {
      this.problem = due.typed.trim() ? undefined : words.promise.needDue
      return
    }
    await this.#do((id) => api.move(id, when.at, agreed === 'yes'), (promise) => words.promise.done.move(told(promise.due_at)), 'promise_moved')
  }

  async handOver(): Promise<void> {
    const to = this.answers.member
    if (!to) {
      this.problem = words.promise.needMember
      return
    }
    await this.#do((id) => api.handOver(id, to), () => words.promise.done.handOver(to), 'promise_handed_over')
  }

  async break(): Promise<void> {
    const reason = this.answers.text.trim()
    if (!reason) {
      this.problem = words.promise.needReason
      return
    }
    await this.#do((id) => api.breakPromise(id, reason), () => words.promise.done.break, 'promise_broken')
  }

  async snooze(until: string, told: (at: string) => string): Promise<void> {
    await this.#do(
      (id) => api.snooze(id, until),
      (promise) => {
        const until = told(promise.snoozed_until ?? promise.due_at)
        return isThird(promise, promise.snoozes, this.#around.owners) ? words.reminders.snooze.doneThird(until) : words.reminders.snooze.done(until)
      },
      'promise_snoozed',
    )
  }

  /** Says that what is due was seen: that ends its reminder, and nothing else. */
  async see(): Promise<void> {
    const promise = this.promise
    if (!promise?.waiting || this.busy) return
    this.busy = true
    const moveOn = this.#moveOn(promise.id)
    try {
      await api.see([promise.id])
      this.#around.undo.cannot(words.reminders.didSee, words.reminders.noUnsee)
      await moveOn()
    } catch (thrown) {
      this.#around.toasts.fail(thrown instanceof Refusal ? thrown.message : words.failed.silent)
    } finally {
      this.busy = false
    }
  }

  /** Writes down how a try to reach the customer ended. One who was reached is asked for what showed the promise kept. */
  async attempt(outcome: Outcome): Promise<void> {
    const said = outcome === 'left_voicemail' ? words.promise.done.voicemail : outcome === 'reached' ? words.promise.done.reached : words.promise.done.attempt
    const promise = this.promise
    const stay = outcome === 'reached'
    const done = await this.#do((id) => api.attempt(id, outcome), () => said, 'contact_logged', stay)
    if (done !== undefined && stay && promise) this.start('keep', promise)
  }

  #dial(promise: PromiseRow): void {
    if (!promise.customer_phone) {
      this.problem = words.promise.noPhone
      return
    }
    void api.openExternal(`tel:${promise.customer_phone.replace(/[^\d+*#;,]/g, '')}`).catch((thrown: unknown) => {
      this.#around.toasts.fail(thrown instanceof Refusal ? thrown.message : words.failed.silent)
    })
  }

  async #do(
    act: (id: Id) => Promise<PromiseRow>, said: (promise: PromiseRow) => string, kind: string, stay = false,
  ): Promise<PromiseRow | undefined> {
    const promise = this.promise
    if (!promise || this.busy) return undefined
    this.busy = true
    const { answers } = this
    const moveOn = this.#moveOn(promise.id)
    try {
      const done = await act(promise.id)
      answers.clear()
      this.close()
      void this.#around.undo.didTo(said(done), promise.customer, (entry) => entry.kind === kind && entry.promise === promise.id)
      if (!stay) await moveOn()
      return done
    } catch (thrown) {
      const told = thrown instanceof Refusal ? thrown.message : words.failed.silent
      if (this.open) this.problem = told
      else this.#around.toasts.fail(told)
      return undefined
    } finally {
      this.busy = false
    }
  }
}

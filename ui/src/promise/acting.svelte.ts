import { api, Refusal } from '../api'
import type { Disposition, Handing, Id, Member, Outcome, PromiseRow } from '../api/wire'
import type { FloatingState } from '../frame/floating.svelte'
import type { Step, Undo } from '../frame/undo.svelte'
import type { CallGuard } from '../guard/guard.svelte'
import type { KeyName } from '../keys/table'
import { dial } from '../call/dial'
import type { Calls } from '../call/calls.svelte'
import type { OneCall } from '../call/one_call'
import { isNotCalled } from '../person/restricted'
import { readable } from '../parts/phone'
import type { Toasts } from '../parts/toasts.svelte'
import type { Clock } from '../time/clock.svelte'
import { instant, type Labels } from '../time/labels'
import { words } from '../words'
import { type AllAnswers, Answers } from './answers.svelte'
import type { PromiseDraft } from './draft.svelte'
import { isThird } from './third'

export type Action = 'call' | 'keep' | 'voicemail' | 'move' | 'hand' | 'break' | 'snooze' | 'seen'

/** The six actions, the snooze and the plain “seen”; each is also the name of its key. */
export const actions: readonly Action[] = ['call', 'keep', 'voicemail', 'move', 'hand', 'break', 'snooze', 'seen']

/** How a try to reach somebody can end, in the order of the digits, each with the name of its key. */
export const dispositions = [
  { key: 'no_answer', outcome: 'no_answer' },
  { key: 'voicemail', outcome: 'left_voicemail' },
  { key: 'busy', outcome: 'busy' },
  { key: 'wrong_number', outcome: 'wrong_number' },
  { key: 'reached', outcome: 'reached' },
  { key: 'hung_up', outcome: 'hung_up' },
  { key: 'refused', outcome: 'refused' },
] as const satisfies readonly { key: KeyName; outcome: Outcome }[]

export const outcomes: readonly Outcome[] = dispositions.map((one) => one.outcome)

/** What acting needs of the window. */
type Around = {
  undo: Undo; toasts: Toasts; floating: FloatingState; guard: CallGuard; answers: AllAnswers; owners: readonly Member[]
  inNameOf: (owner: string) => { verify?: true }; readonly member: Member | null | undefined; readonly labels: Labels; readonly clock: Clock
  readonly calls: Calls | undefined
}

/** Says, before a promise is acted on, how one moves on from it: the list may be read again before the answer comes. */
type MoveOn = (promise: Id) => () => Promise<void>

/** What is being done to one promise of a list: the question that is open, what was answered, what came of it. */
export class Acting {
  open = $state<Action>()
  promise = $state.raw<PromiseRow>()
  problem = $state<string>()
  busy = $state(false)
  /** A new time is chosen, and it is asked whether the customer agreed. */
  asksAgreed = $state(false)
  /** What it would mean to hand it to whoever is chosen. */
  handing = $state.raw<Handing>()
  /** The answers to the open question; what was typed before is still there. */
  answers = $state.raw(new Answers())
  #next: (() => unknown) | undefined
  readonly #around: Around
  readonly #moveOn: MoveOn

  constructor(around: Around, moveOn: MoveOn) {
    this.#around = around
    this.#moveOn = moveOn
  }

  /** Runs it once what is being done is done: a key pressed meanwhile is meant for what comes next. Of several the last counts. */
  after(run: () => unknown): void {
    this.#next = run
  }

  #free(): void {
    const next = this.#next
    this.#next = undefined
    this.busy = false
    next?.()
  }

  /** Opens an action's question; what needs no answer is done at once. */
  start(action: Action, promise: PromiseRow): void {
    this.problem = undefined
    this.asksAgreed = false
    this.handing = undefined
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
    if (action === 'call') void this.#dial(promise)
  }

  /** Writes down how a try ended that nobody opened a question for. */
  dispose(outcome: Outcome, promise: PromiseRow): void {
    this.problem = undefined
    this.promise = promise
    void this.attempt(outcome)
  }

  /** The call that was dialled about it, while it is not written down. */
  get call(): OneCall | undefined {
    return this.promise && this.#around.calls?.to(this.promise.customer)
  }

  /** Puts the question away; the answers stay for the next time. */
  close(): void {
    this.open = undefined
    this.problem = undefined
    this.asksAgreed = false
    this.handing = undefined
  }

  async keep(): Promise<void> {
    const evidence = this.answers.text.trim() || undefined
    const { next } = this.answers
    if (next.isEmpty) await this.#do((id) => api.keep(id, evidence), () => words.promise.done.keep, 'promise_kept')
    else await this.#keepAndMake(evidence, next)
  }

  async #keepAndMake(evidence: string | undefined, next: PromiseDraft): Promise<void> {
    const { promise, answers } = this
    const { undo, labels, clock } = this.#around
    const ready = await next.ready(this.#around.member?.name ?? '')
    if (!promise || !ready || this.busy) return
    this.busy = true
    const moveOn = this.#moveOn(promise.id)
    try {
      const { made, written } = await api.keepAndMake(promise.id, evidence, { ...ready, ...this.#around.inNameOf(ready.owner) })
      answers.clear()
      this.close()
      undo.didStep(words.promise.done.keepAndMake(made.owner, labels.due(instant(made.due_at), clock.now)), wayBack(written))
      await moveOn()
    } catch (thrown) {
      this.#refuse(thrown)
    } finally {
      this.#free()
    }
  }

  /** Takes the new time that was typed, and asks whether the customer agreed. */
  async takeTime(): Promise<void> {
    const { due } = this.answers
    const when = await due.read()
    this.problem = when || due.typed.trim() ? undefined : words.promise.needDue
    if (when && this.open === 'move') this.asksAgreed = true
  }

  async move(agreed: boolean, told: (at: string) => string): Promise<void> {
    const { when } = this.answers.due
    if (!when || !this.asksAgreed) return
    await this.#do((id) => api.move(id, when.at, agreed), (promise) => words.promise.done.move(told(promise.due_at)), 'promise_moved')
  }

  /** Somebody was chosen to take it over: reads what that would mean. Gives whether nothing speaks against it. */
  async readHanding(): Promise<boolean> {
    const { promise, answers } = this
    const to = answers.member
    this.handing = undefined
    this.problem = undefined
    if (!promise || !to) return false
    try {
      const read = await api.readHanding(promise.id, to)
      if (this.promise !== promise || answers.member !== to || this.open !== 'hand') return false
      this.handing = read
      return !read.away && read.warnings.length === 0
    } catch (thrown) {
      this.#refuse(thrown)
      return false
    }
  }

  /** Asks whoever is chosen, or who answers for them while they are away. What speaks against it is shown first. */
  async handOver(told: (at: string) => string): Promise<void> {
    if (!this.answers.member) {
      this.problem = words.promise.needMember
      return
    }
    if (!this.handing && !(await this.readHanding())) return
    const to = this.handing?.backup ?? this.answers.member
    await this.#do((id) => api.offer(id, to), ({ offer, owner }) => {
      if (!offer) return words.promise.done.handOver(owner)
      const until = told(offer.until)
      return owner === offer.by ? words.handing.asked(offer.to, until) : words.handing.askedFor(offer.to, owner, until)
    }, 'promise_offered', 'promise_handed_over')
  }

  /** Moves it to whoever is chosen without asking them: a manager's. */
  async handOverAtOnce(): Promise<void> {
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
      this.#free()
    }
  }

  /**
   * Writes down how a try to reach the customer ended, and says what was planned. One who was reached is asked for what showed
   * the promise kept, and of a wrong number the right one is asked for.
   */
  async attempt(outcome: Outcome): Promise<void> {
    const { promise, call } = this
    if (!promise || this.busy) return
    this.busy = true
    const moveOn = this.#moveOn(promise.id)
    const said = outcome === 'wrong_number' && promise.customer_phone ? words.promise.wrongNumber(readable(promise.customer_phone))
      : outcome === 'reached' && call ? this.#around.calls?.length(call) : undefined
    let done: Disposition | undefined
    try {
      done = await api.dispose(promise.id, outcome, said)
      if (call) this.#around.calls?.drop(call)
      this.close()
      this.#around.undo.didStep(words.promise.done.attempt(outcome, done.echo), wayBack(done.written))
      if (outcome !== 'reached') await moveOn()
    } catch (thrown) {
      this.#refuse(thrown)
    } finally {
      this.#free()
    }
    if (done && outcome === 'reached') this.start('keep', promise)
    if (done && outcome === 'wrong_number') await this.#askNumber(promise)
  }

  async #askNumber({ customer, customer_phone }: PromiseRow): Promise<void> {
    try {
      this.#around.floating.show({ is: 'customer', edit: await api.customer(customer), ...(customer_phone ? { wrong: readable(customer_phone) } : {}) })
    } catch (thrown) {
      this.#refuse(thrown)
    }
  }

  /** Dials where nothing speaks against it, or somebody rings all the same; else the question how it went is put away. */
  async #dial(promise: PromiseRow): Promise<void> {
    // The core would refuse it: nothing is asked of it, and the question says why.
    if (isNotCalled(promise)) return
    if (!promise.customer_phone) {
      this.problem = words.promise.noPhone
      return
    }
    const how = await dial(this.#around, { id: promise.customer, name: promise.customer_name }, promise.customer_phone)
    if (this.open !== 'call' || this.promise?.id !== promise.id) return
    if (how === 'left') this.close()
  }

  async #do(
    act: (id: Id) => Promise<PromiseRow>, said: (promise: PromiseRow) => string, ...kinds: string[]
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
      void this.#around.undo.didTo(said(done), promise.customer, (entry) => kinds.includes(entry.kind) && entry.promise === promise.id)
      await moveOn()
      return done
    } catch (thrown) {
      this.#refuse(thrown)
      return undefined
    } finally {
      this.#free()
    }
  }

  #refuse(thrown: unknown): void {
    const told = thrown instanceof Refusal ? thrown.message : words.failed.silent
    if (this.open) this.problem = told
    else this.#around.toasts.fail(told)
  }
}

/** All that one act wrote goes back together, the last of it first. */
function wayBack(written: readonly Id[]): Step {
  const each = async (ids: readonly Id[], act: (id: Id) => Promise<unknown>) => { for (const id of ids) await act(id) }
  return { back: () => each(written.toReversed(), (id) => api.takeBack(id)), again: () => each(written, (id) => api.redo(id)) }
}

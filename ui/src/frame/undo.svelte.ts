import { api, Refusal } from '../api'
import type { TimelineEntry, Id } from '../api/wire'
import type { Toasts } from '../parts/toasts.svelte'
import { words } from '../words'

/** How far back Ctrl+Z goes. */
const depth = 50
/** The entry of what was just done is among the newest. */
const newest = 20

/** Something done: the way back and forth again, or why there is none. Entries, promises and customers bear their id. */
export type Step = { id?: Id; back: () => Promise<unknown>; again: () => Promise<unknown> } | { why: string }

/** Says what was done and offers the way back, by the toast and by Ctrl+Z. Nothing is asked beforehand. */
export class Undo {
  #done: Step[] = []
  #undone: Step[] = []
  readonly #toasts: Toasts
  readonly #after: () => void

  /** `after` runs when something was taken back or put back. */
  constructor(toasts: Toasts, after: () => void) {
    this.#toasts = toasts
    this.#after = after
  }

  /** An entry, promise or customer was made: `id` takes it back. */
  did(said: string, id: Id): void {
    this.didStep(said, { id, back: () => api.takeBack(id), again: () => api.redo(id) })
  }

  /** Something was done that has a way back of its own. */
  didStep(said: string, step: Step): void {
    this.#done = [...this.#done.slice(1 - depth), step]
    this.#undone = []
    this.#toasts.say(said, 'why' in step ? undefined : { label: words.undo.takeBack, run: () => void this.#goBack(step) })
  }

  /** Something was done that cannot be taken back: Ctrl+Z says why, rather than taking back what came before it. */
  cannot(said: string, why: string): void {
    this.didStep(said, { why })
  }

  /** Something was done to a promise or a customer, whose entry is looked up. */
  async didTo(said: string, customer: Id, is: (entry: TimelineEntry) => boolean): Promise<void> {
    const entry = await entryOf(customer, is)
    if (entry) this.did(said, entry.id)
    else this.cannot(said, words.undo.noWay)
  }

  /** Ctrl+Z: the last thing done in this window, then the one before it. */
  async last(): Promise<void> {
    const step = this.#done.at(-1)
    if (step) await this.#goBack(step)
    else this.#toasts.say(words.undo.nothing)
  }

  /** The last thing taken back in this window is put back. */
  async next(): Promise<void> {
    const step = this.#undone.at(-1)
    if (step) await this.#goForth(step)
    else this.#toasts.say(words.undo.nothingUndone)
  }

  async takeBack(id: Id): Promise<void> {
    await this.#goBack(this.#stepOf(id))
  }

  /** Takes back for a reason where one is needed; throws the refusal, for one who can ask for the reason. */
  async takeBackFor(id: Id, reason?: string): Promise<void> {
    await api.takeBack(id, reason)
    this.#wentBack(this.#stepOf(id))
  }

  #stepOf(id: Id): Step {
    const known = this.#done.find((step) => 'id' in step && step.id === id)
    return known ?? { id, back: () => api.takeBack(id), again: () => api.redo(id) }
  }

  async #goBack(step: Step): Promise<void> {
    this.#done = this.#done.filter((done) => done !== step)
    if ('why' in step) this.#toasts.say(step.why)
    else await this.#tell(() => step.back(), () => this.#wentBack(step))
  }

  #wentBack(step: Step): void {
    this.#done = this.#done.filter((done) => done !== step)
    this.#undone = [...this.#undone.slice(1 - depth), step]
    this.#toasts.say(words.undo.taken, { label: words.undo.putBack, run: () => void this.#goForth(step) })
    this.#after()
  }

  async #goForth(step: Step): Promise<void> {
    this.#undone = this.#undone.filter((undone) => undone !== step)
    if ('why' in step) return
    await this.#tell(() => step.again(), () => {
      this.#done = [...this.#done.slice(1 - depth), step]
      this.#toasts.say(words.undo.put, { label: words.undo.takeBack, run: () => void this.#goBack(step) })
      this.#after()
    })
  }

  /** Where the rules do not allow it, the core says so in one sentence. */
  async #tell(act: () => Promise<unknown>, then: () => void): Promise<void> {
    try {
      await act()
      then()
    } catch (thrown) {
      this.#toasts.fail(thrown instanceof Refusal ? thrown.message : words.failed.silent)
      this.#after()
    }
  }
}

async function entryOf(customer: Id, is: (entry: TimelineEntry) => boolean): Promise<TimelineEntry | undefined> {
  try {
    const { entries } = await api.timeline({ customer, limit: newest })
    return entries.find((entry) => is(entry) && entry.can_take_back && !entry.retracted)
  } catch {
    return undefined
  }
}

import { api, Refusal } from '../api'
import type { TimelineEntry, Id } from '../api/wire'
import type { Toasts } from '../parts/toasts.svelte'
import { words } from '../words'

/** How far back Ctrl+Z goes. */
const depth = 50
/** The entry of what was just done is among the newest. */
const newest = 20

/** Says what was done and offers the way back, by the toast and by Ctrl+Z. Nothing is asked beforehand. */
export class Undo {
  #done: Id[] = []
  readonly #toasts: Toasts
  readonly #after: () => void

  /** `after` runs when something was taken back or put back. */
  constructor(toasts: Toasts, after: () => void) {
    this.#toasts = toasts
    this.#after = after
  }

  /** An entry, promise or customer was made: `id` takes it back. */
  did(said: string, id: Id): void {
    this.#done = [...this.#done.slice(1 - depth), id]
    this.#toasts.say(said, { label: words.undo.takeBack, run: () => void this.takeBack(id) })
  }

  /** Something was done to a promise or a customer, whose entry is looked up. */
  async didTo(said: string, customer: Id, is: (entry: TimelineEntry) => boolean): Promise<void> {
    const entry = await entryOf(customer, is)
    if (entry) this.did(said, entry.id)
    else this.#toasts.say(said)
  }

  /** Ctrl+Z: the last thing done in this window. */
  async last(): Promise<void> {
    const id = this.#done.at(-1)
    if (id) await this.takeBack(id)
    else this.#toasts.say(words.undo.nothing)
  }

  async takeBack(id: Id): Promise<void> {
    await this.#tell(() => this.takeBackFor(id))
  }

  /** Takes back for a reason where one is needed; throws the refusal, for one who can ask for the reason. */
  async takeBackFor(id: Id, reason?: string): Promise<void> {
    this.#done = this.#done.filter((done) => done !== id)
    await api.takeBack(id, reason)
    this.#toasts.say(words.undo.taken, { label: words.undo.putBack, run: () => void this.#putBack(id) })
    this.#after()
  }

  async #putBack(id: Id): Promise<void> {
    await this.#tell(async () => {
      await api.redo(id)
      this.did(words.undo.put, id)
    })
  }

  async #tell(act: () => Promise<void>): Promise<void> {
    try {
      await act()
      this.#after()
    } catch (thrown) {
      this.#toasts.fail(thrown instanceof Refusal ? thrown.message : words.failed.silent)
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

import { api, Load, Refusal } from '../api'
import type { TimelineEntry, Id } from '../api/wire'
import { words } from '../words'

const page = 50

/** Which entries are shown; each is the kinds asked of the core. */
export const filters = {
  all: [],
  calls: ['contact_logged'],
  promises: [
    'promise_made', 'promise_reworded', 'promise_firmed', 'promise_moved', 'promise_handed_over', 'promise_snoozed',
    'promise_kept', 'promise_broken', 'promise_withdrawn', 'promise_missed',
  ],
  notes: ['note_added'],
  changes: ['customer_added', 'customer_changed'],
} satisfies Record<string, string[]>
export type Filter = keyof typeof filters

/** One customer's page: who it is, and what happened, newest first, older entries as they come into sight. */
export class CustomerPage {
  readonly id: Id
  readonly load: Load<Awaited<ReturnType<typeof api.customer>>>
  entries = $state.raw<readonly TimelineEntry[]>([])
  filter = $state<Filter>('all')
  read = $state(false)
  failure = $state<string>()
  #next: Id | null = null
  #busy = false
  #asked = 0

  constructor(id: Id) {
    this.id = id
    this.load = new Load(() => api.customer(id))
  }

  async again(): Promise<void> {
    await Promise.all([this.load.again(), this.newest()])
  }

  show(filter: Filter): void {
    this.filter = filter
    void this.newest()
  }

  /** Reads as many of the newest as are on screen already. */
  async newest(): Promise<void> {
    const turn = ++this.#asked
    const limit = Math.max(page, Math.min(this.entries.length, 4 * page))
    await this.#take(turn, () => api.timeline({ customer: this.id, limit, kinds: filters[this.filter] }), () => [])
  }

  /** Reads the page after the last entry, if there is one. */
  async older(): Promise<void> {
    const before = this.#next
    if (!before || this.#busy) return
    const turn = this.#asked
    await this.#take(turn, () => api.timeline({ customer: this.id, limit: page, before, kinds: filters[this.filter] }), () => this.entries)
  }

  async #take(turn: number, read: () => ReturnType<typeof api.timeline>, keep: () => readonly TimelineEntry[]): Promise<void> {
    this.#busy = true
    try {
      const { entries, next } = await read()
      if (turn !== this.#asked) return
      this.entries = [...keep(), ...entries]
      this.#next = next
      this.failure = undefined
      this.read = true
    } catch (thrown) {
      if (turn === this.#asked) this.failure = thrown instanceof Refusal ? thrown.message : words.failed.silent
    } finally {
      this.#busy = false
    }
  }
}

import { api, Load, Refusal } from '../api'
import type { TimelineEntry, Id } from '../api/wire'
import { words } from '../words'

/** The first page is small, so that it is there at once; the next ones come before they are in sight. */
const first = 50
const next = 200
/** The core answers so many at most. */
const most = 500

/** Which entries are shown; each is the kinds asked of the core. */
export const filters = {
  all: [],
  calls: ['contact_logged'],
  promises: [
    'promise_made', 'promise_reworded', 'promise_firmed', 'promise_moved', 'promise_handed_over', 'promise_offered', 'handover_accepted', 'handover_declined', 'promise_snoozed', 'promise_acknowledged', 'promise_escalated',
    'promise_repeat_set', 'promise_kept', 'promise_broken', 'promise_withdrawn', 'promise_missed',
  ],
  notes: ['note_added'],
  changes: ['customer_added', 'customer_changed', 'customers_related', 'contact_restricted', 'contact_allowed'],
} satisfies Record<string, string[]>
export type Filter = keyof typeof filters

type Read = () => Promise<{ entries: readonly TimelineEntry[]; next: Id | null }>

/** One customer's page: who it is, and what happened, newest first, older entries as they come into sight. */
export class CustomerPage {
  readonly id: Id
  readonly load: Load<Awaited<ReturnType<typeof api.customer>>>
  entries = $state.raw<readonly TimelineEntry[]>([])
  filter = $state<Filter>('all')
  read = $state(false)
  busy = $state(false)
  failure = $state<string>()
  /** Whether there are older entries than those that were read. */
  more = $state(false)
  #next: Id | null = null
  #asked = 0
  #reading: Promise<void> = Promise.resolve()

  constructor(id: Id) {
    this.id = id
    this.load = new Load(() => api.customer(id))
  }

  async again(): Promise<void> {
    await Promise.all([this.load.again(), this.newest()])
  }

  show(filter: Filter): void {
    this.filter = filter
    this.entries = []
    void this.newest()
  }

  /** Reads again what is on screen, as far back as it goes, so that nobody who looks at the past is thrown out of it. */
  async newest(): Promise<void> {
    const turn = ++this.#asked
    const wanted = Math.max(first, this.entries.length)
    await this.#take(turn, async () => {
      let all: TimelineEntry[] = []
      let before: Id | null = null
      do {
        const answer = await this.#page(Math.min(most, wanted - all.length), before)
        all = [...all, ...answer.entries]
        before = answer.next
      } while (before && all.length < wanted && turn === this.#asked)
      return { entries: all, next: before }
    })
  }

  /** Reads the page after the last entry, if there is one. */
  async older(limit = next): Promise<void> {
    const before = this.#next
    if (!before) return
    // A page that is being read already is the one that is wanted.
    if (this.busy) return this.#reading
    await this.#take(this.#asked, async () => {
      const answer = await this.#page(limit, before)
      return { entries: [...this.entries, ...answer.entries], next: answer.next }
    })
  }

  /** Reads back until `isReached` by the oldest entry read, or to the very first. */
  async backTo(isReached: (oldest: TimelineEntry) => boolean): Promise<void> {
    await this.#reading
    const turn = this.#asked
    for (;;) {
      const oldest = this.entries.at(-1)
      const read = this.entries.length
      if (!this.more || !oldest || isReached(oldest) || turn !== this.#asked) return
      await this.older(most)
      if (this.entries.length === read) return
    }
  }

  #page(limit: number, before: Id | null) {
    return api.timeline({ customer: this.id, limit, kinds: filters[this.filter], ...(before ? { before } : {}) })
  }

  #take(turn: number, read: Read): Promise<void> {
    this.#reading = this.#answer(turn, read)
    return this.#reading
  }

  async #answer(turn: number, read: Read): Promise<void> {
    this.busy = true
    try {
      const answer = await read()
      if (turn !== this.#asked) return
      this.entries = answer.entries
      this.#next = answer.next
      this.more = answer.next !== null
      this.failure = undefined
      this.read = true
    } catch (thrown) {
      if (turn === this.#asked) this.failure = thrown instanceof Refusal ? thrown.message : words.failed.silent
    } finally {
      if (turn === this.#asked) this.busy = false
    }
  }
}

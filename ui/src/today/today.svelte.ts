import { api, Load } from '../api'
import type { CustomerDetail, TimelineEntry, Id, PromiseRow } from '../api/wire'
import { Resting } from './resting'

const place = 'kept.today.everyone'
const lastEntries = 6

/** What the pane shows of the chosen promise's customer. */
export type Pane = { customer: CustomerDetail; entries: TimelineEntry[] }

/** The list of what is due, whose it is, and which of it is chosen. */
export class TodayState {
  everyone = $state(localStorage.getItem(place) === 'yes')
  readonly load: Load<Awaited<ReturnType<typeof api.today>>>
  readonly pane = new Load(() => this.#readPane())
  readonly #resting = new Resting()
  #chosen = $state<Id>()
  #paneOf: Id | undefined

  constructor(me: () => string | undefined) {
    this.load = new Load(() => api.today(this.everyone ? undefined : me()))
  }

  readonly promises: PromiseRow[] = $derived.by(() => this.load.value?.groups.flatMap((group) => group.promises) ?? [])
  /** The chosen promise, or the first where that one is gone. */
  readonly chosen = $derived(this.promises.find((promise) => promise.id === this.#chosen) ?? this.promises[0])

  showEveryone(yes: boolean): void {
    this.everyone = yes
    localStorage.setItem(place, yes ? 'yes' : 'no')
    void this.load.again()
  }

  choose(id: Id | undefined): void {
    this.#chosen = id
  }

  /** The neighbour `by` rows away, or the last or first where there is none. */
  neighbour(by: number): PromiseRow | undefined {
    const at = this.promises.findIndex((promise) => promise.id === this.chosen?.id)
    return this.promises[Math.min(this.promises.length - 1, Math.max(0, at + by))]
  }

  /** The way on from a promise that is about to be acted on: reads the list again and chooses the row that is after it now. */
  nextAfter(promise: Id): () => Promise<void> {
    const at = this.promises.findIndex((one) => one.id === promise)
    const next = this.promises[at + 1] ?? this.promises[at - 1]
    return async () => {
      await this.load.again()
      if (next) this.choose(next.id)
    }
  }

  /** Reads whom the chosen promise was made to, once the choice is painted. Answers what calls it off. */
  turnPane(): () => void {
    const customer = this.chosen?.customer
    if (customer !== this.#paneOf) this.pane.forget()
    this.#paneOf = customer
    return customer ? this.#resting.act(() => void this.pane.again()) : () => undefined
  }

  async #readPane(): Promise<Pane> {
    const id = this.#paneOf ?? ''
    const [customer, timeline] = await Promise.all([api.customer(id), api.timeline({ customer: id, limit: lastEntries })])
    return { customer, entries: timeline.entries }
  }
}

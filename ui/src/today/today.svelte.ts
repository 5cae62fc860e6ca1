import { api, Load } from '../api'
import type { CustomerDetail, TimelineEntry, Id, Offered, PromiseRow } from '../api/wire'
import { missedOf, rowsOf, type TodayRow, type TodayRows } from './groups'
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
  #chosen = $state<string>()
  #returned = $state.raw<ReadonlySet<Id>>(new Set())
  #returnedOn: string | undefined
  #paneOf: Id | undefined
  readonly #offers: () => readonly Offered[]

  constructor(me: () => string | undefined, offers: () => readonly Offered[] = () => []) {
    this.#offers = offers
    this.load = new Load(async () => {
      const today = await api.today(this.everyone ? undefined : me())
      // With nothing missed the return is over, and another day has a return of its own.
      const missed = missedOf(today)
      const goesOn = missed.length > 0 && today.date === this.#returnedOn
      this.#returned = new Set([...(goesOn ? this.#returned : []), ...missed])
      this.#returnedOn = today.date
      return today
    })
  }

  readonly groups: TodayRows[] = $derived.by(() => (this.load.value ? rowsOf(this.load.value, this.#returned, this.#offers().map((one) => one.promise)) : []))
  readonly rows: TodayRow[] = $derived.by(() => this.groups.flatMap((group) => group.rows))
  /** The chosen row, or one of the same promise, or the first where that one is gone. */
  readonly row = $derived(this.rows.find((row) => row.key === this.#chosen) ?? this.rows.find((row) => row.promise.id === this.#chosen) ?? this.rows[0])
  readonly chosen: PromiseRow | undefined = $derived(this.row?.promise)

  showEveryone(yes: boolean): void {
    this.everyone = yes
    localStorage.setItem(place, yes ? 'yes' : 'no')
    void this.load.again()
  }

  /** Chooses a row by its key, or a promise. */
  choose(key: string | undefined): void {
    this.#chosen = key
  }

  /** The row `by` rows away, or the last or first where there is none. */
  neighbour(by: number): TodayRow | undefined {
    const at = this.rows.findIndex((row) => row === this.row)
    return this.rows[Math.min(this.rows.length - 1, Math.max(0, at + by))]
  }

  /** The keys of the rows after the chosen one. */
  get rest(): string[] {
    return this.rows.slice(this.rows.findIndex((row) => row === this.row) + 1).map((row) => row.key)
  }

  /** The first of these rows that is still listed and is about another customer. */
  nextOf(rest: readonly string[], customer: Id): TodayRow | undefined {
    return rest.map((key) => this.rows.find((row) => row.key === key)).find((row) => row !== undefined && row.promise.customer !== customer)
  }

  /** The way on from a promise that is about to be acted on: reads the list again and chooses the row that is after it now. */
  nextAfter(promise: Id): () => Promise<void> {
    const here = this.row?.promise.id === promise ? this.row : this.rows.find((row) => row.promise.id === promise)
    const at = here ? this.rows.indexOf(here) : -1
    const others = (rows: readonly TodayRow[]) => rows.find((row) => row.promise.id !== promise)
    const next = others(this.rows.slice(at + 1)) ?? others(this.rows.slice(0, Math.max(0, at)).toReversed())
    return async () => {
      await this.load.again()
      if (next) this.choose(next.key)
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

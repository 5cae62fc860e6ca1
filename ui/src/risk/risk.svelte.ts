import { api, Load } from '../api'
import type { Id, Risk } from '../api/wire'

const place = 'kept.risk.mine'

/** Who will be let down in the next hours of work, whose promises those are, and which of them is chosen. */
export class RiskState {
  everyone = $state(localStorage.getItem(place) !== 'yes')
  readonly load: Load<Awaited<ReturnType<typeof api.risk>>>
  #chosen = $state<Id>()

  constructor(me: () => string | undefined) {
    this.load = new Load(() => api.risk(this.everyone ? undefined : me()))
  }

  readonly rows: readonly Risk[] = $derived.by(() => this.load.value?.risks ?? [])
  /** The chosen row, or the worst where that one is gone. */
  readonly chosen = $derived(this.rows.find((row) => row.promise.id === this.#chosen) ?? this.rows[0])

  showEveryone(yes: boolean): void {
    this.everyone = yes
    localStorage.setItem(place, yes ? 'no' : 'yes')
    void this.load.again()
  }

  choose(promise: Id | undefined): void {
    this.#chosen = promise
  }

  /** The row `by` rows away, or the last or first where there is none. */
  neighbour(by: number): Risk | undefined {
    const at = this.rows.findIndex((row) => row === this.chosen)
    return this.rows[Math.min(this.rows.length - 1, Math.max(0, at + by))]
  }

  /** The way on from a promise that is about to be acted on: reads the board again and chooses the row that is after it now. */
  nextAfter(promise: Id): () => Promise<void> {
    const at = this.rows.findIndex((row) => row.promise.id === promise)
    const next = this.rows[at + 1] ?? this.rows[at - 1]
    return async () => {
      await this.load.again()
      if (next) this.choose(next.promise.id)
    }
  }
}

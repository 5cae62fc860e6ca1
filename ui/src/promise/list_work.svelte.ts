import { tick } from 'svelte'
import type { Id, PromiseRow } from '../api/wire'
import { hearKeys } from '../frame/keys'
import type { Kept } from '../kept.svelte'
import { Filling } from '../parts/filling.svelte'
import { Acting } from './acting.svelte'
import { ActingKeys } from './acting_keys'

/** The list that is worked on. */
type List = {
  chosen: () => PromiseRow | undefined
  /** Makes it the chosen one for good. */
  choose: (promise: PromiseRow) => void
  /** Chooses the row that is `by` rows away. */
  move: (by: number) => void
  /** The way on from a promise that is about to be acted on. */
  nextAfter: (promise: Id) => () => Promise<void>
}

/** A list of promises that is worked through: one is chosen and acted on in the pane beside it, and then the next. */
export class ListWork {
  /** Whether the pane lies over the list, where there is no room beside it. */
  drawer = $state(false)
  /** The pane is drawn with the rows in sight, after the screen itself. */
  readonly filling = new Filling()
  readonly acting: Acting
  readonly #kept: Kept
  readonly #list: List
  readonly #keys: ActingKeys
  #holder: HTMLElement | undefined
  #isAsking = false

  constructor(kept: Kept, list: List) {
    this.#kept = kept
    this.#list = list
    this.acting = new Acting(kept, (promise) => {
      const chooseNext = list.nextAfter(promise)
      return async () => {
        kept.bell.handled(promise)
        await chooseNext()
        this.drawer = false
        await this.focusChosen()
      }
    })
    this.#keys = new ActingKeys({
      acting: this.acting, offers: kept.offers, chosen: list.chosen, choose: list.choose, show: () => { this.drawer = true },
    })
  }

  /** The promise about which something is being written down. */
  get busy(): Id | undefined {
    return this.acting.busy ? this.acting.promise?.id : undefined
  }

  readonly act: ActingKeys['act'] = (action) => this.#keys.act(action)

  /** Hears the keys of the list, also from where nothing has a use of its own for them, until the returned function is called. */
  hear(holder: HTMLElement): () => void {
    this.#holder = holder
    const stops = [
      this.#kept.keys.hear({ ...this.#keys.dispositions, ...this.#keys.actions }, () => this.#list.chosen() !== undefined),
      hearKeys({ ArrowDown: (event) => void this.#step(event, 1), ArrowUp: (event) => void this.#step(event, -1) }),
    ]
    return () => stops.forEach((stop) => stop())
  }

  /**
   * A question belongs to the promise it was asked of: with another chosen it closes. Where it was opened before a row had the
   * focus, none can be given back, and the chosen row takes it.
   */
  follow(): void {
    const { acting } = this
    if (acting.promise && acting.promise.id !== this.#list.chosen()?.id) acting.close()
    const wasAsking = this.#isAsking
    this.#isAsking = acting.open !== undefined
    if (wasAsking && !this.#isAsking && document.activeElement === document.body) void this.focusChosen()
  }

  readonly close = (): void => {
    this.drawer = false
    void this.focusChosen()
  }

  async focusChosen(): Promise<void> {
    await tick()
    this.#holder?.querySelector<HTMLElement>('[role=option][aria-selected=true]')?.focus()
  }

  async #step(event: KeyboardEvent, by: number): Promise<void> {
    if (event.target !== document.body) return
    this.#list.move(by)
    await this.focusChosen()
  }
}

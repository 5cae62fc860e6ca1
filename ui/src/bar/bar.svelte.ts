import { api, beforeLeaving, hear } from '../api'
import type { Row } from '../find/rows'
import { asksOn, take } from '../find/take'
import type { Kept } from '../kept.svelte'
import type { KeyName } from '../keys/table'

/** What can be done from over another program; the rest is about what is on the window's screen. */
const offered = ['promise', 'today', 'risk', 'customers', 'import', 'add_customer', 'who', 'people', 'settings', 'help'] as const satisfies readonly KeyName[]

/** The bar over any program: a promise is made in it, everything else goes on in the whole window. */
export class Bar {
  readonly #kept: Kept
  /** A promise was made in it, and nothing was typed since. */
  #isDone = false

  constructor(kept: Kept) {
    this.#kept = kept
  }

  /** Hears until the returned function is called. */
  run(): () => void {
    const { keys, appearance, drafts, find, undo } = this.#kept
    const goesOn = Object.fromEntries(offered.map((name) => [name, () => this.#goOn({ is: 'action', id: name, name })]))
    const stops = [
      hear('summoned', () => void this.come()),
      appearance.run(),
      keys.hear({
        ...goesOn,
        undo: () => find.query === '' && void undo.last(),
        redo: () => find.query === '' && void undo.next(),
      }),
    ]
    beforeLeaving(() => drafts.flush())
    void this.come()
    return () => stops.forEach((stop) => stop())
  }

  /** Everything is as it stands now: the window may have changed it since. */
  async come(): Promise<void> {
    this.#isDone = false
    const { state, members, appearance, drafts, find } = this.#kept
    await Promise.all([state.again(), members.again(), appearance.load()])
    await drafts.again()
    // Where nobody is signed in, nothing is asked here.
    if (state.value?.member) find.show()
    else if (state.value) await api.barGoOn({ row: { is: 'action', id: 'find', name: 'find' } })
  }

  async take(row: Row): Promise<void> {
    const { find } = this.#kept
    const waiting = find.promising?.captured
    if (asksOn(this.#kept, row)) await take(this.#kept, row)
    else if (waiting && row.is === 'person') {
      await take(this.#kept, row)
      this.#isDone = find.query === ''
    } else await this.#goOn(row, waiting)
  }

  away(): void {
    void api.barAway()
  }

  /** What was said of a promise is read: the bar goes, unless somebody types on. */
  wasRead(): void {
    if (this.#isDone && this.#kept.find.query === '') this.away()
  }

  async #goOn(row: Row, waiting = this.#kept.find.promising?.captured): Promise<void> {
    this.#kept.find.clear()
    await this.#kept.drafts.flush()
    await api.barGoOn({ row, waiting })
  }
}

import { Refusal } from '../api'
import type { Found, Hit } from '../api/wire'
import { words } from '../words'

const rows = 8

/** The one box: what is typed and who it finds. */
export class Find {
  query = $state('')
  open = $state(false)
  hits = $state.raw<readonly Hit[]>([])
  failure = $state<string>()
  /** Which row Enter opens: the hits, then the offer of a new customer. */
  active = $state(0)
  #asked = 0
  readonly #read: (query: string, limit: number) => Promise<Found>

  constructor(read: (query: string, limit: number) => Promise<Found>) {
    this.#read = read
  }

  /** Rows in all, with the offer where something is typed. */
  readonly rows = $derived(this.hits.length + (this.query.trim() ? 1 : 0))

  /** Resolves once the rows are those of what is typed now: Enter never opens the row of an earlier letter. */
  answered: Promise<void> = Promise.resolve()

  ask(): void {
    this.answered = this.#ask()
  }

  async #ask(): Promise<void> {
    const turn = ++this.#asked
    try {
      const found = await this.#read(this.query, rows)
      if (turn !== this.#asked) return
      this.hits = found.hits
      this.failure = undefined
    } catch (thrown) {
      if (turn !== this.#asked) return
      this.hits = []
      this.failure = thrown instanceof Refusal ? thrown.message : words.failed.silent
    }
    this.active = 0
  }

  show(): void {
    this.open = true
    this.ask()
  }

  /** Puts the list away; what was typed stays. */
  hide(): void {
    this.open = false
  }

  clear(): void {
    this.query = ''
    this.hide()
  }

  step(by: number): void {
    if (this.rows > 0) this.active = (this.active + by + this.rows) % this.rows
  }
}

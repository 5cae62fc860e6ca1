import { api, Refusal } from '../api'
import type { Hit } from '../api/wire'
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

  /** Rows in all, with the offer where something is typed. */
  readonly rows = $derived(this.hits.length + (this.query.trim() ? 1 : 0))

  async ask(): Promise<void> {
    const turn = ++this.#asked
    try {
      const found = await api.find(this.query, rows)
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
    void this.ask()
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

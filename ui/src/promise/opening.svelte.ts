import { api, Refusal } from '../api'

/** When the office opens next on another day: where a reminder is put off to. */
export class Opening {
  at = $state<string>()
  /** How that is called: tomorrow's opening, a later one where tomorrow is closed, or morning where it never closes. */
  is = $state<'tomorrow' | 'opening' | 'morning'>('tomorrow')
  readonly #hours: string

  /** `hours`: the office's opening hours as it set them; empty is always open. */
  constructor(hours: string) {
    this.#hours = hours
  }

  async read(): Promise<void> {
    if (!this.#hours) return this.#take('tomorrow 9:00', 'morning')
    try {
      await this.#take('tomorrow opening', 'tomorrow')
    } catch (thrown) {
      // Tomorrow is closed: the core says when it opens next.
      const [next] = thrown instanceof Refusal ? thrown.suggest : []
      if (next) await this.#take(next, 'opening').catch(() => undefined)
    }
  }

  async #take(text: string, is: Opening['is']): Promise<void> {
    this.at = (await api.readWhen(text)).at
    this.is = is
  }
}

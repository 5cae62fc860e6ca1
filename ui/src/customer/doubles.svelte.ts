import { Refusal } from '../api'
import type { Double, NewCustomer } from '../api/wire'

/** Looks up who may be meant. */
export type Look = (card: NewCustomer) => Promise<{ doubles: Double[] }>

/** Who may be here already, looked up while a customer is typed. Of overlapping answers the last one asked counts. */
export class Doubles {
  found = $state.raw<readonly Double[]>([])
  #asked = 0
  #absent = false
  readonly #look: Look

  constructor(look: Look) {
    this.#look = look
  }

  async ask(card: NewCustomer): Promise<void> {
    const turn = ++this.#asked
    if (this.#absent || !(card.name || card.phones?.length || card.emails?.length)) {
      this.found = []
      return
    }
    try {
      const { doubles } = await this.#look(card)
      if (turn === this.#asked) this.found = doubles
    } catch (thrown) {
      // A warning that cannot be given keeps nobody from typing; a core without the call is not asked again.
      this.#absent = thrown instanceof Refusal && thrown.code === 'not_found'
      if (turn === this.#asked) this.found = []
    }
  }
}

import type { Id, Source } from '../api/wire'
import type { SettingsPage } from '../settings/pages'

export type Place =
  | { at: 'today' }
  | { at: 'risk' }
  | { at: 'customers' }
  | { at: 'import' }
  | { at: 'settings'; page?: SettingsPage | undefined }
  | { at: 'customer'; id: Id; write?: Writing | undefined; promise?: Id | undefined; greet?: boolean | undefined; see?: Source | undefined; rest?: readonly string[] | undefined }

/** What the composer of a customer's page should be ready for; `draft`: what is half-typed there. */
export type Writing = 'call' | 'note' | 'promise' | 'draft'

/** Where in the window one is, and the way back. */
export class Places {
  here = $state.raw<Place>({ at: 'today' })
  #before: Place[] = []

  go(place: Place): void {
    if (same(place, this.here)) {
      this.here = place
      return
    }
    this.#before = [...this.#before.slice(-49), this.here]
    this.here = place
  }

  /** `see`: what is brought into sight and has the focus then. `rest`: the rows of Today that are worked through after this one, by their keys. */
  customer(id: Id, more: { write?: Writing; promise?: Id | null; greet?: boolean; see?: Source; rest?: readonly string[] } = {}): void {
    this.go({ at: 'customer', id, write: more.write, promise: more.promise ?? undefined, greet: more.greet, see: more.see, rest: more.rest })
  }

  back(): void {
    const last = this.#before.at(-1)
    if (!last) return
    this.#before = this.#before.slice(0, -1)
    this.here = last
  }
}

function same(one: Place, other: Place): boolean {
  return one.at === other.at && ('id' in one ? one.id : '') === ('id' in other ? other.id : '')
}

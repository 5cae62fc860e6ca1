import type { Id } from '../api/wire'
import type { SettingsPage } from '../settings/pages'

export type Place =
  | { at: 'today' }
  | { at: 'customers' }
  | { at: 'import' }
  | { at: 'settings'; page?: SettingsPage | undefined }
  | { at: 'customer'; id: Id; write?: Writing | undefined; promise?: Id | undefined }

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

  customer(id: Id, more: { write?: Writing; promise?: Id | null } = {}): void {
    this.go({ at: 'customer', id, write: more.write, promise: more.promise ?? undefined })
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

import { api, Refusal } from '../api'
import type { Office, OfficeChange } from '../api/wire'
import { words } from '../words'

const fields = ['name', 'zone', 'region', 'locale'] as const

/** The office's settings while they are edited. Only what differs is written. */
export class OfficeForm {
  name = $state('')
  zone = $state('')
  region = $state('')
  locale = $state('')
  problem = $state<string>()
  isBusy = $state(false)
  #before = $state.raw<Office>()

  begin(office: Office): void {
    this.#before = office
    for (const field of fields) this[field] = office[field]
    this.problem = undefined
  }

  get needName(): boolean {
    return this.name.trim() === ''
  }

  /** What differs from what is set. */
  get change(): OfficeChange {
    const before = this.#before
    if (!before) return {}
    const change: OfficeChange = {}
    for (const field of fields) if (this[field].trim() !== before[field]) change[field] = this[field].trim()
    return change
  }

  get isChanged(): boolean {
    return Object.keys(this.change).length > 0
  }

  /** Whether it was written. */
  async save(): Promise<boolean> {
    if (this.isBusy || this.needName) return false
    this.isBusy = true
    this.problem = undefined
    try {
      this.begin(await api.changeOffice(this.change))
      return true
    } catch (thrown) {
      this.problem = thrown instanceof Refusal ? thrown.message : words.failed.silent
      return false
    } finally {
      this.isBusy = false
    }
  }

  discard(): void {
    if (this.#before) this.begin(this.#before)
  }
}

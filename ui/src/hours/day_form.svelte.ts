import { api } from '../api'
import type { DayChange } from '../api/wire'
import { words } from '../words'
import { why } from './calendar.svelte'

/** What holds on a day that differs. */
export type DayKind = 'closed' | 'open' | 'usual'

/** A day being typed in words, and the date that the core reads in them. */
class TypedDay {
  typed = $state('')
  date = $state<string>()
  problem = $state<string>()
  #asked = 0

  async read(): Promise<string | undefined> {
    const turn = ++this.#asked
    const typed = this.typed.trim()
    if (!typed) {
      this.date = undefined
      this.problem = undefined
      return undefined
    }
    try {
      const { local } = await api.readWhen(`${typed} 23:59`)
      if (turn === this.#asked) {
        this.date = local.slice(0, 10)
        this.problem = undefined
      }
    } catch (thrown) {
      if (turn === this.#asked) {
        this.date = undefined
        this.problem = why(thrown)
      }
    }
    return this.date
  }

  clear(): void {
    this.#asked++
    this.typed = ''
    this.date = undefined
    this.problem = undefined
  }
}

/** A day that differs from its week, while it is typed. Nothing typed is lost when the core refuses it. */
export class DayForm {
  readonly first = new TypedDay()
  readonly last = new TypedDay()
  kind = $state<DayKind>('closed')
  times = $state('')
  name = $state('')
  yearly = $state(false)
  /** Why it was not taken; it stands beside the times where those were typed. */
  problem = $state<string>()

  /** The change as typed, or nothing where something is missing, which is then said beside its field. */
  async ready(): Promise<DayChange | undefined> {
    this.problem = undefined
    const [first, last] = [await this.first.read(), await this.last.read()]
    if (!this.first.typed.trim()) this.first.problem = words.hours.needDay
    if (this.kind === 'open' && !this.times.trim()) this.problem = words.hours.needTimes
    if (!first || this.problem || (this.last.typed.trim() && !last)) return undefined
    return { first, yearly: this.yearly, times: this.kind === 'open' ? this.times.trim() : this.kind, name: this.name.trim(), ...(last && last !== first ? { last } : {}) }
  }

  clear(): void {
    this.first.clear()
    this.last.clear()
    this.kind = 'closed'
    this.times = ''
    this.name = ''
    this.yearly = false
    this.problem = undefined
  }
}

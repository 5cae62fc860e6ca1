import { SvelteSet } from 'svelte/reactivity'
import { api } from '../api'
import type { CalendarDay, DayChange } from '../api/wire'
import type { Undo } from '../frame/undo.svelte'
import { words } from '../words'
import { daysAround, why } from './calendar.svelte'
import { plusDays } from './week_picture'

/** The holidays of a country before they are kept: which days of the coming year they are, and which of them are worked. */
export class HolidayProposal {
  country = $state('')
  part = $state('')
  days = $state.raw<readonly CalendarDay[]>([])
  /** What is not known of that country or its part. */
  notes = $state.raw<readonly string[]>([])
  problem = $state<string>()
  isBusy = $state(false)
  /** Days without a tick. */
  readonly worked = new SvelteSet<string>()
  #asked = 0
  readonly #today: () => string

  constructor(today: () => string) {
    this.#today = today
  }

  /** Begins with what is kept, or with the office's own country. */
  begin(holidays: string, region: string): void {
    const [country = '', part = ''] = (holidays || region).split('-')
    this.country = country
    this.part = part
    void this.read()
  }

  /** As the setting has it: `DE-BY`. */
  get code(): string {
    const part = this.part.trim().toUpperCase()
    return part ? `${this.country}-${part}` : this.country
  }

  /** How many of the days are kept. */
  get kept(): number {
    return this.days.filter((day) => !this.worked.has(day.day)).length
  }

  toggle(day: string): void {
    if (!this.worked.delete(day)) this.worked.add(day)
  }

  /** Asks for the days of that country; of several questions the last counts. */
  async read(): Promise<void> {
    const turn = ++this.#asked
    if (!this.country) return
    const today = this.#today()
    try {
      const { days, unknown } = await daysAround(today, this.code)
      if (turn !== this.#asked) return
      this.days = days.filter((day) => day.is_holiday && day.day >= today && day.day < plusDays(today, 366))
      this.worked.clear()
      for (const day of this.days) if (day.times === 'usual') this.worked.add(day.day)
      this.notes = unknown
      this.problem = undefined
    } catch (thrown) {
      if (turn !== this.#asked) return
      this.days = []
      this.notes = []
      this.problem = why(thrown)
    }
  }

  /** Keeps the country's holidays but those without a tick. Whether it was written. */
  async keep(before: string, undo: Undo): Promise<boolean> {
    const asUsual = this.days.filter((day) => this.worked.has(day.day) && day.times !== 'usual')
    const again = this.days.filter((day) => !this.worked.has(day.day) && day.times === 'usual' && day.source === 'own')
    const set: DayChange[] = [...asUsual.map((day) => ({ first: day.day, times: 'usual' })), ...again.map((day) => ({ first: day.day, times: '' }))]
    const unset: DayChange[] = [...asUsual, ...again].map((day) => ({ first: day.day, times: day.source === 'own' ? day.times : '', name: day.source === 'own' ? day.name : '' }))
    return this.#write(words.hours.keptNow(this.kept), this.code, before, set, unset, undo)
  }

  keepNone(before: string, undo: Undo): Promise<boolean> {
    return this.#write(words.hours.keptNone, '', before, [], [], undo)
  }

  async #write(said: string, holidays: string, before: string, set: readonly DayChange[], unset: readonly DayChange[], undo: Undo): Promise<boolean> {
    if (this.isBusy) return false
    this.isBusy = true
    this.problem = undefined
    const write = async (whose: string, days: readonly DayChange[]) => {
      await api.changeOffice({ holidays: whose })
      for (const day of days) await api.setDays(day)
    }
    try {
      await write(holidays, set)
      undo.didStep(said, { back: () => write(before, unset), again: () => write(holidays, set) })
      return true
    } catch (thrown) {
      this.problem = why(thrown)
      return false
    } finally {
      this.isBusy = false
    }
  }
}

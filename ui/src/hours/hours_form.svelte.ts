import { api } from '../api'
import type { Undo } from '../frame/undo.svelte'
import { Week } from '../settings/week.svelte'
import { words } from '../words'
import { why } from './calendar.svelte'

/** The week's opening hours while they are edited. */
export class HoursForm {
  readonly week = new Week(api.readHours)
  problem = $state<string>()
  isBusy = $state(false)
  #before = $state('')

  begin(hours: string): void {
    this.#before = hours
    this.problem = undefined
    void this.week.begin(hours)
  }

  get isChanged(): boolean {
    return this.week.hours !== this.#before || this.week.problem !== undefined
  }

  /** Whether it was written. */
  async save(undo: Undo): Promise<boolean> {
    await this.week.check()
    if (this.isBusy || this.week.problem || !this.isChanged) return false
    this.isBusy = true
    this.problem = undefined
    const [before, hours] = [this.#before, this.week.hours]
    const write = async (text: string) => { this.begin((await api.changeOffice({ hours: text })).hours) }
    try {
      await write(hours)
      undo.didStep(words.hours.saved, { back: () => write(before), again: () => write(hours) })
      return true
    } catch (thrown) {
      this.problem = why(thrown)
      return false
    } finally {
      this.isBusy = false
    }
  }

  discard(): void {
    this.begin(this.#before)
  }
}

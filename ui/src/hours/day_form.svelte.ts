import type { DayChange, ReadWhen } from '../api/wire'
import { readLastDay } from '../promise/day'
import { DueDraft } from '../promise/due.svelte'
import { words } from '../words'

/** What holds on a day that differs. */
export type DayKind = 'closed' | 'open' | 'usual'

/** A day that differs from its week, while it is typed. Nothing typed is lost when the core refuses it. */
export class DayForm {
  readonly first = new DueDraft(readLastDay)
  readonly last = new DueDraft(readLastDay)
  /** It was to be added without saying which day. */
  needDay = $state(false)
  kind = $state<DayKind>('closed')
  times = $state('')
  name = $state('')
  yearly = $state(false)
  /** Why it was not taken; it stands beside the times where those were typed. */
  problem = $state<string>()

  /** The change as typed, or nothing where something is missing, which is then said beside its field. */
  async ready(): Promise<DayChange | undefined> {
    this.problem = undefined
    const [first, last] = [dateOf(await this.first.read()), dateOf(await this.last.read())]
    this.needDay = !this.first.typed.trim()
    if (this.kind === 'open' && !this.times.trim()) this.problem = words.hours.needTimes
    if (!first || this.problem || (this.last.typed.trim() && !last)) return undefined
    return { first, yearly: this.yearly, times: this.kind === 'open' ? this.times.trim() : this.kind, name: this.name.trim(), ...(last && last !== first ? { last } : {}) }
  }

  clear(): void {
    this.first.clear()
    this.last.clear()
    this.needDay = false
    this.kind = 'closed'
    this.times = ''
    this.name = ''
    this.yearly = false
    this.problem = undefined
  }
}

function dateOf(when: ReadWhen | undefined): string | undefined {
  return when?.local.slice(0, 10)
}

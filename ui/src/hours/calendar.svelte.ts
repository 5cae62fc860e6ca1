import { api, Load, Refusal } from '../api'
import type { CalendarDay, CalendarShown, DayChange } from '../api/wire'
import type { Undo } from '../frame/undo.svelte'
import { words } from '../words'
import { plusDays, weekOf } from './week_picture'

/** How far ahead days are listed. */
const year = 366

/** `unknown`: what is not known of the holidays that are kept. */
type Shown = { shown: CalendarShown; days: CalendarDay[]; unknown: string[] }

/** The office's calendar: its week, and the days that differ, of this week and the year to come. */
export class OfficeCalendar {
  readonly load: Load<Shown>
  readonly #today: () => string
  readonly #undo: Undo

  constructor(today: () => string, undo: Undo) {
    this.#today = today
    this.#undo = undo
    this.load = new Load(() => this.#read())
  }

  /** The days from today on that are not as their weekday says. */
  get coming(): CalendarDay[] {
    return this.#ahead('regional', false)
  }

  /** The days from today on that some part of the country keeps, and the office does not. */
  get regional(): CalendarDay[] {
    return this.#ahead('regional', true)
  }

  /** Sets days; `said` is told with the way back. Throws the refusal. */
  async set(said: string, changes: readonly DayChange[]): Promise<void> {
    const before = changes.flatMap((change) => this.#before(change))
    await setAll(changes)
    this.#undo.didStep(said, { back: () => setAll(before), again: () => setAll(changes) })
    await this.load.again()
  }

  /** What is set by the office itself for the days of a change, as changes that set it again. */
  #before({ first = '', last, yearly = false }: DayChange): DayChange[] {
    const before: DayChange[] = []
    for (let date = first; date <= (last ?? first); date = plusDays(date, 1)) {
      const day = this.load.value?.days.find((one) => one.day === date && one.source === (yearly ? 'yearly' : 'own'))
      before.push({ first: date, yearly, times: day?.times ?? '', name: day?.name ?? '' })
    }
    return before
  }

  #ahead(source: CalendarDay['source'], wanted: boolean): CalendarDay[] {
    const today = this.#today()
    const until = plusDays(today, year)
    return (this.load.value?.days ?? []).filter((day) => (day.source === source) === wanted && day.day >= today && day.day < until)
  }

  async #read(): Promise<Shown> {
    const shown = await api.calendar()
    return { shown, ...(await daysAround(this.#today())) }
  }
}

/** The days that differ, from the week of a date until the end of the year after it. `holidays`: as if those were kept. */
export async function daysAround(today: string, holidays?: string): Promise<{ days: CalendarDay[]; unknown: string[] }> {
  const first = Number((weekOf(today, 6)[0] ?? today).slice(0, 4))
  const last = Number(today.slice(0, 4)) + 1
  const years = Array.from({ length: last - first + 1 }, (_, n) => first + n)
  const answers = await Promise.all(years.map((one) => api.calendarDays(one, holidays)))
  return { days: answers.flatMap((answer) => answer.days), unknown: answers[0]?.notes ?? [] }
}

async function setAll(changes: readonly DayChange[]): Promise<void> {
  for (const change of changes) await api.setDays(change)
}

/** The sentence of a refusal, or that there was no answer. */
export function why(thrown: unknown): string {
  return thrown instanceof Refusal ? thrown.message : words.failed.silent
}

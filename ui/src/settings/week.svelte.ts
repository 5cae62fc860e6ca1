import { Refusal } from '../api'
import type { OpenSpan, ReadHours } from '../api/wire'
import { words } from '../words'

/** The days as the core's setting names them, from Monday. */
const short = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
/** Days that are proposed as open where nothing was. */
const working = 5

/** Opening hours while they are edited day by day. The core reads every change and says what is wrong with it. */
export class Week {
  isAlways = $state(true)
  days = $state<OpenSpan[][]>(short.map(() => []))
  problem = $state<string>()
  /** The day that the problem is about, where one day alone has it. */
  problemDay = $state<number>()
  /** The week as the core read it last. */
  read = $state.raw<readonly (readonly OpenSpan[])[]>(short.map(() => []))
  /** The setting as the core writes it; what it was before, while there is a problem. */
  hours = $state('')
  #asked = 0
  /** What a day had before it was closed, to have it again. */
  readonly #before = new Map<number, OpenSpan[]>()
  readonly #read: (text: string) => Promise<ReadHours>

  constructor(read: (text: string) => Promise<ReadHours>) {
    this.#read = read
  }

  /** Begins with the hours that are set. */
  async begin(hours: string): Promise<void> {
    this.isAlways = hours === ''
    this.hours = hours
    this.problem = undefined
    this.problemDay = undefined
    const turn = ++this.#asked
    const read = await this.#read(hours)
    if (turn !== this.#asked) return
    this.days = read.week.map((spans) => spans.map((span) => ({ ...span })))
    this.read = read.week
  }

  add(day: number): void {
    const last = this.days[day]?.at(-1)
    this.days[day]?.push(last ? { from: last.to, to: '' } : { from: words.settings.office.proposal, to: words.settings.office.proposalEnd })
    void this.check()
  }

  remove(day: number, at: number): void {
    this.days[day]?.splice(at, 1)
    void this.check()
  }

  /** Gives other days the times of `day`. */
  copy(day: number, others: Iterable<number>): void {
    const times = this.days[day] ?? []
    for (const other of others) this.days[other] = times.map((span) => ({ ...span }))
    void this.check()
  }

  /** Closes a day, or opens it as it was before. */
  setOpen(day: number, isOpen: boolean): void {
    const spans = this.days[day] ?? []
    if (isOpen && spans.length === 0) {
      const before = this.#before.get(day)
      if (before) this.days[day] = before
      else this.add(day)
    } else if (!isOpen) {
      this.#before.set(day, spans)
      this.days[day] = []
    }
    void this.check()
  }

  /** Whether the office is open at all times, or as the week says; a first week is proposed. */
  setAlways(isAlways: boolean): void {
    this.isAlways = isAlways
    if (!isAlways && this.days.every((day) => day.length === 0)) {
      this.add(0)
      this.copy(0, Array.from({ length: working }, (_, day) => day))
    } else void this.check()
  }

  /** The setting as typed. */
  get text(): string {
    if (this.isAlways) return ''
    return this.days.map((_, day) => this.#rule(day)).filter(Boolean).join('; ') || 'sun closed'
  }

  /** Asks the core to read it; of several questions the last counts. */
  async check(): Promise<void> {
    const turn = ++this.#asked
    try {
      const read = await this.#read(this.text)
      if (turn !== this.#asked) return
      this.hours = read.hours
      this.read = read.week
      this.problem = undefined
      this.problemDay = undefined
    } catch (thrown) {
      const day = await this.#wrongDay()
      if (turn !== this.#asked) return
      this.problem = thrown instanceof Refusal ? thrown.message : words.failed.silent
      this.problemDay = day
    }
  }

  /** The first day that cannot be read by itself. */
  async #wrongDay(): Promise<number | undefined> {
    for (const day of this.days.keys()) {
      const rule = this.isAlways ? '' : this.#rule(day)
      const isRead = !rule || (await this.#read(rule).then(() => true, () => false))
      if (!isRead) return day
    }
    return undefined
  }

  #rule(day: number): string {
    const spans = this.days[day] ?? []
    return spans.length > 0 ? `${short[day] ?? ''} ${spans.map(({ from, to }) => `${from.trim()}-${to.trim()}`).join(',')}` : ''
  }
}

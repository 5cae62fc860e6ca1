import { Refusal } from '../api'
import type { OpenSpan, ReadHours } from '../api/wire'
import { words } from '../words'

/** The days as the core's setting names them, from Monday. */
const short = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
/** Days that take over Monday's times at once. */
const working = 5

/** Opening hours while they are edited day by day. The core reads every change and says what is wrong with it. */
export class Week {
  isAlways = $state(true)
  days = $state<OpenSpan[][]>(short.map(() => []))
  problem = $state<string>()
  /** The setting as the core writes it; what it was before, while there is a problem. */
  hours = $state('')
  #asked = 0
  readonly #read: (text: string) => Promise<ReadHours>

  constructor(read: (text: string) => Promise<ReadHours>) {
    this.#read = read
  }

  /** Begins with the hours that are set. */
  async begin(hours: string): Promise<void> {
    this.isAlways = hours === ''
    this.hours = hours
    this.problem = undefined
    const turn = ++this.#asked
    const read = await this.#read(hours)
    if (turn === this.#asked) this.days = read.week
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

  /** Gives the working days the times of `day`. */
  copy(day: number): void {
    const times = this.days[day] ?? []
    for (let other = 0; other < working; other++) this.days[other] = times.map((span) => ({ ...span }))
    void this.check()
  }

  /** Whether the office is open at all times, or as the week says; a first week is proposed. */
  setAlways(isAlways: boolean): void {
    this.isAlways = isAlways
    if (!isAlways && this.days.every((day) => day.length === 0)) {
      this.add(0)
      this.copy(0)
    } else void this.check()
  }

  /** The setting as typed. */
  get text(): string {
    if (this.isAlways) return ''
    const rules = this.days.flatMap((spans, day) =>
      spans.length > 0 ? [`${short[day] ?? ''} ${spans.map(({ from, to }) => `${from.trim()}-${to.trim()}`).join(',')}`] : [],
    )
    return rules.join('; ') || 'sun closed'
  }

  /** Asks the core to read it; of several questions the last counts. */
  async check(): Promise<void> {
    const turn = ++this.#asked
    try {
      const read = await this.#read(this.text)
      if (turn !== this.#asked) return
      this.hours = read.hours
      this.problem = undefined
    } catch (thrown) {
      if (turn === this.#asked) this.problem = thrown instanceof Refusal ? thrown.message : words.failed.silent
    }
  }
}

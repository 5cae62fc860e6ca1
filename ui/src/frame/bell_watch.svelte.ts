import type { BellState } from '../api/host'

/** How often it is asked how the bell stands. In milliseconds. */
const beat = 15_000

/** As long as nobody knows how the bell stands, nothing is said of it. */
const unknown: BellState = { looked_at: null, stuck: false, paused_until: null, unread: [], service: 'unknown', quiet_until: null }

/** How the bell stands: whether it runs, is paused or kept by quiet hours, and whether the desktop takes notifications. */
export class BellWatch {
  state = $state.raw<BellState>(unknown)
  readonly #read: () => Promise<BellState>
  readonly #now: () => number

  /** `now`: the desk's clock, in milliseconds since 1970. */
  constructor(read: () => Promise<BellState>, now: () => number) {
    this.#read = read
    this.#now = now
  }

  /** Until when reminders are paused, while they are. */
  get pausedUntil(): string | undefined {
    return this.#ahead(this.state.paused_until)
  }

  /** When the quiet hours end that keep reminders now. */
  get quietUntil(): string | undefined {
    return this.#ahead(this.state.quiet_until)
  }

  /** Whether the desktop shows nothing, so that the window alone says what is due. */
  get isAlone(): boolean {
    return this.state.service === 'none' || this.state.service === 'refuses'
  }

  async again(): Promise<void> {
    try {
      this.state = await this.#read()
    } catch {
      // Whoever cannot say how the bell stands says nothing of a pause either.
      this.state = { ...unknown, paused_until: this.state.paused_until }
    }
  }

  /** What was just chosen holds at once; the bell says the same when it is asked next. */
  pausedTo(until: string | null): void {
    this.state = { ...this.state, paused_until: until }
  }

  /** Asks until the returned function is called. */
  run(): () => void {
    void this.again()
    const timer = setInterval(() => void this.again(), beat)
    return () => clearInterval(timer)
  }

  #ahead(until: string | null): string | undefined {
    return until !== null && Date.parse(until) > this.#now() ? until : undefined
  }
}

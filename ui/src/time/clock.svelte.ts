/** A minute's quarter: often enough for "in 6 min", rarely enough to cost nothing. In milliseconds. */
const beat = 15_000

/** The desk's clock: the core's time, carried on by this computer's. The only place of the UI that reads one. */
export class Clock {
  /** Milliseconds since 1970, UTC. Moves on every quarter of a minute. */
  now = $state(Date.now())
  #ahead = 0

  /** Sets the clock by what the core says the time is. */
  set(instant: string): void {
    this.#ahead = Date.parse(instant) - Date.now()
    this.tick()
  }

  tick(): void {
    this.now = Date.now() + this.#ahead
  }

  /** Runs until the returned function is called; tells of every new minute. */
  run(tellMinute: () => void): () => void {
    const timer = setInterval(() => {
      const before = Math.floor(this.now / 60_000)
      this.tick()
      if (Math.floor(this.now / 60_000) !== before) tellMinute()
    }, beat)
    return () => clearInterval(timer)
  }
}

import { words } from '../words'
import { type Refusal, refusal } from './host'

/** Skeletons come only after this long: a local read is faster. In milliseconds. */
const patience = 200

/** Something read from the core: its value, or why there is none. Of overlapping reads the last one asked counts. */
export class Load<T> {
  value = $state.raw<T>()
  failure = $state.raw<Refusal>()
  /** True while the first answer takes long enough to be noticed. */
  slow = $state(false)
  #asked = 0
  #newest: Promise<T | undefined> = Promise.resolve(undefined)
  readonly #read: () => Promise<T>

  constructor(read: () => Promise<T>) {
    this.#read = read
  }

  /** Reads again; what was there stays on screen meanwhile. Of overlapping reads each resolves with the last, so that nobody goes on from an older answer. */
  again(): Promise<T | undefined> {
    this.#newest = this.#again()
    return this.#newest
  }

  async #again(): Promise<T | undefined> {
    const turn = ++this.#asked
    const wait = setTimeout(() => {
      if (turn === this.#asked && this.value === undefined) this.slow = true
    }, patience)
    try {
      const value = await this.#read()
      if (turn !== this.#asked) return this.#newest
      this.value = value
      this.failure = undefined
    } catch (thrown) {
      if (turn !== this.#asked) return this.#newest
      this.failure = refusal(thrown, words.failed.silent)
    } finally {
      clearTimeout(wait)
      if (turn === this.#asked) this.slow = false
    }
    return this.value
  }

  /** Forgets what was read, so that nothing of one customer shows under another's name. */
  forget(): void {
    this.#asked++
    this.#newest = Promise.resolve(undefined)
    this.value = undefined
    this.failure = undefined
    this.slow = false
  }
}

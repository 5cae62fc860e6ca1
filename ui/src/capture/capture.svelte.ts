import { api, Refusal } from '../api'
import type { Captured, Id } from '../api/wire'
import { sentences } from './sentences'

/** What one sentence of a text was understood as. */
export type Understood = Captured & { sentence: string }

/** Texts are longer than promises: only so many sentences from the end are looked at. */
const most = 4

/** What a text promises, read by the core while it is typed. Of overlapping readings the last one asked counts. */
export class Capture {
  /** The last sentence that promises something, or that could; nothing where all of it is a note. */
  read = $state.raw<Understood>()
  /** `read` is still of what was typed before. */
  isStale = $state(false)
  /** Resolves once `read` is of the text asked last: nothing is saved by the reading of an earlier letter. */
  answered: Promise<void> = Promise.resolve()
  readonly #known = new Map<string, Captured>()
  #asked = 0
  #absent = false

  ask(text: string, customer: Id | undefined): void {
    this.isStale = true
    this.answered = this.#ask(text, customer, ++this.#asked)
  }

  clear(): void {
    this.#asked++
    this.answered = Promise.resolve()
    this.#known.clear()
    this.isStale = false
    this.read = undefined
  }

  async #ask(text: string, customer: Id | undefined, turn: number): Promise<void> {
    const before = new Map(this.#known)
    let found: Understood | undefined
    for (const sentence of sentences(text).slice(-most).reverse()) {
      const known = before.get(sentence) ?? (await this.#understand(sentence, customer))
      if (turn !== this.#asked) return this.answered
      if (!known) continue
      this.#known.set(sentence, known)
      if (known.promise || known.problems.length > 0) {
        found = { ...known, sentence }
        break
      }
    }
    this.isStale = false
    this.read = found
  }

  async #understand(sentence: string, customer: Id | undefined): Promise<Captured | undefined> {
    if (this.#absent) return undefined
    try {
      return await api.capture(sentence, customer)
    } catch (thrown) {
      // A core that has no such call understands nothing; anything else is tried again with the next letter.
      this.#absent = thrown instanceof Refusal && thrown.code === 'not_found'
      return undefined
    }
  }
}

/** Whether it can be saved as it was understood: there is a promise, it says what, and its time is still to come. */
export function isDecided(read: Captured): boolean {
  return read.promise !== null && !read.problems.some((problem) => problem.code === 'no_text' || problem.code === 'past')
}

/** Lines that could be meant instead, at most nine: each has a digit. */
export function offers(read: Captured): string[] {
  return [...new Set(read.problems.flatMap((problem) => problem.suggest))].slice(0, 9)
}

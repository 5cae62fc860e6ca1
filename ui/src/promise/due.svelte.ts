import { api, Refusal } from '../api'
import type { ReadWhen } from '../api/wire'
import { textIn } from '../draft/field'
import { words } from '../words'

/** A time being typed, and how the core reads it. Of overlapping readings the last one asked counts. */
export class DueDraft {
  typed = $state('')
  when = $state.raw<ReadWhen>()
  problem = $state<string>()
  suggest = $state.raw<readonly string[]>([])
  /** What is said here is still of what was typed before. */
  isStale = $state(false)
  #asked = 0
  readonly #read: (text: string) => Promise<ReadWhen>

  constructor(read: (text: string) => Promise<ReadWhen> = api.readWhen) {
    this.#read = read
  }

  /** Reads what is typed; also once more before it is saved. Gives what that text is, also where another is read by now. */
  async read(typed = this.typed): Promise<ReadWhen | undefined> {
    this.typed = typed
    const turn = ++this.#asked
    if (!typed.trim()) {
      this.#take(undefined, undefined, [])
      return undefined
    }
    this.isStale = true
    try {
      const when = await this.#read(typed)
      if (turn === this.#asked) this.#take(when, when.problems[0]?.message, when.problems.flatMap((one) => one.suggest))
      return when
    } catch (thrown) {
      const told = thrown instanceof Refusal ? thrown : undefined
      if (turn === this.#asked) this.#take(undefined, told?.message ?? words.failed.silent, told?.suggest ?? [])
      return undefined
    }
  }

  /** Takes back what was kept under `due`, and reads it by today's calendar. */
  fill(kept: unknown): void {
    const typed = textIn(kept, 'due')
    this.typed = typed
    if (typed) void this.read()
  }

  clear(): void {
    this.#asked++
    this.typed = ''
    this.#take(undefined, undefined, [])
  }

  #take(when: ReadWhen | undefined, problem: string | undefined, suggest: readonly string[]): void {
    this.isStale = false
    this.when = when
    this.problem = problem
    this.suggest = suggest
  }
}

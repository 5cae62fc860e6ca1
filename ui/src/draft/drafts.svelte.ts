import { untrack } from 'svelte'
import type { Draft } from '../api/wire'

/** How long typing waits at most before it is kept, in milliseconds: well under the second that may be lost. */
const wait = 400

/** Where drafts lie. */
export type Store = { list: () => Promise<readonly Draft[]>; put: (key: string, value: string | null) => Promise<unknown> }

/** What is half-typed, kept on the disk while it is typed. Each form says what there is to keep; nothing, and the draft is gone. */
export class Drafts {
  /** The keys of what is on the disk, the latest first. */
  kept = $state.raw<readonly string[]>([])
  /** Something could not be kept; it is tried again with the next letter. */
  failed = $state(false)
  readonly #store: Store
  readonly #values = new Map<string, string>()
  readonly #waiting = new Map<string, string | null>()
  #followed: (() => void)[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #written: Promise<void> = Promise.resolve()

  constructor(store: Store) {
    this.#store = store
  }

  /** Lets go of all forms and reads the drafts of whoever is signed in now. */
  async open(): Promise<void> {
    this.close()
    this.#take(await this.#store.list().catch(() => []))
  }

  /** Reads what another window has kept or thrown away since; what is followed here is followed on. */
  async again(): Promise<void> {
    await this.flush()
    const drafts = await this.#store.list().catch(() => undefined)
    if (drafts && this.#waiting.size === 0) this.#take(drafts)
  }

  #take(drafts: readonly Draft[]): void {
    this.#values.clear()
    for (const { key, value } of drafts) this.#values.set(key, value)
    this.kept = drafts.map((draft) => draft.key)
  }

  /** Follows nothing any more; what was typed last is written. */
  close(): void {
    for (const stop of this.#followed) stop()
    this.#followed = []
    void this.flush()
  }

  /** What was kept under `key`; nothing where there is no draft, or one that cannot be read. */
  read(key: string): unknown {
    try {
      const value = this.#values.get(key)
      return value === undefined ? undefined : JSON.parse(value)
    } catch {
      return undefined
    }
  }

  has(key: string): boolean {
    return this.kept.includes(key)
  }

  /** Keeps what `snapshot` says under `key` from now on, whenever it changes; `undefined`: there is nothing to keep. */
  follow(key: string, snapshot: () => unknown): () => void {
    const stop = $effect.root(() => {
      $effect(() => {
        const value = snapshot()
        untrack(() => this.put(key, value))
      })
    })
    this.#followed.push(stop)
    return stop
  }

  put(key: string, value: unknown): void {
    const text = value === undefined ? undefined : JSON.stringify(value)
    if (text === this.#values.get(key)) return
    if (text === undefined) this.#values.delete(key)
    else this.#values.set(key, text)
    this.#waiting.set(key, text ?? null)
    // What was saved must not come back as a draft, so that its draft goes at once.
    if (text === undefined) void this.flush()
    else this.#timer ??= setTimeout(() => void this.flush(), wait)
  }

  /** Writes what is waiting, and resolves once it is on the disk. */
  flush(): Promise<void> {
    const waiting = this.#takeWaiting()
    if (waiting.length === 0) return this.#written
    const before = this.#written
    this.#written = (async () => {
      await before
      for (const [key, value] of waiting) await this.#write(key, value)
    })()
    return this.#written
  }

  /** Writes what is waiting without waiting for what is being written: a page that goes does not live to see it. */
  leave(): void {
    for (const [key, value] of this.#takeWaiting()) void this.#write(key, value)
  }

  #takeWaiting(): [string, string | null][] {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    return waiting
  }

  async #write(key: string, value: string | null): Promise<void> {
    try {
      await this.#store.put(key, value)
      const others = this.kept.filter((one) => one !== key)
      this.kept = value === null ? others : [key, ...others]
      this.failed = false
    } catch {
      // A newer letter goes before the one that failed.
      if (!this.#waiting.has(key)) this.#waiting.set(key, value)
      this.failed = true
    }
  }
}

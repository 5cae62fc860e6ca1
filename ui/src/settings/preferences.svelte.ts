import { SvelteMap } from 'svelte/reactivity'

/** Where choices are kept between two starts. */
export type Keeper = { list: () => Promise<Record<string, unknown>>; set: (name: string, value: unknown) => Promise<unknown> }

/** This desk's own choices, as the core keeps them. What is chosen holds at once; keeping it is not waited for. */
export class Preferences {
  readonly #values = new SvelteMap<string, unknown>()
  readonly #keeper: Keeper
  readonly #unkept = new Set<string>()

  constructor(keeper: Keeper) {
    this.#keeper = keeper
  }

  /** Reads what was chosen before, or in another window. What is chosen here and not kept yet stays. */
  async load(): Promise<void> {
    const before = new Map(this.#values)
    const kept = await this.#keeper.list()
    const isChosen = (name: string) => this.#unkept.has(name) || this.#values.get(name) !== before.get(name)
    for (const [name, value] of Object.entries(kept)) if (!isChosen(name)) this.#values.set(name, value)
  }

  /** What was chosen, if it is one of these; else the first of them. */
  oneOf<T>(name: string, choices: readonly [T, ...T[]]): T {
    const value = this.#values.get(name)
    return choices.find((choice) => choice === value) ?? choices[0]
  }

  get(name: string): unknown {
    return this.#values.get(name)
  }

  async set(name: string, value: unknown): Promise<void> {
    this.#values.set(name, value)
    this.#unkept.add(name)
    await this.#keeper.set(name, value)
    this.#unkept.delete(name)
  }
}

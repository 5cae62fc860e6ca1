import { hearKeys, type Keys } from '../frame/keys'
import { arrivesAs, type Combo, isSingle, printedAs } from './combo'
import { fixed, type FixedName, type KeyName, table } from './table'

/** What a key does; what answers `false` leaves it to the next. */
export type Act = () => unknown
/** What some keys do for as long as it is on screen. Where `may` says no, the key means nothing and is not offered. */
type Heard = { acts: Partial<Record<KeyName, Act>>; may: (name: KeyName) => boolean; stop: () => void }

/** What this desk changed of the keys, as it is kept. */
export type KeyChanges = { letters: boolean; keys: Partial<Record<KeyName, readonly Combo[]>> }
/** Who else has a key: one that can give it away, or one that cannot. */
export type Taken = { by: KeyName } | { fixed: FixedName }

/** Which key does what at this desk, and what can be done just now. */
export class Keymap {
  letters = $state(true)
  #changed = $state.raw<KeyChanges['keys']>({})
  #heard = $state.raw<readonly Heard[]>([])
  readonly #save: (changes: KeyChanges) => Promise<unknown>

  constructor(save: (changes: KeyChanges) => Promise<unknown>) {
    this.#save = save
  }

  /** Takes what was kept; what this version does not know of it is left aside. */
  take(kept: unknown): void {
    const { letters, keys } = (typeof kept === 'object' && kept !== null ? kept : {}) as Partial<Record<string, unknown>>
    this.letters = letters !== false
    const known: KeyChanges['keys'] = {}
    for (const { name } of table) {
      const combos = (keys as Record<string, unknown> | undefined)?.[name]
      if (Array.isArray(combos)) known[name] = combos.filter((combo): combo is Combo => typeof combo === 'string' && combo !== '')
    }
    this.#changed = known
    this.#bindAgain()
  }

  /** The keys given to it, whether or not letters are switched off. */
  given(name: KeyName): readonly Combo[] {
    return this.#changed[name] ?? table.find((entry) => entry.name === name)?.keys ?? []
  }

  /** The keys that do it now. */
  of(name: KeyName): readonly Combo[] {
    return this.given(name).filter((combo) => this.letters || !isSingle(combo))
  }

  /** Its first key as printed on the keyboard, where it has one. */
  label(name: KeyName): string | undefined {
    const [first] = this.of(name)
    return first === undefined ? undefined : printedAs(first)
  }

  isChanged(name: KeyName): boolean {
    return this.#changed[name] !== undefined
  }

  /** Hears the keys of these until the returned function is called. Where two do the same, the earlier one is asked first. */
  hear(acts: Heard['acts'], may: Heard['may'] = () => true): () => void {
    const heard: Heard = { acts, may, stop: () => undefined }
    heard.stop = this.#bind(heard)
    this.#heard = [...this.#heard, heard]
    return () => {
      heard.stop()
      this.#heard = this.#heard.filter((one) => one !== heard)
    }
  }

  /** What can be done just now, in the order of the table. */
  get offered(): readonly KeyName[] {
    return table.map((entry) => entry.name).filter((name) => this.#heard.some((heard) => heard.acts[name] && heard.may(name)))
  }

  /** Does it as its key would. */
  run(name: KeyName): void {
    this.#heard.some((heard) => heard.may(name) && heard.acts[name] !== undefined && heard.acts[name]() !== false)
  }

  /** Who else has that key; nobody where it is free. */
  taken(name: KeyName, combo: Combo): Taken | undefined {
    const never = fixed.find((entry) => entry.keys.includes(combo))
    if (never) return { fixed: never.name }
    const other = table.find((entry) => entry.name !== name && this.given(entry.name).includes(combo))
    return other && { by: other.name }
  }

  /** Gives it that key alone, and takes the key from whoever had it. Nothing where the key cannot be given away. */
  async give(name: KeyName, combo: Combo | undefined): Promise<void> {
    const taken = combo === undefined ? undefined : this.taken(name, combo)
    if (taken && 'fixed' in taken) return
    const without = taken ? { [taken.by]: this.given(taken.by).filter((one) => one !== combo) } : {}
    await this.#change({ ...this.#changed, ...without, [name]: combo === undefined ? [] : [combo] })
  }

  /** Gives it the keys it began with; who had one of them meanwhile loses it. */
  async reset(name: KeyName): Promise<void> {
    const { [name]: gone, ...rest } = this.#changed
    const back = table.find((entry) => entry.name === name)?.keys ?? []
    const others = (Object.entries(rest) as [KeyName, readonly Combo[]][]).map(([other, combos]) => [other, combos.filter((combo) => !back.includes(combo))])
    if (gone) await this.#change(Object.fromEntries(others) as KeyChanges['keys'])
  }

  async resetAll(): Promise<void> {
    await this.#change({})
  }

  async switchLetters(on: boolean): Promise<void> {
    this.letters = on
    await this.#change(this.#changed)
  }

  async #change(keys: KeyChanges['keys']): Promise<void> {
    this.#changed = keys
    this.#bindAgain()
    await this.#save({ letters: this.letters, keys })
  }

  #bindAgain(): void {
    for (const heard of this.#heard) {
      heard.stop()
      heard.stop = this.#bind(heard)
    }
  }

  #bind({ acts, may }: Heard): () => void {
    const keys: Keys = {}
    for (const [name, act] of Object.entries(acts) as [KeyName, Act][]) {
      for (const combo of this.of(name).flatMap(arrivesAs)) keys[combo] = () => (may(name) ? act() : false)
    }
    return hearKeys(keys)
  }
}

import type { Drafts } from './drafts.svelte'
import { lasting } from './lasting.svelte'

/** One text being typed over another: an entry being corrected, a sticky note. */
export class TextDraft {
  text = $state('')
  #start = $state.raw('')

  constructor(start: string, kept: unknown) {
    this.#start = start
    this.text = typeof kept === 'string' ? kept : start
  }

  readonly isChanged = $derived(this.text !== this.#start)

  /** Back to what it began with. */
  clear(): void {
    this.text = this.#start
  }
}

/** Such texts, each under its key for as long as the window lives. */
export class TextDrafts {
  readonly #drafts: Drafts
  readonly #all = new Map<string, TextDraft>()

  constructor(drafts: Drafts) {
    this.#drafts = drafts
  }

  of(key: string, start: string): TextDraft {
    let draft = this.#all.get(key)
    if (!draft) {
      const made = (draft = lasting(() => new TextDraft(start, this.#drafts.read(key))))
      this.#all.set(key, made)
      this.#drafts.follow(key, () => (made.isChanged ? made.text : undefined))
    }
    return draft
  }

  /** It was saved or thrown away: the next one begins anew. */
  done(key: string): void {
    this.#all.get(key)?.clear()
    this.#all.delete(key)
    this.#drafts.put(key, undefined)
  }
}

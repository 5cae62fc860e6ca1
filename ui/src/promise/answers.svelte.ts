import type { Id } from '../api/wire'
import { draftKey } from '../customer/composer.svelte'
import type { Drafts } from '../draft/drafts.svelte'
import { textIn } from '../draft/field'
import { lasting } from '../draft/lasting.svelte'
import { PromiseDraft } from './draft.svelte'
import { DueDraft } from './due.svelte'

/** What was typed into the question of one action, kept until it is done. */
export class Answers {
  text = $state('')
  member = $state('')
  readonly due = new DueDraft()
  /** What is promised next, in one line. */
  readonly next = new PromiseDraft()

  readonly isEmpty = $derived(!this.text.trim() && !this.member && !this.due.typed.trim() && this.next.isEmpty)

  snapshot(): unknown {
    if (this.isEmpty) return undefined
    return { text: this.text, member: this.member, due: this.due.typed, next: this.next.text }
  }

  fill(kept: unknown): void {
    this.text = textIn(kept, 'text')
    this.member = textIn(kept, 'member')
    this.due.fill(kept)
    this.next.text = textIn(kept, 'next')
  }

  clear(): void {
    this.text = ''
    this.member = ''
    this.due.clear()
    this.next.clear()
  }
}

/** The answers to every question that was opened: half an answer waits where it was begun. */
export class AllAnswers {
  readonly #all = new Map<string, Answers>()
  readonly #drafts: Drafts

  constructor(drafts: Drafts) {
    this.#drafts = drafts
  }

  of(promise: Id, action: string): Answers {
    const key = draftKey.answer(promise, action)
    let answers = this.#all.get(key)
    if (!answers) {
      const made = (answers = lasting(() => new Answers()))
      this.#all.set(key, made)
      made.fill(this.#drafts.read(key))
      this.#drafts.follow(key, () => made.snapshot())
    }
    return answers
  }
}

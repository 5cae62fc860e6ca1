import type { Id } from '../api/wire'
import { draftKey } from '../customer/composer.svelte'
import type { Drafts } from '../draft/drafts.svelte'
import { choiceIn, textIn } from '../draft/field'
import { DueDraft } from './due.svelte'

/** What was typed into the question of one action, kept until it is done. */
export class Answers {
  text = $state('')
  member = $state('')
  agreed = $state<'yes' | 'no'>('yes')
  readonly due = new DueDraft()

  readonly isEmpty = $derived(!this.text.trim() && !this.member && this.agreed === 'yes' && !this.due.typed.trim())

  snapshot(): unknown {
    if (this.isEmpty) return undefined
    return { text: this.text, member: this.member, agreed: this.agreed, due: this.due.typed }
  }

  fill(kept: unknown): void {
    this.text = textIn(kept, 'text')
    this.member = textIn(kept, 'member')
    this.agreed = choiceIn(kept, 'agreed', ['yes', 'no'])
    this.due.fill(kept)
  }

  clear(): void {
    this.text = ''
    this.member = ''
    this.agreed = 'yes'
    this.due.clear()
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
      const made = (answers = new Answers())
      this.#all.set(key, made)
      made.fill(this.#drafts.read(key))
      this.#drafts.follow(key, () => made.snapshot())
    }
    return answers
  }
}

import type { Id } from '../api/wire'
import { fieldIn, textIn } from '../draft/field'
import { words } from '../words'
import { DueDraft } from './due.svelte'

/** A promise being typed. */
export class PromiseDraft {
  text = $state('')
  /** Empty: the one who is signed in. */
  owner = $state('')
  tentative = $state(false)
  readonly due = new DueDraft()
  needs = $state.raw<{ text?: string; due?: string }>({})

  readonly isEmpty = $derived(!this.text.trim() && !this.due.typed.trim())

  /** What to send, or nothing where something is missing, which then stands beside its field. */
  async ready(me: string): Promise<{ text: string; due: string; owner: string; tentative: boolean } | undefined> {
    const when = await this.due.read()
    const text = this.text.trim()
    this.needs = {
      ...(text ? {} : { text: words.promise.needWhat }),
      ...(this.due.typed.trim() ? {} : { due: words.promise.needDue }),
    }
    if (!text || !when) return undefined
    return { text, due: when.at, owner: this.owner || me, tentative: this.tentative }
  }

  snapshot(): unknown {
    return { text: this.text, owner: this.owner, tentative: this.tentative, due: this.due.typed }
  }

  /** Takes back what was kept; the time is read anew, since it is another day now. */
  fill(kept: unknown): void {
    this.text = textIn(kept, 'text')
    this.owner = textIn(kept, 'owner')
    this.tentative = fieldIn(kept, 'tentative') === true
    this.due.fill(kept)
  }

  clear(): void {
    this.text = ''
    this.owner = ''
    this.tentative = false
    this.due.clear()
    this.needs = {}
  }
}

/** Whom a promise is made to. */
export type Who = { id: Id; name: string }

/** A promise being typed away from any customer's page, so that it also says to whom. */
export class NewPromiseDraft {
  who = $state.raw<Who>()
  readonly promise = new PromiseDraft()

  /** Whom it is for where nothing was typed yet; half a promise stays with whom it was begun for. */
  beginFor(who: Who | undefined): void {
    if (this.promise.isEmpty || !this.who) this.who = who ?? this.who
  }

  snapshot(): unknown {
    return this.promise.isEmpty ? undefined : { who: this.who, promise: this.promise.snapshot() }
  }

  fill(kept: unknown): void {
    const who = fieldIn(kept, 'who')
    const id = textIn(who, 'id')
    this.who = id ? { id, name: textIn(who, 'name') } : undefined
    this.promise.fill(fieldIn(kept, 'promise'))
  }

  clear(): void {
    this.who = undefined
    this.promise.clear()
  }
}

import type { Id, OnClosed } from '../api/wire'
import { fieldIn, textIn } from '../draft/field'
import { words } from '../words'
import { DueDraft } from './due.svelte'
import { RepeatDraft } from './repeat.svelte'

/** A promise as it is sent. */
export type ReadyPromise = { text: string; due: string; owner: string; tentative: boolean; repeat?: string; on_closed?: OnClosed }

/** A promise being typed. */
export class PromiseDraft {
  text = $state('')
  /** Empty: the one who is signed in. */
  owner = $state('')
  tentative = $state(false)
  readonly due = new DueDraft()
  readonly repeat = new RepeatDraft()
  needs = $state.raw<{ text?: string; due?: string; repeat?: string }>({})

  readonly isEmpty = $derived(!this.text.trim() && !this.due.typed.trim() && !this.repeat.isOn)

  /** What to send, or nothing where something is missing, which then stands beside its field. A rule in words may say all of the time. */
  async ready(me: string): Promise<ReadyPromise | undefined> {
    const when = await this.due.read()
    const repeat = await this.repeat.read(when)
    const text = this.text.trim()
    const isTimed = this.due.typed.trim() !== '' || (this.repeat.kind === 'words' && this.repeat.typed.trim() !== '')
    const needsRule = this.repeat.isOn && !this.repeat.waits(when) && !repeat
    this.needs = {
      ...(text ? {} : { text: words.promise.needWhat }),
      ...(isTimed ? {} : { due: words.promise.needDue }),
      ...(needsRule ? { repeat: words.repeat.needRule } : {}),
    }
    if (!text || needsRule || (this.due.typed.trim() !== '' && !when) || (!when && !repeat)) return undefined
    const promise = { text, due: when?.at ?? '', owner: this.owner || me, tentative: this.tentative }
    return repeat ? { ...promise, repeat, on_closed: this.repeat.onClosed } : promise
  }

  snapshot(): unknown {
    return { text: this.text, owner: this.owner, tentative: this.tentative, due: this.due.typed, repeat: this.repeat.snapshot() }
  }

  /** Takes back what was kept; the time is read anew, since it is another day now. */
  fill(kept: unknown): void {
    this.text = textIn(kept, 'text')
    this.owner = textIn(kept, 'owner')
    this.tentative = fieldIn(kept, 'tentative') === true
    this.due.fill(kept)
    this.repeat.fill(fieldIn(kept, 'repeat'))
  }

  clear(): void {
    this.text = ''
    this.owner = ''
    this.tentative = false
    this.due.clear()
    this.repeat.clear()
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

import type { Id, OnClosed } from '../api/wire'
import { Capture, isDecided, offers } from '../capture/capture.svelte'
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
  /** The words read as one line, which may also say by when and whose. */
  readonly capture = new Capture()
  /** The clerk said that the words mean just what they say. */
  isPlain = $state(false)

  /** Whether the words may say when: nothing else does. */
  readonly isLine = $derived(!this.due.typed.trim() && !this.repeat.isOn)
  readonly read = $derived(this.isLine ? this.capture.read : undefined)
  /** The promise as the line says it; nothing where a field beside it says when, or it is not clear yet. */
  readonly said = $derived((!this.isPlain && this.read && isDecided(this.read) && this.read.promise) || undefined)

  readonly isEmpty = $derived(!this.text.trim() && !this.due.typed.trim() && !this.repeat.isOn)

  /** What to send, or nothing where something is missing, which then stands beside its field. A rule in words may say all of the time. */
  async ready(me: string): Promise<ReadyPromise | undefined> {
    await this.capture.answered
    const { said, read } = this
    if (said) return { text: said.text, due: said.due_at, owner: this.owner || said.owner, tentative: this.tentative }
    if (read && !this.isPlain && this.text.trim()) {
      this.needs = { text: words.capture.line.decide }
      return undefined
    }
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

  /** Takes the `n`th of the lines that could be meant instead. */
  pick(n: number): void {
    const line = this.read && offers(this.read)[n]
    if (!line) return
    this.text = line
    // What was said of the line before is no longer so.
    this.needs = {}
  }

  snapshot(): unknown {
    const { text, owner, tentative, isPlain } = this
    return { text, owner, tentative, isPlain, due: this.due.typed, repeat: this.repeat.snapshot() }
  }

  /** Takes back what was kept; the time is read anew, since it is another day now. */
  fill(kept: unknown): void {
    this.text = textIn(kept, 'text')
    this.owner = textIn(kept, 'owner')
    this.tentative = fieldIn(kept, 'tentative') === true
    this.isPlain = fieldIn(kept, 'isPlain') === true
    this.due.fill(kept)
    this.repeat.fill(fieldIn(kept, 'repeat'))
  }

  clear(): void {
    this.text = ''
    this.owner = ''
    this.tentative = false
    this.isPlain = false
    this.capture.clear()
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

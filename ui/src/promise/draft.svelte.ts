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

  clear(): void {
    this.text = ''
    this.owner = ''
    this.tentative = false
    this.due.clear()
    this.needs = {}
  }
}

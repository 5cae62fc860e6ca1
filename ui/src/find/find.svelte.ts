import { Refusal } from '../api'
import type { Captured, Found, Hit, Id } from '../api/wire'
import { looksLikePhone } from '../customer/form.svelte'
import type { Drafts } from '../draft/drafts.svelte'
import type { KeyName } from '../keys/table'
import { words } from '../words'
import { type Group, groupsOf, type HalfTyped, halfTyped, peopleOf, type Promised, type Row } from './rows'

const mostPeople = 8
/** Before anything is typed, fewer: the actions stand below them. */
const mostRecent = 5

/** What the box asks of the window. */
type Around = {
  people: (query: string, limit: number) => Promise<Found>
  capture: (text: string, customer?: Id) => Promise<Captured>
  /** What can be done just now. */
  offered: () => readonly KeyName[]
  drafts: Pick<Drafts, 'kept' | 'read' | 'follow'>
  /** Where a half-typed line lies. */
  draft: () => string
  /** Whose page is open. */
  customer: () => { id: Id; name: string } | undefined
}

/** The one box: what is typed, and the people, promise, actions and places it finds. */
export class Find {
  query = $state('')
  open = $state(false)
  hits = $state.raw<readonly Hit[]>([])
  captured = $state.raw<Captured>()
  failure = $state<string>()
  /** What the rows are of: what was typed when it was answered last. */
  typed = $state('')
  /** What stands there now was typed after that. */
  isStale = $state(false)
  /** Which row Enter takes. */
  active = $state(0)
  /** The promise for which somebody is being chosen, and the line it was typed as. */
  promising = $state.raw<{ captured: Promised; line: string }>()
  #asked = 0
  readonly #around: Around

  constructor(around: Around) {
    this.#around = around
  }

  readonly groups: readonly Group[] = $derived.by(() => {
    const { typed, hits } = this
    if (this.promising) return peopleOf(typed, hits)
    return groupsOf({ typed, hits, captured: this.captured, offered: this.open ? this.#around.offered() : [], halfTyped: this.#halfTyped })
  })
  readonly rows: readonly Row[] = $derived(this.groups.flatMap((group) => group.rows))
  /** What Alt and a digit take: people, then the lines that could be meant. */
  readonly picks: readonly Row[] = $derived(['person', 'line'].flatMap((is) => this.rows.filter((row) => row.is === is)).slice(0, 9))

  /** Resolves once the rows are those of what is typed now: no key is meant for the rows of an earlier letter. */
  answered: Promise<void> = Promise.resolve()

  /** For whom a promise is where nobody else is said: whose page is open. */
  get customer(): Id | undefined {
    return this.#around.customer()?.id
  }

  get forName(): string | undefined {
    return this.#around.customer()?.name
  }

  get #halfTyped(): HalfTyped[] {
    const { drafts } = this.#around
    return drafts.kept.flatMap((key) => halfTyped(key, drafts.read(key)) ?? [])
  }

  /** Takes back a line that was being typed as a promise when the window went. */
  begin(): void {
    const { drafts, draft } = this.#around
    const line = drafts.read(draft())
    this.query = typeof line === 'string' ? line : ''
    drafts.follow(draft(), () => this.promising?.line ?? (this.captured?.promise ? this.query : undefined))
    if (this.query) this.ask()
  }

  ask(): void {
    this.isStale = true
    this.answered = this.#ask()
  }

  async #ask(): Promise<void> {
    const turn = ++this.#asked
    const typed = this.query.trim()
    const [found, captured] = await Promise.all([this.#people(), this.#captured(typed)])
    if (turn !== this.#asked) return this.answered
    this.isStale = false
    this.typed = typed
    this.failure = found instanceof Refusal ? found.message : undefined
    this.hits = found instanceof Refusal ? [] : found.hits
    this.captured = captured
    this.active = 0
  }

  async #people(): Promise<Found | Refusal> {
    try {
      return await this.#around.people(this.query, this.query.trim() ? mostPeople : mostRecent)
    } catch (thrown) {
      return thrown instanceof Refusal ? thrown : new Refusal({ code: 'storage', message: words.failed.silent, suggest: [] })
    }
  }

  /** One word is a name and digits are a caller; a promise takes more. */
  async #captured(typed: string): Promise<Captured | undefined> {
    if (this.promising || !typed.includes(' ') || looksLikePhone(typed)) return undefined
    return this.#around.capture(typed, this.customer).catch(() => undefined)
  }

  show(): void {
    this.open = true
    this.ask()
  }

  /** Puts the list away; what was typed stays. */
  hide(): void {
    this.open = false
    this.backToLine()
  }

  clear(): void {
    this.promising = undefined
    this.captured = undefined
    this.query = ''
    this.typed = ''
    this.open = false
  }

  /** Asks for whom a promise is. */
  choosePerson(captured: Promised): void {
    this.promising = { captured, line: this.query }
    this.query = ''
    this.typed = ''
    this.ask()
  }

  /** Back from choosing somebody to the line as it was typed. */
  backToLine(): void {
    if (!this.promising) return
    this.query = this.promising.line
    this.typed = this.query.trim()
    this.captured = this.promising.captured
    this.promising = undefined
    if (this.open) this.ask()
  }

  async step(by: number): Promise<void> {
    await this.answered
    const { length } = this.rows
    if (length > 0) this.active = (this.active + by + length) % length
  }

  async goTo(end: 'first' | 'last'): Promise<void> {
    await this.answered
    this.active = end === 'first' ? 0 : Math.max(0, this.rows.length - 1)
  }
}

import type { ContactKind, Direction, Id, Outcome } from '../api/wire'
import { Capture } from '../capture/capture.svelte'
import type { Drafts } from '../draft/drafts.svelte'
import { choiceIn, fieldIn, textIn } from '../draft/field'
import { lasting } from '../draft/lasting.svelte'
import type { Writing } from '../frame/place.svelte'
import { NewPromiseDraft, PromiseDraft } from '../promise/draft.svelte'

export type Kind = ContactKind | 'promise'

const kinds: readonly [Kind, ...Kind[]] = ['call', 'visit', 'email', 'letter', 'message', 'note', 'promise']
const outcomes: readonly [Outcome, ...Outcome[]] = ['reached', 'no_answer', 'left_voicemail', 'busy', 'wrong_number', 'hung_up', 'refused']

/** What is being written down about one customer, kept while one looks elsewhere. */
export class Composer {
  kind = $state<Kind>('call')
  text = $state('')
  direction = $state<Direction>('in')
  outcome = $state<Outcome>('reached')
  withPromise = $state(false)
  readonly promise = new PromiseDraft()
  needText = $state(false)
  /** What the words promise, read as they are typed. */
  readonly capture = new Capture()
  /** The clerk said that the words are no promise, whatever they look like. */
  noPromise = $state(false)

  /** The entry that the next promise comes of: a call that was just written down. */
  of = $state<Id>()

  /** What can be done with it while it is on screen: to save it, which gives the id of what was written, and to begin another kind. */
  view?: { save: () => Promise<Id | undefined>; begin: (write: Writing) => Promise<void> } | undefined

  readonly hasDirection = $derived(this.kind === 'call' || this.kind === 'email' || this.kind === 'letter' || this.kind === 'message')
  readonly isEmpty = $derived(!this.text.trim() && this.promise.isEmpty)

  begin(write: Writing): void {
    if (write !== 'draft') this.kind = write
  }

  clear(): void {
    this.text = ''
    this.outcome = 'reached'
    this.withPromise = false
    this.needText = false
    this.noPromise = false
    this.of = undefined
    this.promise.clear()
    this.capture.clear()
  }

  /** What there is to keep of it; `who` it is about, for the list of things half-typed. */
  snapshot(who: string): unknown {
    if (this.isEmpty) return undefined
    const { kind, text, direction, outcome, withPromise, noPromise, of } = this
    return { kind, text, direction, outcome, withPromise, noPromise, ...(of ? { of } : {}), ...(this.promise.isEmpty ? {} : { promise: this.promise.snapshot() }), who }
  }

  /** Takes back what was kept. */
  fill(kept: unknown): void {
    this.kind = choiceIn(kept, 'kind', kinds)
    this.text = textIn(kept, 'text')
    this.direction = choiceIn(kept, 'direction', ['in', 'out'])
    this.outcome = choiceIn(kept, 'outcome', outcomes)
    this.withPromise = fieldIn(kept, 'withPromise') === true
    this.noPromise = fieldIn(kept, 'noPromise') === true
    this.of = textIn(kept, 'of') || undefined
    this.promise.fill(fieldIn(kept, 'promise'))
  }
}

/** A composer per customer, so that half a sentence waits where it was begun. */
export class Composers {
  readonly #all = new Map<Id, Composer>()
  readonly #drafts: Drafts
  #newPromise: NewPromiseDraft | undefined

  constructor(drafts: Drafts) {
    this.#drafts = drafts
  }

  of(customer: Id, name: string): Composer {
    let composer = this.#all.get(customer)
    if (!composer) {
      const made = (composer = lasting(() => new Composer()))
      this.#all.set(customer, made)
      const key = draftKey.composer(customer)
      made.fill(this.#drafts.read(key))
      this.#drafts.follow(key, () => made.snapshot(name))
    }
    return composer
  }

  /** The promise begun away from any customer's page. */
  get newPromise(): NewPromiseDraft {
    if (!this.#newPromise) {
      const made = (this.#newPromise = lasting(() => new NewPromiseDraft()))
      made.fill(this.#drafts.read(draftKey.promise))
      this.#drafts.follow(draftKey.promise, () => made.snapshot())
    }
    return this.#newPromise
  }
}

/** The names under which things half-typed are kept. */
export const draftKey = {
  composer: (customer: Id) => `composer:${customer}`,
  promise: 'promise:new',
  newCustomer: (typed: string) => `customer:new:${typed.trim().toLowerCase().slice(0, 60)}`,
  customer: (id: Id) => `customer:${id}`,
  answer: (promise: Id, action: string) => `answer:${promise}:${action}`,
  correction: (entry: Id) => `correction:${entry}`,
  takeBack: (entry: Id) => `take_back:${entry}`,
  sticky: (customer: Id) => `sticky:${customer}`,
  line: 'line',
  bar: 'bar',
}

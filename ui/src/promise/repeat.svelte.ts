import { SvelteSet } from 'svelte/reactivity'
import { api, Refusal } from '../api'
import type { OnClosed, ReadRepeat, RepeatShown } from '../api/wire'
import { choiceIn, fieldIn, textIn } from '../draft/field'
import { words } from '../words'
import { readLastDay } from './day'
import { DueDraft } from './due.svelte'
import { type MonthBy, type RepeatKind, ruleText } from './rule'

/** The first time of a series: the moment, where it is still to come, and the clock on the wall. */
export type First = { at: string; local: string } | undefined

const kinds: readonly [RepeatKind, ...RepeatKind[]] = ['none', 'day', 'week', 'month', 'year', 'words']
const onClosed: readonly [OnClosed, ...OnClosed[]] = ['keep', 'skip', 'forward', 'back']

/** How a promise comes again, while it is chosen or typed, and how the core reads it. Of overlapping readings the last one asked counts. */
export class RepeatDraft {
  kind = $state<RepeatKind>('none')
  every = $state('1')
  /** Weekdays besides that of the first time. */
  readonly days = new SvelteSet<number>()
  by = $state<MonthBy>('date')
  ends = $state<'never' | 'until' | 'times'>('never')
  /** The last day, where it ends with one. */
  readonly until = new DueDraft(readLastDay)
  times = $state('')
  typed = $state('')
  onClosed = $state<OnClosed>('keep')
  shown = $state.raw<ReadRepeat>()
  problem = $state<string>()
  suggest = $state.raw<readonly string[]>([])
  #asked = 0

  readonly isOn = $derived(this.kind !== 'none')
  /** Whether the rule as the core read it goes on until somebody stops it. */
  readonly isEndless = $derived(this.shown !== undefined && !/COUNT=|UNTIL=/.test(this.shown.rule))

  /** Whether nothing can be asked yet, since the first time is missing. */
  waits(first: First): boolean {
    return this.isOn && this.kind !== 'words' && !first
  }

  /** The rule as it is sent. */
  text(first: First): string {
    const { kind, every, days, by, ends, until, times, typed } = this
    return ruleText({ kind, every, days, by, ends, until: until.typed, times, typed }, first?.local)
  }

  /** Has the core read the rule. Gives it back as it is sent, or nothing where there is no rule or a wrong one. */
  async read(first: First): Promise<string | undefined> {
    const turn = ++this.#asked
    const text = this.text(first)
    if (!text || this.waits(first) || (this.ends === 'until' && this.kind !== 'words' && !this.until.typed.trim()) || (this.ends === 'times' && this.kind !== 'words' && !this.times.trim())) {
      this.#take(undefined, undefined, [])
      return undefined
    }
    try {
      const shown = await api.readRepeat(text, first?.at ?? '', this.onClosed)
      if (turn === this.#asked) this.#take(shown, undefined, [])
      return text
    } catch (thrown) {
      const told = thrown instanceof Refusal ? thrown : undefined
      if (turn === this.#asked) this.#take(undefined, told?.message ?? words.failed.silent, told?.suggest ?? [])
      return undefined
    }
  }

  /** Begins with the rule that a promise has. */
  begin(repeat: RepeatShown | undefined): void {
    this.clear()
    this.kind = repeat ? 'words' : 'week'
    this.typed = repeat?.words ?? ''
    this.onClosed = repeat?.on_closed ?? 'keep'
  }

  snapshot(): unknown {
    if (!this.isOn) return undefined
    const { kind, every, by, ends, times, typed } = this
    return { kind, every, by, ends, until: this.until.typed, times, typed, onClosed: this.onClosed, days: [...this.days] }
  }

  fill(kept: unknown): void {
    this.clear()
    this.kind = choiceIn(kept, 'kind', kinds)
    this.every = textIn(kept, 'every') || '1'
    this.by = choiceIn(kept, 'by', ['date', 'nth', 'last'])
    this.ends = choiceIn(kept, 'ends', ['never', 'until', 'times'])
    this.until.fill({ due: textIn(kept, 'until') })
    this.times = textIn(kept, 'times')
    this.typed = textIn(kept, 'typed')
    this.onClosed = choiceIn(kept, 'onClosed', onClosed)
    const days = fieldIn(kept, 'days')
    if (Array.isArray(days)) for (const day of days) if (typeof day === 'number') this.days.add(day)
  }

  clear(): void {
    this.#asked++
    this.kind = 'none'
    this.every = '1'
    this.days.clear()
    this.by = 'date'
    this.ends = 'never'
    this.until.clear()
    this.times = ''
    this.typed = ''
    this.onClosed = 'keep'
    this.#take(undefined, undefined, [])
  }

  #take(shown: ReadRepeat | undefined, problem: string | undefined, suggest: readonly string[]): void {
    this.shown = shown
    this.problem = problem
    this.suggest = suggest
  }
}

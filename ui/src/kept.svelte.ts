import { createContext } from 'svelte'
import { api, beforeLeaving, hear, isWindow, Load } from './api'
import type { State } from './api/host'
import { type Action, allowed, type Change, type Id, type Member } from './api/wire'
import { Ahead } from './frame/ahead'
import { Bell } from './frame/bell.svelte'
import { BellWatch } from './frame/bell_watch.svelte'
import type { Calls } from './call/calls.svelte'
import { Composers, draftKey } from './customer/composer.svelte'
import { FormDrafts } from './customer/form.svelte'
import { Drafts } from './draft/drafts.svelte'
import { TextDrafts } from './draft/text.svelte'
import { Find } from './find/find.svelte'
import { chime } from './frame/chime'
import { Offers } from './handover/offers.svelte'
import { FloatingState } from './frame/floating.svelte'
import { Places } from './frame/place.svelte'
import { ThemeChoice } from './frame/theme.svelte'
import { Undo } from './frame/undo.svelte'
import { CallGuard } from './guard/guard.svelte'
import { Import } from './import/import.svelte'
import { Keymap } from './keys/keymap.svelte'
import { Toasts } from './parts/toasts.svelte'
import { AllAnswers } from './promise/answers.svelte'
import { Appearance } from './settings/appearance.svelte'
import { RiskState } from './risk/risk.svelte'
import { Preferences } from './settings/preferences.svelte'
import { TestBell } from './settings/test_bell.svelte'
import { Clock } from './time/clock.svelte'
import { Labels } from './time/labels'
import { TodayState } from './today/today.svelte'
import { words } from './words'

/** The choice to check with the customer what was promised in a colleague's name. */
export const verifies = 'verify_for_others'

/** Everything that lives as long as the window does. */
export class Kept {
  readonly clock = new Clock()
  readonly theme = new ThemeChoice()
  readonly preferences = new Preferences({ list: api.preferences, set: api.setPreference })
  readonly appearance = new Appearance(this.theme, this.preferences, isWindow() ? api.zoom : undefined)
  readonly places = new Places()
  readonly floating = new FloatingState()
  readonly toasts = new Toasts()
  /** Asked before every call. */
  readonly guard = new CallGuard({ read: api.callGuard, floating: this.floating, me: () => this.member?.name, now: () => this.clock.now })
  readonly ahead = new Ahead()
  readonly keys = new Keymap((changes) => this.preferences.set('keys', changes))
  readonly drafts = new Drafts({ list: api.drafts, put: api.putDraft })
  readonly find = new Find({
    people: api.find, capture: api.capture, offered: () => this.keys.offered, drafts: this.drafts,
    customer: () => this.inView, draft: () => this.#line,
  })
  readonly bell = new Bell()
  readonly bellWatch = new BellWatch(api.bellState, () => this.clock.now)
  /** What is half-typed by whoever is signed in. */
  composers = $state.raw(new Composers(this.drafts))
  forms = $state.raw(new FormDrafts(this.drafts))
  answers = $state.raw(new AllAnswers(this.drafts))
  texts = $state.raw(new TextDrafts(this.drafts))
  /** The calls that are not written down yet, while there is an outside for them to come from. */
  calls: Calls | undefined
  readonly testBell = new TestBell()
  readonly imports = new Import()
  readonly offers = new Offers(() => this.clock.now)
  readonly today = new TodayState(() => this.member?.name, () => this.offers.all)
  readonly risk = new RiskState(() => this.member?.name)
  readonly undo = new Undo(this.toasts, () => this.refresh())
  readonly state = new Load(() => this.#readState())
  readonly members = new Load(() => api.members())
  readonly labels = $derived(new Labels(this.state.value?.office?.zone ?? 'UTC', this.state.value?.office?.locale ?? 'en-GB'))
  readonly member: Member | null | undefined = $derived(this.state.value?.member)
  /** Whose page is open, once it is read. */
  inView = $state.raw<{ id: Id; name: string }>()
  readonly #line: string
  #watchers: ((change: Change) => void)[] = []
  #draftsOf: string | undefined
  #soundedAt = -Infinity

  /** `line`: the name under which a line half-typed in the box is kept. */
  constructor(line: string = draftKey.line) {
    this.#line = line
  }

  /** Those who can own a promise. */
  get owners(): Member[] {
    return (this.members.value?.members ?? []).filter((member) => !member.left)
  }

  /** What a promise of that owner is made with beside its terms: in a colleague's name one keeps a check, unless that was switched off. */
  inNameOf(owner: string): { verify?: true } {
    return owner !== this.member?.name && this.preferences.get(verifies) !== false ? { verify: true } : {}
  }

  /** Whether whoever is signed in may do it. The core has the last word. */
  may(action: Action): boolean {
    return this.member ? allowed[action].includes(this.member.role) : false
  }

  /** Hears the core and the clock until the returned function is called. */
  run(): () => void {
    const stops = [
      hear('changed', (change) => this.#changed(change)),
      this.appearance.run(),
      hear('dragging', ({ over }) => { this.imports.dragging = over }),
      hear('dropped', ({ paths }) => {
        this.imports.dragging = false
        if (this.imports.isBusy) this.toasts.fail(words.importing.busyDrop)
        else if (paths.length > 0 && this.state.value?.state === 'ready') {
          this.places.go({ at: 'import' })
          void this.imports.take(paths)
        }
      }),
      hear('open', ({ customer, promise }) => {
        if (!customer && !promise && this.testBell.heard()) {
          this.bell.drop(this.testBell.rung?.key ?? '')
          return
        }
        if (customer) this.places.customer(customer, { promise })
        else this.places.go({ at: 'today' })
      }),
      hear('bell', ({ notices }) => {
        this.bell.ring(notices)
        void this.#putAwayHandled()
        void this.#readAll()
        this.#sound()
      }),
      this.clock.run(() => void this.#readAll()),
      this.bellWatch.run(),
    ]
    beforeLeaving(() => this.drafts.flush())
    stops.push(keepWhenGoing(this.drafts))
    void this.#readAll()
    return () => stops.forEach((stop) => stop())
  }

  /** Calls `tell` whenever something was written, until the returned function is called. */
  watch(tell: (change: Change) => void): () => void {
    this.#watchers.push(tell)
    return () => { this.#watchers = this.#watchers.filter((watcher) => watcher !== tell) }
  }

  /** Watches one customer. */
  watchCustomer(id: () => Id | undefined, tell: () => void): () => void {
    return this.watch((change) => {
      const shown = id()
      if (shown && (change.everything || change.customers.includes(shown))) tell()
    })
  }

  /** Everything on screen is read again. */
  refresh(): void {
    this.#changed({ customers: [], promises: true, office: true, everything: true })
  }

  /** The office was opened, made or restored. */
  take(state: State): void {
    this.clock.set(state.now)
    void this.#openDesk(state).then(() => {
      this.state.value = state
      this.refresh()
    })
  }

  async #readState(): Promise<State> {
    const state = await api.state()
    this.clock.set(state.now)
    await this.#openDesk(state)
    return state
  }

  /** Whoever signs in finds their own drafts, and this desk's keys. Before the first screen, so that it opens with them. */
  async #openDesk(state: State): Promise<void> {
    const who = state.state === 'ready' ? (state.member?.name ?? '') : undefined
    if (who === undefined || who === this.#draftsOf) return
    this.#draftsOf = who
    await Promise.all([this.appearance.load(), this.drafts.open()])
    this.keys.take(this.preferences.get('keys'))
    this.composers = new Composers(this.drafts)
    this.forms = new FormDrafts(this.drafts)
    this.answers = new AllAnswers(this.drafts)
    this.texts = new TextDrafts(this.drafts)
    this.find.begin()
  }

  /** Who is signed in decides whose promises are read, so that comes first. */
  async #readAll(): Promise<void> {
    const state = await this.state.again()
    if (state?.state === 'ready') await Promise.all([this.members.again(), this.today.load.again(), this.offers.load.again()])
  }

  #changed(change: Change): void {
    if (change.office || change.everything) {
      void this.#readAll()
      void this.bellWatch.again()
    }
    else if (change.promises || change.customers.length > 0) {
      void this.today.load.again()
      if (change.promises) void this.offers.load.again()
    }
    if (change.promises || change.everything) void this.#putAwayHandled()
    for (const tell of this.#watchers) tell(change)
  }

  /** Where no desktop does, the window sounds, at most once a minute. */
  #sound(): void {
    const { now } = this.clock
    if (!this.bellWatch.isAlone || this.preferences.get('sound') === false || Math.abs(now - this.#soundedAt) < 60_000) return
    this.#soundedAt = now
    chime()
  }

  /** Puts away what was announced and has been answered elsewhere: on the notification, or at the command line. */
  async #putAwayHandled(): Promise<void> {
    try {
      await this.bell.putAwayHandled(api.promise)
    } catch {
      // What cannot be read stays on screen: rather once too often than not at all.
    }
  }
}

/** Keeps what is half-typed when the window closes, is hidden or is left, the last moment at which it can be kept. */
function keepWhenGoing(drafts: Drafts): () => void {
  const leave = () => { drafts.leave() }
  const hidden = () => { if (document.visibilityState === 'hidden') void drafts.flush() }
  window.addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', hidden)
  return () => {
    window.removeEventListener('pagehide', leave)
    document.removeEventListener('visibilitychange', hidden)
  }
}

export const [useKept, provideKept] = createContext<Kept>()

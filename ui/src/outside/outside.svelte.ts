import { tick } from 'svelte'
import { api, hear } from '../api'
import type { Change } from '../api/wire'
import { Calls } from '../call/calls.svelte'
import { hearEverywhere } from '../frame/keys'
import type { Kept } from '../kept.svelte'

/** What reaches the window from outside it: calls, links, the tray, the window's cross, and the way out. */
export class Outside {
  readonly calls: Calls
  /** The cross was pressed for the first time; whether there is a tray to go to. */
  closing = $state.raw<{ tray: boolean }>()
  /** Kept is about to end, and so many promises would go unannounced. */
  leaving = $state.raw<{ due: number }>()
  /** Whether to start with the computer is being asked. */
  offering = $state(false)
  readonly #kept: Kept

  constructor(kept: Kept) {
    this.#kept = kept
    this.calls = new Calls(kept, () => this.busy())
  }

  /** Somebody is in the middle of writing. */
  busy(): boolean {
    return this.#kept.floating.shown !== undefined || isTypedInto(document.activeElement)
  }

  /** Hears until the returned function is called. */
  run(): () => void {
    const stops = [
      hear('arrived', () => void this.#arrived()),
      hear('closing', (how) => { this.closing = how }),
      hear('leaving', ({ due }) => this.#leave(due)),
      this.#kept.watch((change) => void this.#offer(change)),
      hearEverywhere({ 'Control+q': () => void api.leave(), 'Meta+q': () => void api.leave() }),
    ]
    void this.#arrived()
    return () => stops.forEach((stop) => stop())
  }

  async find(): Promise<void> {
    await this.letGo()
    document.querySelector<HTMLInputElement>('[role=search] input')?.focus()
    this.#kept.find.show()
  }

  /** Puts away a dialog that would hold the focus, and waits until it has given it back. */
  async letGo(): Promise<void> {
    if (!this.#kept.floating.shown) return
    this.#kept.floating.close()
    await tick()
    await new Promise((done) => setTimeout(done))
  }

  /** Answers how closing was meant: to go on without the window, or not to have been closed. */
  closed(goOn: boolean): void {
    this.closing = undefined
    void api.stay(!goOn)
  }

  /** Thought better of quitting. */
  stay(): void {
    this.leaving = undefined
    void api.stay(true)
  }

  async startWithComputer(on: boolean): Promise<void> {
    this.offering = false
    await api.setAutostart(on)
  }

  async #arrived(): Promise<void> {
    const { arrivals } = await api.arrivals()
    // The telephone that rang last is the one that rings.
    const last = arrivals.at(-1)
    if (last?.kind === 'call') await this.calls.ring(last.text)
    else if (last?.kind === 'customer') this.#kept.places.customer(last.id)
    else if (last) this.#go(last.to)
  }

  #go(to: 'today' | 'find' | 'promise'): void {
    if (to === 'find') void this.find()
    else if (to === 'promise') this.#kept.floating.show({ is: 'promise' })
    else {
      this.#kept.floating.close()
      this.#kept.places.go({ at: 'today' })
    }
  }

  #leave(due: number): void {
    this.closing = undefined
    if (due > 0) this.leaving = { due }
    else void api.quit()
  }

  /** After the first promise, once: a reminder of it comes only while Kept runs. */
  async #offer(change: Change): Promise<void> {
    if (!change.promises || this.offering || (await api.today()).total === 0) return
    const { on, offered, possible } = await api.autostart()
    this.offering = possible && !on && !offered
  }
}

/** A field that holds text already. */
function isTypedInto(at: Element | null): boolean {
  return (at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type === 'text')) && at.value !== ''
}

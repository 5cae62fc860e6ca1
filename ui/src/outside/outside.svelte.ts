import { api, hear, Refusal } from '../api'
import type { Change } from '../api/wire'
import type { Chosen } from '../api/host'
import { Calls } from '../call/calls.svelte'
import { take } from '../find/take'
import { hearEverywhere } from '../frame/keys'
import type { Kept } from '../kept.svelte'
import { words } from '../words'

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
  #taking: Promise<void> = Promise.resolve()

  constructor(kept: Kept) {
    this.#kept = kept
    this.calls = kept.calls = new Calls(kept, () => this.busy())
  }

  /** Somebody is in the middle of writing. */
  busy(): boolean {
    return this.#kept.floating.shown !== undefined || isTypedInto(document.activeElement)
  }

  /** Hears until the returned function is called. */
  run(): () => void {
    const stops = [
      hear('arrived', () => this.#take()),
      hear('closing', (how) => { this.closing = how }),
      hear('leaving', ({ due }) => this.#leave(due)),
      this.#kept.watch((change) => void this.#offer(change)),
      hearEverywhere({ 'Control+q': () => void api.leave(), 'Meta+q': () => void api.leave() }),
    ]
    void this.calls.restore().then(() => this.#take())
    return () => stops.forEach((stop) => stop())
  }

  async find(): Promise<void> {
    await this.letGo()
    document.querySelector<HTMLInputElement>('[role=search] input')?.focus()
    this.#kept.find.show()
  }

  /** Puts away a dialog that would hold the focus, and waits until it has given it back. */
  async letGo(): Promise<void> {
    await this.#kept.floating.letGo()
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

  /** One after the other: what comes in last is shown last. What cannot be fetched is said, and holds up nothing after it. */
  #take(): void {
    this.#taking = this.#taking.then(() => this.#arrived()).catch((thrown: unknown) => {
      this.#kept.toasts.fail(thrown instanceof Refusal ? thrown.message : words.failed.silent)
    })
  }

  async #arrived(): Promise<void> {
    const { arrivals } = await api.arrivals()
    for (const one of arrivals) {
      if (one.kind === 'call' || one.kind === 'ended') await this.calls.ring(one.text, one.kind === 'ended')
      else if (one.kind === 'customer') this.#kept.places.customer(one.id)
      else if (one.kind === 'go_on') await this.#goOn(one.chosen)
      else this.#go(one.kind === 'bar' ? 'find' : one.to)
    }
  }

  /** What was chosen in the bar is done as if it had been chosen here. */
  async #goOn({ row, waiting }: Chosen): Promise<void> {
    await this.letGo()
    await take(this.#kept, row, waiting)
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

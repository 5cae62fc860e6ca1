import type { Id, Notice, PromiseRow } from '../api/wire'

/** More banners than this would cover the list they speak of. */
const most = 3
/** Older ones than these are in the list of Today anyway. */
const kept = 50

/** A notice with the promises of it that wait, and those that were seen to wait since it came. */
type Shown = { notice: Notice; left: readonly Id[]; waited: ReadonlySet<Id> }

/** What fell due while the window was open, until it is handled or put away. */
export class Bell {
  #shown = $state.raw<readonly Shown[]>([])
  readonly notices: readonly Notice[] = $derived.by(() => this.#shown.map((one) => one.notice))

  ring(notices: readonly Notice[]): void {
    const again = new Set(notices.map((notice) => notice.key))
    const came = notices.map((notice): Shown => {
      // What is announced for the first time waits; what was told before, as at an opening, may have been seen already.
      const isFirst = notice.kind === 'due' || notice.kind === 'digest'
      return { notice, left: notice.promises, waited: new Set(isFirst ? notice.promises : []) }
    })
    this.#shown = [...this.#shown.filter((one) => !again.has(one.notice.key)), ...came].slice(-kept)
  }

  /** The newest, as many as are shown at once. */
  newest(n = most): readonly Notice[] {
    return this.notices.slice(-n)
  }

  drop(key: string): void {
    this.#shown = this.#shown.filter((one) => one.notice.key !== key)
  }

  dropAll(): void {
    this.#shown = []
  }

  /** A promise was handled: what was said of it is done with, once nothing else of the same notice waits. */
  handled(promise: Id): void {
    this.#shown = this.#shown
      .map((one) => (one.left.includes(promise) ? { ...one, left: one.left.filter((id) => id !== promise) } : one))
      .filter((one) => one.left.length > 0 || one.notice.promises.length === 0)
  }

  /** Puts away what was answered elsewhere: on the notification, at another desk, or at the command line. */
  async putAwayHandled(read: (promise: Id) => Promise<PromiseRow>): Promise<void> {
    for (const { notice } of this.#shown) {
      if (notice.kind === 'away') continue
      for (;;) {
        const one = this.#shown.find((shown) => shown.notice === notice)
        const [promise] = one?.left ?? []
        if (!one || promise === undefined) break
        const row = await read(promise)
        if (row.waiting) {
          this.#shown = this.#shown.map((shown) => (shown.notice === notice ? { ...shown, waited: new Set([...shown.waited, promise]) } : shown))
          break
        }
        const isStill = row.state === 'open' && row.late && !row.snoozed_until && !one.waited.has(promise)
        if (isStill) break
        this.handled(promise)
      }
    }
  }
}

import type { Id, Notice, NoticeKind, PromiseRow } from '../api/wire'

/** Older ones than these are in the list of Today anyway. */
const kept = 50

/** A notice with the promises of it that wait, and those that were seen to wait since it came. */
type Shown = { notice: Notice; left: readonly Id[]; waited: ReadonlySet<Id> }

/** Whether a notice is about a promise that goes from one to another, rather than one that is due. */
export function isOfHandOver(kind: NoticeKind): boolean {
  return kind === 'offered' || kind === 'returned' || kind === 'passed_on'
}

/** Whether it tells of now; the others say once more what was told before. */
function isNow(kind: NoticeKind): boolean {
  return kind === 'due' || kind === 'digest' || kind === 'next_try' || kind === 'offered'
}

/** Whether what was said of a hand-over or of a next try is still so; of what is due it says nothing. */
function stillStands({ kind }: Notice, { offer, state, next_try, snoozed_until, late }: PromiseRow): boolean | undefined {
  if (kind === 'passed_on') return state === 'open'
  if (kind === 'next_try') return state === 'open' && next_try !== undefined && !snoozed_until && !late
  return isOfHandOver(kind) ? offer !== undefined && (offer.standing === 'open') === (kind === 'offered') : undefined
}

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

  /** What is to be done now before what still waits, and of each the newest first. */
  readonly byNeed: readonly Notice[] = $derived.by(() => [...this.notices].reverse().sort((one, other) => Number(isNow(other.kind)) - Number(isNow(one.kind))))

  drop(key: string): void {
    this.#shown = this.#shown.filter((one) => one.notice.key !== key)
  }

  dropAll(): void {
    this.#shown = []
  }

  /** A promise was handled: what was said of it is done with, once nothing else of the same notice waits. */
  handled(promise: Id): void {
    for (const { notice } of this.#shown) this.#leave(notice, promise)
  }

  /** One notice is done with a promise; what another says of it may be so still, as that nobody took what was offered. */
  #leave(notice: Notice, promise: Id): void {
    this.#shown = this.#shown
      .map((one) => (one.notice === notice && one.left.includes(promise) ? { ...one, left: one.left.filter((id) => id !== promise) } : one))
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
        const stands = stillStands(notice, row)
        if (stands) break
        if (stands === false) {
          this.#leave(notice, promise)
          continue
        }
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

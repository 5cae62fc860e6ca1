export type Toast = { id: number; text: string; action?: { label: string; run: () => void } | undefined; failed: boolean }

/** Long enough to read, reach and decide. In milliseconds. */
const stay = 9_000
/** Older ones make room: more than this nobody reads. */
const most = 3

/** What was just done, with the way back. One that is hovered or holds the focus stays. */
export class Toasts {
  shown = $state.raw<readonly Toast[]>([])
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>()
  #last = 0

  say(text: string, action?: Toast['action']): void {
    this.#add({ id: ++this.#last, text, action, failed: false })
  }

  fail(text: string): void {
    this.#add({ id: ++this.#last, text, failed: true })
  }

  drop(id: number): void {
    this.hold(id)
    this.shown = this.shown.filter((toast) => toast.id !== id)
  }

  /** Keeps it until `release`. */
  hold(id: number): void {
    clearTimeout(this.#timers.get(id))
    this.#timers.delete(id)
  }

  release(id: number): void {
    this.hold(id)
    this.#timers.set(id, setTimeout(() => this.drop(id), stay))
  }

  #add(toast: Toast): void {
    for (const old of this.shown.slice(0, Math.max(0, this.shown.length - most + 1))) this.drop(old.id)
    this.shown = [...this.shown, toast]
    this.release(toast.id)
  }
}

import type { Guard, Id } from '../api/wire'
import type { FloatingState } from '../frame/floating.svelte'

/** Whom a call is to reach. */
export type Callee = { id: Id; name: string }

/** How somebody answers the guard: rings all the same, does what is better, or leaves it. */
export type Answer = 'anyway' | 'better' | 'leave'

/** A call that waits for an answer. */
export type Guarded = { callee: Callee; guard: Guard; answer: (answer: Answer) => void }

/** What the guard needs of the window. */
type Around = { read: (customer: Id) => Promise<Guard | null>; floating: FloatingState; me: () => string | undefined; now: () => number }

/** For how long one who has read why a call may hurt is not told again, in milliseconds. */
const passFor = 30 * 60_000

/**
 * Asked before every dialling. Where nothing speaks against the call it goes straight out. Where something does, it is said
 * once: who has read it and rings the same person again meets no second question, unless there is something new to say.
 */
export class CallGuard {
  readonly #around: Around
  #passed: { customer: Id; words: string; me: string | undefined; at: number } | undefined

  constructor(around: Around) {
    this.#around = around
  }

  /** Whether the call may go out now. */
  async mayCall(callee: Callee): Promise<boolean> {
    let guard: Guard | null
    try {
      guard = await this.#around.read(callee.id)
    } catch {
      // A question that cannot be asked holds up no call.
      return true
    }
    if (!guard || this.#hasPassed(callee.id, guard)) return true
    const answer = await new Promise<Answer>((answer) => this.#around.floating.show({ is: 'guard', guarded: { callee, guard, answer } }))
    // Who leaves it to a colleague, or leaves it, has decided nothing about the next call.
    const hasRead = answer === 'anyway' || (answer === 'better' && guard.better.act !== 'let_call')
    this.#passed = hasRead ? { customer: callee.id, words: guard.words, me: this.#around.me(), at: this.#around.now() } : undefined
    return answer === 'anyway'
  }

  #hasPassed(customer: Id, guard: Guard): boolean {
    const passed = this.#passed
    return passed?.customer === customer && passed.words === guard.words && passed.me === this.#around.me()
      && Math.abs(this.#around.now() - passed.at) < passFor
  }
}

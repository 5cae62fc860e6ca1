import { painted } from '../parts/painted'

/** Two choices closer together than this are one run through the list. In milliseconds. */
const run = 120
/** How long a choice stands before it counts as where a run has ended. In milliseconds. */
const rest = 60

/** Acts on a choice once it is painted: the first at once, and of a run through the list the last. */
export class Resting {
  #last = -Infinity

  /** Answers what calls it off. */
  act(what: () => void): () => void {
    const now = performance.now()
    const wait = now - this.#last < run ? rest : 0
    this.#last = now
    return painted(what, wait)
  }
}

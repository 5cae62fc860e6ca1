import { tick } from 'svelte'
import { painted } from './painted'

/** Rows that fill any window, drawn before the first frame is painted. */
const first = 20
/** Rows drawn with each frame after it: little enough that a key pressed meanwhile is answered as fast. */
const each = 4
/** So long after a key the rows out of sight wait: the next key is answered at once. In milliseconds. */
const quiet = 150

/**
 * How many rows of a long list are drawn: none at once, so that a key that brings another screen is answered at once; what is
 * in sight within the same frame, and the rest frame by frame while no keys are pressed.
 */
export class Filling {
  drawn = $state(0)

  /** Draws until all of `total` are there, and says when what is in sight is; answers what stops it. */
  run(total: () => number, inSight: () => void): () => void {
    // A hidden window has no frames: it is whole before it is shown.
    if (document.hidden) {
      this.drawn = Infinity
      void tick().then(inSight)
      return () => undefined
    }
    let pressed = -Infinity
    const press = (event: KeyboardEvent) => { pressed = event.timeStamp }
    addEventListener('keydown', press, { capture: true })
    const more = () => {
      const wait = pressed + quiet - performance.now()
      if (wait > 0) {
        const timer = setTimeout(more, wait)
        stop = () => clearTimeout(timer)
        return
      }
      if (this.drawn >= total()) {
        this.drawn = Infinity
        removeEventListener('keydown', press, { capture: true })
        return
      }
      this.drawn += each
      stop = painted(more)
    }
    const begin = requestAnimationFrame(() => {
      this.drawn = Math.max(this.drawn, first)
      void tick().then(inSight)
      stop = painted(more)
    })
    let stop = () => cancelAnimationFrame(begin)
    return () => {
      stop()
      removeEventListener('keydown', press, { capture: true })
    }
  }
}

import type { Page } from '@playwright/test'

/** What one key press led to: when the page had changed, in milliseconds, and in which frame that was painted. */
export type Press = { changed: number; frame: number }

declare global {
  interface Window {
    kept_press?: (selector: string) => Promise<Press | null>
  }
}

/** A key that has changed nothing for so long changes nothing. In milliseconds. */
const patience = 250

/**
 * Lets the page watch itself: from the moment the browser took the next key to the first change within `selector`, and
 * to the frame that painted it. The frame in which the key arrived is the first.
 */
export async function watchPresses(page: Page): Promise<void> {
  await page.addInitScript((patience) => {
    window.kept_press = (selector) =>
      new Promise((done) => {
        let from = -1
        let frame = 0
        let changed = -1
        const within = (node: Node) => {
          const element = node instanceof Element ? node : node.parentElement
          return element?.closest(selector) !== null || [...(element?.children ?? [])].some((child) => child.matches(selector) || child.querySelector(selector) !== null)
        }
        const seen = new MutationObserver((changes) => {
          if (from < 0 || changed >= 0 || !changes.some((change) => within(change.target) || [...change.addedNodes, ...change.removedNodes].some(within))) return
          changed = performance.now() - from
        })
        const tick = () => {
          // What had changed before this frame's callbacks is painted by it.
          frame += 1
          if (changed < 0 && performance.now() - from < patience) {
            requestAnimationFrame(tick)
            return
          }
          seen.disconnect()
          done(changed < 0 ? null : { changed, frame })
        }
        seen.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
        addEventListener('keydown', (event) => {
          from = event.timeStamp
          requestAnimationFrame(tick)
        }, { capture: true, once: true })
      })
  }, patience)
}

/** As fast as a key that is held down repeats. In milliseconds. */
const repeat = 33

/** Presses a key no sooner than it would repeat, and waits until something within `selector` has changed and was painted; nothing where nothing changes. */
export async function pressed(page: Page, key: string, selector: string): Promise<Press | null> {
  const watched = page.evaluate(async (within) => window.kept_press?.(within), selector)
  // The watcher is there before the key is.
  await page.evaluate((pause) => new Promise((done) => { setTimeout(done, pause) }), repeat)
  await page.keyboard.press(key)
  return (await watched) ?? null
}

/** The same for a key that must change something. */
export async function press(page: Page, key: string, selector: string): Promise<Press> {
  const found = await pressed(page, key, selector)
  if (!found) throw new Error(`nothing within ${selector} changed after ${key}`)
  return found
}

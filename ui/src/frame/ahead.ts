import { isTyping } from './keys'

/**
 * Keys pressed while a place is still being read are meant for what will be there: they wait for it, in their order. Only
 * letters, digits, signs and Enter wait; the ways out of a place are open at any time.
 */
export class Ahead {
  #holds = 0
  #typingHolds = 0
  #waiting: KeyboardEvent[] = []
  readonly #ours = new WeakSet<Event>()

  /**
   * Holds keys until what is returned is called: with `true` they are pressed again, with `false` they meant a place that is
   * not there. `typing`: also those pressed in a field, where what was typed in it leads elsewhere.
   */
  hold({ typing = false } = {}): (isThere: boolean) => void {
    this.#holds += 1
    if (typing) this.#typingHolds += 1
    if (this.#holds === 1) addEventListener('keydown', this.#hear, { capture: true })
    let isHeld = true
    return (isThere) => {
      if (!isHeld) return
      isHeld = false
      void this.#release(isThere, typing)
    }
  }

  readonly #hear = (event: KeyboardEvent): void => {
    if (this.#ours.has(event) || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
    if ((event.key.length !== 1 && event.key !== 'Enter') || event.isComposing) return
    if (isTyping(event) && this.#typingHolds === 0) return
    if (event.target instanceof Element && event.target.closest('[role=dialog], [role=menu]')) return
    event.preventDefault()
    event.stopImmediatePropagation()
    this.#waiting.push(event)
  }

  async #release(isThere: boolean, typing: boolean): Promise<void> {
    if (!isThere) this.#waiting = []
    // A frame before each: what was opened has the focus, and a place that is read has the rest. What is pressed meanwhile comes after them.
    while (this.#holds === 1 && this.#waiting.length > 0) {
      await new Promise(requestAnimationFrame)
      const event = this.#holds === 1 && this.#waiting.shift()
      if (event) this.#press(event)
    }
    this.#holds -= 1
    if (typing) this.#typingHolds -= 1
    if (this.#holds === 0) removeEventListener('keydown', this.#hear, { capture: true })
  }

  /** Presses a key once more, and does by itself what a key pressed by a program does not do. */
  #press(event: KeyboardEvent): void {
    const at = document.activeElement ?? document.body
    const again = new KeyboardEvent('keydown', event)
    this.#ours.add(again)
    if (!at.dispatchEvent(again)) return
    const { key } = event
    if (at instanceof HTMLTextAreaElement) write(at, key === 'Enter' ? '\n' : key)
    else if (at instanceof HTMLInputElement && key === 'Enter') submit(at.form)
    else if (at instanceof HTMLInputElement && at.selectionStart !== null) write(at, key)
    else if (at instanceof HTMLElement && presses(at, key)) at.click()
  }
}

/** Whether a key presses what has the focus. */
function presses(at: HTMLElement, key: string): boolean {
  return (key === ' ' && at.matches('button, input')) || (key === 'Enter' && at.matches('button, a'))
}

/** Puts a letter where it would have been. */
function write(field: HTMLInputElement | HTMLTextAreaElement, letter: string): void {
  field.setRangeText(letter, field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: letter === '\n' ? 'insertLineBreak' : 'insertText', data: letter }))
}

/** Presses the form's first button that submits, as Enter does; where it is disabled, nothing. */
function submit(form: HTMLFormElement | null): void {
  const first = [...(form?.elements ?? [])].find((one) => one instanceof HTMLButtonElement && one.type === 'submit')
  if (first instanceof HTMLButtonElement) first.click()
}

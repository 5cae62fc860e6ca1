import { tinykeys } from 'tinykeys'

/** Keys and what they do; names as in `KeyboardEvent.key`. What answers `false` leaves the key to the next. */
export type Keys = Record<string, (event: KeyboardEvent) => unknown>

/** Hears the keys of the whole window until the returned function is called; not those of an open dialog or menu. */
export function hearKeys(keys: Keys, target: Window | HTMLElement = window): () => void {
  return hear(keys, target, isCovered)
}

/** Hears keys that mean the same wherever one is, within a dialog too. */
export function hearEverywhere(keys: Keys): () => void {
  return hear(keys, window, () => false)
}

function hear(keys: Keys, target: Window | HTMLElement, isOff: (event: Event) => boolean): () => void {
  const guarded: Record<string, (event: KeyboardEvent) => void> = {}
  for (const [key, act] of Object.entries(keys)) {
    guarded[key] = (event) => {
      if (event.defaultPrevented || event.isComposing) return
      if (isOff(event) || (isPlain(key) && (event.repeat || isTyping(event)))) return
      if (act(event) !== false) event.preventDefault()
    }
  }
  return tinykeys(target, guarded)
}

/** A key that would write a character, so it belongs to the field that has the focus. */
function isPlain(key: string): boolean {
  const last = key.split('+').at(-1) ?? ''
  return last.length === 1 && !/Control|Alt|Meta|\$mod/.test(key)
}

/** Whether what is pressed would be typed somewhere. */
export function isTyping(event: Pick<Event, 'target'>): boolean {
  const at = event.target
  if (!(at instanceof HTMLElement)) return false
  if (at.isContentEditable || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement) return true
  return at instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit', 'file'].includes(at.type)
}

/** Under an open dialog or menu the window's keys mean nothing. */
function isCovered(event: Event): boolean {
  const at = event.target
  return at instanceof Element && at.closest('[role=dialog], [role=menu]') !== null
}

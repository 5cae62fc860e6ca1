/**
 * A key as the whole computer knows it: those held, then the place on the keyboard, as `Control+Alt+KeyK`. Nothing where it was
 * only a key to be held.
 */
export function acceleratorOf(event: Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>): string | undefined {
  if (!event.code || /^(Control|Alt|Shift|Meta|OS|CapsLock|NumLock|ScrollLock|Fn)/.test(event.code) || event.code === 'Unidentified') return undefined
  const held = [event.ctrlKey && 'Control', event.altKey && 'Alt', event.shiftKey && 'Shift', event.metaKey && 'Super'].filter((one) => one !== false)
  return [...held, event.code].join('+')
}

/** How it is printed: `Ctrl Alt K`. */
export function printedAccelerator(accelerator: string): string {
  const short: Record<string, string> = { Control: 'Ctrl', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }
  return accelerator.split('+').map((part) => short[part] ?? part.replace(/^(Key|Digit)(?=.$)/, '')).join(' ')
}

/** A key with those held beside it, as `Control+Shift+z`; names as in `KeyboardEvent.key`. */
export type Combo = string

const printed: Record<string, string> = {
  Control: 'Ctrl', Meta: '⌘', Escape: 'Esc', Enter: '↵', ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓',
  PageDown: 'Page ↓', PageUp: 'Page ↑', Delete: 'Del', ' ': 'Space', plus: '+',
}
const held = new Set(['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'CapsLock', 'NumLock', 'ScrollLock', 'Fn', 'Dead', 'Process', 'Unidentified'])

/** How a key is printed on the keyboard: `Ctrl K`. */
export function printedAs(combo: Combo): string {
  return combo.split('+').map((part) => printed[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join(' ')
}

/** The key that was pressed, or nothing where it was only one to be held. A sign is itself, however it is reached. */
export function comboOf(event: KeyboardEvent): Combo | undefined {
  const { key } = event
  if (held.has(key)) return undefined
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase()
  const byAltGr = event.getModifierState('AltGraph')
  const parts = [
    ...((event.ctrlKey && !byAltGr) || event.metaKey ? ['Control'] : []),
    ...(event.altKey && !byAltGr ? ['Alt'] : []),
    ...(event.shiftKey && !isSign ? ['Shift'] : []),
    key === '+' ? 'plus' : key.length === 1 ? key.toLowerCase() : key,
  ]
  return parts.join('+')
}

/** Whether it would write a character: a letter, digit or sign with nothing held but Shift. */
export function isSingle(combo: Combo): boolean {
  const parts = combo.split('+')
  const last = parts.at(-1) ?? ''
  return (last.length === 1 || last === 'plus') && parts.slice(0, -1).every((part) => part === 'Shift')
}

/** Every way a key arrives: Command stands for Control, and a sign may need Shift on this keyboard. */
export function arrivesAs(combo: Combo): Combo[] {
  const parts = combo.split('+').map((part) => (part === 'plus' ? '+' : part))
  const last = parts.at(-1) ?? ''
  const isSign = last.length === 1 && last.toLowerCase() === last.toUpperCase()
  const plain = parts.join('+')
  const shifted = isSign && !parts.includes('Shift') ? [plain, [...parts.slice(0, -1), 'Shift', last].join('+')] : [plain]
  return shifted.flatMap((one) => (one.startsWith('Control+') ? [one, one.replace('Control', 'Meta')] : [one]))
}

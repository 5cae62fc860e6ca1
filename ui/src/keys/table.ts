import { keyWords } from '../words/keys'

/** Everything that a key can be given to. */
export type KeyName = keyof typeof keyWords.does
/** What a key always means. */
export type FixedName = keyof typeof keyWords.fixed
/** Where a key works. */
export type KeyGroup = keyof typeof keyWords.groups

export type KeyEntry = { name: KeyName; group: KeyGroup; keys: readonly string[]; isPlace?: true }
export type FixedEntry = { name: FixedName; group: KeyGroup; keys: readonly string[]; shown?: readonly string[] }

/**
 * Every key of the window that can be given away, with the keys it begins with; names as in `KeyboardEvent.key`. This is the
 * one place: what is heard, the help, the palette, the buttons and the settings all read it.
 */
export const table: readonly KeyEntry[] = [
  { name: 'find', group: 'anywhere', keys: ['/', 'Control+k'] },
  { name: 'promise', group: 'anywhere', keys: ['p'] },
  { name: 'log', group: 'anywhere', keys: ['l'] },
  { name: 'note', group: 'anywhere', keys: ['n'] },
  { name: 'brief', group: 'anywhere', keys: ['b'] },
  { name: 'sticky', group: 'anywhere', keys: ['y'] },
  { name: 'jump', group: 'anywhere', keys: ['j'] },
  { name: 'today', group: 'anywhere', keys: ['q'], isPlace: true },
  { name: 'risk', group: 'anywhere', keys: ['r'], isPlace: true },
  { name: 'customers', group: 'anywhere', keys: ['u'], isPlace: true },
  { name: 'import', group: 'anywhere', keys: [], isPlace: true },
  { name: 'add_customer', group: 'anywhere', keys: [] },
  { name: 'who', group: 'anywhere', keys: ['m'] },
  { name: 'people', group: 'anywhere', keys: [] },
  { name: 'settings', group: 'anywhere', keys: ['Control+,'], isPlace: true },
  { name: 'theme', group: 'anywhere', keys: [] },
  { name: 'undo', group: 'anywhere', keys: ['Control+z'] },
  { name: 'redo', group: 'anywhere', keys: ['Control+Shift+z', 'Control+y'] },
  { name: 'back', group: 'anywhere', keys: ['Alt+ArrowLeft'] },
  { name: 'help', group: 'anywhere', keys: ['?', 'F1'] },
  { name: 'call', group: 'promise', keys: ['c'] },
  { name: 'keep', group: 'promise', keys: ['d'] },
  { name: 'voicemail', group: 'promise', keys: ['v', '2'] },
  { name: 'move', group: 'promise', keys: ['t'] },
  { name: 'hand', group: 'promise', keys: ['h'] },
  { name: 'break', group: 'promise', keys: ['k'] },
  { name: 'snooze', group: 'promise', keys: ['s'] },
  { name: 'seen', group: 'promise', keys: ['f'] },
  { name: 'no_answer', group: 'call', keys: ['1'] },
  { name: 'busy', group: 'call', keys: ['3'] },
  { name: 'wrong_number', group: 'call', keys: ['4'] },
  { name: 'reached', group: 'call', keys: ['5'] },
  { name: 'hung_up', group: 'call', keys: ['6'] },
  { name: 'refused', group: 'call', keys: ['7'] },
]

/** Keys that mean the same everywhere on this computer, or answer a question on screen: nobody looks for them elsewhere. */
export const fixed: readonly FixedEntry[] = [
  { name: 'save', group: 'write', keys: ['Control+Enter'] },
  { name: 'close', group: 'anywhere', keys: ['Escape'] },
  { name: 'caller', group: 'anywhere', keys: ['F2'] },
  { name: 'offer', group: 'anywhere', keys: ['F8'] },
  { name: 'log_call', group: 'anywhere', keys: ['F4'] },
  { name: 'call_missed', group: 'anywhere', keys: ['Shift+F4'] },
  { name: 'quit', group: 'anywhere', keys: ['Control+q'] },
  { name: 'pick', group: 'write', keys: ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5', 'Alt+6', 'Alt+7', 'Alt+8', 'Alt+9'], shown: ['Alt+1', 'Alt+9'] },
  { name: 'plain', group: 'write', keys: ['Alt+0'] },
  { name: 'move', group: 'list', keys: ['ArrowUp', 'ArrowDown'] },
  { name: 'ends', group: 'list', keys: ['Home', 'End'] },
  { name: 'open', group: 'list', keys: ['Enter'] },
  { name: 'next', group: 'promise', keys: [], shown: ['Enter'] },
  { name: 'page', group: 'list', keys: ['PageDown', 'PageUp'] },
  { name: 'leave', group: 'list', keys: ['Control+Home', 'Control+End'] },
  // Heard within their question alone, where they take nothing from whatever else has them.
  { name: 'quiet', group: 'promise', keys: [], shown: ['1', '3'] },
  { name: 'agreed', group: 'promise', keys: [], shown: ['y', 'n'] },
  { name: 'anyway', group: 'promise', keys: [], shown: ['a'] },
]

import { describe, expect, it } from 'vitest'
import { acceleratorOf, printedAccelerator } from './accelerator'

const plain = { key: '', ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }

describe('a key over any program', () => {
  it('is the place on the keyboard with what is held', () => {
    expect(acceleratorOf({ ...plain, code: 'Space', ctrlKey: true, altKey: true })).toBe('Control+Alt+Space')
    expect(acceleratorOf({ ...plain, code: 'KeyK', metaKey: true, shiftKey: true })).toBe('Shift+Super+KeyK')
    expect(acceleratorOf({ ...plain, code: 'F9' })).toBe('F9')
  })

  it('is none while only keys are held', () => {
    for (const code of ['ControlLeft', 'AltRight', 'ShiftLeft', 'MetaLeft', 'CapsLock', '', 'Unidentified']) expect(acceleratorOf({ ...plain, code, ctrlKey: true })).toBeUndefined()
  })

  it('is printed as it stands on the keyboard', () => {
    expect(printedAccelerator('Control+Alt+Space')).toBe('Ctrl Alt Space')
    expect(printedAccelerator('Alt+KeyK')).toBe('Alt K')
    expect(printedAccelerator('Control+Digit1')).toBe('Ctrl 1')
    expect(printedAccelerator('Control+ArrowUp')).toBe('Ctrl ↑')
  })
})

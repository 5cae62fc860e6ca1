import { afterEach, describe, expect, it, vi } from 'vitest'
import { hearKeys, type Keys } from './keys'

let stop: (() => void) | undefined

function hear(keys: Keys) {
  stop = hearKeys(keys)
}

function press(key: string, more: KeyboardEventInit = {}, at: EventTarget = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  at.dispatchEvent(event)
  return event
}

function put<K extends keyof HTMLElementTagNameMap>(tag: K, role?: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (role) element.setAttribute('role', role)
  document.body.append(element)
  return element
}

afterEach(() => {
  stop?.()
  document.body.replaceChildren()
})

describe('a single letter', () => {
  it('acts while nothing is being typed, in either case', () => {
    const act = vi.fn()
    hear({ d: act })
    press('d')
    press('D')
    expect(act).toHaveBeenCalledTimes(2)
  })

  it('is a letter in a field', () => {
    const act = vi.fn()
    hear({ d: act })
    press('d', {}, put('input'))
    press('d', {}, put('textarea'))
    press('d', {}, put('select'))
    expect(act).not.toHaveBeenCalled()
  })

  it('still acts on a chosen radio button, which takes no letters', () => {
    const act = vi.fn()
    hear({ d: act })
    const radio = put('input')
    radio.type = 'radio'
    press('d', {}, radio)
    expect(act).toHaveBeenCalledOnce()
  })

  it('means nothing under a dialog', () => {
    const act = vi.fn()
    hear({ d: act })
    press('d', {}, put('div', 'dialog'))
    expect(act).not.toHaveBeenCalled()
  })

  it('does not repeat while it is held', () => {
    const act = vi.fn()
    hear({ v: act })
    press('v', { repeat: true })
    expect(act).not.toHaveBeenCalled()
  })

  it('with Control is another key', () => {
    const act = vi.fn()
    hear({ p: act })
    press('p', { ctrlKey: true })
    expect(act).not.toHaveBeenCalled()
  })

  it('does nothing while an input method composes', () => {
    const act = vi.fn()
    hear({ d: act })
    press('d', { isComposing: true })
    expect(act).not.toHaveBeenCalled()
  })
})

describe('a key with Control', () => {
  it('acts in a field too', () => {
    const act = vi.fn()
    hear({ 'Control+k': act })
    press('k', { ctrlKey: true }, put('input'))
    expect(act).toHaveBeenCalledOnce()
  })
})

describe('a key that is heard twice', () => {
  it('belongs to the first that takes it', () => {
    const first = vi.fn()
    const second = vi.fn()
    hear({ p: first })
    const stopSecond = hearKeys({ p: second })
    expect(press('p').defaultPrevented).toBe(true)
    stopSecond()
    expect(first).toHaveBeenCalledOnce()
    expect(second).not.toHaveBeenCalled()
  })

  it('goes on to the next where the first leaves it', () => {
    const second = vi.fn()
    hear({ p: () => false })
    const stopSecond = hearKeys({ p: second })
    press('p')
    stopSecond()
    expect(second).toHaveBeenCalledOnce()
  })
})

describe('the slash', () => {
  it('is found on keyboards where it is Shift and 7', () => {
    const act = vi.fn()
    hear({ '/': act, 'Shift+/': act })
    press('/')
    press('/', { shiftKey: true })
    expect(act).toHaveBeenCalledTimes(2)
  })
})

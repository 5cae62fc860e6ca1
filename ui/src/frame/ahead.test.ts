import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Ahead } from './ahead'
import { hearKeys } from './keys'

const heard: string[] = []
let stop: () => void
let ahead: Ahead

beforeEach(() => {
  ahead = new Ahead()
  const say = (key: string) => () => { heard.push(key) }
  stop = hearKeys({ p: say('p'), n: say('n'), 'Control+k': say('Ctrl K') })
})

afterEach(() => {
  stop()
  heard.length = 0
  document.body.replaceChildren()
})

function press(key: string, more: KeyboardEventInit = {}, at: EventTarget = document.activeElement ?? document.body) {
  at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
}

function field(): HTMLInputElement {
  const input = document.createElement('input')
  document.body.append(input)
  return input
}

describe('keys pressed while a place is read', () => {
  it('wait for it, in their order', async () => {
    const release = ahead.hold()
    press('p')
    press('n')
    expect(heard).toEqual([])
    release(true)
    await vi.waitFor(() => { expect(heard).toEqual(['p', 'n']) })
    press('p')
    await vi.waitFor(() => { expect(heard).toEqual(['p', 'n', 'p']) })
  })

  it('are letters where one of them opened a field', async () => {
    stop()
    const input = field()
    stop = hearKeys({ p: () => input.focus(), n: () => heard.push('n') })
    const typed = vi.fn()
    input.addEventListener('input', typed)
    const release = ahead.hold()
    for (const key of ['p', 'n', 'o', 'n']) press(key)
    release(true)
    await vi.waitFor(() => { expect(input.value).toBe('non') })
    expect([heard, typed.mock.calls.length]).toEqual([[], 3])
  })

  it('do what they would have done there: a form is submitted, a line is broken, a button pressed', async () => {
    const form = document.createElement('form')
    const [input, text, send] = [document.createElement('input'), document.createElement('textarea'), document.createElement('button')]
    form.append(input, text, send)
    document.body.append(form)
    const sent: string[] = []
    form.addEventListener('submit', (event) => { event.preventDefault(); sent.push(input.value) })
    const hasPressed = async (at: HTMLElement, keys: readonly string[], what: () => void) => {
      at.focus()
      const release = ahead.hold({ typing: true })
      for (const key of keys) press(key)
      release(true)
      await vi.waitFor(what)
    }
    await hasPressed(input, ['a', 'b', 'Enter'], () => { expect(sent).toEqual(['ab']) })
    await hasPressed(text, ['c', 'Enter', 'd'], () => { expect(text.value).toBe('c\nd') })
    await hasPressed(send, [' '], () => { expect(sent).toEqual(['ab', 'ab']) })
    send.disabled = true
    await hasPressed(input, ['Enter', 'c'], () => { expect(input.value).toBe('abc') })
    expect(sent).toEqual(['ab', 'ab'])
  })

  it('mean nothing where it never came', async () => {
    const release = ahead.hold()
    press('p')
    release(false)
    release(true)
    press('n')
    await vi.waitFor(() => { expect(heard).toEqual(['n']) })
  })

  it('wait for the last of several places', async () => {
    const [first, second] = [ahead.hold(), ahead.hold()]
    first(false)
    press('p')
    expect(heard).toEqual([])
    second(true)
    await vi.waitFor(() => { expect(heard).toEqual(['p']) })
  })

  it('wait where they are typed too, when what was typed leads elsewhere, and are typed there', async () => {
    const [box, next] = [field(), field()]
    box.focus()
    const release = ahead.hold({ typing: true })
    for (const key of ['a', 'b']) press(key)
    expect(heard).toEqual([])
    next.focus()
    release(true)
    await vi.waitFor(() => { expect(next.value).toBe('ab') })
    expect(box.value).toBe('')
  })

  it('are heard at once where they are typed, or lead away', () => {
    const input = field()
    ahead.hold()
    const kept = vi.fn()
    addEventListener('keydown', kept)
    press('x', {}, input)
    press('k', { ctrlKey: true })
    press('Escape')
    removeEventListener('keydown', kept)
    expect(heard).toEqual(['Ctrl K'])
    expect(kept).toHaveBeenCalledTimes(3)
  })
})

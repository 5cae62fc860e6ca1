import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { arrivesAs, comboOf, isSingle, printedAs } from './combo'
import { type KeyChanges, Keymap } from './keymap.svelte'
import { fixed, table } from './table'

const stops: (() => void)[] = []
afterEach(() => stops.splice(0).forEach((stop) => stop()))

function desk() {
  const saved: KeyChanges[] = []
  const keys = new Keymap((changes) => { saved.push(changes); return Promise.resolve() })
  return { keys, saved }
}

function press(key: string, more: KeyboardEventInit = {}) {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
}

describe('the table of keys', () => {
  it('gives no key to two', () => {
    const all = [...table, ...fixed].flatMap((entry) => entry.keys)
    expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([])
  })

  it('leaves what is done without single letters reachable by a key that is none', () => {
    for (const name of ['find', 'undo', 'help', 'back']) {
      expect(table.find((entry) => entry.name === name)?.keys.some((key) => !isSingle(key)), name).toBe(true)
    }
  })
})

describe('the card of keys in the README', () => {
  it('shows every key there is', () => {
    const card = readFileSync('../README.md', 'utf8').split('## Keys')[1]?.split('\n## ')[0] ?? ''
    const keys = [...table, ...fixed].flatMap((entry) => ('shown' in entry && entry.shown) || entry.keys).map(printedAs)
    expect(keys.filter((key) => !card.includes(`\`${key}\``))).toEqual([])
  })
})

describe('a key', () => {
  it('is printed as on the keyboard', () => {
    expect(printedAs('Control+Shift+z')).toBe('Ctrl Shift Z')
    expect(printedAs('Alt+ArrowLeft')).toBe('Alt ←')
    expect(printedAs('Control+plus')).toBe('Ctrl +')
  })

  it('is read from what was pressed, and a sign is itself however it is reached', () => {
    const read = (key: string, more: KeyboardEventInit = {}) => comboOf(new KeyboardEvent('keydown', { key, ...more }))
    expect(read('P')).toBe('p')
    expect(read('P', { shiftKey: true })).toBe('Shift+p')
    expect(read('/', { shiftKey: true })).toBe('/')
    expect(read('k', { metaKey: true })).toBe('Control+k')
    expect(read('+')).toBe('plus')
    expect(read('Control', { ctrlKey: true })).toBeUndefined()
  })

  it('arrives with Command as with Control, and a sign with Shift as without', () => {
    expect(arrivesAs('Control+k')).toEqual(['Control+k', 'Meta+k'])
    expect(arrivesAs('?')).toEqual(['?', 'Shift+?'])
    expect(arrivesAs('plus')).toEqual(['+', 'Shift++'])
    expect(arrivesAs('p')).toEqual(['p'])
  })

  it('is single where nothing but Shift is held', () => {
    expect(['p', 'Shift+p', '/', 'plus'].every(isSingle)).toBe(true)
    expect(['F1', 'Control+k', 'Alt+0', 'Enter'].some(isSingle)).toBe(false)
  })
})

describe('the keys of a desk', () => {
  it('do what they are given to, also after they are changed while it is on screen', async () => {
    const { keys, saved } = desk()
    const act = vi.fn()
    stops.push(keys.hear({ promise: act }))
    press('p')
    await keys.give('promise', 'Shift+p')
    press('p')
    press('P', { shiftKey: true })
    expect(act).toHaveBeenCalledTimes(2)
    expect(keys.label('promise')).toBe('Shift P')
    expect(saved).toEqual([{ letters: true, keys: { promise: ['Shift+p'] } }])
  })

  it('say who has a key, and take it from them when it is given away', async () => {
    const { keys } = desk()
    expect(keys.taken('promise', 'd')).toEqual({ by: 'keep' })
    await keys.give('promise', 'd')
    expect(keys.of('promise')).toEqual(['d'])
    expect(keys.of('keep')).toEqual([])
    expect(keys.label('keep')).toBeUndefined()
    expect(keys.taken('log', 'p')).toBeUndefined()
  })

  it('never give away what means the same on the whole computer', async () => {
    const { keys, saved } = desk()
    expect(keys.taken('promise', 'Enter')).toEqual({ fixed: 'open' })
    await keys.give('promise', 'Enter')
    expect(keys.of('promise')).toEqual(['p'])
    expect(saved).toEqual([])
  })

  it('go back to what they were, one or all, and who had them meanwhile loses them', async () => {
    const { keys } = desk()
    await keys.give('promise', 'd')
    await keys.reset('keep')
    expect(keys.of('keep')).toEqual(['d'])
    expect(keys.of('promise')).toEqual([])
    await keys.resetAll()
    expect(keys.of('promise')).toEqual(['p'])
  })

  it('without single letters hear only those with Control, Alt or of their own', async () => {
    const { keys, saved } = desk()
    const act = vi.fn()
    stops.push(keys.hear({ find: act, promise: act }))
    await keys.switchLetters(false)
    press('p')
    press('/')
    expect(act).not.toHaveBeenCalled()
    press('k', { ctrlKey: true })
    expect(act).toHaveBeenCalledOnce()
    expect(keys.label('promise')).toBeUndefined()
    expect(keys.label('find')).toBe('Ctrl K')
    expect(saved.at(-1)?.letters).toBe(false)
  })

  it('offer what is on screen and may be done, and do it as the key would', () => {
    const { keys } = desk()
    const act = vi.fn()
    let may = false
    stops.push(keys.hear({ today: act, log: act }, (name) => name === 'today' || may))
    expect(keys.offered).toEqual(['today'])
    keys.run('log')
    expect(act).not.toHaveBeenCalled()
    may = true
    expect(keys.offered).toEqual(['log', 'today'])
    keys.run('log')
    expect(act).toHaveBeenCalledOnce()
  })

  it('take what was kept, and leave aside what they do not know', () => {
    const { keys } = desk()
    keys.take({ letters: false, keys: { promise: ['Control+p'], keep: 7, vanished: ['x'] } })
    expect(keys.of('promise')).toEqual(['Control+p'])
    expect(keys.given('keep')).toEqual(['d'])
    expect(keys.letters).toBe(false)
    for (const odd of [null, undefined, 7, 'x', [], { keys: null }]) expect(() => keys.take(odd)).not.toThrow()
    expect(keys.letters).toBe(true)
  })
})

import { flushSync } from 'svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Composer } from '../customer/composer.svelte'
import { Drafts } from './drafts.svelte'
import { TextDrafts } from './text.svelte'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function disk(...there: [string, unknown][]) {
  const held = new Map(there.map(([key, value]) => [key, JSON.stringify(value)]))
  const puts: [string, string | null][] = []
  let broken = false
  const drafts = new Drafts({
    list: () => Promise.resolve([...held].map(([key, value]) => ({ key, value, saved_at: '2026-03-02T09:00:00.000Z' }))),
    put: (key, value) => {
      if (broken) return Promise.reject(new Error('full'))
      puts.push([key, value])
      if (value === null) held.delete(key)
      else held.set(key, value)
      return Promise.resolve()
    },
  })
  return { drafts, held, puts, break: (is: boolean) => { broken = is } }
}

describe('what is typed', () => {
  it('is on the disk within a second of the first letter, however fast the next ones come', async () => {
    const { drafts, held } = disk()
    const composer = new Composer()
    drafts.follow('composer:1', () => composer.snapshot('Carl'))
    for (let n = 0; n < 10; n++) {
      composer.text += 'x'
      flushSync()
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(JSON.parse(held.get('composer:1') ?? 'null')).toMatchObject({ text: expect.stringMatching(/^x{6,}$/) as string, who: 'Carl' })
    await vi.advanceTimersByTimeAsync(400)
    expect(JSON.parse(held.get('composer:1') ?? 'null')).toMatchObject({ text: 'xxxxxxxxxx' })
    expect(drafts.has('composer:1')).toBe(true)
  })

  it('is written at once when the window goes', async () => {
    const { drafts, held } = disk()
    drafts.put('note', 'half')
    await drafts.flush()
    expect(held.get('note')).toBe('"half"')
  })

  it('is gone from the disk at once when it was saved', async () => {
    const { drafts, held } = disk()
    const composer = new Composer()
    drafts.follow('composer:1', () => composer.snapshot('Carl'))
    composer.text = 'Apologised'
    flushSync()
    await vi.advanceTimersByTimeAsync(500)
    composer.clear()
    flushSync()
    await vi.advanceTimersByTimeAsync(0)
    expect(held.size).toBe(0)
    expect(drafts.kept).toEqual([])
  })

  it('is kept in the order of typing when the disk is slow', async () => {
    const { drafts, puts } = disk()
    drafts.put('a', '1')
    void drafts.flush()
    drafts.put('a', '2')
    await drafts.flush()
    expect(puts).toEqual([['a', '"1"'], ['a', '"2"']])
  })

  it('is written when the page goes while an earlier letter is still being written', async () => {
    const puts: string[] = []
    const drafts = new Drafts({ list: () => Promise.resolve([]), put: (key, value) => { puts.push(`${key} ${value}`); return new Promise(() => {}) } })
    drafts.put('a', '1')
    void drafts.flush()
    await vi.advanceTimersByTimeAsync(0)
    drafts.put('a', '12')
    drafts.put('b', 'other')
    drafts.leave()
    expect(puts).toEqual(['a "1"', 'a "12"', 'b "other"'])
  })

  it('is tried again with the next letter where it could not be kept, and the newest wins', async () => {
    const { drafts, held, break: fail } = disk()
    fail(true)
    drafts.put('a', 'h')
    drafts.put('b', 'other')
    await drafts.flush()
    expect(drafts.failed).toBe(true)
    fail(false)
    drafts.put('a', 'ha')
    await drafts.flush()
    expect([held.get('a'), held.get('b')]).toEqual(['"ha"', '"other"'])
    expect(drafts.failed).toBe(false)
  })

  it('is not written again while nothing changes', async () => {
    const { drafts, puts } = disk(['composer:1', { kind: 'note', text: 'half', direction: 'in', outcome: 'reached', withPromise: false, noPromise: false, who: 'Carl' }])
    await drafts.open()
    const composer = new Composer()
    composer.fill(drafts.read('composer:1'))
    expect(composer).toMatchObject({ kind: 'note', text: 'half' })
    drafts.follow('composer:1', () => composer.snapshot('Carl'))
    flushSync()
    await vi.advanceTimersByTimeAsync(1000)
    expect(puts).toEqual([])
  })

  it('of one person is left alone when another signs in', async () => {
    const { drafts, puts } = disk()
    const composer = new Composer()
    drafts.follow('composer:1', () => composer.snapshot('Carl'))
    composer.text = 'mine'
    flushSync()
    await drafts.open()
    puts.length = 0
    composer.text = 'changed later'
    flushSync()
    await vi.advanceTimersByTimeAsync(1000)
    expect(puts).toEqual([])
  })

  it('that cannot be read any more is as if it were not there', async () => {
    const { drafts } = disk()
    expect(drafts.read('gone')).toBeUndefined()
    for (const odd of [undefined, null, 7, 'x', [], { text: 7, promise: { due: {} } }]) {
      const composer = new Composer()
      expect(() => composer.fill(odd)).not.toThrow()
      expect(composer.text).toBe('')
    }
  })
})

describe('a text typed over another', () => {
  it('waits half-typed, and begins anew once it is done', async () => {
    const { drafts, held } = disk()
    const texts = new TextDrafts(drafts)
    const note = texts.of('sticky:1', 'His wife is ill.')
    note.text = 'His wife is well ag'
    flushSync()
    await vi.advanceTimersByTimeAsync(500)
    expect(held.get('sticky:1')).toBe('"His wife is well ag"')
    texts.done('sticky:1')
    await vi.advanceTimersByTimeAsync(0)
    expect(held.size).toBe(0)
    expect(texts.of('sticky:1', 'His wife is well again.').text).toBe('His wife is well again.')
  })
})

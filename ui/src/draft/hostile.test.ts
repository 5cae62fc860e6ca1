import { describe, expect, it, vi } from 'vitest'
import type { CustomerDetail } from '../api/wire'
import { Composer } from '../customer/composer.svelte'
import { CustomerForm } from '../customer/form.svelte'
import { halfTyped } from '../find/rows'
import { Keymap } from '../keys/keymap.svelte'
import { arrivesAs, isSingle, printedAs } from '../keys/combo'
import { table } from '../keys/table'
import { Answers } from '../promise/answers.svelte'
import { NewPromiseDraft } from '../promise/draft.svelte'
import { Preferences } from '../settings/preferences.svelte'

vi.mock('../api', async (original) => ({ ...(await original<object>()), api: { readWhen: () => new Promise(() => undefined) } }))

/** What no field of a draft or choice expects. */
const odd: readonly unknown[] = [
  null, true, 0, -1, 1e308, '', 'x', 'x'.repeat(100_000), '\0\u202e', '<img src=x onerror=alert(1)>', '{', '{}', '[]', '[{}]', '[null]', 'null',
  '"x"', '[{"typed":1}]', '[{"typed":"1"}]', '{"toString":1}', [], {}, [null], [{}], [[[[[]]]]], { toString: 1 }, { constructor: 1 },
  JSON.parse('{"__proto__":{"text":1}}'),
]

/** Every way in which one place of a document holds something odd, or nothing. */
function* broken(document: unknown): Generator<unknown> {
  yield* odd
  if (typeof document !== 'object' || document === null) return
  for (const [name, value] of Object.entries(document)) {
    for (const one of broken(value)) yield Array.isArray(document) ? Object.assign([...(document as unknown[])], { [name]: one }) : { ...document, [name]: one }
    const { [name]: gone, ...rest } = document as Record<string, unknown>
    if (gone !== undefined) yield rest
  }
}

const carl: CustomerDetail = {
  id: 'c', kind: 'person', name: 'Carl', given_name: '', family_name: '', organization: '', title: '', birthday: '', language: '', good_hours: '', likes_calls: null, restricted: [], related: [], phones: [], emails: [],
  address: null, tags: [], fields: { constructor: 'x', Plate: '1' }, note: '', open_promises: [], brief: '', sentences: [], interest: '', department: '', entries: 0, created_at: '',
  taken_back: false, doubles: [],
}

describe('what lies on the disk and is no draft of ours', () => {
  it('leaves a customer’s form one that can be typed in and sent', () => {
    const form = new CustomerForm()
    Object.assign(form, { kind: 'organization', name: 'A', phones: [{ typed: '1', label: 'x', extension: '' }], fields: [{ name: 'Plate', value: '1' }], tags: 'a, b' })
    for (const kept of broken(form.snapshot())) {
      for (const filled of [new CustomerForm(), new CustomerForm(carl)]) {
        filled.fill(kept)
        expect(['person', 'organization']).toContain(filled.kind)
        expect(() => [filled.card(), filled.added(), filled.changed(carl), filled.snapshot()]).not.toThrow()
      }
    }
  })

  it('leaves a composer, a promise and an answer that can be typed in', () => {
    const composer = new Composer()
    Object.assign(composer, { text: 'x', kind: 'call', withPromise: true })
    composer.promise.text = 'y'
    for (const kept of broken(composer.snapshot('Carl'))) {
      for (const draft of [new Composer(), new NewPromiseDraft(), new Answers()]) {
        draft.fill(kept)
        expect(() => draft.snapshot('Carl')).not.toThrow()
      }
    }
  })

  it('is a row of the box, or none', () => {
    const kept = { who: 'Carl', text: 'x', typed: 'y', promise: { text: 'z' }, changed: { name: '"A"' } }
    for (const key of ['', ':', 'composer:1', 'promise', 'customer:new:x', 'customer:1', 'answer:1:keep', 'constructor', '__proto__:x']) {
      for (const value of broken(kept)) {
        const row = halfTyped(key, value)
        expect([typeof (row?.said ?? ''), typeof (row?.title ?? '')]).toEqual(['string', 'string'])
      }
    }
  })
})

describe('choices that no Kept has made', () => {
  it('leave the keys working', () => {
    const keys = new Keymap(() => Promise.resolve())
    for (const kept of broken({ letters: true, keys: { find: ['x', 'Control+Shift+y'], constructor: ['z'] } })) {
      keys.take(kept)
      for (const { name } of table) expect(keys.given(name).every((combo) => typeof combo === 'string')).toBe(true)
      expect(() => table.map(({ name }) => [keys.label(name), keys.taken(name, 'x')])).not.toThrow()
    }
    for (const combo of odd.filter((one) => typeof one === 'string')) {
      expect([typeof printedAs(combo), typeof isSingle(combo), arrivesAs(combo).length > 0]).toEqual(['string', 'boolean', true])
    }
  })

  it('are the first of what can be chosen', async () => {
    for (const value of odd) {
      const preferences = new Preferences({ list: () => Promise.resolve({ density: value, constructor: value }), set: () => Promise.resolve() })
      await preferences.load()
      expect(preferences.oneOf('density', ['normal', 'compact'])).toBe('normal')
    }
  })
})

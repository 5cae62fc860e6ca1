import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { narrowed } from './choice'
import { reach, readable } from './phone'
import { Toasts } from './toasts.svelte'

describe('a phone number', () => {
  it('in E.164 is spaced so that it can be read aloud', () => {
    expect(readable('+12065550142')).toBe('+1 206 555 0142')
    expect(readable('+442079460812')).toBe('+44 20 7946 0812')
    expect(readable('+351912345678')).toBe('+351 912 345 678')
    expect(readable('+4930555001')).toBe('+49 30 555001')
  })

  it('loses no digit', () => {
    for (const phone of ['+12065550142', '+49617155500100', '+3584570000000', '+2902123', '+861012345678901']) {
      expect(readable(phone).replaceAll(' ', '')).toBe(phone)
    }
  })

  it('as typed stays as it was typed', () => {
    expect(readable('(206) 555-0142')).toBe('(206) 555-0142')
    expect(readable('')).toBe('')
  })

  it('comes before an e-mail address', () => {
    expect(reach({ phones: ['+12065550142'], emails: ['a@b.example'] })).toBe('+1 206 555 0142')
    expect(reach({ phones: [], emails: ['a@b.example'] })).toBe('a@b.example')
    expect(reach({ phones: [], emails: [] })).toBe('')
  })
})

describe('a choice', () => {
  const members = ['Amy Reyes', 'Ruth Keller', 'Zoë Ångström'].map((label) => ({ value: label, label, hint: 'Reception' }))
  const labels = (typed: string) => narrowed(members, typed).map((choice) => choice.label)

  it('is found by its beginning before its later words', () => {
    expect(labels('r')).toEqual(['Ruth Keller', 'Amy Reyes', 'Zoë Ångström'])
    expect(labels('ru')).toEqual(['Ruth Keller'])
  })

  it('is found without accents', () => {
    expect(labels('angst')).toEqual(['Zoë Ångström'])
  })

  it('is every one while nothing is typed, but never more than can be read', () => {
    expect(labels('')).toHaveLength(3)
    const many = Array.from({ length: 500 }, (_, n) => ({ value: String(n), label: `Zone ${n}` }))
    expect(narrowed(many, 'zone')).toHaveLength(60)
  })
})

describe('a toast', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('stays at least eight seconds and then goes', () => {
    const toasts = new Toasts()
    toasts.say('Kept.')
    vi.advanceTimersByTime(8_000)
    expect(toasts.shown).toHaveLength(1)
    vi.advanceTimersByTime(2_000)
    expect(toasts.shown).toHaveLength(0)
  })

  it('stays while it is held', () => {
    const toasts = new Toasts()
    toasts.say('Kept.')
    const id = toasts.shown[0]?.id ?? 0
    toasts.hold(id)
    vi.advanceTimersByTime(60_000)
    expect(toasts.shown).toHaveLength(1)
    toasts.release(id)
    vi.advanceTimersByTime(10_000)
    expect(toasts.shown).toHaveLength(0)
  })

  it('makes room: there are three at most', () => {
    const toasts = new Toasts()
    for (const text of ['1', '2', '3', '4']) toasts.say(text)
    expect(toasts.shown.map((toast) => toast.text)).toEqual(['2', '3', '4'])
  })
})

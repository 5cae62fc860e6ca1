import { describe, expect, it } from 'vitest'
import type { Caller } from '../api/wire'
import { clock, type OneCall, read, rung, seconds, written } from './one_call'

function caller(number: string): Caller {
  return { kind: 'number', number, name: '', outgoing: false, ended: false, certain: false, hits: [] }
}

function call(key: number, number: string, since: number): OneCall {
  return { key, text: number, caller: caller(number), since }
}

describe('calls', () => {
  it('are the same from the ring until they end, however often the telephone hands them over', () => {
    const first = rung([], { ...call(1, '+12065550142', 1_000), customer: { id: 'a', name: 'Ana' } })
    for (const since of [2_999, 3_000, 60_000, 30 * 60_000]) expect(rung(first.calls, call(2, '+12065550142', since))).toEqual({ calls: first.calls, call: first.calls[0], isNew: false })
    const later = rung(first.calls, call(3, '+12065550142', 1_000 + 30 * 60_000))
    expect(later.isNew).toBe(true)
    expect(later.calls.map((one) => one.key)).toEqual([3])
  })

  it('of those who tell no number are one only within two seconds', () => {
    const withheld = (key: number, since: number): OneCall => ({ key, text: '', caller: { ...caller(''), kind: 'withheld' }, since })
    const { calls } = rung([], withheld(1, 1_000))
    expect(rung(calls, withheld(2, 2_999)).isNew).toBe(false)
    expect(rung(calls, withheld(2, 3_000)).calls.map((one) => one.key)).toEqual([2])
  })

  it('ring again at once after the one before has ended', () => {
    const ended = { ...call(1, '+12065550142', 1_000), ended: 1_500 }
    expect(rung([ended], call(2, '+12065550142', 1_600)).isNew).toBe(true)
  })

  it('of different numbers stand beside each other, the last before the others, and no more than can be seen', () => {
    let calls: readonly OneCall[] = []
    for (let n = 1; n <= 9; n++) calls = rung(calls, call(n, `+1206555010${n}`, 1_000)).calls
    expect(calls.map((one) => one.key)).toEqual([9, 8, 7, 6, 5, 4])
  })

  it('have a clock that stops when they end and never runs backwards', () => {
    const running = call(1, '+1', 10_000)
    expect(seconds(running, 257_900)).toBe(247)
    expect(clock(247)).toBe('4:07')
    expect(clock(3_847)).toBe('1:04:07')
    expect(seconds({ ...running, ended: 70_000 }, 900_000)).toBe(60)
    expect(seconds(running, 0)).toBe(0)
  })

  it('are the same after the page was read anew, and whatever else lies there is none', () => {
    const ana = { ...call(1, '+1', 10), customer: { id: 'a', name: 'Ana' }, ended: 20 }
    const dialled = { ...call(3, '+3', 40), caller: { ...caller('+3'), outgoing: true } }
    expect(read(written([ana, call(2, '+2', 30), dialled]))).toEqual([
      { text: '+1', since: 10, ended: 20, customer: { id: 'a', name: 'Ana' } }, { text: '+2', since: 30 }, { text: '+3', since: 40, outgoing: true },
    ])
    for (const stored of [null, '', '{', '5', '[1]', '[{"text":1}]', '[{"text":"x"}]', '[{"text":"x","since":1,"customer":{"id":2}}]', '[{"text":"x","since":1,"outgoing":1}]', 'null']) expect(read(stored)).toEqual([])
  })
})

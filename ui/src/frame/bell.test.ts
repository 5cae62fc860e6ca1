import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { BellState } from '../api/host'
import type { Notice, PromiseRow } from '../api/wire'
import { again, late } from '../gallery/sample'
import { Bell } from './bell.svelte'
import { BellWatch } from './bell_watch.svelte'

const notice = (key: string, promises: string[], kind: Notice['kind'] = 'due'): Notice =>
  ({ kind, key, promises, customer: null, to: 'Amy', title: key, body: '' })
const answered: PromiseRow = { ...late, snoozed_until: null }
const waits = again
let bell: Bell
const keys = () => bell.notices.map((one) => one.key)

beforeEach(() => { bell = new Bell() })

describe('banners', () => {
  it('of the same key replace one another, the newest first, and what is due now comes before what still waits', () => {
    for (const key of ['a', 'b', 'c', 'd', 'b']) bell.ring([notice(key, [key])])
    expect(keys()).toEqual(['a', 'c', 'd', 'b'])
    expect(bell.byNeed.map((one) => one.key)).toEqual(['b', 'd', 'c', 'a'])
    bell.ring([notice('old', ['old'], 'late')])
    expect(bell.byNeed.map((one) => one.key)).toEqual(['b', 'd', 'c', 'a', 'old'])
  })

  it('of several promises go once the last of them is handled', () => {
    bell.ring([notice('many', ['one', 'two'], 'digest'), notice('one', ['one'])])
    bell.handled('one')
    expect(keys()).toEqual(['many'])
    bell.handled('two')
    expect(keys()).toEqual([])
  })

  it('about nothing stay until they are put away: they are a test', () => {
    bell.ring([notice('test', [])])
    bell.handled('one')
    expect(keys()).toEqual(['test'])
  })

  it('go when what they are about was answered elsewhere', async () => {
    bell.ring([notice('one', ['one'])])
    await bell.putAwayHandled(() => Promise.resolve(waits))
    expect(keys()).toEqual(['one'])
    await bell.putAwayHandled(() => Promise.resolve(answered))
    expect(keys()).toEqual([])
  })

  it('of an opening stay although it was seen before, until it is closed', async () => {
    bell.ring([notice('late', ['one'], 'late')])
    await bell.putAwayHandled(() => Promise.resolve(answered))
    expect(keys()).toEqual(['late'])
    await bell.putAwayHandled(() => Promise.resolve({ ...answered, state: 'kept' }))
    expect(keys()).toEqual([])
  })

  it('of what was told again go with the answer', async () => {
    bell.ring([notice('late', ['one'], 'late')])
    await bell.putAwayHandled(() => Promise.resolve(waits))
    await bell.putAwayHandled(() => Promise.resolve(answered))
    expect(keys()).toEqual([])
  })

  it('of an offer go when nobody took it, and what tells so stays until somebody goes on with it', async () => {
    const offer = { id: 'offer', by: 'Amy', to: 'Dan', until: '2026-11-21T15:06:00.000Z', standing: 'lapsed', reason: null } as const
    bell.ring([notice('offered', ['one'], 'offered'), notice('returned', ['one'], 'returned')])
    await bell.putAwayHandled(() => Promise.resolve({ ...answered, offer }))
    expect(keys()).toEqual(['returned'])
    await bell.putAwayHandled(() => Promise.resolve(answered))
    expect(keys()).toEqual([])
  })

  it('of a next try go once somebody was in touch, or it is put off again, or due', async () => {
    const planned = { ...answered, late: false, next_try: '2026-11-21T14:45:00.000Z' }
    bell.ring([notice('try', ['one'], 'next_try')])
    await bell.putAwayHandled(() => Promise.resolve(planned))
    expect(keys()).toEqual(['try'])
    for (const over of [{ ...answered, late: false }, { ...planned, snoozed_until: '2026-11-21T16:00:00.000Z' }, { ...planned, late: true }]) {
      bell.ring([notice('try', ['one'], 'next_try')])
      await bell.putAwayHandled(() => Promise.resolve(over))
      expect(keys()).toEqual([])
    }
  })

  it('about an absence stay: what falls due in it does not wait yet', async () => {
    bell.ring([notice('away', ['one'], 'away')])
    await bell.putAwayHandled(() => Promise.resolve({ ...answered, late: false }))
    expect(keys()).toEqual(['away'])
  })

  it('of ten thousand promises ask for the first that waits, and no further', async () => {
    bell.ring([notice('many', Array.from({ length: 10_000 }, (_, n) => String(n)), 'digest')])
    const read = vi.fn((id: string) => Promise.resolve(id === '2' ? waits : answered))
    await bell.putAwayHandled(read)
    expect(read).toHaveBeenCalledTimes(3)
  })
})

describe('how the bell stands', () => {
  const now = Date.parse('2026-11-21T15:00:00.000Z')
  const state: BellState = { looked_at: null, stuck: false, paused_until: '2026-11-21T15:30:00.000Z', unread: [], service: 'refuses', quiet_until: '2026-11-21T14:00:00.000Z' }

  it('is paused or quiet until a time that is still to come', async () => {
    const watch = new BellWatch(() => Promise.resolve(state), () => now)
    await watch.again()
    expect([watch.pausedUntil, watch.quietUntil, watch.isAlone]).toEqual([state.paused_until, undefined, true])
  })

  it('is unknown where nobody says it, and nothing is claimed then', async () => {
    const read = vi.fn(() => Promise.resolve({ ...state, stuck: true }))
    const watch = new BellWatch(read, () => now)
    await watch.again()
    read.mockRejectedValueOnce(new Error('nobody there'))
    await watch.again()
    expect([watch.state.service, watch.state.stuck, watch.isAlone]).toEqual(['unknown', false, false])
    expect(watch.pausedUntil).toBe(state.paused_until)
  })
})

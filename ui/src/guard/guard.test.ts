import { describe, expect, it, vi } from 'vitest'
import type { Guard } from '../api/wire'
import { FloatingState } from '../frame/floating.svelte'
import { CallGuard } from './guard.svelte'

const carl = { id: 'c', name: 'Carl Lindgren' }
const guard = (words: string): Guard => ({
  words, reasons: [], advice: 'mind it', better: { act: 'see_card', label: 'Read the note first', from: { is: 'note', id: 'c' }, member: null },
})

function desk() {
  const floating = new FloatingState()
  const at = { now: 0, me: 'Amy', says: guard('Note: “x”; mind it.') as Guard | null, fails: false }
  const guards = new CallGuard({
    read: () => (at.fails ? Promise.reject(new Error('silent')) : Promise.resolve(at.says)), floating, me: () => at.me, now: () => at.now,
  })
  const answers = async (answer: 'anyway' | 'better' | 'leave') => {
    const call = guards.mayCall(carl)
    await vi.waitFor(() => expect(floating.shown?.is).toBe('guard'))
    if (floating.shown?.is !== 'guard') throw new Error('nothing was asked')
    floating.shown.guarded.answer(answer)
    floating.close()
    return call
  }
  return { floating, at, guards, answers }
}

describe('the call guard', () => {
  it('asks nothing on a clean history', async () => {
    const { floating, at, guards } = desk()
    at.says = null
    expect(await guards.mayCall(carl)).toBe(true)
    expect(floating.shown).toBeUndefined()
  })

  it('holds up no call where it cannot be asked', async () => {
    const { at, guards } = desk()
    at.fails = true
    expect(await guards.mayCall(carl)).toBe(true)
  })

  it('asks once of somebody who rings twice, and again where there is something new', async () => {
    const { at, guards, answers } = desk()
    expect(await answers('anyway')).toBe(true)
    expect(await guards.mayCall(carl)).toBe(true)
    at.says = guard('Hung up on Dan today; do not call now.')
    expect(await answers('anyway')).toBe(true)
    at.now = 31 * 60_000
    expect(await answers('anyway')).toBe(true)
    at.me = 'Dan'
    expect(await answers('anyway')).toBe(true)
  })

  it('lets the call out that follows what was better, and asks again where nothing was decided', async () => {
    const { guards, answers } = desk()
    expect(await answers('leave')).toBe(false)
    expect(await answers('better')).toBe(false)
    expect(await guards.mayCall(carl)).toBe(true)
  })

  it('makes no call that waits behind another dialog', async () => {
    const { floating, guards } = desk()
    const call = guards.mayCall(carl)
    await vi.waitFor(() => expect(floating.shown?.is).toBe('guard'))
    floating.show({ is: 'help' })
    expect(await call).toBe(false)
    expect(floating.shown).toEqual({ is: 'help' })
  })
})

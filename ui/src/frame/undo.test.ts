import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Refusal } from '../api'
import { Toasts } from '../parts/toasts.svelte'
import { Undo } from './undo.svelte'

let toasts: Toasts
let undo: Undo
const said = () => toasts.shown.at(-1)?.text

beforeEach(() => {
  vi.useFakeTimers()
  toasts = new Toasts()
  undo = new Undo(toasts, () => undefined)
})

/** A step that notes each way it is gone. */
function step(name: string, gone: string[]) {
  return {
    back: () => { gone.push(`${name} back`); return Promise.resolve() },
    again: () => { gone.push(`${name} again`); return Promise.resolve() },
  }
}

describe('taking back', () => {
  it('goes back level by level, and forth again in turn', async () => {
    const gone: string[] = []
    for (const name of ['one', 'two', 'three']) undo.didStep(name, step(name, gone))
    await undo.last()
    await undo.last()
    await undo.next()
    await undo.next()
    await undo.last()
    expect(gone).toEqual(['three back', 'two back', 'two again', 'three again', 'three back'])
  })

  it('says when there is nothing more', async () => {
    await undo.last()
    expect(said()).toBe('There is nothing to take back.')
    await undo.next()
    expect(said()).toBe('There is nothing to put back.')
  })

  it('of what cannot be taken back says why, and leaves what came before it alone', async () => {
    const gone: string[] = []
    undo.didStep('one', step('one', gone))
    undo.cannot('Bert works here now.', 'A colleague cannot be taken back; let them leave instead.')
    await undo.last()
    expect(said()).toBe('A colleague cannot be taken back; let them leave instead.')
    expect(gone).toEqual([])
    await undo.last()
    expect(gone).toEqual(['one back'])
  })

  it('tells the rule in the core’s words where it refuses, and does not try that one again', async () => {
    const why = 'A promise can be taken back only before it is due.'
    undo.didStep('made', { back: () => Promise.reject(new Refusal({ code: 'refused', message: why, suggest: [] })), again: () => Promise.resolve() })
    await undo.last()
    expect(said()).toBe(why)
    await undo.last()
    expect(said()).toBe('There is nothing to take back.')
  })

  it('by the toast takes back that one, whatever was done since', async () => {
    const gone: string[] = []
    undo.didStep('one', step('one', gone))
    undo.didStep('two', step('two', gone))
    toasts.shown.find((toast) => toast.text === 'one')?.action?.run()
    await vi.advanceTimersByTimeAsync(0)
    expect(gone).toEqual(['one back'])
    await undo.last()
    expect(gone).toEqual(['one back', 'two back'])
  })

  it('after something new was done there is nothing left to put back', async () => {
    const gone: string[] = []
    undo.didStep('one', step('one', gone))
    await undo.last()
    undo.didStep('two', step('two', gone))
    await undo.next()
    expect(gone).toEqual(['one back'])
  })
})

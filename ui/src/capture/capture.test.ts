import type { Captured } from '../api/wire'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { api, Refusal } from '../api'
import { Capture, isDecided, offers } from './capture.svelte'
import { differences } from './difference'
import { sentences } from './sentences'

const note = (text: string): Captured => ({ promise: null, note: text, problems: [], echo: null })
const promise = (text: string): Captured => ({
  promise: { text, owner: 'Dan', due_at: '2026-11-22T10:00:00.000Z', due_local: '2026-11-22T10:00:00', zone: 'UTC' }, note: '', problems: [], echo: null,
})

beforeEach(() => void vi.restoreAllMocks())

describe('a text', () => {
  it('is taken apart into sentences and lines', () => {
    expect(sentences('Apologised for the wait. Dan will call back at 10 a.m. tomorrow')).toEqual(['Apologised for the wait.', 'Dan will call back at 10 a.m. tomorrow'])
    expect(sentences('one\n\ntwo')).toEqual(['one', 'two'])
    expect(sentences('  ')).toEqual([])
  })

  it('promises by its last sentence that does, and what stands before it is no part of it', async () => {
    vi.spyOn(api, 'capture').mockImplementation((text) => Promise.resolve(text.includes('tomorrow') ? promise('call back') : note(text)))
    const capture = new Capture()
    capture.ask('Apologised. Dan will call back tomorrow 10am. He was glad', undefined)
    await capture.answered
    expect(capture.read).toMatchObject({ sentence: 'Dan will call back tomorrow 10am.', promise: { text: 'call back' } })
  })

  it('is read as it is now, in whatever order the answers come', async () => {
    const answers: ((read: Captured) => void)[] = []
    vi.spyOn(api, 'capture').mockImplementation(() => new Promise((answer) => answers.push(answer)))
    const capture = new Capture()
    capture.ask('call tomorrow 1', undefined)
    capture.ask('call tomorrow 10am', undefined)
    answers[1]?.(promise('later'))
    await capture.answered
    answers[0]?.(promise('earlier'))
    await Promise.resolve()
    expect(capture.read?.promise?.text).toBe('later')
  })

  it('is answered to whoever waits by what was asked last, also where an earlier answer comes first', async () => {
    const answers: ((read: Captured) => void)[] = []
    vi.spyOn(api, 'capture').mockImplementation(() => new Promise((answer) => answers.push(answer)))
    const capture = new Capture()
    capture.ask('call tomorrow 10am', undefined)
    let read: string | undefined
    const saved = capture.answered.then(() => { read = capture.read?.promise?.text })
    capture.ask('call tomorrow 10am', undefined)
    answers[0]?.(promise('earlier'))
    await Promise.resolve()
    answers[1]?.(promise('later'))
    await saved
    expect(read).toBe('later')
    capture.ask('call tomorrow 11am', undefined)
    const { answered } = capture
    capture.clear()
    answers[2]?.(promise('gone'))
    await answered
    expect(capture.read).toBeUndefined()
  })

  it('is a note where the core cannot read promises', async () => {
    const read = vi.spyOn(api, 'capture').mockRejectedValue(new Refusal({ code: 'not_found', message: 'Kept has no such command.', suggest: [] }))
    const capture = new Capture()
    capture.ask('call tomorrow 10am', undefined)
    await capture.answered
    capture.ask('call tomorrow 11am', undefined)
    await capture.answered
    expect(capture.read).toBeUndefined()
    expect(read).toHaveBeenCalledOnce()
  })
})

describe('what a line is understood as', () => {
  it('is saved only where it says what, and its time is still to come', () => {
    const against = (code: Captured['problems'][number]['code']): Captured => ({ ...promise('x'), problems: [{ code, message: '', suggest: [] }] })
    expect(isDecided(promise('x'))).toBe(true)
    expect(isDecided(against('closed'))).toBe(true)
    expect(isDecided(against('past'))).toBe(false)
    expect(isDecided(against('no_text'))).toBe(false)
    expect(isDecided(note('x'))).toBe(false)
  })

  it('offers each line once', () => {
    const problem = { code: 'ambiguous' as const, message: '', suggest: ['a', 'b'] }
    expect(offers({ ...note(''), problems: [problem, problem] })).toEqual(['a', 'b'])
  })

  it('shows of an offered line what differs', () => {
    expect(differences('Dan will call back sun 10am about mats', ['Dan will call back mon 9am about mats'])).toEqual(['mon 9am'])
    expect(differences('call', ['call tomorrow 9am'])).toEqual(['tomorrow 9am'])
    expect(differences('same', ['same'])).toEqual(['same'])
    expect(differences('call thu 14', ['call thu 5 mar 14:00', 'call sat 14 mar 09:00'])).toEqual(['thu 5 mar 14:00', 'sat 14 mar 09:00'])
    expect(differences('Dan and Amy will call', ['Dan Ortiz will call', 'Amy Reyes will call'])).toEqual(['Dan Ortiz', 'Amy Reyes'])
  })
})

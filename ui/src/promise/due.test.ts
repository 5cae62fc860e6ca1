import { describe, expect, it } from 'vitest'
import type { ReadWhen } from '../api/wire'
import { DueDraft } from './due.svelte'

describe('a time being typed', () => {
  it('is read as it was when it was asked, also where more is typed before the answer', async () => {
    const answers = new Map<string, (when: ReadWhen) => void>()
    const due = new DueDraft((text) => new Promise((answer) => answers.set(text, answer)))
    const when = (at: string) => ({ at, problems: [] }) as unknown as ReadWhen
    const earlier = due.read('mon')
    answers.get('mon')?.(when('00:00'))
    await earlier
    const saved = due.read('mon 9am')
    const more = due.read('mon 9am ')
    answers.get('mon 9am')?.(when('09:00'))
    expect((await saved)?.at).toBe('09:00')
    expect(due.when?.at, 'what is shown waits for what is typed now').toBe('00:00')
    answers.get('mon 9am ')?.(when('09:00'))
    await more
    expect(due.when?.at).toBe('09:00')
  })
})

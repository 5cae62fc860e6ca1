import { describe, expect, it } from 'vitest'
import { Load } from './load.svelte'

describe('of overlapping reads', () => {
  const answers: ((value: string) => void)[] = []
  const slow = () => new Promise<string>((answer) => answers.push(answer))

  it('each resolves with the last one asked', async () => {
    const load = new Load(slow)
    const first = load.again()
    const second = load.again()
    answers[0]?.('before')
    answers[1]?.('after')
    expect(await Promise.all([first, second])).toEqual(['after', 'after'])
    expect(load.value).toBe('after')
  })

  it('none brings back what was forgotten', async () => {
    const load = new Load(slow)
    const read = load.again()
    load.forget()
    answers.at(-1)?.('of another customer')
    expect(await read).toBeUndefined()
    expect(load.value).toBeUndefined()
  })
})

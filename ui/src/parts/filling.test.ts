import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Filling } from './filling.svelte'

describe('a long list', () => {
  beforeEach(() => { vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'setTimeout', 'clearTimeout', 'performance'] }) })
  afterEach(() => { vi.useRealTimers() })

  const press = () => {
    const event = new KeyboardEvent('keydown', { key: 'ArrowDown' })
    Object.defineProperty(event, 'timeStamp', { value: performance.now() })
    dispatchEvent(event)
  }

  it('is drawn frame by frame once what is in sight is there', async () => {
    const filling = new Filling()
    const stop = filling.run(() => 40, () => {})
    expect(filling.drawn).toBe(0)
    await vi.advanceTimersByTimeAsync(20)
    expect(filling.drawn).toBeGreaterThanOrEqual(20)
    expect(filling.drawn).toBeLessThan(40)
    await vi.advanceTimersByTimeAsync(500)
    expect(filling.drawn).toBe(Infinity)
    stop()
  })

  it('waits with what is out of sight while keys are pressed, and goes on after them', async () => {
    const filling = new Filling()
    const stop = filling.run(() => 200, () => {})
    await vi.advanceTimersByTimeAsync(40)
    press()
    await vi.advanceTimersByTimeAsync(20)
    const before = filling.drawn
    for (let n = 0; n < 10; n += 1) {
      press()
      await vi.advanceTimersByTimeAsync(33)
    }
    expect(filling.drawn).toBe(before)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(filling.drawn).toBe(Infinity)
    stop()
  })

  it('draws nothing more once it was left', async () => {
    const filling = new Filling()
    const stop = filling.run(() => 200, () => {})
    await vi.advanceTimersByTimeAsync(40)
    press()
    await vi.advanceTimersByTimeAsync(20)
    stop()
    const { drawn } = filling
    await vi.advanceTimersByTimeAsync(2_000)
    expect(filling.drawn).toBe(drawn)
  })
})

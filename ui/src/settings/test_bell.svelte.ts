import { api, Refusal } from '../api'
import type { Rung } from '../api/host'
import { words } from '../words'

/** One notification for a test, from the question to the desktop until somebody has pressed it. */
export class TestBell {
  step = $state<'idle' | 'ringing' | 'waiting' | 'arrived' | 'unseen'>('idle')
  rung = $state.raw<Rung>()
  problem = $state<string>()

  async ring(): Promise<void> {
    this.problem = undefined
    this.step = 'ringing'
    try {
      this.rung = await api.ringForTest()
      this.step = this.rung.shown ? 'waiting' : 'unseen'
    } catch (thrown) {
      this.step = 'idle'
      this.problem = thrown instanceof Refusal ? thrown.message : words.failed.silent
    }
  }

  /** A notification about nothing was pressed; whether it was this one. */
  heard(): boolean {
    if (this.step !== 'waiting' && this.step !== 'unseen') return false
    this.step = 'arrived'
    return true
  }
}

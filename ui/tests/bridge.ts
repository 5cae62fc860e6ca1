import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import type { Arrival, BellState, Events } from '../src/api/host'
import type { Id, NewContact, NewCustomer, NewPromise, CustomerDetail, Logged, PromiseRow } from '../src/api/wire'

const program = process.env['KEPT_BRIDGE_PROGRAM'] ?? fileURLToPath(new URL('../../target/debug/bridge', import.meta.url))
const dist = fileURLToPath(new URL('../dist', import.meta.url))

/** When the stories begin: a Saturday afternoon in London. */
export const start = '2026-11-21T15:04:00.000Z'

/** An office of its own in a folder of its own, and the clock in one's hand. */
export class Office {
  readonly url: string
  readonly home: string
  readonly #stop: (signal?: NodeJS.Signals) => Promise<void>

  private constructor(url: string, home: string, stop: (signal?: NodeJS.Signals) => Promise<void>) {
    this.url = url
    this.home = home
    this.#stop = stop
  }

  /** Opens an office in a folder of its own, or the one that lies in `at` already. */
  static async open(now = start, at?: string): Promise<Office> {
    const home = at ?? (await mkdtemp(join(tmpdir(), 'kept-story-')))
    const bridge = spawn(program, ['--home', home, '--port', '0', '--now', now, '--dist', dist], { stdio: ['ignore', 'pipe', 'inherit'] })
    const url = await new Promise<string>((found, fail) => {
      bridge.once('error', fail)
      bridge.once('exit', (code) => fail(new Error(`The bridge ended with ${code}`)))
      createInterface(bridge.stdout).once('line', found)
    })
    return new Office(url, home, async (signal = 'SIGTERM') => {
      bridge.removeAllListeners('exit')
      if (bridge.exitCode !== null || bridge.signalCode !== null) return
      const gone = new Promise((done) => bridge.once('exit', done))
      bridge.kill(signal)
      await gone
    })
  }

  /** Ends the program; the folder stays. */
  leave(): Promise<void> {
    return this.#stop()
  }

  /** Kills the program without a word, as a crash or a power cut does. */
  kill(): Promise<void> {
    return this.#stop('SIGKILL')
  }

  async close(): Promise<void> {
    await this.leave()
    await rm(this.home, { recursive: true, force: true })
  }

  async call<T>(name: string, args: object = {}): Promise<T> {
    return (await this.#post('/call', { name, args })) as T
  }

  /** Sets the office's clock. */
  async at(at: string): Promise<void> {
    await this.#post('/test/now', { at })
  }

  /** Waits until the bell has looked at what is due then: no window that opens afterwards hears of it. */
  async hasLooked(at: string): Promise<void> {
    await expect.poll(async () => (await this.call<BellState>('bell_state')).looked_at).toBe(at)
  }

  /** What the next file dialog answers. */
  async choose(path: string): Promise<void> {
    await this.#post('/test/choose', { path })
  }

  /** Something comes in from outside: the telephone rings, or a link is followed. */
  async arrive(arrival: Arrival): Promise<void> {
    await this.#post('/test/arrive', arrival)
  }

  /** The desktop tells the page something. */
  async tell<K extends keyof Events>(event: K, data: Events[K]): Promise<void> {
    await this.#post('/test/event', { event, data })
  }

  async setUp(): Promise<void> {
    await this.call('set_up', { name: 'Amy Reyes', office: 'Harbour Motors', zone: 'Europe/London', region: 'US', locale: 'en-GB' })
    await this.call('member_add', { name: 'Dan Ortiz', role: 'sales' })
    await this.call('member_add', { name: 'Ruth Keller', role: 'manager' })
  }

  async customer(name: string, more: Partial<NewCustomer> = {}): Promise<Id> {
    return (await this.call<CustomerDetail>('customer_add', { name, ...more })).id
  }

  promise(customer: Id, promise: NewPromise): Promise<PromiseRow> {
    return this.call('promise_make', { customer, ...promise })
  }

  contact(customer: Id, contact: NewContact): Promise<Logged> {
    return this.call('contact_log', { customer, ...contact })
  }

  async #post(path: string, body: object): Promise<unknown> {
    const answer = await fetch(this.url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    const value: unknown = await answer.json()
    if (!answer.ok) throw new Error(`${path} ${JSON.stringify(body)}: ${JSON.stringify(value)}`)
    return value
  }
}

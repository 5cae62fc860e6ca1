import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { ms, percentile, row } from './table'

const program = process.env['KEPT_BENCH_WINDOW'] ?? ''
const home = process.env['KEPT_BENCH_HOME'] ?? ''
/** The system's unit of a process's start, in milliseconds. */
const tick = 10

const folder = mkdtempSync(join(tmpdir(), 'kept-bench-'))
const started: ChildProcess[] = []
let environment: NodeJS.ProcessEnv

/** Starts a program and reads the first line it says. */
async function hear(name: string, args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(name, args, { env, stdio: ['ignore', 'pipe', 'ignore'] })
  started.push(child)
  return new Promise((found, fail) => {
    child.once('error', fail)
    createInterface(child.stdout).once('line', found)
  })
}

test.beforeAll(async () => {
  const display = `:${await hear('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x900x24', '-nolisten', 'tcp'], process.env)}`
  const settings = join(folder, 'bus.conf')
  writeFileSync(settings, `<busconfig><type>session</type><listen>unix:dir=${folder}</listen><policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`)
  const { PATH } = process.env
  environment = { PATH, DISPLAY: display, HOME: folder, LC_ALL: 'C.UTF-8', GSETTINGS_BACKEND: 'memory', GIO_USE_VFS: 'local', NO_AT_BRIDGE: '1' }
  environment['DBUS_SESSION_BUS_ADDRESS'] = await hear('dbus-daemon', ['--nofork', '--nopidfile', '--print-address=1', `--config-file=${settings}`], environment)
})

test.afterAll(() => {
  for (const child of started.toReversed()) child.kill()
  rmSync(folder, { recursive: true, force: true })
})

/** Whom `keys.bench.ts` gives this number; nobody else has it. */
const caller = '+12065550142'

test('somebody known calls', async () => {
  const cold: number[] = []
  const running: number[] = []
  for (let turn = 0; turn < 7; turn += 1) {
    const started = await drive(['call', caller])
    cold.push((await started.mark('caller')) - begun(started.kept))
    await started.end()
  }
  const window = await drive([])
  await window.mark('queue')
  for (let turn = 0; turn < 20; turn += 1) {
    await window.run("performance.clearMarks('caller'); document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'q', code: 'KeyQ', bubbles: true }))")
    const from = Date.now()
    spawn(program, ['--home', home, 'call', caller], { env: environment, stdio: 'ignore' })
    running.push((await window.mark('caller')) - from)
    // A second ring of the same number within two seconds is the same ring.
    await pause(2_100)
  }
  await window.end()
  row('call: start of the command to the card, Kept not running', cold.length, `p50 ${ms(percentile(cold, 50))}, worst ${ms(Math.max(...cold))}`, '1 s')
  row('call: start of the command to the card, Kept running', running.length, `p50 ${ms(percentile(running, 50))}, p95 ${ms(percentile(running, 95))}`, '300 ms')
})

test('the real window', async () => {
  const times: number[] = []
  const shown: Memory[] = []
  const hidden: Memory[] = []
  for (let turn = 0; turn < 7; turn += 1) {
    const window = await start([])
    times.push(window.usable)
    shown.push(window.memory)
    hidden.push((await start(['--hidden'])).memory)
  }
  row('window: process start to a usable queue', times.length, `p50 ${ms(percentile(times, 50))}, worst ${ms(Math.max(...times))}`, 'under 1 s')
  row('memory of all processes, window shown (PSS)', shown.length, told(shown))
  row('memory of all processes, in the tray (PSS)', hidden.length, told(hidden))
})

type Memory = { all: number; own: number }

function told(memory: readonly Memory[]): string {
  const middle = (part: (one: Memory) => number) => Math.round(percentile(memory.map(part), 50) / 1024)
  return `${middle((one) => one.all)} MiB, of which Kept's own process ${middle((one) => one.own)} MiB`
}

type Driven = {
  kept: number
  run: (script: string) => Promise<unknown>
  /** Waits for what the page marks when it is painted; in milliseconds since 1970. */
  mark: (name: string) => Promise<number>
  end: () => Promise<void>
}

/** Starts the window by its driver. */
async function drive(words: string[]): Promise<Driven> {
  const port = await freePort()
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env: { ...environment, TAURI_WEBVIEW_AUTOMATION: 'true' }, stdio: 'ignore' })
  started.push(driver)
  const ask = async (path: string, body: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: JSON.stringify(body) })
    return ((await answer.json()) as { value: unknown }).value
  }
  const options = { binary: program, args: ['--home', home, ...words] }
  let session: { sessionId: string } | undefined
  await expect.poll(async () => {
    session = (await ask('/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } }).catch(() => undefined)) as typeof session
    return session?.sessionId
  }, { timeout: 60_000 }).toBeTruthy()
  const kept = children(driver.pid ?? 0)[0] ?? 0
  const run = (script: string) => ask(`/session/${session?.sessionId}/execute/sync`, { script, args: [] })
  const mark = async (name: string) => {
    let at: number | null = null
    await expect.poll(async () => {
      at = (await run(`const [mark] = performance.getEntriesByName('${name}'); return mark ? performance.timeOrigin + mark.startTime : null`)) as number | null
      return at
    }, { timeout: 60_000 }).toBeTruthy()
    return at ?? Number.NaN
  }
  const end = async () => {
    const gone = new Promise((done) => driver.once('exit', done))
    process.kill(kept)
    driver.kill()
    await gone
  }
  return { kept, run, mark, end }
}

/** Starts the window, and gives how long its queue took and what its processes hold once they have settled. */
async function start(words: string[]): Promise<{ usable: number; memory: Memory }> {
  const { kept, mark, end } = await drive(words)
  const usable = (await mark('queue')) - begun(kept)
  await pause(3_000)
  const family = [kept, ...descendants(kept)]
  const memory = { all: family.reduce((sum, pid) => sum + pss(pid), 0), own: pss(kept) }
  await end()
  return { usable, memory }
}

async function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((found) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** What the system says of a process, after its name. */
const stat = (pid: number): string[] => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  } catch {
    return []
  }
}

const children = (pid: number): number[] => readdirSync('/proc').map(Number).filter((other) => other > 0 && Number(stat(other)[1]) === pid)

const descendants = (pid: number): number[] => children(pid).flatMap((child) => [child, ...descendants(child)])

/** When a process began, in milliseconds since 1970. */
function begun(pid: number): number {
  const running = Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0]) * 1000 - Number(stat(pid)[19]) * tick
  return Date.now() - running
}

/** What a process holds, its share of what it shares counted in, in KiB. */
function pss(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

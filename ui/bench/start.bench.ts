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

/** Starts the window by its driver, and gives how long its queue took and what its processes hold once they have settled. */
async function start(words: string[]): Promise<{ usable: number; memory: Memory }> {
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
  const script = "const [mark] = performance.getEntriesByName('queue'); return mark ? performance.timeOrigin + mark.startTime : null"
  let at: number | null = null
  await expect.poll(async () => {
    at = (await ask(`/session/${session?.sessionId}/execute/sync`, { script, args: [] })) as number | null
    return at
  }, { timeout: 60_000 }).toBeTruthy()
  const kept = children(driver.pid ?? 0)[0] ?? 0
  const usable = (at ?? Number.NaN) - begun(kept)
  await pause(3_000)
  const family = [kept, ...descendants(kept)]
  const memory = { all: family.reduce((sum, pid) => sum + pss(pid), 0), own: pss(kept) }
  const gone = new Promise((done) => driver.once('exit', done))
  process.kill(kept)
  driver.kill()
  await gone
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

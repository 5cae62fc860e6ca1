import { expect, type Page, test } from '@playwright/test'
import type { Found, Timeline } from '../src/api/wire'
import { Office } from '../tests/bridge'
import { type Press, press, pressed, watchPresses } from './frames'
import { ms, percentile, row } from './table'

const home = process.env['KEPT_BENCH_HOME'] ?? ''
const now = process.env['KEPT_BENCH_NOW'] ?? ''
/** The customer with the long timeline, by a name that nobody else has. */
const longest = 'Zyxa Longtimeline'
const entries = 10_000
const rows = '[role=listbox]'

let office: Office

test.beforeAll(async () => {
  office = await Office.open(now, home)
  await office.call('sign_in', { member: (await office.call<{ members: { name: string }[] }>('member_list')).members[0]?.name ?? '' })
  const id = (await office.call<Found>('find', { query: longest })).hits[0]?.id ?? (await office.customer(longest, { phones: [{ typed: '+1 206 555 0142' }] }))
  const { entries: there } = await office.call<{ entries: number }>('customer_show', { id })
  const day = 24 * 60 * 60 * 1000
  for (let at = there; at < entries; at += 20) {
    const calls = Array.from({ length: Math.min(20, entries - at) }, (_, n) =>
      office.contact(id, { contact: 'call', direction: 'out', outcome: 'reached', text: `Talked about number ${at + n}`, at: new Date(Date.parse(now) - (entries - at - n) * 0.2 * day).toISOString() }))
    await Promise.all(calls)
  }
  expect((await office.call<Timeline>('timeline', { customer: id, limit: 1 })).entries).toHaveLength(1)
})

test.afterAll(async () => { await office.leave() })

test('keys', async ({ page }) => {
  test.setTimeout(300_000)
  await watchPresses(page)
  await page.goto(office.url)
  await expect(page.getByRole('listbox', { name: 'Promises by due time' })).toBeVisible()
  const all: Press[] = []
  const measure = async (what: string, presses: () => Promise<Press[]>) => {
    const measured = await presses()
    all.push(...measured)
    tell(what, measured)
  }

  await measure('Today: arrow to the next promise', () => many(page, 60, ['ArrowDown'], rows))
  await measure('find: a typed letter to the rows', async () => {
    const presses: Press[] = []
    for (const word of ['maria', 'smith', 'anders', 'john w', 'garcia', 'li', 'peter', 'nowak', '555', '2065']) {
      await page.keyboard.press('Control+k')
      await page.keyboard.press('Backspace')
      await expect(page.getByRole('group', { name: 'Dealt with last' })).toBeVisible()
      for (const letter of word) presses.push(await press(page, letter, '[role=search] [role=listbox]'))
    }
    return presses
  })
  await measure('find: arrow to the next row', () => many(page, 40, ['ArrowDown'], '[role=search] [role=listbox]'))
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.evaluate(() => { if (document.activeElement instanceof HTMLElement) document.activeElement.blur() })
  await measure('P and Escape: the dialog of a promise', () => many(page, 20, ['p', 'Escape'], '[role=dialog]'))
  await measure('R: the risk board, and Q back', () => many(page, 20, ['r', 'q'], 'main'))
  await expect(page.getByRole('option', { selected: true })).toBeFocused()
  await measure('H, T, D and Escape: the question of an action', () => many(page, 15, ['h', 'Escape', 't', 'Escape', 'd', 'Escape'], '[aria-label="The chosen promise"]'))
  await measure('H and the beginning of a name: who is meant', () => typed(page, 'h', 'am', '.kept-choose-list'))
  await measure('T and a day: the echo', () => typed(page, 't', 'mon 9', '.question .due'))
  await measure('P and a line: the echo', () => typed(page, 'p', 'ring mon 9am', '#new-promise'))
  await measure('Enter and Q: a customer, and back', () => many(page, 15, ['Enter', 'q'], 'main'))
  await measure('1: a try is written down, and the next row', async () => {
    const presses: Press[] = []
    for (let turn = 0; turn < 15; turn += 1) {
      const before = await page.getByRole('option', { selected: true }).getAttribute('data-promise')
      presses.push(await press(page, '1', rows))
      await expect.poll(() => page.getByRole('option', { selected: true }).getAttribute('data-promise')).not.toBe(before)
      await expect(page.getByRole('option', { selected: true })).toBeFocused()
    }
    return presses
  })
  tell('every key', all, 'p95 8 ms, painted by frame 2')
})

test('a customer of ten thousand entries', async ({ page }) => {
  await page.goto(office.url)
  await expect(page.getByRole('listbox', { name: 'Promises by due time' })).toBeVisible()
  const shown: number[] = []
  for (let turn = 0; turn < 30; turn += 1) {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('zyxa')
    await expect(page.getByRole('option', { name: longest })).toBeVisible()
    const watched = page.evaluate((name) => new Promise<number>((done) => {
      let from = -1
      const look = () => {
        const there = document.querySelector('h1')?.textContent === name && document.querySelectorAll('[role=feed] [role=article]').length > 3
        // The frame after the one in which it is there has painted it.
        if (there) requestAnimationFrame(() => done(performance.now() - from))
        else requestAnimationFrame(look)
      }
      addEventListener('keydown', (event) => { from = event.timeStamp; look() }, { capture: true, once: true })
    }), longest)
    await page.evaluate(() => undefined)
    await page.keyboard.press('Enter')
    shown.push(await watched)
    await page.evaluate(() => { if (document.activeElement instanceof HTMLElement) document.activeElement.blur() })
    await page.keyboard.press('q')
    await expect(page.getByRole('listbox', { name: 'Promises by due time' })).toBeVisible()
  }
  row('a customer of 10,000 entries: Enter to painted', shown.length, `p50 ${ms(percentile(shown, 50))}, p95 ${ms(percentile(shown, 95))}`, 'p95 100 ms')
})

async function many(page: Page, times: number, keys: string[], within: string): Promise<Press[]> {
  const presses: Press[] = []
  for (let turn = 0; turn < times; turn += 1) for (const key of keys) presses.push(await press(page, key, within))
  return presses
}

/** Opens a question, types into it and leaves it, ten times; the letters are measured that change what it says in `within`. */
async function typed(page: Page, key: string, text: string, within: string): Promise<Press[]> {
  const presses: Press[] = []
  for (let turn = 0; turn < 10; turn += 1) {
    await page.keyboard.press(key)
    await expect(page.locator(':focus'), `${key} asks for something to be typed`).toHaveJSProperty('tagName', 'INPUT')
    // A letter that leaves what is said as it was is no answer to measure.
    for (const letter of text) presses.push(...[await pressed(page, letter, within)].filter((one) => one !== null))
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await leave(page, key)
  }
  expect(presses.length, `letters that changed something after ${key}`).toBeGreaterThanOrEqual(10)
  return presses
}

/** Leaves the question of `key`: one Escape for a list that is open in it, one for itself. The chosen row has the focus again. */
async function leave(page: Page, key: string): Promise<void> {
  const row = page.getByRole('option', { selected: true }).and(page.locator(':focus'))
  for (let presses = 0; presses < 2; presses += 1) {
    await page.keyboard.press('Escape')
    if (await row.waitFor({ timeout: 500 }).then(() => true, () => false)) return
  }
  const at = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))
  throw new Error(`Escape did not leave the question of ${key}; the focus is on ${at}`)
}

function tell(what: string, presses: readonly Press[], target = ''): void {
  const changed = presses.map((one) => one.changed)
  const frames = presses.map((one) => one.frame)
  const figures = `changed p50 ${ms(percentile(changed, 50))}, p95 ${ms(percentile(changed, 95))}; painted by frame ${percentile(frames, 50)}, p95 ${percentile(frames, 95)}`
  row(`key: ${what}`, presses.length, figures, target)
}

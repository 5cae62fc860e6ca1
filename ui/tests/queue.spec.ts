import type { Page } from '@playwright/test'
import type { Disposition } from '../src/api/wire'
import { complaints, isTooWide } from './audit'
import { expect, openCustomer, openToday, test } from './story'

/** The queue by keys alone, each story counting them, and the risk board. */

const row = (page: Page) => page.getByRole('option', { selected: true })
const board = (page: Page) => page.getByRole('listbox', { name: 'Promises about to break, worst first' })

/** Presses keys one by one. Gives how many there were. */
async function press(page: Page, ...keys: string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key)
  return keys.length
}

test.beforeEach(async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
  await expect(row(page)).toBeFocused()
})

test('S2: nobody answers, the next try is planned, and Enter goes on: two keys', async ({ page, office, cast }) => {
  let keys = await press(page, '1')
  await expect(page.getByText('No answer. Next try today 16:45.')).toBeVisible()
  await expect(row(page)).toContainText('Greta Hale')
  await expect(row(page)).toBeFocused()
  await expect(page.getByRole('option', { name: /Floor mats/ })).toContainText('quiet until 16:45', { ignoreCase: true })
  keys += await press(page, 'Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Greta Hale' })).toBeVisible()
  expect(keys).toBe(2)
  expect(await office.call('promise_show', { id: cast.mats })).toMatchObject({ attempts: 1, snoozed_until: '2026-11-21T16:45:00.000Z', due_local: '2026-11-20T17:00:00', late: true })
})

test('S2: the same two keys for the next customer, and the next, until the list is through', async ({ page, office, cast }) => {
  const h1 = (name: string) => page.getByRole('heading', { level: 1, name })
  const open = (name: RegExp) => page.getByRole('region', { name: /^Open promises/ }).getByRole('button', { name, expanded: true })
  let keys = await press(page, '1')
  await expect(row(page)).toContainText('Greta Hale')
  keys += await press(page, 'Enter')
  await expect(h1('Greta Hale')).toBeVisible()
  await expect(open(/Confirm dog-training class/)).toBeVisible()
  keys += await press(page, '1')
  await expect(page.getByText(/^No answer\. Next try/).last()).toBeVisible()
  await expect(open(/Confirm dog-training class/)).toContainText('2nd try')
  keys += await press(page, 'Enter')
  await expect(h1('M. Kane')).toBeVisible()
  await expect(open(/Test drive/)).toBeVisible()
  expect(keys).toBe(4)
  const { promises } = await office.call<{ promises: { customer: string; attempts: number }[] }>('queue', { owner: 'Amy Reyes' })
  expect(promises.filter((one) => one.attempts > 0).map((one) => one.customer).toSorted()).toEqual([cast.carl, cast.greta].toSorted())
  // A voicemail is one try, though two keys mean it.
  await page.keyboard.press('2')
  await expect(page.getByText(/^Left a voicemail|^Voicemail/).last()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(h1('Ana Sousa')).toBeVisible()
  expect((await office.call<{ entries: { kind: string }[] }>('timeline', { customer: cast.kane, limit: 9 })).entries.filter((entry) => entry.kind === 'contact_logged')).toHaveLength(1)
  // Whoever is asked something answers that first; the question takes the Enter.
  await page.keyboard.press('5')
  await expect(page.getByRole('textbox', { name: 'What showed it was kept?' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kept.', { exact: true })).toBeVisible()
  await expect(h1('Ana Sousa')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(h1('Carl Lindgren')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(h1('Greta Hale')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox', { name: 'Promises by due time' })).toBeVisible()
})

test('on a page that was not opened from Today Enter leads nowhere', async ({ page }) => {
  await openCustomer(page, 'greta', 'Greta Hale')
  await expect(page.getByRole('button', { name: /^Next: / })).toHaveCount(0)
  await page.keyboard.press('Enter')
  await page.keyboard.press('1')
  await expect(page.getByText(/^No answer\. Next try/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Greta Hale' })).toBeVisible()
})

test('where nothing is owed C rings their first number, unless they are not to be called', async ({ page, office }) => {
  const out: string[] = []
  page.on('request', (request) => { if (request.postData()?.includes('"open_external"')) out.push(request.postData() ?? '') })
  const lou = await office.customer('Lou Adler', { phones: [{ typed: '+1 206 555 0188' }, { typed: '+1 206 555 0189' }] })
  await openCustomer(page, 'lou', 'Lou Adler')
  await page.keyboard.press('c')
  await expect.poll(() => out.length).toBe(1)
  expect(out[0]).toContain('"tel:+12065550188"')
  await office.call('contact_restrict', { customer: lou, channels: ['call'], reason: 'Asked to be left alone' })
  await expect(page.getByRole('note')).toContainText('Do not call')
  await page.keyboard.press('c')
  await expect(page.getByText('They are not to be called. The mark on this page says why.')).toBeVisible()
  expect(out).toHaveLength(1)
})

test('keys that come faster than the disk are meant for what comes next', async ({ page }) => {
  await page.evaluate(() => {
    const press = (key: string, code: string) => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }))
    press('1', 'Digit1')
    press('Enter', 'Enter')
  })
  await expect(page.getByRole('heading', { level: 1, name: 'Greta Hale' })).toBeVisible()
})

test('one key takes back the try and what was planned with it', async ({ page, office, cast }) => {
  await page.keyboard.press('3')
  await expect(page.getByText('Busy. Next try today 16:45.')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Taken back.')).toBeVisible()
  expect(await office.call('promise_show', { id: cast.mats })).toMatchObject({ attempts: 0, snoozed_until: null })
  await page.keyboard.press('Control+y')
  await expect(page.getByText('Put back.')).toBeVisible()
  expect(await office.call('promise_show', { id: cast.mats })).toMatchObject({ attempts: 1, snoozed_until: '2026-11-21T16:45:00.000Z' })
})

test('a try planned before the due time rings at its time, and its banner goes with that try', async ({ page, office, cast }) => {
  const { id } = await office.promise(cast.ana, { text: 'Ring about the tyres', due: '2026-11-23T17:00:00Z', owner: 'Amy Reyes' })
  const { next_try } = await office.call<Disposition>('promise_disposition', { id, outcome: 'no_answer', text: '' })
  await office.at(next_try ?? '')
  const told = page.getByRole('region', { name: 'Due now' }).getByRole('article', { name: 'Try again: Ana Sousa – Ring about the tyres' })
  await expect(told).toContainText('+351')
  await expect(told.getByRole('button', { name: 'Seen' })).toHaveCount(0)
  await expect(page.getByRole('option', { name: /Ring about the tyres/ })).toContainText('time to try again')
  await office.call('promise_disposition', { id, outcome: 'busy', text: '' })
  await expect(told).toHaveCount(0)
})

test('who hangs up is rung by a manager', async ({ page, office, cast }) => {
  await page.keyboard.press('6')
  await expect(page.getByText('Hung up. Ruth Keller rings and mends it, by today 16:04.')).toBeVisible()
  await expect(row(page)).toContainText('Greta Hale')
  await expect(row(page)).toBeFocused()
  const { promises } = await office.call<{ promises: { customer: string; text: string }[] }>('queue', { owner: 'Ruth Keller' })
  expect(promises).toMatchObject([{ customer: cast.carl, text: 'Ring and mend it: they hung up (“Floor mats fitted”)' }])
})

test('of a wrong number the right one is asked for', async ({ page, office, cast }) => {
  await page.keyboard.press('4')
  await expect(page.getByText('Wrong number. Which is the right one?', { exact: true })).toBeVisible()
  const dialog = page.getByRole('dialog', { name: 'Edit Carl Lindgren' })
  await expect(dialog.getByText('+1 206 555 0142 is a wrong number. Which is the right one?')).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'Phone number' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const { entries } = await office.call<{ entries: { outcome: string; text: string }[] }>('timeline', { customer: cast.carl, limit: 1 })
  expect(entries[0]?.outcome).toBe('wrong_number')
  expect(entries[0]?.text).toContain('is a wrong number.')
})

test('who was reached is asked for what showed it, and the list goes on: two keys', async ({ page, office, cast }) => {
  const keys = (await press(page, '5'))
  await expect(page.getByRole('textbox', { name: 'What showed it was kept?' })).toBeFocused()
  const all = keys + (await press(page, 'Enter'))
  await expect(page.getByText('Kept.', { exact: true })).toBeVisible()
  await expect(page.getByRole('option', { name: /Floor mats/ })).toHaveCount(0)
  await expect(row(page)).toBeFocused()
  expect(all).toBe(2)
  expect(await office.call('promise_show', { id: cast.mats })).toMatchObject({ state: 'kept', attempts: 1 })
})

test('S3: reached, kept and the next thing promised, in at most 24 keys', async ({ page, office, cast }) => {
  const line = 'bumper thu 2p @dan'
  let keys = await press(page, '5')
  await expect(page.getByRole('textbox', { name: 'What showed it was kept?' })).toBeFocused()
  keys += await press(page, 'Tab')
  await expect(page.getByRole('textbox', { name: 'And what is promised next?' })).toBeFocused()
  keys += await press(page, ...line)
  await expect(page.getByText(/^Dan Ortiz .*Carl Lindgren.*Thursday 26 November, 14:00/)).toBeVisible()
  keys += await press(page, 'Enter')
  expect(keys).toBeLessThanOrEqual(24)
  await expect(page.getByText('Kept. Dan Ortiz promised the next for Thu 26 Nov 14:00.')).toBeVisible()
  await expect(row(page)).toBeFocused()
  expect(await office.call('promise_show', { id: cast.mats })).toMatchObject({ state: 'kept' })
  const { promises } = await office.call<{ promises: { text: string; customer: string }[] }>('queue', { owner: 'Dan Ortiz' })
  expect(promises).toContainEqual(expect.objectContaining({ customer: cast.carl, text: 'bumper' }))
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Taken back.')).toBeVisible()
  expect(await office.call('promise_show', { id: cast.mats })).toMatchObject({ state: 'open' })
})

test('what is promised next must say by when', async ({ page, office, cast }) => {
  await page.keyboard.press('d')
  await page.keyboard.press('Tab')
  await page.keyboard.type('bumper thu 26')
  await expect(page.getByText('At what time on Thursday 26 November?')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'And what is promised next?' })).toHaveAttribute('aria-invalid', 'true')
  expect(await office.call('promise_show', { id: cast.mats })).toMatchObject({ state: 'open' })
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Kept\. .* promised the next for/)).toBeVisible()
})

test('S5: a promise is moved with the customer’s consent in nine keys', async ({ page, office, cast }) => {
  const keys = await press(page, 't', ...'fri 9a', 'Enter')
  await expect(page.getByRole('button', { name: 'Yes, agreed' })).toBeFocused()
  expect(keys + (await press(page, 'y'))).toBe(9)
  await expect(page.getByText(/^Moved to/)).toBeVisible()
  await expect(row(page)).toBeFocused()
  expect(await office.call('promise_show', { id: cast.mats })).toMatchObject({ due_local: '2026-11-27T09:00:00', agreed_due_at: '2026-11-27T09:00:00.000Z' })
})

test('a digit belongs to the question that is open', async ({ page, office, cast }) => {
  await page.keyboard.press('s')
  await expect(page.getByRole('button', { name: /In 10 min/ })).toBeFocused()
  await page.keyboard.press('2')
  await expect(page.getByText('Quiet until 16:04. The due time stays.')).toBeVisible()
  expect(await office.call('promise_show', { id: cast.mats })).toMatchObject({ attempts: 0 })
})

test('M1: who will be let down next, with one key; Enter acts', async ({ page, office, cast }) => {
  await page.keyboard.press('r')
  await expect(page.getByRole('heading', { level: 1, name: 'Who will be let down next' })).toBeVisible()
  await expect(board(page).getByRole('option').first()).toContainText('Ana Sousa')
  await expect(row(page)).toBeFocused()
  await expect(row(page)).toContainText('6 min left')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'The chosen promise' }).getByRole('button', { name: /^Call/ })).toBeFocused()
  await page.keyboard.press('h')
  await page.keyboard.type('ru')
  await expect(page.getByRole('option', { name: /Ruth Keller/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Ruth Keller is asked\./)).toBeVisible()
  await expect(board(page).getByRole('option', { selected: true })).toContainText('Carl Lindgren')
  await expect(board(page).getByRole('option', { selected: true })).toBeFocused()
  expect(await office.call('promise_show', { id: cast.quote })).toMatchObject({ owner: 'Amy Reyes', offer: { to: 'Ruth Keller' } })
})

test('where nobody will be let down it says until when', async ({ page, office }) => {
  await office.at('2026-11-28T10:00:00.000Z')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('r')
  await expect(page.getByText('Nobody will be let down before 14:00.')).toBeVisible()
  await page.keyboard.press('q')
  await expect(page.getByRole('listbox', { name: 'Promises by due time' })).toBeVisible()
})

for (const width of [1280, 320]) {
  test(`the risk board can be used by everybody at ${width}`, async ({ page, office }) => {
    await page.setViewportSize({ width, height: 800 })
    const name = 'Alexandrina Konstantinopoulou-Featherstonehaugh of the Upper Showroom and Its Surrounding Departments'
    for (const who of [name, 'דוד כהן השני']) await office.promise(await office.customer(who), { text: who, due: '2026-11-21T16:00:00Z' })
    await page.getByRole('button', { name: 'Risk' }).click()
    await expect(board(page).getByRole('option', { name: /דוד/ })).toBeVisible()
    expect(await complaints(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
  })
}

import type { Locator, Page } from '@playwright/test'
import { expect, openToday, test } from './story'

/** Ten things a front desk does all day, by keys alone; each says where the focus is on the way. */

const row = (page: Page) => page.getByRole('listbox', { name: 'Promises by due time' }).getByRole('option', { selected: true })
const box = (page: Page) => page.getByRole('search').getByRole('combobox')
const textbox = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name, exact: typeof name === 'string' })

/** What the box found is of what was typed: of an earlier letter it may be more. */
const found = (page: Page) => expect(page.getByRole('search').getByRole('listbox')).toHaveAttribute('aria-busy', 'false')

/** Tab, until it is there; fails where it is not within reach. */
async function tabTo(page: Page, target: Locator, most = 25): Promise<void> {
  for (let n = 0; n < most; n++) {
    if (await target.evaluate((node) => node === document.activeElement).catch(() => false)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

async function open(page: Page, digits: string, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(box(page)).toBeFocused()
  await page.keyboard.type(digits)
  await found(page)
  await expect(page.getByRole('search').getByRole('option', { name })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

test.beforeEach(async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
  await expect(row(page)).toBeFocused()
})

test('1. find who is calling by the last digits', async ({ page }) => {
  await page.keyboard.press('/')
  await expect(box(page)).toBeFocused()
  await page.keyboard.type('0142')
  await found(page)
  await expect(page.getByRole('group', { name: 'Who has this number' }).getByRole('option')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Carl Lindgren' })).toBeVisible()
  await page.keyboard.press('b')
  await expect(page.getByRole('region', { name: 'Before you say hello' })).toBeFocused()
})

test('2. log a call', async ({ page }) => {
  await open(page, '0142', 'Carl Lindgren')
  await page.keyboard.press('l')
  await expect(textbox(page, 'What was said')).toBeFocused()
  await page.keyboard.type('Apologised for the wait')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Written down.')).toBeVisible()
  await expect(textbox(page, 'What was said')).toBeFocused()
  await expect(textbox(page, 'What was said')).toHaveValue('')
})

test('3. make a promise', async ({ page }) => {
  await open(page, '0142', 'Carl Lindgren')
  await page.keyboard.press('p')
  await expect(textbox(page, 'What is promised')).toBeFocused()
  await page.keyboard.type('Ring about the bumper')
  await page.keyboard.press('Tab')
  await expect(textbox(page, 'By when')).toBeFocused()
  await page.keyboard.type('mon 10am')
  await expect(page.getByText(/Monday 23 November.*10:00/)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: 'Who keeps it' })).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^Amy Reyes promised it for/)).toBeVisible()
})

test('4. keep a promise and go on with the next', async ({ page }) => {
  await page.keyboard.press('d')
  await expect(textbox(page, 'What showed it was kept?')).toBeFocused()
  await page.keyboard.type('He drove off with them')
  await page.keyboard.press('Enter')
  await expect(row(page)).toContainText('Greta Hale')
  await expect(row(page)).toBeFocused()
})

test('5. leave a voicemail', async ({ page }) => {
  await page.keyboard.press('ArrowDown')
  await expect(row(page)).toContainText('Greta Hale')
  await expect(row(page)).toBeFocused()
  await page.keyboard.press('v')
  await expect(page.getByText('Voicemail. Next try today 16:45.')).toBeVisible()
  await expect(row(page)).toContainText('M. Kane')
  await expect(row(page)).toBeFocused()
})

test('6. move a promise to a new time', async ({ page }) => {
  await page.keyboard.press('t')
  await expect(textbox(page, 'By when').or(page.getByRole('form', { name: 'When instead?' }).getByRole('textbox'))).toBeFocused()
  await page.keyboard.type('mon 9am')
  await expect(page.getByText(/Monday 23 November.*09:00/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Yes, agreed' })).toBeFocused()
  await page.keyboard.press('n')
  await expect(page.getByText(/^Moved to/)).toBeVisible()
  await expect(row(page)).toBeFocused()
})

test('7. hand a promise over', async ({ page }) => {
  await page.keyboard.press('h')
  const who = page.getByRole('form', { name: 'Who takes it over?' }).getByRole('combobox')
  await expect(who).toBeFocused()
  await page.keyboard.type('ru')
  await expect(page.getByRole('option', { name: /Ruth Keller/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Ruth Keller is asked\./)).toBeVisible()
  await expect(row(page)).toBeFocused()
})

test('8. add a customer who calls from a new number', async ({ page }) => {
  await page.keyboard.press('/')
  await page.keyboard.type('+49 30 5550 0166')
  await expect(page.getByRole('option', { name: /^New customer with the number/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(textbox(page, 'Name')).toBeFocused()
  await page.keyboard.type('Lena Vogel')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Lena Vogel' })).toBeVisible()
  await page.keyboard.press('l')
  await expect(textbox(page, 'What was said')).toBeFocused()
})

test('9. put a sticky note on a card, and take it off again', async ({ page }) => {
  await open(page, 'greta', 'Greta Hale')
  await page.keyboard.press('y')
  await expect(textbox(page, 'Sticky note')).toBeFocused()
  await page.keyboard.type('Ordered for a friend.')
  await page.keyboard.press('Control+Enter')
  const note = page.getByRole('region', { name: 'Sticky note' })
  await expect(note).toContainText('Ordered for a friend.')
  await expect(note.getByRole('button', { name: 'Change' })).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Taken back.')).toBeVisible()
  await expect(note).toBeHidden()
})

test('10. correct what was written, and go through the history', async ({ page }) => {
  await open(page, '0142', 'Carl Lindgren')
  const first = page.getByRole('feed').getByRole('article').first()
  await tabTo(page, first, 40)
  const voicemail = page.getByRole('article').filter({ hasText: 'Left a voicemail about mats' })
  // Above it stand the promises made with it, and who was told since that nobody answered.
  for (let entry = 0; entry < 6 && !(await voicemail.evaluate((node) => node === document.activeElement)); entry++) {
    const before = await page.evaluate(() => document.activeElement?.getAttribute('aria-posinset'))
    await page.keyboard.press('PageDown')
    await page.waitForFunction((at) => document.activeElement?.getAttribute('aria-posinset') !== at, before)
  }
  await expect(voicemail).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(voicemail.getByRole('button', { name: 'Correct' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(textbox(page, 'Correct')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Left a voicemail about mats only.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('article').filter({ hasText: 'mats only.' })).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('article').filter({ hasText: 'Left a voicemail about mats and bumper.' })).toBeVisible()
})

test('keys that are quicker than a customer’s page wait for it', async ({ page, office, cast }) => {
  let answer = () => {}
  const may = new Promise<void>((done) => { answer = done })
  await page.route('**/call', async (route) => {
    const { name } = route.request().postDataJSON() as { name: string }
    if (name === 'customer_show') await may
    await route.fallback()
  })
  await page.keyboard.press('Enter')
  await expect(row(page)).toBeHidden()
  await page.keyboard.type('pring mon 10am')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden()
  answer()
  await expect(page.getByText(/^Amy Reyes promised it for Mon 23 Nov 10:00/)).toBeVisible()
  const { promises } = await office.call<{ promises: { text: string; customer: string }[] }>('queue', { owner: 'Amy Reyes' })
  expect(promises).toContainEqual(expect.objectContaining({ customer: cast.carl, text: 'ring' }))
})

test('keys that are quicker than what the box finds wait for the page it leads to', async ({ page }) => {
  let answer = () => {}
  const may = new Promise<void>((done) => { answer = done })
  await page.keyboard.press('/')
  await expect(box(page)).toBeFocused()
  await page.route('**/call', async (route) => {
    const { name } = route.request().postDataJSON() as { name: string }
    if (name === 'find') await may
    await route.fallback()
  })
  await page.keyboard.type('0142')
  await page.keyboard.press('Enter')
  await page.keyboard.type('pring mon 10am')
  await expect(box(page)).toHaveValue('0142')
  answer()
  await expect(page.getByRole('heading', { level: 1, name: 'Carl Lindgren' })).toBeVisible()
  await expect(textbox(page, 'What is promised')).toHaveValue('ring mon 10am')
  await expect(box(page)).toHaveValue('')
})

test('keys quicker than a page that cannot be read mean nothing elsewhere', async ({ page }) => {
  let answer = () => {}
  const may = new Promise<void>((done) => { answer = done })
  await page.route('**/call', async (route) => {
    const { name } = route.request().postDataJSON() as { name: string }
    if (name !== 'customer_show') return route.fallback()
    await may
    await route.fulfill({ status: 400, json: { code: 'not_found', message: 'No such customer.', suggest: [] } })
  })
  await page.keyboard.press('Enter')
  await expect(row(page)).toBeHidden()
  await page.keyboard.type('pq')
  answer()
  await expect(page.getByText('No such customer.')).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('q')
  await expect(row(page)).toBeFocused()
})

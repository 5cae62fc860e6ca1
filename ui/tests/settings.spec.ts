import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, openToday, test } from './story'

test.beforeEach(async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
})

async function openPage(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+,')
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible()
}

test('the settings and their pages are reached by the keyboard alone', async ({ page }) => {
  await page.keyboard.press('Control+,')
  const first = page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Appearance' })
  await expect(first).toBeVisible()
  await first.focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'About' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'About' })).toBeFocused()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('listbox', { name: 'Promises by due time' })).toBeVisible()
})

test('theme and density are this desk’s, hold at once and stay', async ({ page, office }) => {
  await openPage(page, 'Appearance')
  await page.getByText('Compact', { exact: true }).click()
  await page.getByText('Dark', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact')
  await expect.poll(() => office.call('preference_list')).toEqual({ preferences: { density: 'compact', theme: 'dark' } })
  // Another window of this desk knows nothing but what the desk has kept.
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact')
  const row = await page.getByRole('option', { name: /Call with bumper date/ }).first().boundingBox()
  expect(row?.height).toBeLessThan(52)
})

test('the office is renamed, and everybody sees it', async ({ page, office }) => {
  await openPage(page, 'Office')
  await page.getByLabel('The office’s name').fill('Harbour Motors South')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await expect(page).toHaveTitle('Kept · Harbour Motors South')
  expect(await office.call('office_show')).toMatchObject({ name: 'Harbour Motors South', hours: '', zone: 'Europe/London' })
})

test('what a role may not change is shown, not offered, and says whom to ask', async ({ page, office }) => {
  await office.call('sign_in', { member: 'Dan Ortiz' })
  await openToday(page, office)
  await openPage(page, 'Office')
  await expect(page.getByText('Changing the office is for a manager. Ask Amy Reyes or Ruth Keller to sign in.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'The office’s name' })).toHaveCount(0)
  await openPage(page, 'Data')
  await expect(page.getByText(/^Restoring a backup is for a manager/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Back up now' })).toBeEnabled()
  await expect(page.getByRole('button', { name: 'Restore from another file …' })).toHaveCount(0)
})

test('a notification is tried the whole way, and pressing it says that it arrived', async ({ page, office }) => {
  await openPage(page, 'Reminders')
  await page.getByRole('button', { name: 'Show one now' }).click()
  await expect(page.getByText('In a browser it appears in the window only; there is no desktop to ask.')).toBeVisible()
  await expect(page.getByRole('article', { name: 'This is how Kept says that something is due' })).toBeVisible()
  await office.tell('open', { customer: null, promise: null })
  await expect(page.getByText('It was pressed: notifications arrive at this desk.')).toBeVisible()
  await expect(page.getByRole('article', { name: 'This is how Kept says that something is due' })).toBeHidden()
  await expect(page.getByRole('heading', { level: 2, name: 'Reminders' })).toBeVisible()
})

test('a backup is made, looked into and restored; what came after it is gone', async ({ page, office, cast }) => {
  await openPage(page, 'Data')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText(/^Backed up and read again/)).toBeVisible()
  await expect(page.getByText('The newest was made just now.')).toBeVisible()
  await office.contact(cast.greta, { contact: 'note', text: 'Written after the backup' })
  await office.call('customer_add', { name: 'Zed Newman' })
  await page.getByRole('button', { name: /^Look inside the backup of/ }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Restore this backup?' })
  await expect(dialog).toContainText('Harbour Motors')
  await expect(dialog).toContainText('2 entries made since then would be missing.')
  await dialog.getByRole('button', { name: 'Restore it' }).click()
  await expect(page.getByText(/^Restored. What was there before is /)).toBeVisible()
  expect(await office.call('find', { query: 'zed' })).toMatchObject({ hits: [] })
  expect(await office.call('find', { query: 'greta' })).toMatchObject({ hits: [{ name: 'Greta Hale' }] })
})

test('a file that is no backup is refused, and nothing is changed', async ({ page, office }) => {
  await openPage(page, 'Data')
  await office.choose(join(office.home, 'desk'))
  await page.getByRole('button', { name: 'Restore from another file …' }).click()
  await expect(page.getByRole('alert')).toContainText('cannot be used as a backup')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the file is checked, and customers and a copy are saved where one chooses', async ({ page, office }) => {
  const folder = await mkdtemp(join(tmpdir(), 'kept-save-'))
  await openPage(page, 'Data')
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(page.getByText(/^All is as it was written: \d+ entries, 5 customers, 7 open promises\.$/)).toBeVisible()
  await office.choose(join(folder, 'all.csv'))
  await page.getByRole('button', { name: 'Save as table (CSV) …' }).click()
  await expect(page.getByText(`5 customers are in ${join(folder, 'all.csv')}.`)).toBeVisible()
  expect(await readFile(join(folder, 'all.csv'), 'utf8')).toContain('Carl Lindgren')
  await office.choose(join(folder, 'copy.db'))
  await page.getByRole('button', { name: 'Save a copy elsewhere …' }).click()
  await expect(page.getByText(/holds the whole office, and was read again\.$/)).toBeVisible()
  // Nobody chose a place: nothing is written and nothing is said.
  await page.getByRole('button', { name: 'Save as vCard …' }).click()
  await expect(page.getByRole('button', { name: 'Save as vCard …' })).toBeEnabled()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('diagnostics hold no name, number or note', async ({ page }) => {
  await openPage(page, 'Data')
  await page.getByRole('button', { name: 'Show diagnostics' }).click()
  const text = await page.getByRole('textbox', { name: 'Diagnostics' }).inputValue()
  expect(text).toContain('open promises: 7')
  for (const word of ['Carl', 'Lindgren', 'Amy', 'Harbour', '0142', 'mats', '/tmp']) expect(text).not.toContain(word)
})

test('about says which Kept this is and what it is built on', async ({ page }) => {
  await openPage(page, 'About')
  await expect(page.getByText('File version')).toBeVisible()
  await expect(page.getByText(/^SQLite 3\./)).toBeVisible()
  await expect(page.getByRole('row', { name: /Inter/ })).toContainText('OFL-1.1')
})

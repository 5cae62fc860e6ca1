import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Office } from './bridge'
import { expect, openToday, test } from './story'

const book = 'Name;Telefon;E-Mail;Kennzeichen\r\nLena Vogel;+49 30 5550 0166;lena@vogel.example;B-LV 118\r\n;;;\r\nTom Bright;+1 206 555 0190;;\r\n'

test('an address book is previewed, imported, reported and taken back', async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  const path = join(await mkdtemp(join(tmpdir(), 'kept-book-')), 'customers.csv')
  await writeFile(path, book)
  await openToday(page, office)
  await page.getByRole('button', { name: 'Customers' }).click()
  await page.getByRole('button', { name: 'Import an address book' }).click()
  await office.choose(path)
  await page.getByRole('button', { name: 'Choose a file' }).click()
  const file = page.getByRole('article', { name: 'customers.csv' })
  await expect(file).toContainText('separated by ;')
  await expect(file.getByRole('cell', { name: 'Lena Vogel', exact: true })).toBeVisible()
  await expect(file.getByRole('region', { name: /^Skipped rows/ })).toContainText('Line 3')
  await expect(file.getByRole('row', { name: /Kennzeichen/ })).toContainText('B-LV 118')
  expect(await office.call('find', { query: 'lena' })).toMatchObject({ hits: [] })

  await page.getByRole('button', { name: 'Import 2' }).click()
  await expect(page.getByText('2 new, 0 added to.').first()).toBeVisible()
  expect(await office.call('find', { query: 'lena' })).toMatchObject({ hits: [{ name: 'Lena Vogel' }] })

  await page.getByRole('button', { name: 'Take back this import' }).click()
  await expect(page.getByText(/^This removes 2 customers/)).toBeVisible()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText(/^2 removed/)).toBeVisible()
  expect(await office.call('find', { query: 'lena' })).toMatchObject({ hits: [] })
})

test('a file that cannot be read says so, and nothing is changed', async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
  await page.getByRole('button', { name: 'Customers' }).click()
  await page.getByRole('button', { name: 'Import an address book' }).click()
  await office.choose(join(tmpdir(), 'there-is-no-such-file.vcf'))
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible()
})

/** Chooses a file of these bytes on the import's page. */
async function choose(page: Page, office: Office, name: string, content: string | Buffer): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'kept-book-')), name)
  await writeFile(path, content)
  await openToday(page, office)
  await page.getByRole('button', { name: 'Customers' }).click()
  await page.getByRole('button', { name: 'Import an address book' }).click()
  await office.choose(path)
  await page.getByRole('button', { name: 'Choose a file' }).click()
  return path
}

test('a column becomes what the clerk says, and letters and marks are read as chosen', async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  const rows = Buffer.from('Wer|Was\nZo\xeb \xd8lga|Stammkunde, seit 2019\n', 'latin1')
  await choose(page, office, 'old.csv', rows)
  const file = page.getByRole('article', { name: 'old.csv' })
  await file.getByLabel('What “Wer” becomes').selectOption('Name')
  await expect(file.getByRole('region', { name: /as Kept reads them/ })).toContainText('Zoë Ølga')
  await file.getByLabel('Letters').selectOption('Central Europe (Latin 2)')
  await expect(file.getByRole('row', { name: /^Wer/ })).toContainText('Zoë Řlga')
  await file.getByLabel('Between columns').selectOption('Comma ,')
  await expect(file.getByLabel('What “Wer” becomes')).toBeHidden()
  await file.getByLabel('Between columns').selectOption('As found: |')
  await file.getByLabel('What “Wer” becomes').selectOption('Name')
  await expect(file.getByRole('region', { name: /as Kept reads them/ })).toContainText('Zoë Řlga')
  await file.getByLabel('What “Was” becomes').selectOption('Note')
  await page.getByRole('button', { name: 'Import 1' }).click()
  await expect(page.getByText('1 new, 0 added to.').first()).toBeVisible()
  expect(await office.call('find', { query: 'zoe' })).toMatchObject({ hits: [{ name: 'Zoë Řlga' }] })
})

test('dates that could be two are asked once, and decided by the file where it can', async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await choose(page, office, 'dates.csv', 'Name,Birthday\nAda Byron,4/5/1985\nBob Ross,6/7/1990\n')
  const file = page.getByRole('article', { name: 'dates.csv' })
  await expect(file.getByText('2 dates in this file can be read two ways. Until you say, they stay as text.')).toBeVisible()
  await file.getByText('Month first', { exact: true }).click()
  await expect(file.getByText(/can be read two ways/)).toBeHidden()
  await page.getByRole('button', { name: 'Import 2' }).click()
  await expect(page.getByText('2 new, 0 added to.').first()).toBeVisible()
  const { hits } = await office.call<{ hits: { id: string }[] }>('find', { query: 'ada' })
  expect(await office.call('customer_show', { id: hits[0]?.id })).toMatchObject({ birthday: '1985-04-05' })
  await choose(page, office, 'clear.csv', 'Name,Birthday\nCy Twombly,4/5/1985\nDi Prima,25/12/1990\n')
  await expect(page.getByText('Dates such as 4/5/1985 are read as day first: other dates of this file show it.')).toBeVisible()
})

test('a file let go over the window is previewed wherever one is', async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  const path = join(await mkdtemp(join(tmpdir(), 'kept-book-')), 'dropped.csv')
  await writeFile(path, book)
  await openToday(page, office)
  await office.tell('dragging', { over: true })
  await expect(page.getByText('Let go to see what would be imported')).toBeVisible()
  await office.tell('dropped', { paths: [path] })
  await expect(page.getByText('Let go to see what would be imported')).toBeHidden()
  await expect(page.getByRole('article', { name: 'dropped.csv' })).toBeVisible()
  expect(await office.call('imports')).toMatchObject({ imports: [] })
})

test('a long import is counted, the window stays usable, and cancelling leaves nothing behind', async ({ page, office, cast }) => {
  test.setTimeout(120_000)
  expect(cast.carl).toBeTruthy()
  const rows = Array.from({ length: 250_000 }, (_, n) => `Person ${n},+1 206 ${5_500_000 + n}`)
  const counted = page.getByText(/^[\d,]+ of 250,000$/)
  await choose(page, office, 'many.csv', `Name,Phone\n${rows.join('\n')}\n`)
  await expect(counted).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Today' }).click()
  await expect(page.getByRole('listbox', { name: 'Promises by due time' })).toBeVisible()
  await page.getByRole('button', { name: 'Customers' }).click()
  await page.getByRole('button', { name: 'Import an address book' }).click()
  await page.getByRole('button', { name: 'Import 250,000' }).click({ timeout: 60_000 })
  await expect(counted).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(page.getByText('Cancelled. Nothing was written.')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('button', { name: 'Import 250,000' })).toBeVisible()
  expect(await office.call('find', { query: 'person' })).toMatchObject({ hits: [] })
})

test('the report is saved where one chooses, and accounts for every row', async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  const path = await choose(page, office, 'customers.csv', book)
  await page.getByRole('button', { name: 'Import 2' }).click()
  await expect(page.getByText('2 new, 0 added to.').first()).toBeVisible()
  const report = path.replace('customers.csv', 'report.csv')
  await office.choose(report)
  await page.getByRole('button', { name: 'Save report …' }).click()
  await expect(page.getByText(`The report is in ${report}.`)).toBeVisible()
  const text = await readFile(report, 'utf8')
  expect(text.split('\r\n').slice(0, 3)).toEqual(['file,line,what,count,why', 'customers.csv,,read,3,', 'customers.csv,,new,2,'])
  expect(text).toContain('customers.csv,3,skipped,,')
})

test('taking an import back is a manager’s, and others are told whom to ask', async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await choose(page, office, 'customers.csv', book)
  await page.getByRole('button', { name: 'Import 2' }).click()
  await expect(page.getByRole('button', { name: 'Take back this import' })).toBeVisible()
  await office.call('sign_in', { member: 'Dan Ortiz' })
  await openToday(page, office)
  await page.getByRole('button', { name: 'Customers' }).click()
  await page.getByRole('button', { name: 'Import an address book' }).click()
  await expect(page.getByText('Taking an import back is for a manager. Ask Amy Reyes or Ruth Keller to sign in.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Take back this import' })).toHaveCount(0)
})

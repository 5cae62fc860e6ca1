import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  await expect(file.getByRole('cell', { name: 'Lena Vogel' })).toBeVisible()
  await expect(file.getByRole('region', { name: 'Skipped rows' })).toContainText('Line 3')
  await file.getByText('Columns').click()
  await expect(file.getByRole('row', { name: /Kennzeichen/ })).toBeVisible()
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

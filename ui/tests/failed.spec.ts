import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Backup } from '../src/api/wire'
import { Office, start } from './bridge'
import { expect, openToday, test } from './story'

test('a second window on the same office says who has it, and opens once that one has gone', async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  const second = await Office.open(start, office.home)
  await page.goto(second.url)
  await expect(page.getByRole('heading', { level: 1, name: 'This office cannot be opened' })).toBeVisible()
  await expect(page.getByText('Close the other window, then try again.')).toBeVisible()
  await office.leave()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('option', { name: /Floor mats fitted/ })).toBeVisible()
  await page.goto('about:blank')
  await second.leave()
})

test('of a damaged office the newest whole copy is offered, and used', async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await office.leave()
  // The day's copy is made soon after the office is opened; one of an earlier day may be there from when it was founded.
  const again = await Office.open('2026-11-22T08:00:00.000Z', office.home)
  await expect.poll(async () => (await again.call<{ newest: Backup | null }>('backups')).newest?.made_at).toMatch(/^2026-11-22/)
  await again.leave()

  // What was written last may still lie in the journal beside the file, whole: it would mend what is damaged here.
  await rm(join(office.home, 'kept.db-wal'), { force: true })
  const file = await open(join(office.home, 'kept.db'), 'r+')
  await file.write(Buffer.alloc(32_768, 'damaged '), 0, 32_768, 0)
  await file.close()

  const damaged = await Office.open('2026-11-22T13:00:00.000Z', office.home)
  await page.goto(damaged.url)
  await expect(page.getByRole('heading', { level: 1, name: 'This office cannot be opened' })).toBeVisible()
  await expect(page.getByText(/was made 5 h ago/)).toBeVisible()
  await page.getByRole('button', { name: 'Restore the newest copy' }).click()
  await expect(page.getByRole('option', { name: /Floor mats fitted/ })).toBeVisible()
  await openToday(page, damaged)
  await page.goto('about:blank')
  await damaged.leave()
})

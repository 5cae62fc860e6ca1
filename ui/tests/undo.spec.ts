import { expect, openCustomer, openToday, test } from './story'

test.beforeEach(async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
})

test('Ctrl+Z goes back level by level, and forth again', async ({ page, office, cast }) => {
  await openCustomer(page, 'greta', 'Greta Hale')
  const entry = (text: string) => page.getByRole('article').filter({ hasText: text })
  for (const text of ['One thing', 'Another thing']) {
    await page.keyboard.press('n')
    await page.keyboard.type(text)
    await page.keyboard.press('Control+Enter')
    await expect(entry(text)).toBeVisible()
    // The focus is in the field, which is empty now: the key takes back what was saved.
    await expect(page.getByPlaceholder('What a colleague should know')).toBeFocused()
    await page.keyboard.press('Escape')
  }
  await page.keyboard.press('Control+z')
  await expect(entry('Another thing').getByText('taken back')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(entry('One thing').getByText('taken back')).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(entry('One thing').getByText('taken back')).toBeHidden()
  await page.keyboard.press('Control+y')
  await expect(entry('Another thing').getByText('taken back')).toBeHidden()
  expect(cast.greta.length + office.url.length).toBeGreaterThan(0)
})

test('in a field that holds something the key takes back letters, and nothing else', async ({ page, office, cast }) => {
  await openCustomer(page, 'greta', 'Greta Hale')
  await page.keyboard.press('n')
  await page.keyboard.type('Saved')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Written down.')).toBeVisible()
  await page.keyboard.type('half')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('article').filter({ hasText: 'Saved' }).getByText('taken back')).toBeHidden()
  const { entries } = await office.call<{ entries: { retracted: boolean }[] }>('timeline', { customer: cast.greta, limit: 1 })
  expect(entries[0]?.retracted).toBe(false)
})

test('what the rules do not allow is said in one sentence', async ({ page, office }) => {
  await page.keyboard.press('p')
  const dialog = page.getByRole('dialog', { name: 'New promise' })
  await dialog.getByLabel('What is promised').fill('Ring back')
  await dialog.getByLabel('By when').fill('in 20 min')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await office.at('2026-11-21T15:40:00.000Z')
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/^This promise is due, so it cannot be taken back/)).toBeVisible()
  await expect(page.getByText('Taken back.', { exact: true })).toBeHidden()
})

test('the toast stays while it has the focus, and its way back works by keys', async ({ page }) => {
  const row = page.getByRole('option', { selected: true })
  const first = await row.getAttribute('data-promise')
  await page.clock.install()
  await page.keyboard.press('v')
  const back = page.getByRole('status').getByRole('button', { name: 'Take back' })
  // The next row takes the focus once the list is read anew.
  await expect(row).not.toHaveAttribute('data-promise', first ?? '')
  await expect(row).toBeFocused()
  await back.focus()
  await page.clock.runFor(10_500)
  await expect(back).toBeFocused()
  await page.keyboard.press('Enter')
  const done = page.getByText('Taken back.', { exact: true })
  await expect(done).toBeVisible()
  await row.focus()
  await page.clock.runFor(10_500)
  await expect(done).toBeHidden()
})

test('the sticky note stands first on the card, with who wrote it', async ({ page, office, cast }) => {
  await office.call('customer_change', { id: cast.greta, note: 'Ordered for a friend: ring him, not her.' })
  await openCustomer(page, 'greta', 'Greta Hale')
  const note = page.getByRole('region', { name: 'Sticky note' })
  await expect(note).toContainText('Ordered for a friend: ring him, not her.')
  await expect(note).toContainText('Amy Reyes, 15:04')
  const [first, second] = [await note.boundingBox(), await page.getByRole('region', { name: 'Before you say hello' }).boundingBox()]
  expect((first?.y ?? 0) < (second?.y ?? 0)).toBe(true)
})

import { expect, openCustomer, openToday, test } from './story'

test.beforeEach(async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
})

test('the last four digits find the customer, and the brief stands first', async ({ page }) => {
  await openCustomer(page, '0142', 'Carl Lindgren')
  const brief = page.getByRole('region', { name: 'Before you say hello' })
  await expect(brief).toContainText('Floor mats fitted')
  await page.keyboard.press('b')
  await expect(brief).toBeFocused()
  await expect(page.getByRole('button', { name: 'Call +1 206 555 0142' })).toBeVisible()
})

test('a call is logged together with the promise that came of it, in one write', async ({ page, office, cast }) => {
  await openCustomer(page, '0142', 'Carl Lindgren')
  await page.keyboard.press('l')
  await page.keyboard.type('Apologised for the wait.')
  await page.getByRole('button', { name: 'Add a promise' }).click()
  await page.keyboard.type('Call with a new bumper date')
  await page.keyboard.press('Tab')
  await page.keyboard.type('mon 10am')
  await expect(page.getByText(/Monday 23 November.*10:00/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^Written down. Amy Reyes promised it for/)).toBeVisible()
  const feed = page.getByRole('feed')
  await expect(feed.getByRole('article').filter({ hasText: 'Apologised for the wait.' })).toBeVisible()
  await expect(page.getByRole('region', { name: /^Open promises/ })).toContainText('Call with a new bumper date')
  await expect(page.getByPlaceholder('What was said')).toHaveValue('')
  const { entries } = await office.call<{ entries: { kind: string }[] }>('timeline', { customer: cast.carl, limit: 2 })
  expect(entries.map((entry) => entry.kind).toSorted()).toEqual(['contact_logged', 'promise_made'])
})

test('what is written can be corrected, and the history shows it', async ({ page }) => {
  await openCustomer(page, 'carl', 'Carl Lindgren')
  const entry = page.getByRole('article').filter({ hasText: 'Left a voicemail about mats' })
  await entry.hover()
  await entry.getByRole('button', { name: 'Correct' }).click()
  await page.getByRole('textbox', { name: 'Correct' }).fill('Left a voicemail about mats only.')
  await page.keyboard.press('Control+Enter')
  const corrected = page.getByRole('article').filter({ hasText: 'Left a voicemail about mats only.' })
  await expect(corrected.getByText('corrected')).toHaveAttribute('title', 'Before: Left a voicemail about mats and bumper.')
})

test('what is written can be taken back and put back', async ({ page }) => {
  await openCustomer(page, 'carl', 'Carl Lindgren')
  await page.keyboard.press('n')
  await page.keyboard.type('Wrong customer')
  await page.keyboard.press('Control+Enter')
  const entry = page.getByRole('article').filter({ hasText: 'Wrong customer' })
  await entry.hover()
  await entry.getByRole('button', { name: 'Take back' }).click()
  await expect(entry.getByText('taken back')).toBeVisible()
  await page.getByRole('button', { name: 'Put back' }).click()
  await expect(entry.getByText('taken back')).toBeHidden()
})

test('a missed due time stands in the timeline', async ({ page }) => {
  await openCustomer(page, 'carl', 'Carl Lindgren')
  await expect(page.getByRole('article').filter({ hasText: 'Promise missed: Floor mats fitted' })).toContainText('due yesterday 17:00')
})

test('the timeline shows one kind on demand', async ({ page }) => {
  await openCustomer(page, 'carl', 'Carl Lindgren')
  await page.getByText('Calls and visits').click()
  await expect(page.getByRole('article').filter({ hasText: 'Promise made' })).toHaveCount(0)
  await expect(page.getByRole('article').filter({ hasText: 'Dropped by' })).toBeVisible()
})

test('an open promise is acted on from its customer’s page', async ({ page, office, cast }) => {
  await openCustomer(page, 'carl', 'Carl Lindgren')
  await page.getByRole('button', { name: /^Floor mats fitted/ }).click()
  await page.keyboard.press('d')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kept.', { exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Open promises · 2' })).toBeVisible()
  expect(await office.call('promise_show', { id: cast.mats })).toMatchObject({ state: 'kept' })
})

test('somebody new is added from the box with the number that was typed', async ({ page }) => {
  await page.keyboard.press('/')
  await page.keyboard.type('+49 30 5550 0166')
  await page.getByRole('option', { name: 'New customer with the number +49 30 5550 0166' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add customer' })
  await expect(dialog.getByLabel('Phone number').first()).toHaveValue('+49 30 5550 0166')
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused()
  await page.keyboard.type('Lena Vogel')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Lena Vogel' })).toBeVisible()
  await expect(page.getByText('Lena Vogel is added.')).toBeVisible()
})

test('a likely double is a warning that leads to the other', async ({ page }) => {
  await page.keyboard.press('/')
  await page.keyboard.type('C. Lindgren')
  await page.getByRole('option', { name: 'New customer “C. Lindgren”' }).click()
  await page.getByRole('dialog').getByLabel('Phone number').first().fill('+1 206 555 0142')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^Likely the same person: Carl Lindgren/)).toBeVisible()
  await page.getByRole('button', { name: 'Open Carl Lindgren' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Carl Lindgren' })).toBeVisible()
})

test('a customer is changed; only what differs is written', async ({ page, office, cast }) => {
  await openCustomer(page, 'greta', 'Greta Hale')
  await page.getByRole('button', { name: 'Edit' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit Greta Hale' })
  await dialog.getByRole('button', { name: 'Add phone' }).click()
  await dialog.getByLabel('Phone number').nth(1).fill('+1 919 555 0199')
  await dialog.getByRole('textbox', { name: 'E-mail address' }).fill('greta@hale.example')
  await dialog.getByLabel('Note').fill('Ordered for a friend.')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Call +1 919 555 0199' })).toBeVisible()
  await expect(page.getByText('Ordered for a friend.')).toBeVisible()
  expect(await office.call('customer_show', { id: cast.greta })).toMatchObject({ name: 'Greta Hale', note: 'Ordered for a friend.' })
})

test('a half-filled form survives Escape', async ({ page }) => {
  await openCustomer(page, 'greta', 'Greta Hale')
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByRole('dialog').getByLabel('Note').fill('half a sent')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('button', { name: 'Edit' }).click()
  await expect(page.getByRole('dialog').getByLabel('Note')).toHaveValue('half a sent')
})

test('text is shown as text', async ({ page, office, cast }) => {
  const hostile = '<img src=x onerror="document.title=1"> {{7*7}} ‮evil'
  await office.contact(cast.greta, { contact: 'note', text: hostile })
  await openCustomer(page, 'greta', 'Greta Hale')
  await expect(page.getByRole('article').filter({ hasText: '<img src=x onerror="document.title=1"> {{7*7}}' })).toBeVisible()
  await expect(page.locator('img')).toHaveCount(0)
  await expect(page).toHaveTitle('Kept · Harbour Motors')
})

test('a write of another program is shown within a second or two', async ({ page, office, cast }) => {
  await openCustomer(page, 'greta', 'Greta Hale')
  await office.contact(cast.greta, { contact: 'note', text: 'Written elsewhere' })
  await expect(page.getByRole('article').filter({ hasText: 'Written elsewhere' })).toBeVisible()
})

test('a long history is read page by page as it comes into sight', async ({ page, office, cast }) => {
  for (let n = 1; n <= 130; n++) await office.contact(cast.kane, { contact: 'note', text: `Line ${n}`, at: '2026-11-14T10:00:00Z' })
  await openCustomer(page, 'kane', 'M. Kane')
  const feed = page.getByRole('feed')
  await expect(feed.getByRole('article').first()).toBeVisible()
  expect(await feed.getByRole('article').count()).toBeLessThan(60)
  await expect(async () => {
    await page.mouse.move(600, 700)
    await page.mouse.wheel(0, 3000)
    await expect(feed.getByText('Added.', { exact: true })).toBeVisible({ timeout: 300 })
  }).toPass()
})

import { complaints, isTooWide } from './audit'
import { expect, openCustomer, openToday, test } from './story'

/** What was dialled. */
async function dialled(page: import('@playwright/test').Page): Promise<string[]> {
  const calls: string[] = []
  await page.route('**/call', async (route) => {
    const { name, args } = route.request().postDataJSON() as { name: string; args: { url?: string } }
    if (name !== 'open_external') return route.continue()
    calls.push(args.url ?? '')
    return route.fulfill({ json: null })
  })
  return calls
}

const before = { name: 'Before you call Carl Lindgren' }

test.beforeEach(async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
})

test('a call on a clean history goes straight out, with no key more', async ({ page, office }) => {
  const calls = await dialled(page)
  await page.goto(office.url)
  await openCustomer(page, 'sousa', 'Ana Sousa')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Call \+351/ }).click()
  await expect.poll(() => calls).toEqual(['tel:+351912345678'])
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('the call to Seattle is not made: Enter shows what was promised', async ({ page }) => {
  const calls = await dialled(page)
  await openCustomer(page, '0142', 'Carl Lindgren')
  await page.keyboard.press('Escape')
  const number = page.getByRole('button', { name: /^Call \+1/ })
  await number.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', before)
  await expect(dialog).toContainText('Deadline passed yesterday; promised “Floor mats fitted”; recover, do not schedule.')
  await expect(dialog.getByRole('button', { name: 'See what was promised' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: /^Floor mats fitted/, expanded: true })).toBeFocused()
  expect(calls).toEqual([])
  await number.click()
  await expect.poll(() => calls, 'who has read it rings without a second question').toEqual(['tel:+12065550142'])
})

test('one letter rings all the same, and Escape gives the focus back and asks again', async ({ page }) => {
  const calls = await dialled(page)
  await openCustomer(page, '0142', 'Carl Lindgren')
  await page.keyboard.press('Escape')
  const number = page.getByRole('button', { name: /^Call \+1/ })
  await number.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', before)
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(number).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('a')
  await expect(dialog).toBeHidden()
  await expect.poll(() => calls).toEqual(['tel:+12065550142'])
})

test('in the queue C asks first, and the digits wait until somebody rings', async ({ page }) => {
  const calls = await dialled(page)
  const row = page.getByRole('option', { name: /Floor mats fitted/ })
  await row.click()
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', before)
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('form', { name: 'How did the call end?' })).toBeHidden()
  expect(calls).toEqual([])
  await page.keyboard.press('c')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('a')
  await expect.poll(() => calls).toEqual(['tel:+12065550142'])
  await page.keyboard.press('1')
  await expect(page.getByText(/Next try/)).toBeVisible()
})

test('each part of the brief leads to what it tells of, by the arrow keys', async ({ page }) => {
  await openCustomer(page, '0142', 'Carl Lindgren')
  await page.keyboard.press('Escape')
  const brief = page.getByRole('region', { name: 'Before you say hello' })
  await page.keyboard.press('b')
  await expect(brief).toBeFocused()
  await page.keyboard.press('Tab')
  const parts = brief.getByRole('link')
  await expect(parts.first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Floor mats fitted/, expanded: true })).toBeFocused()
  const tried = parts.filter({ hasText: 'voicemail' })
  await parts.first().focus()
  for (let n = 0; n < 9 && !(await tried.evaluate((node) => node === document.activeElement)); n++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article').filter({ hasText: 'Left a voicemail about mats and bumper.' })).toBeFocused()
})

test('a part of the brief in the queue opens the customer at what it tells of', async ({ page }) => {
  await page.getByRole('option', { name: /Floor mats fitted/ }).click()
  await page.getByRole('link', { name: /voicemail/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Carl Lindgren' })).toBeVisible()
  await expect(page.getByRole('article').filter({ hasText: 'Left a voicemail about mats and bumper.' })).toBeFocused()
})

test('who is in trucks does not ring somebody who wants a small car, and hands it to whoever serves that', async ({ page, office, cast }) => {
  const calls = await dialled(page)
  await office.call('member_department', { member: 'Amy Reyes', department: 'Trucks' })
  await office.call('member_department', { member: 'Dan Ortiz', department: 'Cars' })
  await office.call('customer_change', { id: cast.ana, interest: 'small Italian car, test drive', department: 'Cars' })
  await openCustomer(page, 'sousa', 'Ana Sousa')
  await page.keyboard.press('Escape')
  await expect(page.getByText('small Italian car, test drive').first()).toBeVisible()
  await page.getByRole('button', { name: /^Call \+351/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Before you call Ana Sousa' })
  await expect(dialog).toContainText('You are in “Trucks”; they want “small Italian car, test drive”, “Cars”; let Dan Ortiz call.')
  await page.keyboard.press('Enter')
  const promise = page.getByRole('dialog', { name: 'New promise' })
  await expect(promise.getByLabel('What is promised')).toHaveValue('Call Ana Sousa')
  await expect(promise.getByRole('combobox', { name: 'Who keeps it' })).toHaveValue('Dan Ortiz')
  await promise.getByRole('combobox', { name: 'Who keeps it' }).fill('Amy')
  await page.keyboard.press('Enter')
  await expect(promise).toContainText('Amy Reyes is in Trucks; Ana Sousa wants small Italian car, test drive (Cars).')
  await promise.getByRole('button', { name: 'Choose Dan Ortiz' }).click()
  await expect(promise.getByText(/is in Trucks/)).toBeHidden()
  expect(calls).toEqual([])
})

test('a department is given in the settings, and an interest where a customer is changed', async ({ page }) => {
  await page.keyboard.press('Control+,')
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'People' }).click()
  const field = page.getByRole('combobox', { name: 'Department of Dan Ortiz' })
  await field.fill('Cars')
  await field.press('Enter')
  await expect(page.getByText('Dan Ortiz is in Cars now.')).toBeVisible()
  await openCustomer(page, 'sousa', 'Ana Sousa')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit Ana Sousa' })
  await dialog.getByLabel('What they want').fill('test drive')
  await dialog.getByLabel('Department').fill('Cars')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('test drive').first()).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 640 } })

    test('the guard can be used by everybody on the narrowest window', async ({ page }) => {
      await openCustomer(page, '0142', 'Carl Lindgren')
      await page.keyboard.press('Escape')
      expect(await complaints(page)).toEqual([])
      expect(await isTooWide(page)).toBe(false)
      await page.getByRole('button', { name: /^Call \+1/ }).click()
      await expect(page.getByRole('dialog', before)).toBeVisible()
      expect(await complaints(page)).toEqual([])
    })
  })
}

test('however long the name, the guard can be read, answered and closed', async ({ page, office }) => {
  await page.setViewportSize({ width: 900, height: 600 })
  const name = `Zyxa ${'Konstantinopoulou '.repeat(480)}`.trim()
  const zyxa = await office.customer(name, { phones: [{ typed: '+351 912 000 111' }] })
  await office.contact(zyxa, { contact: 'call', direction: 'out', outcome: 'hung_up', text: '' })
  await page.goto(`${office.url}/`)
  await openCustomer(page, 'zyxa', name)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Call \+351/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 })
  await expect(dialog.getByRole('button', { name: /anyway/ })).toBeInViewport({ ratio: 1 })
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toBeHidden()
})

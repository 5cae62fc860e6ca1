import { expect, openCustomer, openToday, test } from './story'

test.beforeEach(async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
})

const change = async (page: import('@playwright/test').Page) => {
  await page.keyboard.press('F1')
  await page.getByRole('button', { name: 'Change keys' }).click()
}

test('help shows every key as it is at this desk', async ({ page }) => {
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keys' })
  await expect(help.getByText('New promise', { exact: true })).toBeVisible()
  await expect(help.getByText('Could not keep', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
})

test('a key is changed by pressing it, shown everywhere, and stays after a restart', async ({ page, office }) => {
  await change(page)
  await page.getByRole('button', { name: /^New promise, now P/ }).press('Enter')
  await page.keyboard.press('g')
  await expect(page.getByRole('button', { name: /^New promise, now G/ })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'New promise' })).toHaveAttribute('aria-keyshortcuts', 'G')
  await expect.poll(async () => JSON.stringify(await office.call('preference_list'))).toContain('"keys"')
  await page.reload()
  await expect(page.getByRole('option', { selected: true })).toBeFocused()
  await page.keyboard.press('p')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('g')
  await expect(page.getByRole('dialog', { name: 'New promise' })).toBeVisible()
})

test('a key that is another’s is told before it is taken', async ({ page }) => {
  await change(page)
  const promise = page.getByRole('button', { name: /^New promise, now/ })
  await promise.press('Enter')
  await page.keyboard.press('d')
  await expect(page.getByText('D is the key for “Kept”.')).toBeVisible()
  await page.getByRole('button', { name: 'Leave it there' }).press('Enter')
  await expect(promise).toHaveAccessibleName(/now P/)
  await promise.press('Enter')
  await page.keyboard.press('d')
  await expect(page.getByRole('button', { name: 'Use it here instead' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(promise).toHaveAccessibleName(/now D/)
  await expect(page.getByRole('button', { name: /^Kept, now no key/ })).toBeVisible()
  await page.getByRole('button', { name: 'All keys as they were' }).click()
  await expect(promise).toHaveAccessibleName(/now P/)
  await expect(page.getByRole('button', { name: /^Kept, now D/ })).toBeVisible()
})

test('what means the same everywhere cannot be given away', async ({ page }) => {
  await change(page)
  await page.getByRole('button', { name: /^New promise, now/ }).press('Enter')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText(/^↓ always means/)).toBeVisible()
})

test('Escape while a key is awaited leaves it as it is, and the dialog open', async ({ page }) => {
  await change(page)
  await page.getByRole('button', { name: /^New promise, now/ }).press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^New promise, now P/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('with single letters switched off nothing happens by a letter, and all of it by other keys', async ({ page }) => {
  await change(page)
  await page.getByRole('checkbox', { name: 'Single letters do something' }).uncheck()
  await page.keyboard.press('Escape')
  for (const letter of ['p', 'd', 'k', 'q', '/']) await page.keyboard.press(letter)
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('form', { name: 'Why could it not be kept?' })).toBeHidden()
  await expect(page.getByRole('combobox').first()).not.toBeFocused()
  await expect(page.getByRole('button', { name: 'Call', exact: true })).not.toHaveAttribute('aria-keyshortcuts')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('could not')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('form', { name: 'Why could it not be kept?' })).toBeVisible()
  await openCustomer(page, '0142', 'Carl Lindgren')
  await page.reload()
  await expect(page.getByRole('option', { selected: true })).toBeFocused()
  await page.keyboard.press('p')
  await expect(page.getByRole('dialog')).toBeHidden()
})

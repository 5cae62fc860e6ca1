import { expect, test } from './story'

test('a new office is set up with the keyboard from what the system proposes, and begins empty', async ({ page, office }) => {
  await page.goto(office.url)
  await expect(page.getByRole('heading', { level: 1, name: 'No promise made to a customer is ever forgotten' })).toBeVisible()
  await expect(page.getByLabel('Your name')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Amy Reyes')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Harbour Motors')
  await page.keyboard.press('Tab')
  await page.keyboard.type('auck')
  await page.getByRole('option', { name: 'Pacific/Auckland' }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Time zone')).toHaveValue('Pacific/Auckland')
  await page.getByLabel('Dates and numbers').fill('english (united k')
  await page.getByRole('option', { name: 'English (United Kingdom)' }).click()
  await page.getByRole('button', { name: 'Start empty' }).click()
  await expect(page.getByText('Nothing is promised in your name for the next days.')).toBeVisible()
  // 15:04 on Saturday in London is Sunday morning in Auckland.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sunday 22 November')
  await expect(page.getByRole('button', { name: /^Amy Reyes/ })).toContainText('Manager · Harbour Motors')
})

test('a long list to choose from is whole once it is painted, and its last row is taken', async ({ page, office }) => {
  await page.goto(office.url)
  await page.getByLabel('Time zone').fill('america')
  await expect(page.getByRole('option')).toHaveCount(60)
  const last = page.getByRole('option').last()
  const name = await last.innerText()
  await last.click()
  await expect(page.getByLabel('Time zone')).toHaveValue(name)
})

test('a promise belongs to a person, so a name is asked for', async ({ page, office }) => {
  await page.goto(office.url)
  await page.getByLabel('Your name').fill('')
  await page.getByRole('button', { name: 'Start empty' }).click()
  await expect(page.getByText('Type your name: a promise belongs to a person.')).toBeVisible()
  await expect(page.getByText('Type the office’s name.')).toBeVisible()
})

test('importing an address book can be the first thing done', async ({ page, office }) => {
  await page.goto(office.url)
  await page.getByLabel('Your name').fill('Amy Reyes')
  await page.getByLabel('The office’s name').fill('Harbour Motors')
  await page.getByRole('button', { name: 'Import an address book' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Import an address book' })).toBeVisible()
})

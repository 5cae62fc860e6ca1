import type { Page } from '@playwright/test'
import { expect, openToday, test } from './story'

test.beforeEach(async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
})

async function openPeople(page: Page): Promise<void> {
  await page.keyboard.press('Control+,')
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'People' }).click()
  await expect(page.getByRole('list', { name: 'People of the office' })).toBeVisible()
}

test('somebody else sits down with two keys', async ({ page, office }) => {
  await page.keyboard.press('m')
  await expect(page.getByRole('dialog', { name: 'Who is at the desk?' }).getByRole('button', { name: /^Amy Reyes/ })).toBeFocused()
  await page.keyboard.press('2')
  await expect(page.getByText('Dan Ortiz is at the desk.')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Dan Ortiz/ })).toContainText('Sales')
  expect(await office.call('member_list')).toMatchObject({ members: [{}, { name: 'Dan Ortiz', signed_in: true }, {}] })
})

test('who is there is marked by the focus also where the colleagues are still being read', async ({ page, office }) => {
  let read = () => {}
  const isRead = new Promise<void>((done) => { read = done })
  await page.route('**/call', async (route) => {
    if ((route.request().postData() ?? '').includes('"member_list"')) await isRead
    await route.fallback()
  })
  await page.goto(office.url)
  await expect(page.getByRole('listbox', { name: 'Promises by due time' })).toBeVisible()
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: 'Who is at the desk?' })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByRole('listitem')).toHaveCount(0)
  read()
  await expect(dialog.getByRole('button', { name: /^Amy Reyes/ })).toBeFocused()
})

test('a letter and Enter reach a name too, and Escape changes nobody', async ({ page }) => {
  await page.keyboard.press('m')
  await page.keyboard.press('r')
  await expect(page.getByRole('button', { name: /^Ruth Keller/ })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Amy Reyes/ })).toBeVisible()
})

test('a second Dan is added with more of the name', async ({ page, office }) => {
  await openPeople(page)
  await page.getByRole('textbox', { name: 'Name' }).fill('Dan')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Dan Ortiz is here already\. Add more of the new colleague/)).toBeVisible()
  await page.getByRole('textbox', { name: 'Name' }).fill('Dan Miller')
  await page.getByRole('combobox', { name: 'Role', exact: true }).selectOption('Sales')
  await page.getByRole('button', { name: 'Add colleague' }).click()
  await expect(page.getByText('Dan Miller can now own promises.')).toBeVisible()
  const { members } = await office.call<{ members: { name: string; role: string }[] }>('member_list')
  expect(members.map((member) => `${member.name} ${member.role}`)).toEqual(['Amy Reyes manager', 'Dan Ortiz sales', 'Ruth Keller manager', 'Dan Miller sales'])
})

test('who leaves hands over what is open, counted, in one step', async ({ page, office }) => {
  await openPeople(page)
  await page.getByRole('button', { name: 'Dan Ortiz leaves' }).click()
  await expect(page.getByText('Dan Ortiz still owes 1 promise. Whoever takes over owns it at once.')).toBeVisible()
  await page.getByRole('button', { name: 'Hand over 1 promise and let go' }).press('Enter')
  await expect(page.getByText('Choose who takes over.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Who takes over' }).fill('ru')
  await page.getByRole('option', { name: 'Ruth Keller Manager' }).click()
  await page.getByRole('button', { name: 'Hand over 1 promise and let go' }).press('Enter')
  await expect(page.getByText('Dan Ortiz has left. Ruth Keller has 1 more promise now.')).toBeVisible()
  expect(await office.call('queue', { owner: 'Ruth Keller' })).toMatchObject({ total: 1, promises: [{ text: 'Heated seats fitted' }] })
  await page.getByText('1 has left').click()
  await expect(page.getByRole('listitem').filter({ hasText: /^Dan Ortiz$/ })).toBeVisible()
})

test('a colleague gets another name and another role', async ({ page, office }) => {
  await openPeople(page)
  await page.getByRole('button', { name: 'Rename Dan Ortiz' }).click()
  await expect(page.getByRole('textbox', { name: 'New name of Dan Ortiz' })).toBeFocused()
  await page.keyboard.type('Daniel Ortiz')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The name is Daniel Ortiz now.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Role of Daniel Ortiz' }).selectOption('Manager')
  await expect(page.getByText('Daniel Ortiz is manager now.')).toBeVisible()
  expect(await office.call('member_list')).toMatchObject({ members: [{}, { name: 'Daniel Ortiz', role: 'manager' }, {}] })
})

test('the last manager stays one, and the sentence says why', async ({ page }) => {
  await openPeople(page)
  await page.getByRole('combobox', { name: 'Role of Ruth Keller' }).selectOption('Sales')
  await expect(page.getByText('Ruth Keller is sales now.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Role of Amy Reyes' }).selectOption('Sales')
  await expect(page.getByText('An office needs a manager. Make somebody else one first.')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Role of Amy Reyes' })).toHaveValue('manager')
})

test('what is a manager’s is not offered to others, who are told whom to ask', async ({ page, office }) => {
  await office.call('sign_in', { member: 'Dan Ortiz' })
  await openToday(page, office)
  await openPeople(page)
  await expect(page.getByText(/^Adding, renaming and letting go of colleagues is for a manager\. Ask Amy Reyes or Ruth Keller/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add colleague' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Rename/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Somebody else signs in' }).click()
  await page.keyboard.press('1')
  await expect(page.getByRole('button', { name: 'Add colleague' })).toBeVisible()
})

test('who leaves while signed in is signed out, and the window asks who is there', async ({ page }) => {
  await openPeople(page)
  await page.getByRole('button', { name: 'Amy Reyes leaves' }).click()
  await page.getByRole('combobox', { name: 'Who takes over' }).fill('ru')
  await page.getByRole('option', { name: 'Ruth Keller Manager' }).click()
  const letGo = page.getByRole('button', { name: /^Hand over 6 promises and let go/ })
  await expect(letGo).toBeEnabled()
  await letGo.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Who is at the desk?' })
  await expect(dialog).toContainText('Nobody is signed in. Say who you are first.')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('2')
  await expect(page.getByText('Ruth Keller is at the desk.')).toBeVisible()
})

import type { CustomerDetail } from '../src/api/wire'
import { complaints } from './audit'
import { expect, openCustomer, openToday, test } from './story'

/** A day is said back wherever one is typed, as a time is. */

test.beforeEach(async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
})

test('a day of the history is said back before one goes there, and what could be meant is offered', async ({ page }) => {
  await openCustomer(page, 'carl', 'Carl Lindgren')
  await page.keyboard.press('j')
  const form = page.getByRole('form', { name: 'Go to a day' })
  await page.keyboard.type('wednesday')
  await expect(form.getByText('Wednesday 18 November, 3 days ago')).toBeVisible()
  await page.getByRole('textbox', { name: 'Which day?' }).fill('31 feb')
  await expect(form.getByText('There is no 31 February')).toBeVisible()
  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('textbox', { name: 'Which day?' })).toHaveValue('28 february')
  await page.getByRole('textbox', { name: 'Which day?' }).fill('no day')
  await page.keyboard.press('Enter')
  await expect(form.getByText('That is not understood as a day;')).toBeVisible()
  expect(await complaints(page)).toEqual([])
})

test('a day that differs is said back, and so is the last of several', async ({ page }) => {
  await page.keyboard.press('Control+,')
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Opening hours' }).click()
  await page.getByRole('button', { name: 'Add a day' }).click()
  const form = page.getByRole('form', { name: 'A day that differs' })
  await form.getByLabel('Day', { exact: true }).fill('24 dec')
  await expect(form.getByText('Thursday 24 December, in 33 days')).toBeVisible()
  await form.getByLabel('Until, for several days').fill('31 feb')
  await form.getByRole('button', { name: '28 february' }).click()
  await expect(form.getByText(/^Sunday 28 February 2027, in/)).toBeVisible()
})

test('the last day of a series is said back', async ({ page }) => {
  await page.keyboard.press('p')
  const dialog = page.getByRole('dialog', { name: 'New promise' })
  await dialog.getByLabel('By when').fill('fri 10:00')
  await dialog.getByLabel('Repeats').selectOption({ index: 2 })
  await dialog.getByLabel('Ends').selectOption('until')
  await dialog.getByLabel('Last day').fill('24 dec')
  await expect(dialog.getByText('Thursday 24 December, in 33 days')).toBeVisible()
})

test('a birthday is typed in words and said back, with the year or without', async ({ page, office, cast }) => {
  await openCustomer(page, 'greta', 'Greta Hale')
  const birthday = page.getByRole('dialog').getByLabel('Birthday')
  for (const [typed, said, kept] of [['29 feb', '29 February, the year is not known', '--02-29'], ['20 jul 1969', 'Sunday 20 July 1969', '1969-07-20']] as const) {
    await page.getByRole('button', { name: 'Edit', exact: true }).first().click()
    await birthday.fill(typed)
    await expect(page.getByRole('dialog').getByText(said, { exact: true })).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    expect((await office.call<CustomerDetail>('customer_show', { id: cast.greta })).birthday).toBe(kept)
  }
})

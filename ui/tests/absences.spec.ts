import type { Page } from '@playwright/test'
import { expect, openCustomer, openToday, test } from './story'

test.beforeEach(async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
})

async function openPeople(page: Page): Promise<void> {
  await page.keyboard.press('Control+,')
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'People' }).click()
}

test('a manager says who stands in for whom', async ({ page, office }) => {
  await openPeople(page)
  await page.getByRole('combobox', { name: 'Who stands in for Dan Ortiz' }).selectOption('Ruth Keller')
  await expect(page.getByText('Ruth Keller hears of what Dan Ortiz does not answer.')).toBeVisible()
  expect(await office.call('member_list')).toMatchObject({ members: [{}, { name: 'Dan Ortiz', backup: 'Ruth Keller' }, {}] })
  await page.getByRole('combobox', { name: 'Who stands in for Dan Ortiz' }).selectOption('Nobody')
  await expect(page.getByText('Nobody in particular stands in for Dan Ortiz now.')).toBeVisible()
})

test('an absence is echoed before it is saved, listed, shown at the rail, and ended', async ({ page, office }) => {
  await openPeople(page)
  await page.getByRole('button', { name: 'Dan Ortiz is away' }).click()
  const dialog = page.getByRole('dialog', { name: 'When is Dan Ortiz away?' })
  await expect(dialog.getByRole('textbox', { name: 'From' })).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('Say when they are back.')).toBeVisible()
  await expect(dialog.getByText('Say who stands in: nothing waits for somebody who is away.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'From' }).fill('today')
  await dialog.getByRole('textbox', { name: 'Back on' }).fill('mon 30 nov')
  await expect(dialog.getByText(/Monday 30 November, 00:00/)).toBeVisible()
  await dialog.getByRole('combobox', { name: 'Who stands in meanwhile' }).fill('ru')
  await page.getByRole('option', { name: 'Ruth Keller Manager' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('list', { name: 'Absences of Dan Ortiz' })).toContainText('Away, back Mon 30 Nov; Ruth Keller answers')
  await expect(page.getByRole('navigation', { name: 'Places' })).toContainText('Dan Ortiz is away until Mon 30 Nov; Ruth Keller answers.')
  expect(await office.call('member_list')).toMatchObject({ members: [{}, { absences: [{ from: '2026-11-21T00:00:00.000Z', to: '2026-11-30T00:00:00.000Z', backup: 'Ruth Keller' }] }, {}] })
  await page.getByRole('button', { name: 'Dan Ortiz is back' }).click()
  await expect(page.getByText('Dan Ortiz is here.')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Places' })).not.toContainText('away')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('list', { name: 'Absences of Dan Ortiz' })).toContainText('Away, back Mon 30 Nov; Ruth Keller answers')
})

test('who is no manager says only when they themselves are away', async ({ page, office }) => {
  await office.call('sign_in', { member: 'Dan Ortiz' })
  await openToday(page, office)
  await openPeople(page)
  await expect(page.getByRole('button', { name: 'Dan Ortiz is away' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Amy Reyes is away' })).toHaveCount(0)
  await expect(page.getByRole('combobox', { name: 'Who stands in for Amy Reyes' })).toHaveCount(0)
})

test('a promise made for somebody who is away then names who answers, and so does handing one over', async ({ page, office }) => {
  await office.call('member_away', { member: 'Dan Ortiz', from: '2026-11-23', to: '2026-11-27', backup: 'Ruth Keller' })
  await page.keyboard.press('p')
  const dialog = page.getByRole('dialog', { name: 'New promise' })
  await dialog.getByRole('textbox', { name: 'By when' }).fill('tue 10:00')
  await dialog.getByRole('combobox', { name: 'Who keeps it' }).fill('dan')
  await page.getByRole('option', { name: /Dan Ortiz/ }).click()
  const word = 'Dan Ortiz is away then, until Fri 27 Nov. Ruth Keller answers for it meanwhile.'
  await expect(dialog.getByText(word)).toBeVisible()
  await dialog.getByRole('textbox', { name: 'By when' }).fill('fri 10:00')
  await expect(dialog.getByText(word)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.getByRole('option', { name: /Second try/ }).last().click()
  await page.keyboard.press('h')
  await page.keyboard.type('dan')
  await page.getByRole('option', { name: /Dan Ortiz/ }).click()
  await expect(page.getByRole('form', { name: 'Who takes it over?' }).getByText(word)).toBeVisible()
})

test('a row of somebody who is away says who answers', async ({ page, office }) => {
  await office.call('member_away', { member: 'Dan Ortiz', from: 'today', to: '2026-11-27', backup: 'Ruth Keller' })
  await page.getByText('Everyone', { exact: true }).click()
  await expect(page.getByRole('option', { name: /Heated seats/ }).last()).toContainText('Dan Ortiz, away, Ruth Keller answers')
  await openCustomer(page, 'carl', 'Carl Lindgren')
  await expect(page.getByText('Dan Ortiz, away, Ruth Keller answers')).toBeVisible()
})

test('whoever sits down with two keys sees how much is late in the office', async ({ page }) => {
  await page.keyboard.press('m')
  await page.keyboard.press('2')
  await expect(page.getByText('Dan Ortiz is at the desk.')).toBeVisible()
  await expect(page.getByText('3 late in the office')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: /^Today/ })).toContainText('3 late')
})

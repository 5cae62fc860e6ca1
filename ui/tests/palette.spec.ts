import type { PromiseRow } from '../src/api/wire'
import { expect, openCustomer, openToday, test } from './story'

test.beforeEach(async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
})

const box = (page: import('@playwright/test').Page) => page.getByRole('combobox').first()
/** The rows are those of what is typed: what is read of them is what a key takes. */
const answered = (page: import('@playwright/test').Page) => expect(page.getByRole('listbox', { name: 'Found' })).toHaveAttribute('aria-busy', 'false')
const active = (page: import('@playwright/test').Page) => page.getByRole('option', { selected: true }).and(page.locator('[id$="-rows"] *'))

test('people come first, then actions and places, each with its key', async ({ page }) => {
  await page.keyboard.press('/')
  const groups = page.locator('[id$="-rows"]').getByRole('group')
  await expect(groups.first()).toHaveAccessibleName('Dealt with last')
  await expect(page.getByRole('group', { name: 'Actions' }).getByRole('option', { name: /^New promise/ })).toContainText('P')
  await expect(page.getByRole('group', { name: 'Places' }).getByRole('option', { name: /^Customers/ })).toContainText('U')
  await page.keyboard.type('c')
  await expect(groups.first()).toHaveAccessibleName('Customers found')
  await expect(active(page)).toContainText('Carl Lindgren')
})

test('an action is done and a place gone to by the beginning of its words', async ({ page }) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('custom')
  await answered(page)
  await expect(page.getByRole('group', { name: 'Places' }).getByRole('option')).toHaveText(/Customers/)
  await page.keyboard.press('ArrowDown')
  await expect(active(page)).toHaveText(/Customers/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('all key')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
})

test('digits are a caller: those with the number, never one of them guessed, and somebody new with it', async ({ page, office }) => {
  await office.customer('Carla Lind', { phones: [{ typed: '+1 425 555 0142' }] })
  await page.keyboard.press('/')
  await page.keyboard.type('555 0142')
  const callers = page.getByRole('group', { name: 'Who has this number' }).getByRole('option')
  await expect(callers).toHaveCount(2)
  await expect(page.getByRole('option', { name: 'New customer with the number 555 0142' })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Actions' })).toHaveCount(0)
  await answered(page)
  const second = await callers.nth(1).locator('bdi').first().textContent()
  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('heading', { level: 1, name: second ?? '' })).toBeVisible()
})

test('the row that Enter takes is told to a screen reader, and Escape gives the focus back', async ({ page }) => {
  const row = page.getByRole('option', { selected: true }).first()
  await expect(row).toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.type('g')
  await expect(active(page)).toContainText('Greta Hale')
  const id = await active(page).getAttribute('id')
  await expect(box(page)).toHaveAttribute('aria-activedescendant', id ?? '')
  await page.keyboard.press('ArrowUp')
  await expect(active(page)).toContainText('New customer “g”')
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-promise]').first()).toBeFocused()
})

test.describe('a line', () => {
  test.beforeEach(async ({ office }) => {
    const reads = await office.call('capture', { text: 'ring monday 10am' }).then(() => true, () => false)
    test.skip(!reads, 'this core reads no lines yet')
  })

  test('with a time is a promise: echoed, then made to whom it concerns', async ({ page, office, cast }) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Dan will call back monday 10am')
    const row = page.getByRole('group', { name: 'A promise, as understood' }).getByRole('option')
    await expect(row).toContainText(/Dan Ortiz.*Monday 23 November, 10:00/)
    await page.keyboard.press('Enter')
    await expect(box(page)).toHaveAccessibleName('For whom is it?')
    await page.keyboard.type('greta')
    await expect(active(page)).toContainText('Greta Hale')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/^Dan Ortiz promised it for/)).toBeVisible()
    const { promises } = await office.call<{ promises: PromiseRow[] }>('queue', { owner: 'Dan Ortiz' })
    expect(promises.filter((promise) => promise.customer === cast.greta)).toMatchObject([{ text: 'call back', due_local: '2026-11-23T10:00:00' }])
  })

  test('on a customer’s page the promise is theirs at once, and Escape from “for whom” loses no letter', async ({ page, office, cast }) => {
    await page.keyboard.press('/')
    await page.keyboard.type('Dan will ring monday 10am')
    await expect(page.getByRole('group', { name: 'A promise, as understood' })).toBeVisible()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(box(page)).toHaveValue('Dan will ring monday 10am')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Delete')
    await openCustomer(page, '0142', 'Carl Lindgren')
    await page.keyboard.press('/')
    await page.keyboard.type('Dan will ring monday 10am')
    await expect(page.getByText('Enter promises it to Carl Lindgren')).toBeVisible()
    await page.keyboard.press('Enter')
    // Dan's promise, and the check that stays with whoever made it.
    await expect(page.getByRole('region', { name: 'Open promises · 5' })).toBeVisible()
    const { promises } = await office.call<{ promises: PromiseRow[] }>('queue', { owner: 'Dan Ortiz' })
    expect(promises.some((promise) => promise.customer === cast.carl && promise.text === 'ring')).toBe(true)
  })

  test('that is not clear offers what it could mean, and saves nothing', async ({ page, office, cast }) => {
    await page.keyboard.press('/')
    await page.keyboard.type('Dan will call back thu 14')
    const offered = page.locator('[id$="-rows"]').getByRole('option', { name: /^Dan will call back/ })
    await expect(offered.first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('group', { name: 'A promise, as understood' }).getByRole('option')).toBeVisible()
    const { total } = await office.call<{ total: number }>('queue', { owner: 'Dan Ortiz' })
    expect([total, cast.carl.length > 0]).toEqual([1, true])
  })

  test('that is not clear is made clear with Alt and a digit', async ({ page }) => {
    await page.keyboard.press('/')
    await page.keyboard.type('Dan will call back thu 14')
    const offered = page.locator('[id$="-rows"]').getByRole('option', { name: /^Dan will call back/ })
    await expect(offered.nth(1)).toContainText('Alt 2')
    await answered(page)
    const [line = '-'] = (await offered.nth(1).textContent())?.split('Alt') ?? []
    await page.keyboard.press('Alt+2')
    await expect(box(page)).toHaveValue(line.trim())
    await expect(box(page)).toBeFocused()
  })

  test('a promise to somebody new is made once they are added', async ({ page }) => {
    await page.keyboard.press('/')
    await page.keyboard.type('I will ring monday 10am')
    await expect(page.getByRole('group', { name: 'A promise, as understood' })).toBeVisible()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Lena Vogel')
    await page.getByRole('option', { name: 'New customer “Lena Vogel”' }).click()
    await expect(page.getByRole('dialog', { name: 'Add customer' })).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Lena Vogel' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Open promises · 1' })).toContainText('ring')
  })
})

import type { Page } from '@playwright/test'
import type { Id, PromiseRow } from '../src/api/wire'
import { complaints, isTooWide } from './audit'
import type { Office } from './bridge'
import { elsewhere, expect, openToday, test } from './story'

test.beforeEach(async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
})

const list = (page: Page) => page.getByRole('listbox', { name: 'Promises by due time' })
const card = (page: Page) => page.getByRole('dialog', { name: /hands you/ })
const row = (page: Page, name: RegExp) => list(page).getByRole('option', { name }).first()
const show = (office: Office, id: Id) => office.call<PromiseRow>('promise_show', { id })

/** Somebody else asks whoever is signed in to take a promise of theirs over. */
async function hands(office: Office, page: Page, promise: Id, from: string, to: string): Promise<void> {
  await office.call('sign_in', { member: from })
  await office.call('promise_hand_over', { id: promise, to: from }).catch(() => undefined)
  await office.call('promise_offer', { id: promise, to })
  await office.call('sign_in', { member: to })
  await page.reload()
}

test('R5: a colleague is asked and takes it, in at most eight keys', async ({ page, office, cast }) => {
  let keys = 0
  const press = async (key: string) => { keys += 1; await page.keyboard.press(key) }
  await press('h')
  for (const letter of 'rut') await press(letter)
  await expect(page.getByRole('option', { name: /Ruth Keller/ })).toBeVisible()
  await press('Enter')
  await expect(page.getByText('Ruth Keller is asked. It stays yours until they take it, before 15:06.')).toBeVisible()
  await expect(row(page, /Floor mats/)).toContainText('Ruth Keller is asked')
  expect(await show(office, cast.mats)).toMatchObject({ owner: 'Amy Reyes' })
  // Ruth is at the desk now: her window shows the brief, and the focus is on it.
  await office.call('sign_in', { member: 'Ruth Keller' })
  await page.reload()
  await expect(card(page)).toBeFocused()
  await expect(card(page)).toContainText('Amy Reyes hands you Carl Lindgren')
  await expect(card(page)).toContainText('Carl Lindgren, +1 206 555 0142')
  await expect(card(page)).toContainText('“Floor mats fitted” was promised for yesterday 17:00; Amy Reyes promised it')
  await expect(card(page)).toContainText('Told Amy Reyes on Wednesday 18 November: “Dropped by: temporary tag has expired. He was not aware of this”')
  await expect(card(page)).toContainText('I am sorry: “Floor mats fitted” was promised for yesterday 17:00.')
  await expect(card(page).getByRole('button', { name: /^I have it/ })).toBeEnabled()
  await press('Enter')
  await expect(page.getByText('It is yours now.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Carl Lindgren' })).toBeVisible()
  expect(await show(office, cast.mats)).toMatchObject({ owner: 'Ruth Keller' })
  expect(keys).toBeLessThanOrEqual(8)
})

test('what is offered stands at the top of Today with the time left, and can be put aside and fetched', async ({ page, office, cast }) => {
  await hands(office, page, cast.quote, 'Dan Ortiz', 'Amy Reyes')
  await expect(card(page)).toBeFocused()
  await expect(card(page)).toContainText(/[12]:\d\d left/)
  await page.keyboard.press('Escape')
  await expect(card(page)).toHaveCount(0)
  await expect(list(page).getByRole('group').first()).toContainText('Handed to you')
  await expect(list(page).getByRole('option').first()).toContainText(/Ana Sousa.*from Dan Ortiz, [12]:\d\d left/)
  await page.keyboard.press('F8')
  await expect(card(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await list(page).getByRole('option').first().click()
  await page.keyboard.press('h')
  await expect(card(page)).toBeVisible()
})

test('whoever cannot take it says why by keys, and its owner reads that on the row', async ({ page, office, cast }) => {
  await hands(office, page, cast.quote, 'Dan Ortiz', 'Amy Reyes')
  await expect(card(page)).toBeFocused()
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Why not?' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(card(page)).toContainText('Say why not: whoever asked reads it.')
  await page.keyboard.type('I am with a customer')
  await page.keyboard.press('Enter')
  await expect(page.getByText('It stays with Dan Ortiz, who hears why.')).toBeVisible()
  await expect(card(page)).toHaveCount(0)
  expect(await show(office, cast.quote)).toMatchObject({ owner: 'Dan Ortiz', offer: { standing: 'declined' } })
  await office.call('sign_in', { member: 'Dan Ortiz' })
  await page.reload()
  await expect(row(page, /Ana Sousa/)).toContainText('Amy Reyes cannot: I am with a customer')
})

test('with single letters switched off the letter of a card does nothing, and the card names none', async ({ page, office, cast }) => {
  await page.keyboard.press('Control+,')
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Keys' }).click()
  await page.getByRole('checkbox', { name: 'Single letters do something' }).uncheck()
  await hands(office, page, cast.mats, 'Dan Ortiz', 'Amy Reyes')
  await expect(card(page)).toBeFocused()
  const no = card(page).getByRole('button', { name: 'Cannot take it' })
  await expect(no).not.toHaveAttribute('aria-keyshortcuts')
  await page.keyboard.press('n')
  await expect(no).toBeVisible()
  await expect(card(page).getByRole('textbox')).toHaveCount(0)
})

test('nobody took it: it comes back, the row says so, and so does a banner', async ({ page, office, cast }) => {
  await page.keyboard.press('h')
  await page.keyboard.type('dan')
  await expect(page.getByRole('option', { name: /Dan Ortiz/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Dan Ortiz is asked\./)).toBeVisible()
  await office.at('2026-11-21T15:06:30.000Z')
  await expect(page.getByRole('article', { name: 'Dan Ortiz has not taken Carl Lindgren – Floor mats fitted: it is yours still' })).toBeVisible()
  await page.reload()
  await expect(row(page, /Floor mats/)).toContainText('Dan Ortiz has not taken it')
  expect(await show(office, cast.mats)).toMatchObject({ owner: 'Amy Reyes', offer: { standing: 'lapsed' } })
})

test('the second time warns before it is sent, and a circle is named', async ({ page, office, cast }) => {
  await office.call('promise_hand_over', { id: cast.mats, to: 'Ruth Keller' })
  await office.call('promise_hand_over', { id: cast.mats, to: 'Amy Reyes' })
  await page.reload()
  await expect(row(page, /Floor mats/)).toBeVisible()
  await row(page, /Floor mats/).click()
  await page.keyboard.press('h')
  await page.keyboard.type('rut')
  await expect(page.getByRole('option', { name: /Ruth Keller/ })).toBeVisible()
  await page.keyboard.press('Enter')
  const question = page.getByRole('form', { name: 'Who takes it over?' })
  await expect(question).toContainText('3rd hand-over of this matter; it went Amy Reyes → Ruth Keller → Amy Reyes. A manager is told.')
  await expect(question).toContainText('Ruth Keller has had this before: it goes in a circle.')
  expect(await show(office, cast.mats)).toMatchObject({ owner: 'Amy Reyes' })
  expect((await show(office, cast.mats)).offer).toBeUndefined()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Ruth Keller is asked\./)).toBeVisible()
})

test('who is away is not asked; Enter asks whoever answers', async ({ page, office, cast }) => {
  await office.call('member_away', { member: 'Dan Ortiz', from: 'today', to: '2026-11-27', backup: 'Ruth Keller' })
  await page.reload()
  await row(page, /Floor mats/).click()
  await page.keyboard.press('h')
  await page.keyboard.type('dan')
  await expect(page.getByRole('option', { name: /Dan Ortiz/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('form', { name: 'Who takes it over?' })).toContainText('Dan Ortiz is away until Fri 27 Nov; Ruth Keller answers.')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Ruth Keller is asked\./)).toBeVisible()
  expect(await show(office, cast.mats)).toMatchObject({ offer: { to: 'Ruth Keller' } })
})

test('whoever is writing is told and goes on writing', async ({ page, office, cast }) => {
  await page.keyboard.press('/')
  await page.keyboard.type('gre')
  await office.call('promise_hand_over', { id: cast.quote, to: 'Dan Ortiz' })
  await elsewhere(page, office, 'Dan Ortiz', () => office.call('promise_offer', { id: cast.quote, to: 'Amy Reyes' }))
  await office.tell('changed', { customers: [], promises: true, office: true, everything: true })
  await expect(page.locator('[aria-live=assertive]', { hasText: 'Dan Ortiz hands you Ana Sousa. F8 goes to it.' })).toHaveCount(1)
  await page.keyboard.type('ta')
  await expect(page.getByRole('combobox', { name: /Find|Name/ }).or(page.locator(':focus'))).toHaveValue('greta')
  await page.keyboard.press('F8')
  await expect(card(page)).toBeFocused()
})

test('within a dialog an offer is one line above it, and F8 goes to its card and keeps the draft', async ({ page, office, cast }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.keyboard.press('p')
  const dialog = page.getByRole('dialog', { name: 'New promise' })
  await dialog.getByLabel('What is promised').fill('Leather se')
  await office.call('promise_hand_over', { id: cast.quote, to: 'Dan Ortiz' })
  await elsewhere(page, office, 'Dan Ortiz', () => office.call('promise_offer', { id: cast.quote, to: 'Amy Reyes' }))
  await office.tell('changed', { customers: [], promises: true, office: true, everything: true })
  const line = page.locator('button', { hasText: 'Dan Ortiz hands you Ana Sousa' })
  await expect(line).toBeVisible()
  await expect(card(page)).toHaveCount(0)
  await expect.poll(async () => {
    const [above, below] = [await line.boundingBox(), await dialog.boundingBox()]
    return (below?.y ?? 0) - ((above?.y ?? 0) + (above?.height ?? Infinity))
  }).toBeGreaterThanOrEqual(0)
  await page.keyboard.press('F8')
  await expect(card(page)).toBeFocused()
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Why not?' })).toBeFocused()
  await expect(card(page).getByRole('button', { name: /^Say no/ })).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('p')
  await expect(dialog.getByLabel('What is promised')).toHaveValue('Leather se')
})

test('Escape puts away the list of names, then the question, then the dialog, one at a time', async ({ page }) => {
  const names = page.locator('.kept-choose-list')
  await page.keyboard.press('h')
  await expect(page.locator('input:focus')).toHaveCount(1)
  for (const key of ['ArrowDown', 'r', 'z']) {
    await page.keyboard.press(key)
    await expect(names).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(names).toHaveCount(0)
    await expect(page.locator('input:focus')).toHaveCount(1)
  }
  await page.keyboard.press('Escape')
  await expect(page.locator('input:focus')).toHaveCount(0)
  await expect(page.getByRole('option', { selected: true })).toBeFocused()
  await page.keyboard.press('p')
  const dialog = page.getByRole('dialog', { name: 'New promise' })
  await dialog.getByRole('combobox', { name: 'Who keeps it' }).fill('d')
  await expect(names).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(names).toHaveCount(0)
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('a promise in a colleague’s name keeps a check with whoever made it', async ({ page, office }) => {
  await page.keyboard.press('p')
  const dialog = page.getByRole('dialog', { name: 'New promise' })
  await dialog.getByRole('textbox', { name: 'What is promised' }).fill('Dan calls about the seats')
  await dialog.getByRole('textbox', { name: 'By when' }).fill('mon 10:00')
  await expect(dialog.getByRole('checkbox', { name: /^Check afterwards/ })).toHaveCount(0)
  await dialog.getByRole('combobox', { name: 'Who keeps it' }).fill('dan')
  await page.getByRole('option', { name: /Dan Ortiz/ }).click()
  await expect(dialog.getByRole('checkbox', { name: /^Check afterwards/ })).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(row(page, /Check with Carl Lindgren: was “Dan calls about the seats” kept\?/)).toContainText('check with the customer')
  const { promises } = await office.call<{ promises: PromiseRow[] }>('queue', { owner: 'Amy Reyes' })
  expect(promises.filter((one) => one.verifies)).toHaveLength(1)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('the card can be used by everybody, also on the narrowest window', async ({ page, office, cast }) => {
      await hands(office, page, cast.mats, 'Dan Ortiz', 'Amy Reyes')
      await expect(card(page)).toBeFocused()
      await expect(card(page).getByRole('button', { name: /^I have it/ })).toBeEnabled()
      expect(await complaints(page)).toEqual([])
      await page.setViewportSize({ width: 320, height: 640 })
      expect(await isTooWide(page)).toBe(false)
      await expect(card(page).getByRole('button', { name: /^Cannot take it/ })).toBeInViewport()
    })
  })
}

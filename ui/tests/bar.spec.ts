import type { Page } from '@playwright/test'
import type { Office } from './bridge'
import { complaints } from './audit'
import { calls, expect, openToday, test } from './story'

/** The bar over any program: a page of its own, which a desktop gives a window as large as what it shows. */
test.use({ viewport: { width: 640, height: 480 } })
test.beforeEach(({ cast }) => { expect(cast.carl).toBeTruthy() })

const line = (page: Page) => page.getByRole('combobox', { name: 'Find people, actions and places, or write a promise' })

async function openBar(page: Page, office: Office): Promise<void> {
  await page.goto(`${office.url}/#bar`)
  await expect(line(page)).toBeFocused()
  await expect(page.getByRole('group', { name: 'Dealt with last' })).toBeVisible()
}

test('a promise is made in the bar by keys alone, said back, and taken back where it was made', async ({ page, office }) => {
  await openBar(page, office)
  await page.keyboard.type('call about the bumper on Monday at 10am')
  await expect(page.getByText('Monday 23 November, 10:00', { exact: false }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('For whom is it?')).toBeVisible()
  await page.keyboard.type('carl')
  await expect(page.getByRole('option', { name: /Carl Lindgren/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').getByText(/promised it for Mon/)).toBeVisible()
  await expect(line(page)).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('status').getByText(/taken back/i)).toBeVisible()
})

test('what needs more than a line goes on in the whole window, as it was chosen', async ({ page, office, context }) => {
  const whole = await context.newPage()
  await openToday(whole, office)
  await openBar(page, office)
  await page.keyboard.type('lindgren')
  await expect(page.getByRole('option', { name: /Carl Lindgren/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(whole.getByRole('heading', { level: 1, name: 'Carl Lindgren' })).toBeVisible()
  await expect(line(page)).toHaveValue('')

  await page.keyboard.type('zyx nobody')
  await page.getByRole('option', { name: 'New customer “zyx nobody”' }).click()
  await expect(whole.getByRole('dialog').getByLabel('Name', { exact: true })).toHaveValue('zyx nobody')
  await whole.keyboard.press('Escape')

  await page.keyboard.type('risk')
  await page.keyboard.press('Enter')
  await expect(whole.getByRole('heading', { level: 1, name: /Risk|will be let down/ })).toBeVisible()
})

test('a promise to somebody new waits in the whole window until they are added', async ({ page, office, context }) => {
  const whole = await context.newPage()
  await openToday(whole, office)
  await openBar(page, office)
  await page.keyboard.type('send the quote on Monday at 10am')
  await expect(page.getByText('Monday 23 November, 10:00', { exact: false }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Vera Holm')
  await expect(page.getByRole('option', { name: 'New customer “Vera Holm”' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(whole.getByRole('dialog').getByLabel('Name', { exact: true })).toHaveValue('Vera Holm')
  await whole.keyboard.press('Control+Enter')
  await expect(whole.getByRole('status').getByText(/promised it for Mon/)).toBeVisible()
})

test('Escape puts the bar away, and the line is still there when it comes again', async ({ page, office }) => {
  const away = calls(page, 'bar_away')
  await openBar(page, office)
  await page.keyboard.type('lindg')
  await page.keyboard.press('Escape')
  await expect.poll(() => away.length).toBe(1)
  await office.tell('summoned', null)
  await expect(page.getByRole('option', { name: /Carl Lindgren/ })).toBeVisible()
  await expect(line(page)).toHaveValue('lindg')
})

test('a line half-typed in the bar outlives the program, and is not the window’s', async ({ page, office, context }) => {
  await openBar(page, office)
  await page.keyboard.type('call about the keys tomorrow 10am')
  await expect(page.getByRole('option', { name: /call/i }).first()).toBeVisible()
  await expect.poll(async () => JSON.stringify(await office.call('draft_list'))).toContain('about the keys')
  await page.reload()
  await expect(line(page)).toHaveValue('call about the keys tomorrow 10am')
  const whole = await context.newPage()
  await openToday(whole, office)
  await expect(line(whole)).toHaveValue('')
})

test('what was half-typed in the window is offered as it stands when the bar comes', async ({ page, office }) => {
  await openBar(page, office)
  await expect(page.getByRole('group', { name: 'Half-typed' })).toHaveCount(0)
  await office.call('draft_put', { key: 'promise:new', value: JSON.stringify({ promise: { text: 'Send the quote' } }) })
  await office.tell('summoned', null)
  await expect(page.getByRole('group', { name: 'Half-typed' }).getByRole('option')).toContainText('Send the quote')
  await office.call('draft_put', { key: 'promise:new', value: null })
  await office.tell('summoned', null)
  await expect(page.getByRole('group', { name: 'Half-typed' })).toHaveCount(0)
})

test('where nobody is signed in the bar asks nothing and lets the window ask', async ({ page, office }) => {
  await openBar(page, office)
  const gone = calls(page, 'bar_go_on')
  await page.route('**/call', async (route) => {
    if ((route.request().postDataJSON() as { name: string }).name !== 'state') return route.fallback()
    const state = await (await route.fetch()).json() as object
    await route.fulfill({ json: { ...state, member: null } })
  })
  await office.tell('summoned', null)
  await expect.poll(() => gone.length).toBe(1)
})

test('the line keeps its height over more than the bar can show', async ({ page, office }) => {
  const box = page.locator('.box', { has: line(page) })
  await openBar(page, office)
  const { height } = (await box.boundingBox()) ?? {}
  for (let n = 0; n < 9; n += 1) await office.customer(`Anna ${n} ${'Konstantinopoulou '.repeat(9)}`, { phones: [{ typed: `+351 912 345 60${n}` }] })
  await page.keyboard.type('351912')
  await expect(page.getByRole('option').nth(8)).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('option', { name: /^New customer with the number/ })).toBeInViewport({ ratio: 1 })
  expect((await box.boundingBox())?.height).toBe(height)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the bar can be used by everybody, ${colorScheme}`, async ({ page, office }) => {
    await page.emulateMedia({ colorScheme })
    await openBar(page, office)
    expect(await complaints(page)).toEqual([])
    await page.keyboard.type('call thu 14')
    await expect(page.getByRole('option').first()).toBeVisible()
    expect(await complaints(page)).toEqual([])
    await page.screenshot({ path: `../target/stories/bar-${colorScheme}.png` })
  })
}

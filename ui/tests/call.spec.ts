import { readFileSync } from 'node:fs'
import { expect, openToday, test } from './story'

const card = { name: 'Incoming call' }

test.beforeEach(async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
})

test('a caller who is known is on the screen, ready to be written about', async ({ page, office }) => {
  await office.arrive({ kind: 'call', text: '+351912345678' })
  await expect(page.getByRole('heading', { level: 1, name: 'Ana Sousa' })).toBeVisible()
  await expect(page.getByText('Ana Sousa is calling from')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'What was said' })).toBeFocused()
  await expect(page.getByRole('region', card)).toBeHidden()
})

test('of several with one number nobody is guessed', async ({ page, office }) => {
  await office.customer('Maja Lindgren', { phones: [{ typed: '(206) 555-0142' }] })
  await office.arrive({ kind: 'call', text: '206 555 0142' })
  const call = page.getByRole('region', card)
  await expect(call.getByRole('heading', { name: 'Call from +1 206 555 0142' })).toBeVisible()
  await expect(call.getByText('2 customers have this number.')).toBeVisible()
  await expect(call.getByRole('button', { name: /Maja Lindgren/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(call.getByRole('button', { name: /Carl Lindgren/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Carl Lindgren' })).toBeVisible()
  await expect(call).toBeHidden()
})

test('a stranger becomes a new customer with the number filled in', async ({ page, office }) => {
  await office.arrive({ kind: 'call', text: '+44 20 7946 0999' })
  const dialog = page.getByRole('dialog', { name: 'Add customer' })
  await expect(dialog.getByLabel('Phone number').first()).toHaveValue('+442079460999')
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Tom Adler')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Tom Adler' })).toBeVisible()
  await office.arrive({ kind: 'call', text: '+442079460999' })
  await expect(page.getByText('Tom Adler is calling from')).toBeVisible()
})

test('a number without its area code is offered as a perhaps, and not opened', async ({ page, office }) => {
  await office.customer('Local Larry', { phones: [{ typed: '555-0177' }] })
  await office.arrive({ kind: 'call', text: '+12065550177' })
  const call = page.getByRole('region', card)
  await expect(call.getByText('Perhaps, by the last digits of a number:')).toBeVisible()
  await expect(call.getByText('same last 7 digits')).toBeVisible()
  await expect(call.getByRole('button', { name: 'New customer' })).toBeVisible()
})

test('who withholds the number is a private caller', async ({ page, office }) => {
  for (const text of ['', 'anonymous', '%CallerNumber%', '\u202e\u200f']) {
    await office.arrive({ kind: 'call', text })
    await expect(page.getByRole('region', card).getByRole('heading', { name: 'Private caller' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('region', card)).toBeHidden()
  }
  await office.arrive({ kind: 'call', text: '1'.repeat(10_000) })
  await expect(page.getByRole('region', card).getByRole('heading', { name: 'Somebody is calling' })).toBeVisible()
  await page.getByRole('button', { name: 'Find a customer' }).click()
  await expect(page.getByRole('combobox', { name: /^Find people/ })).toBeFocused()
})

test('a call takes no sentence out of anybody’s hands', async ({ page, office }) => {
  await page.keyboard.press('d')
  const field = page.getByRole('textbox', { name: 'What showed it was kept?' })
  await field.pressSequentially('He drove o')
  await office.arrive({ kind: 'call', text: '+351912345678' })
  const call = page.getByRole('region', card)
  await expect(call.getByRole('button', { name: /Ana Sousa/ })).toBeVisible()
  await expect(field).toBeFocused()
  await field.pressSequentially('ff')
  await expect(field).toHaveValue('He drove off')
  await page.keyboard.press('F2')
  await expect(call.getByRole('button', { name: /Ana Sousa/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Ana Sousa' })).toBeVisible()
})

test('a call is answered from within a dialog, which keeps what was typed', async ({ page, office }) => {
  await page.keyboard.press('p')
  await page.getByRole('dialog').getByLabel('What is promised').fill('Leather se')
  await office.arrive({ kind: 'call', text: '+351912345678' })
  const caller = page.getByRole('region', card).getByRole('button', { name: /Ana Sousa/ })
  await expect(caller).toBeVisible()
  await page.keyboard.press('F2')
  await expect(caller).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Ana Sousa' })).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await page.keyboard.press('p')
  await expect(page.getByRole('dialog').getByLabel('What is promised')).toHaveValue('Leather se')
})

test('whatever a telephone hands over is shown as text or as a number', async ({ page, office }) => {
  const naughty = JSON.parse(readFileSync(new URL('../../tests/fixtures/hostile/blns.json', import.meta.url), 'utf8')) as string[]
  const markup = naughty.filter((text) => text.includes('<') || text.startsWith('-') || text.includes('..'))
  expect(markup.length).toBeGreaterThan(100)
  for (const text of markup.slice(0, 120)) await office.arrive({ kind: 'call', text })
  await expect(page.getByRole('region', card).getByRole('heading')).toHaveText(/^(Private caller|Somebody is calling|Call from [\d +]+)$/)
  await expect(page.locator('img, iframe, svg script')).toHaveCount(0)
})

test('a link opens its customer, and one that leads nowhere says so', async ({ page, office, cast }) => {
  await office.arrive({ kind: 'customer', id: cast.greta })
  await expect(page.getByRole('heading', { level: 1, name: 'Greta Hale' })).toBeVisible()
  await office.arrive({ kind: 'customer', id: '01930f6e-7c2a-7b3d-8c4d-5e6f708192a3' })
  await expect(page.getByText('This customer was taken back or is not here any more.')).toBeVisible()
})

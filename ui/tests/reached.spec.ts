import type { Page } from '@playwright/test'
import { complaints, isTooWide } from './audit'
import { expect, openCustomer, openToday, test } from './story'

test.beforeEach(async ({ page, office, cast }) => {
  expect(cast.ana).toBeTruthy()
  await openToday(page, office)
})

/** What the page hands to the desktop to be dialled or written to. */
function handedOut(page: Page): string[] {
  const all: string[] = []
  page.on('request', (request) => {
    const body = request.postData() ?? ''
    if (body.includes('"open_external"')) all.push(body)
  })
  return all
}

async function forbid(page: Page, reason: string) {
  await page.getByRole('button', { name: 'Restrict contact' }).click()
  await page.getByRole('textbox', { name: 'Why' }).fill(reason)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
}

test('who is marked is not called by anything on the page, and everybody reads why', async ({ page }) => {
  const out = handedOut(page)
  await openCustomer(page, 'ana', 'Ana Sousa')
  await page.getByRole('button', { name: 'Call +351 912 345 678' }).click()
  await expect.poll(() => out.length).toBe(1)
  await forbid(page, 'Asked to be left alone')
  const mark = page.getByRole('note').filter({ hasText: 'Do not call' })
  await expect(mark).toContainText(/Asked to be left alone\. Since .*, by Amy Reyes\./)
  await expect(page.getByRole('button', { name: 'Call +351 912 345 678' })).toBeHidden()
  await expect(page.getByRole('listitem').filter({ hasText: /Do not call:.*912/ })).toBeVisible()
  await page.keyboard.press('c')
  const question = page.getByRole('form', { name: 'Do not call' })
  await expect(question).toContainText('They are not to be called.')
  await expect(question.getByRole('button', { name: 'Hand over' })).toBeFocused()
  expect(out).toHaveLength(1)
  expect(await complaints(page)).toEqual([])
})

test('a number that nobody can read is dialled without its extension, or not at all', async ({ page, office }) => {
  const out = handedOut(page)
  const local = await office.customer('Local Larry', { phones: [{ typed: '555-0142 x12' }, { typed: 'ask Ana' }] })
  await office.promise(local, { text: 'Ring about the tow bar', due: '2026-11-21T15:20:00Z' })
  await openCustomer(page, 'larry', 'Local Larry')
  await page.getByRole('button', { name: 'Call ask Ana' }).click()
  await expect(page.getByText('“ask Ana” cannot be dialled as it is written.')).toBeVisible()
  await page.getByRole('button', { name: 'Call 555-0142 x12' }).click()
  await expect.poll(() => out.length).toBe(1)
  await page.keyboard.press('q')
  await page.getByRole('option', { name: /Local Larry/ }).click()
  await page.keyboard.press('c')
  await expect.poll(() => out.length).toBe(2)
  for (const body of out) expect(body).toContain('"tel:5550142"')
})

test('the core refuses to dial whoever is marked, whatever a page asks of it', async ({ office, cast }) => {
  await office.call('contact_restrict', { customer: cast.ana, channels: ['call'], reason: 'x' })
  const dial = (url: string) => office.call('open_external', { url }).then(() => 'dialled', (thrown: unknown) => String(thrown))
  expect(await dial('tel:+351912345678')).toContain('not to be called')
  expect(await dial('tel:+12065550142')).toBe('dialled')
})

test('the queue says that they are not called, and offers to hand it over', async ({ page, office, cast }) => {
  await office.call('contact_restrict', { customer: cast.ana, channels: ['call'], reason: 'Asked to be left alone' })
  await page.reload()
  const row = page.getByRole('option').filter({ hasText: 'Ana Sousa' }).first()
  await expect(row).toContainText('Do not call')
  await row.click()
  const pane = page.getByRole('complementary', { name: 'The chosen promise' })
  await expect(pane).toContainText('Asked to be left alone')
  const out = handedOut(page)
  await page.keyboard.press('c')
  await expect(pane.getByRole('button', { name: 'Hand over' })).toBeFocused()
  expect(out).toEqual([])
})

test('a manager lifts it for a reason, and takes that back', async ({ page, office, cast }) => {
  await office.call('contact_restrict', { customer: cast.ana, channels: ['call', 'email'], reason: 'Asked to be left alone' })
  await openCustomer(page, 'ana', 'Ana Sousa')
  await page.getByRole('button', { name: 'Lift this' }).click()
  await page.getByRole('checkbox', { name: 'E-mail' }).uncheck()
  await page.getByRole('textbox', { name: 'Why' }).fill('She rang and asked for it')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Call +351 912 345 678' })).toBeVisible()
  await expect(page.getByRole('note')).toContainText('Do not e-mail')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('note')).toContainText('Do not call or e-mail')
})

test('what is lifted beside one mark is that mark', async ({ page, office, cast }) => {
  await office.call('contact_restrict', { customer: cast.ana, channels: ['call'], reason: 'Asked to be left alone' })
  await office.call('contact_restrict', { customer: cast.ana, channels: ['email', 'letter'], reason: 'Moved house' })
  await openCustomer(page, 'ana', 'Ana Sousa')
  await page.getByRole('note').filter({ hasText: 'Moved house' }).getByRole('button', { name: 'Lift this' }).click()
  await expect(page.getByRole('checkbox', { name: 'Telephone' })).not.toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'E-mail' })).toBeChecked()
  await page.getByRole('textbox', { name: 'Why' }).fill('The new address is here')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('note')).toHaveCount(1)
  await expect(page.getByRole('note')).toContainText('Asked to be left alone')
})

test('the wife’s order is found from the husband’s call, and he may not speak for her until that is said', async ({ page, office, cast }) => {
  await office.at('2026-11-21T15:30:00.000Z')
  await openCustomer(page, 'kane', 'M. Kane')
  const belongs = page.getByRole('region', { name: 'Who belongs to them' })
  await expect(belongs).toContainText('Nobody yet.')
  await belongs.getByRole('button', { name: 'Add somebody' }).click()
  await page.getByRole('combobox', { name: 'Who belongs to them' }).fill('ana')
  // Nothing is said of speaking for anybody before it is known for whom.
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await page.getByRole('option', { name: 'Ana Sousa' }).click()
  await page.getByRole('combobox', { name: 'What are they?' }).selectOption('Husband, wife, partner')
  expect(await complaints(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(belongs).toContainText('1 promise, 1 late')
  await expect(belongs).toContainText('M. Kane may NOT speak for Ana Sousa: do not tell')
  await belongs.getByRole('button', { name: 'Edit Ana Sousa' }).click()
  await page.getByRole('checkbox', { name: 'M. Kane may speak for Ana Sousa' }).check()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(belongs).toContainText('M. Kane may speak for Ana Sousa')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('0812')
  const hers = page.getByRole('option', { name: /Ana Sousa/ })
  await expect(hers).toContainText('Partner of M. Kane: 1 promise, 1 late')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Ana Sousa' })).toBeVisible()
  await page.getByRole('button', { name: /^Partner M. Kane/ }).click()
  await belongs.getByRole('button', { name: 'Edit Ana Sousa' }).click()
  await page.getByRole('button', { name: 'Not any more' }).click()
  await expect(belongs).toContainText('Nobody yet.')
  await page.keyboard.press('Control+z')
  await expect(belongs).toContainText('Ana Sousa')
  expect(cast.kane).toBeTruthy()
})

test('somebody who is not here yet is added, and then belongs to them', async ({ page }) => {
  await openCustomer(page, 'kane', 'M. Kane')
  await page.getByRole('button', { name: 'Add somebody' }).click()
  await page.getByRole('button', { name: 'They are not here yet: add them' }).click()
  await page.getByRole('textbox', { name: 'Name' }).first().fill('Lou Kane')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('checkbox', { name: 'Lou Kane may speak for M. Kane' })).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('region', { name: 'Who belongs to them' })).toContainText('Lou Kane')
})

test('the language and the good hours are said on the card and beside the call', async ({ page }) => {
  await openCustomer(page, 'ana', 'Ana Sousa')
  await page.getByRole('button', { name: 'Edit' }).first().click()
  await page.getByRole('combobox', { name: 'Language' }).fill('pt')
  await expect(page.getByRole('paragraph').filter({ hasText: /^Portuguese$/ })).toBeVisible()
  await page.getByRole('combobox', { name: 'Language' }).fill('portugiesisch')
  await expect(page.getByRole('paragraph').filter({ hasText: /^Portuguese · pt$/ })).toBeVisible()
  await page.getByRole('textbox', { name: 'Likes to be called' }).fill('in the evening')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert')).toContainText('Good hours are written like')
  // The field that was refused is marked, in sight, and has the focus.
  const likes = page.getByRole('textbox', { name: 'Likes to be called' })
  await expect(likes).toBeFocused()
  await expect(likes).toBeInViewport()
  await expect(likes).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('textbox', { name: 'Likes to be called' }).fill('mon-fri after 17:00')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Speaks Portuguese/)).toBeVisible()
  await expect(page.getByText(/likes calls Mon–Fri after 17:00.*not now/)).toBeVisible()
  await page.getByRole('button', { name: /Ring with the quote/ }).click()
  await expect(page.getByRole('region', { name: /^Open promises/ })).toContainText('not now')
})

test('what is to be known first stands on the card of a call, as on the page and in the queue’s pane', async ({ page, office, cast }) => {
  await office.call('customer_change', { id: cast.ana, note: 'Husband ill: do not ask for him' })
  await page.getByRole('option').filter({ hasText: 'Ana Sousa' }).first().click()
  await expect(page.getByRole('complementary', { name: 'The chosen promise' })).toContainText('Husband ill')
  await office.customer('Rui Sousa', { phones: [{ typed: '+351 912 345 678' }] })
  await office.arrive({ kind: 'call', text: '+351912345678' })
  const call = page.getByRole('region', { name: 'Incoming call' })
  await expect(call).toContainText('Husband ill: do not ask for him')
  await call.getByRole('button', { name: /Ana Sousa/ }).click()
  await expect(page.getByRole('region', { name: 'Sticky note' })).toContainText('Husband ill')
})

test('on a narrow screen nothing is lost, with long names and names from right to left', async ({ page, office, cast }) => {
  const long = 'Alexandrina Konstantinopoulou-Featherstonehaugh of the Upper Showroom'
  const other = await office.customer(long, {})
  await office.call('customer_relate', { customer: cast.ana, other, relation: 'other', called: 'דודה של השכן', may_speak: true, may_be_spoken_for: true })
  await office.call('contact_restrict', { customer: cast.ana, channels: ['call', 'email', 'letter', 'message'], reason: 'x'.repeat(300) })
  await page.setViewportSize({ width: 320, height: 700 })
  await openCustomer(page, 'ana sousa', 'Ana Sousa')
  await expect(page.getByRole('region', { name: 'Who belongs to them' })).toContainText(long)
  expect(await isTooWide(page)).toBe(false)
  await page.getByRole('button', { name: `Edit ${long}` }).click()
  expect(await isTooWide(page)).toBe(false)
  expect(await complaints(page)).toEqual([])
})

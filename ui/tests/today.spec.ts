import { expect, openToday, test } from './story'

const row = (name: string) => ({ name: new RegExp(name) })

test.beforeEach(async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
})

test('what is late comes first, then what is soon, then the days', async ({ page }) => {
  await expect(page.getByText('3 late', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('group').filter({ has: page.getByRole('option') }).getByRole('presentation').first()).toBeAttached()
  const list = page.getByRole('listbox', { name: 'Promises by due time' })
  await expect(list.getByRole('option').first()).toContainText('Carl Lindgren')
  await expect(list.getByRole('option').first()).toContainText('22 h')
  await expect(list.getByRole('option', row('Ana Sousa')).first()).toContainText('in 6 min')
  await expect(list.getByRole('option', row('Second try')).last()).toContainText('09:00')
})

test('arrows move, the pane follows, Enter opens the customer', async ({ page }) => {
  await expect(page.getByRole('option', { selected: true })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  const pane = page.getByRole('complementary', { name: 'The chosen promise' })
  await expect(pane.getByRole('heading', { name: 'Open Greta Hale' }).or(pane.getByRole('heading', { name: 'Greta Hale' })).first()).toBeVisible()
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await expect(page.getByRole('option', { selected: true })).toContainText('Carl Lindgren')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Carl Lindgren' })).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('listbox', { name: 'Promises by due time' })).toBeVisible()
})

test('keeping asks what showed it, goes on to the next row, and can be taken back', async ({ page, office, cast }) => {
  await page.keyboard.press('d')
  await expect(page.getByRole('textbox', { name: 'What showed it was kept?' })).toBeFocused()
  await page.keyboard.type('He drove off with them')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kept.', { exact: true })).toBeVisible()
  await expect(page.getByRole('option', { selected: true })).toContainText('Greta Hale')
  await expect(page.getByRole('option', { selected: true })).toBeFocused()
  expect(await office.call('promise_show', { id: cast.mats })).toMatchObject({ state: 'kept', evidence: 'He drove off with them' })
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Taken back.')).toBeVisible()
  expect(await office.call('promise_show', { id: cast.mats })).toMatchObject({ state: 'open' })
  await expect(page.getByRole('option', row('Floor mats'))).toBeVisible()
})

test('a voicemail is written down at once and leaves the promise open', async ({ page, office, cast }) => {
  await page.keyboard.press('v')
  await expect(page.getByText('Voicemail. Next try today 16:45.')).toBeVisible()
  await expect(page.getByRole('option', row('Floor mats'))).toContainText('2nd try')
  await expect(page.getByRole('option', { selected: true })).toContainText('Greta Hale')
  expect(await office.call('promise_show', { id: cast.mats })).toMatchObject({ state: 'open', attempts: 1 })
})

test('a new time is echoed in full before it is saved', async ({ page, office, cast }) => {
  await page.keyboard.press('t')
  await page.keyboard.type('thu 14')
  await expect(page.getByText('Is 14:00 meant, or Monday 14 December?')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('mon 9am')
  await expect(page.getByText(/Monday 23 November.*09:00/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Has the customer agreed?' })).toContainText(/Monday 23 November.*09:00/)
  await page.keyboard.press('y')
  await expect(page.getByText(/^Moved to/)).toBeVisible()
  expect(await office.call('promise_show', { id: cast.mats })).toMatchObject({ due_local: '2026-11-23T09:00:00', late: false, moved: 1 })
})

test('what could be meant by a time is taken with Alt and its digit', async ({ page }) => {
  await page.keyboard.press('t')
  await page.keyboard.type('thu 14')
  const question = page.getByRole('form', { name: 'When instead?' })
  const field = question.getByRole('textbox')
  await expect(question.locator('.echo')).toHaveAttribute('aria-busy', 'false')
  await expect(question.getByRole('button', { name: /^thu/ })).toHaveAttribute('aria-keyshortcuts', 'Alt+1')
  const second = await question.locator('[aria-keyshortcuts="Alt+2"] .words').textContent()
  await page.keyboard.press('Alt+9')
  await expect(field).toHaveValue('thu 14')
  await page.keyboard.press('Alt+2')
  await expect(field).toHaveValue(second ?? '-')
  await expect(field).toBeFocused()
})

test('a promise moved without the customer’s agreement stays late', async ({ page, office, cast }) => {
  await page.keyboard.press('t')
  await page.keyboard.type('mon 9am')
  await page.getByRole('form', { name: 'When instead?' }).getByRole('button', { name: 'New time' }).click()
  await expect(page.getByText('If not, it still counts as late from the time that was promised.')).toBeVisible()
  await page.getByRole('button', { name: 'No, not yet' }).click()
  await expect(page.getByText(/^Moved to/)).toBeVisible()
  expect(await office.call('promise_show', { id: cast.mats })).toMatchObject({ late: true, due_local: '2026-11-23T09:00:00' })
})

test('a hand-over asks one person, chosen by a beginning, and the promise stays until they take it', async ({ page, office, cast }) => {
  await page.keyboard.press('h')
  await page.keyboard.type('ru')
  await expect(page.getByRole('option', { name: /Ruth Keller/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Ruth Keller is asked\./)).toBeVisible()
  expect(await office.call('promise_show', { id: cast.mats })).toMatchObject({ owner: 'Amy Reyes', offer: { to: 'Ruth Keller', standing: 'open' } })
})

test('what could not be kept wants a reason', async ({ page, office, cast }) => {
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Say why: the customer will ask.')).toBeVisible()
  await page.keyboard.type('The mats are no longer made')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Written down as not kept.')).toBeVisible()
  expect(await office.call('promise_show', { id: cast.mats })).toMatchObject({ state: 'broken', reason: 'The mats are no longer made' })
})

test('a call ends with one digit', async ({ page, office, cast }) => {
  await page.keyboard.press('c')
  await expect(page.getByRole('dialog', { name: 'Before you call Carl Lindgren' })).toBeVisible()
  await page.keyboard.press('a')
  await expect(page.getByRole('form', { name: 'How did the call end?' })).toBeVisible()
  await page.keyboard.press('1')
  await expect(page.getByText('No answer. Next try today 16:45.')).toBeVisible()
  const { entries } = await office.call<{ entries: { outcome: string }[] }>('timeline', { customer: cast.carl, limit: 2 })
  expect(entries.map((entry) => entry.outcome), 'the next try is planned after it').toEqual([null, 'no_answer'])
})

test('a call that is dialled here has a clock, and who was reached is written down with its length', async ({ page, office, cast }) => {
  await page.keyboard.press('c')
  await expect(page.getByRole('dialog', { name: 'Before you call Carl Lindgren' })).toBeVisible()
  await expect(page.getByRole('timer')).toHaveCount(0)
  await page.keyboard.press('a')
  const clock = page.getByRole('form', { name: 'How did the call end?' }).getByRole('timer')
  await expect(clock).toHaveText(/^0:0[1-9]$/)
  await page.keyboard.press('5')
  await expect(page.getByRole('textbox', { name: 'What showed it was kept?' })).toBeFocused()
  await expect(page.getByRole('timer')).toHaveCount(0)
  const { entries } = await office.call<{ entries: { outcome: string; text: string }[] }>('timeline', { customer: cast.carl, limit: 1 })
  expect(entries[0]).toMatchObject({ outcome: 'reached' })
  expect(entries[0]?.text).toMatch(/^0:0[1-9] min on the telephone\.$/)
  // One who was reached without dialling was not timed.
  await page.keyboard.press('Escape')
  await page.keyboard.press('5')
  await expect(page.getByRole('textbox', { name: 'What showed it was kept?' })).toBeFocused()
  expect((await office.call<{ entries: { text: string }[] }>('timeline', { customer: cast.carl, limit: 1 })).entries[0]?.text).toBe('')
})

test('a reminder can be put off', async ({ page, office, cast }) => {
  await page.keyboard.press('s')
  await page.getByRole('button', { name: 'In 1 h' }).click()
  await expect(page.getByText('Quiet until 16:04. The due time stays.')).toBeVisible()
  expect(await office.call('promise_show', { id: cast.mats })).toMatchObject({ snoozed_until: '2026-11-21T16:04:00.000Z', late: true })
})

test('Escape closes the question and loses nothing', async ({ page }) => {
  await page.keyboard.press('d')
  await page.keyboard.type('half a sent')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('form', { name: 'What showed it was kept?' })).toBeHidden()
  await page.keyboard.press('d')
  await expect(page.getByRole('textbox', { name: 'What showed it was kept?' })).toHaveValue('half a sent')
})

test('a question that was asked before a row had the focus gives it to the chosen one', async ({ page }) => {
  await expect(page.getByRole('option', { selected: true })).toBeFocused()
  await page.evaluate(() => { if (document.activeElement instanceof HTMLElement) document.activeElement.blur() })
  await page.keyboard.press('h')
  await expect(page.getByRole('form', { name: 'Who takes it over?' }).getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option', { selected: true })).toBeFocused()
})

test('others’ promises are shown on demand', async ({ page }) => {
  await expect(page.getByRole('option', row('Heated seats'))).toBeHidden()
  await page.getByText('Everyone', { exact: true }).click()
  await expect(page.getByRole('option', row('Heated seats'))).toContainText('Dan Ortiz')
})

test('a promise is made from anywhere, to whom it concerns', async ({ page }) => {
  await page.keyboard.press('p')
  const dialog = page.getByRole('dialog', { name: 'New promise' })
  await expect(dialog.getByLabel('To whom')).toHaveValue('Carl Lindgren')
  await dialog.getByLabel('What is promised').fill('Leather seats')
  await dialog.getByLabel('By when').fill('fri 16:00')
  await expect(dialog.getByText(/Friday 27 November.*16:00/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('option', { selected: true })).toContainText('Leather seats')
})

test('what falls due is announced in the window and can be kept there', async ({ page, office, cast }) => {
  await office.at('2026-11-21T15:10:00.000Z')
  const banner = page.getByRole('article', { name: /Ana Sousa/ })
  await expect(banner).toContainText('Ring with the quote for the cabin filter')
  await banner.getByRole('button', { name: 'Kept' }).click()
  await expect(banner).toBeHidden()
  await expect(page.getByRole('option', row('Ana Sousa'))).toHaveCount(0)
  expect(await office.call('promise_show', { id: cast.quote })).toMatchObject({ state: 'kept' })
})

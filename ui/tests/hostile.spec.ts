import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { Id } from '../src/api/wire'
import type { Office } from './bridge'
import { marked, payloads, pieces, portions, textsOf, watched } from './hostile'
import { elsewhere, expect, openCustomer, openToday, test as story } from './story'

const test = story.extend<{ told: string[] }>({
  /** Whatever ran or came in, which must be nothing. */
  told: [async ({ page, office }, use) => {
    const told = await watched(page, office.url)
    await use(told)
    expect(await page.evaluate(() => window.ran), 'something ran').toBeUndefined()
    expect(told, 'something ran or came in').toEqual([])
  }, { auto: true }],
})

const image = '<img src=x onerror=window.ran=1>'
const long = pieces(9_000)
const parts = pieces(990)
const short = payloads.filter((text) => [...text].length <= 240)
const people = long.length

/** One customer's share of the lists, in every field that is saved. */
async function saved(office: Office, n: number, of: string[]): Promise<Id> {
  const at = (k: number) => long[(n + k) % people] ?? ''
  const part = (k: number) => parts[(n * 5 + k) % parts.length] ?? ''
  const id = await office.customer(`${image} ${at(0)}`, {
    given_name: at(1), family_name: at(2), organization: at(3), title: at(4), note: at(5), tags: of,
    phones: of.map((text) => ({ typed: text, label: text, extension: [...text].slice(0, 20).join('') })),
    emails: of.map((text) => ({ address: `${text}@x`, label: text })),
    fields: Object.fromEntries(of.map((text, k) => [text, of[of.length - 1 - k] ?? ''])),
    address: { street: part(0), city: part(1), region: part(2), postcode: part(3), country: part(4) },
  })
  const wrong = await office.contact(id, { contact: 'note', text: at(6) })
  const again = await office.contact(id, { contact: 'call', direction: 'in', outcome: 'reached', text: at(7) })
  await office.call('entry_correct', { entry: again.entry, text: at(8) })
  await office.call('take_back', { id: wrong.entry, reason: at(9) })
  const kept = await office.promise(id, { text: at(10), due: '2026-11-21T15:30:00Z' })
  await office.call('promise_keep', { id: kept.id, evidence: at(11) })
  const broken = await office.promise(id, { text: at(12), due: '2026-11-21T15:30:00Z' })
  await office.call('promise_break', { id: broken.id, reason: at(13) })
  await office.promise(id, { text: at(14), due: '2026-11-21T15:20:00Z' })
  return id
}

for (const half of [0, 1]) {
  test(`all the lists in every field of a customer are text wherever they are shown: part ${half + 1}`, async ({ page, office, cast }) => {
    test.setTimeout(120_000)
    expect(cast.carl.length + payloads.length).toBeGreaterThan(1000)
    const shares = portions(short, people)
    const ids: Id[] = []
    for (let n = half; n < people; n += 2) ids.push(await saved(office, n, shares[n] ?? []))
    await openToday(page, office)
    await expect(page.getByRole('option').filter({ hasText: image }).first()).toBeVisible()
    for (const id of ids) {
      await office.arrive({ kind: 'customer', id })
      await expect(page.locator(`[data-customer="${id}"]`).or(page.getByRole('heading', { level: 1 })).first()).toContainText(image)
      await expect(page.getByRole('feed').getByRole('article').first()).toBeVisible()
    }
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('img onerror')
    await expect(page.getByRole('option').filter({ hasText: image }).first()).toBeVisible()
    // The bell says it too, in a banner.
    await office.at('2026-11-21T15:21:00.000Z')
    await expect(page.getByRole('article').filter({ hasText: /late|due|promise/i }).first()).toBeVisible()
  })
}

/** Those of a piece's texts that a place does not say in the very letters in which they were given. */
async function unsaid(place: Locator, piece: string): Promise<string[]> {
  const said = (await place.allTextContents()).join('\n')
  return textsOf(piece).filter((text) => !said.includes(text))
}

test('all the lists are text in what is said of whom to reach, how, and with whom they belong', async ({ page, office, cast }) => {
  test.setTimeout(120_000)
  const department = [...`Bay ${image}`].slice(0, 200).join('')
  await office.call('member_department', { member: 'Dan Ortiz', department })
  const ids: Id[] = []
  for (let n = 0; n < people; n += 1) {
    const at = (k: number) => long[(n + k) % people] ?? ''
    const id = await office.customer(`${image} ${at(0)}`, { interest: at(1), department, note: at(3), phones: [{ typed: '+1 206 555 0199' }] })
    ids.push(id)
    await office.call('customer_relate', { customer: id, other: cast.ana, relation: 'other', called: at(2), may_speak: true, may_be_spoken_for: false })
    await office.call('contact_restrict', { customer: id, channels: ['email', 'letter'], reason: at(1) })
    await office.promise(id, { text: `${image} ${at(2)}`, due: '2026-11-21T15:05:00Z', owner: 'Dan Ortiz' })
  }
  // Two days later the deadlines have passed, which is what the guard speaks of.
  await office.at('2026-11-23T10:00:00.000Z')
  await openToday(page, office)
  const belong = page.getByRole('region', { name: 'Who belongs to them' })
  for (const [n, id] of ids.entries()) {
    await office.arrive({ kind: 'customer', id })
    await expect.poll(() => unsaid(page.getByRole('heading', { level: 1 }), long[n] ?? '')).toEqual([])
    await expect(belong).toContainText('Ana Sousa')
    await expect(page.getByRole('note').first()).toContainText('Do not e-mail or write letters')
    expect(await unsaid(page.getByRole('note'), long[(n + 1) % people] ?? '')).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('c')
    await expect(page.getByRole('dialog', { name: /^Before you call/ })).toContainText('<img')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  // From the other side: all of them are hers.
  await office.arrive({ kind: 'customer', id: cast.ana })
  await expect(page.getByRole('heading', { level: 1, name: 'Ana Sousa' })).toBeVisible()
  await expect(belong.getByRole('button', { name: /^Edit/ })).toHaveCount(people)
  for (const piece of long) expect(await unsaid(belong, piece)).toEqual([])
  // And all of them may be calling.
  await office.arrive({ kind: 'call', text: '+12065550199' })
  await expect(page.getByRole('region', { name: 'Incoming call' }).getByRole('button').filter({ hasText: image }).first()).toBeVisible()
})

test('all the lists are text in what is handed over, and in why it is not taken', async ({ page, office, cast }) => {
  test.setTimeout(120_000)
  await office.call('sign_in', { member: 'Dan Ortiz' })
  for (const text of long) {
    const { id } = await office.promise(cast.ana, { text: `${image} ${text}`, due: '2026-11-24T15:00:00Z', owner: 'Dan Ortiz' })
    await office.call('promise_offer', { id, to: 'Amy Reyes' })
  }
  await office.call('sign_in', { member: 'Amy Reyes' })
  await openToday(page, office)
  const card = page.getByRole('dialog', { name: /hands you/ })
  for (let left = people; left > 0; left -= 1) {
    await expect(card).toContainText(image)
    await card.getByRole('button', { name: 'Cannot take it' }).click()
    expect(await fill(card, { n: left })).toEqual(['Why not?'])
    const declined = page.waitForResponse((response) => (response.request().postDataJSON() as { name?: string } | null)?.name === 'promise_decline')
    await page.keyboard.press('Enter')
    expect((await declined).ok()).toBe(true)
  }
  await expect(card).toHaveCount(0)
})

test('every text field about how somebody is reached, whom they belong to and who is away takes them', async ({ page, office, cast }) => {
  test.setTimeout(90_000)
  const at = { n: 1 }
  const dialog = page.getByRole('dialog')
  await openToday(page, office)
  await openCustomer(page, 'greta', 'Greta Hale')
  await page.getByRole('button', { name: 'Restrict contact' }).click()
  expect(await fill(dialog, at, 990)).toEqual(['Why'])
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('note')).toContainText('window.ran=1')
  await office.call('customer_relate', { customer: cast.greta, other: cast.ana, relation: 'other', called: 'aunt', may_speak: true, may_be_spoken_for: false })
  await page.getByRole('button', { name: 'Edit Ana Sousa' }).click()
  expect(await fill(dialog, at, 190)).toContain('What Ana Sousa is to Greta Hale, in your words')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Who belongs to them' })).toContainText('window.ran=1')
  await page.keyboard.press('Control+,')
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'People' }).click()
  await page.getByRole('button', { name: 'Dan Ortiz is away' }).click()
  expect(await fill(dialog, at, 190)).toEqual(expect.arrayContaining(['From', 'Back on']))
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByRole('textbox', { name: 'From' })).toHaveValue(/window\.ran=1/)
})

/** Puts a text of the lists into every text field that is there; each gets another one. Gives their names. */
async function fill(where: Page | Locator, at: { n: number }, longest = 9_000): Promise<string[]> {
  const fields = where.locator('input:not([type=checkbox], [type=radio]), textarea:not([readonly])')
  const names: string[] = []
  const from = longest === 9_000 ? long : pieces(longest)
  for (const field of await fields.all()) {
    if (!await field.isVisible() || !await field.isEditable()) continue
    names.push(await field.evaluate((one: HTMLInputElement) => one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent?.trim() ?? one.placeholder))
    const text = `${marked[at.n % marked.length] ?? ''} ${from[at.n % from.length] ?? ''}`
    at.n += 1
    await field.fill(text)
    const most = Number(await field.getAttribute('maxlength') ?? Infinity)
    if (most < text.length) await expect(field).toHaveValue(text.slice(0, most))
    else await expect(field).toHaveValue(/window\.ran=1/)
  }
  return names
}

test('every text field of the desk takes them while they are typed', async ({ page, office, cast }) => {
  test.setTimeout(90_000)
  expect(cast.greta).toBeTruthy()
  const at = { n: 0 }
  const dialog = page.getByRole('dialog')
  const close = async () => { await dialog.getByRole('button', { name: 'Close', exact: true }).first().click(); await expect(dialog).toHaveCount(0) }
  await openToday(page, office)

  for (const key of ['d', 'k', 't', 's', 'h']) {
    await page.keyboard.press(key)
    const question = page.getByRole('form').first()
    expect(await fill(question, at), key).not.toEqual([])
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await openToday(page, office)
  }

  await page.keyboard.press('p')
  expect(await fill(dialog, at)).toEqual(expect.arrayContaining(['To whom', 'What is promised', 'By when']))
  await page.keyboard.press('Control+Enter')
  await close()

  const box = page.getByRole('combobox').first()
  const answered = () => expect(page.getByRole('listbox', { name: 'Found' })).toHaveAttribute('aria-busy', 'false')
  for (const text of [...marked, long[3] ?? '', '+1 206 <b>555</b> 0142']) {
    await page.keyboard.press('Control+k')
    await box.fill(text)
    await answered()
    await expect(page.getByRole('option', { name: /^New customer/ }).first()).toBeVisible()
  }
  await box.fill(image)
  await answered()
  await page.getByRole('option', { name: /^New customer/ }).click()
  await dialog.getByRole('button', { name: 'Add phone' }).click()
  await dialog.getByRole('button', { name: 'Add e-mail' }).click()
  await dialog.getByRole('button', { name: 'Add a field' }).click()
  const form = await fill(dialog, at, 200)
  expect(form).toEqual(expect.arrayContaining(['Name', 'Phone number', 'Extension', 'Label', 'E-mail address', 'Organisation', 'Position', 'Tags', 'Birthday', 'Street', 'Postcode', 'City', 'State or region', 'Country', 'What, such as plate', 'Value', 'Note']))
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByRole('alert').or(dialog.getByText(/birthday|e-mail/i)).first()).toBeVisible()
  await dialog.getByLabel('Birthday').fill('')
  await dialog.getByLabel('Language').fill('')
  await dialog.getByLabel('Likes to be called').fill('')
  for (const field of await dialog.getByLabel('E-mail address').all()) await field.fill(`${image.replaceAll(' ', '/')}@x`)
  for (const field of await dialog.getByLabel('Extension').all()) await field.fill('<b>1</b>')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('window.ran=1')
})

test('every text field of a customer’s page takes them, and shows them once saved', async ({ page, office, cast }) => {
  test.setTimeout(90_000)
  const at = { n: 3 }
  await openToday(page, office)
  await openCustomer(page, 'greta', 'Greta Hale')
  await page.keyboard.press('l')
  await page.getByRole('button', { name: 'Add a promise' }).click()
  const composer = page.getByRole('form', { name: 'Write down' })
  expect((await fill(composer, at, 400)).length).toBeGreaterThanOrEqual(3)
  await page.keyboard.press('Control+Enter')
  await expect(composer.getByLabel('By when')).toHaveValue(/window\.ran=1/)
  await composer.getByLabel('By when').fill('mon 10am')
  await expect(composer.getByText(/Monday 23 November/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^Written down/)).toBeVisible()
  const correct = { has: page.getByRole('button', { name: 'Correct' }) }
  const entry = page.getByRole('article').filter({ hasText: 'window.ran=1' }).filter(correct).first()

  await entry.hover()
  await entry.getByRole('button', { name: 'Correct' }).click()
  await page.getByRole('textbox', { name: 'Correct' }).fill(long[1] ?? '')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('corrected').first()).toBeVisible()

  await page.keyboard.press('Escape')
  await page.keyboard.press('y')
  await page.getByRole('textbox', { name: 'Sticky note' }).fill(long[2] ?? '')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: 'Sticky note' }).getByRole('button', { name: 'Change' })).toBeFocused()

  await page.keyboard.press('j')
  for (const text of [...marked, long[4] ?? '']) {
    await page.getByRole('textbox', { name: 'Which day?' }).fill(text)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Escape')

  // Somebody else's entry is taken back for a reason.
  await elsewhere(page, office, 'Dan Ortiz', () => office.contact(cast.greta, { contact: 'note', text: 'Written by Dan' }))
  const dans = page.getByRole('article').filter({ hasText: 'Written by Dan' })
  await dans.hover()
  await dans.getByRole('button', { name: 'Take back' }).click()
  await page.getByRole('textbox', { name: 'Why is it taken back?' }).fill(long[5] ?? '')
  await page.keyboard.press('Enter')
  await expect(dans.getByText('taken back', { exact: true })).toBeVisible()

  // What is half-typed is shown by the box after a new start.
  await page.keyboard.press('n')
  await fill(composer, at)
  await expect(page.getByText('Draft kept').first()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('listbox', { name: 'Promises by due time' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('group', { name: 'Half-typed' }).getByRole('option').first()).toBeVisible()
})

test('the office, its people and its settings take them', async ({ page, office, cast }) => {
  test.setTimeout(90_000)
  expect(cast.greta).toBeTruthy()
  const at = { n: 5 }
  for (const name of marked) await office.call('member_add', { name: `Zed ${name}`, role: 'manager', new: true })
  await openToday(page, office)
  await page.keyboard.press('m')
  await expect(page.getByRole('dialog').getByText(image).first()).toBeVisible()
  await page.keyboard.press('Escape')
  const settings = page.getByRole('navigation', { name: 'Settings' })
  await page.keyboard.press('Control+,')
  for (const button of await settings.getByRole('button').all()) {
    await button.click()
    const name = await button.textContent()
    await expect(page.getByRole('heading', { level: 2, name: name?.trim() ?? '' })).toBeVisible()
    await fill(page.getByRole('main'), at, 190)
  }

  await settings.getByRole('button', { name: 'People' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(`${image} new`)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${image} new can now own promises.`)).toBeVisible()
  await page.getByRole('button', { name: 'Rename Dan Ortiz' }).click()
  await page.keyboard.type(`Dan ${image}`)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`The name is Dan ${image} now.`)).toBeVisible()
  await page.getByRole('button', { name: `Dan ${image} leaves` }).click()
  await page.getByRole('combobox', { name: 'Who takes over' }).fill('zed <img')
  await page.locator('.kept-choose-item').filter({ hasText: image }).first().click()
  await page.getByRole('button', { name: /^Hand over/ }).click()
  await expect(page.getByText(/has left\./).first()).toBeVisible()

  await settings.getByRole('button', { name: 'Opening hours' }).click()
  await page.getByText('As set below', { exact: true }).click()
  await fill(page.getByRole('main'), at, 190)
  await settings.getByRole('button', { name: 'Office' }).click()
  await fill(page.getByRole('main'), at, 190)
  await page.getByLabel('The office’s name').fill(image)
  await office.call('office_change', { name: image })
  await expect(page).toHaveTitle(`Kept · ${image}`)

  await settings.getByRole('button', { name: 'Data' }).click()
  const junk = join(await mkdtemp(join(tmpdir(), 'kept-hostile-')), `${image}.db`)
  await writeFile(junk, image)
  await office.choose(junk)
  await page.getByRole('button', { name: 'Restore from another file …' }).click()
  await expect(page.getByRole('alert')).toContainText(image)
})

test('an address book may be called, titled and filled with anything', async ({ page, office, cast }) => {
  test.setTimeout(90_000)
  expect(cast.greta).toBeTruthy()
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
  const titles = ['Name', 'Organization', 'Note', ...short.slice(0, 40)]
  const row = (text: string, n: number) => [`${image} ${text}`, text, text, ...titles.slice(3).map((_, k) => short[(n + k) % short.length] ?? '')].map(cell).join(',')
  const book = [titles.map(cell).join(','), ...payloads.map(row), ',,'].join('\n')
  const name = `${image}${marked[5] ?? ''}.csv`
  const path = join(await mkdtemp(join(tmpdir(), 'kept-hostile-')), name)
  await writeFile(path, book)
  await openToday(page, office)
  await page.getByRole('button', { name: 'Customers' }).click()
  await page.getByRole('button', { name: 'Import an address book' }).click()
  await office.choose(path)
  await page.getByRole('button', { name: 'Choose a file' }).click()
  const file = page.getByRole('article', { name })
  await expect(file).toContainText(image)
  await file.getByRole('row').filter({ hasText: short[3] ?? '' }).getByRole('combobox').first().selectOption('Tags').catch(() => undefined)
  await page.getByRole('button', { name: /^Import [\d,]+$/ }).click()
  await expect(page.getByText(/new, 0 added to\.$/).first()).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'See the customers' }).click()
  await expect(page.getByText(image).first()).toBeVisible()
  for (let n = 0; n < 6; n++) await page.mouse.wheel(0, 4_000)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('onerror')
  await expect(page.getByRole('option').filter({ hasText: image }).first()).toBeVisible()
})

test('whatever a telephone or a link brings is no markup', async ({ page, office, cast }) => {
  expect(cast.greta).toBeTruthy()
  await openToday(page, office)
  for (const text of payloads) await office.arrive({ kind: 'call', text })
  await office.arrive({ kind: 'customer', id: image as Id })
  await office.tell('bell', { notices: [{ key: 'x', kind: 'due', title: image, body: long[0] ?? '', promises: [], customer: null, to: image }] })
  await expect(page.getByText(image).first()).toBeVisible()
})

story('the first run takes them too', async ({ page, office }) => {
  const told = await watched(page, office.url)
  await page.goto(office.url)
  await expect(page.getByLabel('Your name')).toBeFocused()
  expect((await fill(page, { n: 0 }, 190)).length).toBeGreaterThanOrEqual(3)
  await page.getByRole('button', { name: 'Start empty' }).click()
  await expect(page.getByText('Nothing is promised in your name for the next days.')).toBeVisible()
  await expect(page).toHaveTitle(/^Kept · .*window\.ran=1/)
  expect(await page.evaluate(() => window.ran)).toBeUndefined()
  expect(told).toEqual([])
})

import type { Page } from '@playwright/test'
import { Office } from './bridge'
import { harbour } from './cast'
import { expect, openCustomer, openToday, test } from './story'

const words = (page: Page) => page.getByRole('form', { name: 'Write down' }).getByRole('textbox').first()
const keptMark = (page: Page) => page.getByText('Draft kept').first()

/** What lies on the disk, by key. */
async function onDisk(office: Office): Promise<Record<string, string>> {
  const { drafts } = await office.call<{ drafts: { key: string; value: string }[] }>('draft_list')
  return Object.fromEntries(drafts.map(({ key, value }) => [key, value]))
}

test('killed in the middle of typing, it is there again', async ({ browser, page, office, cast }) => {
  // A window of its own: it complains of the program that is gone.
  const killed = await browser.newPage()
  await openToday(killed, office)
  await openCustomer(killed, 'carl', 'Carl Lindgren')
  await killed.keyboard.press('n')
  await killed.keyboard.type('He will bring the van on Tues', { delay: 20 })
  await killed.waitForTimeout(1000)
  await office.kill()
  await killed.close()
  const again = await Office.open('2026-11-21T15:06:00.000Z', office.home)
  try {
    await page.goto(again.url)
    await openCustomer(page, 'carl', 'Carl Lindgren')
    await expect(words(page)).toHaveValue('He will bring the van on Tues')
    await expect(page.getByRole('radio', { name: 'Note', exact: true })).toBeChecked()
    // Half a date is asked about; it is a note as it stands.
    await words(page).focus()
    await page.keyboard.press('Alt+0')
    await expect(page.getByText('It will be saved as it stands, without a promise.')).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Written down.')).toBeVisible()
    await expect.poll(() => onDisk(again)).toEqual({})
    expect(cast.carl).toBeTruthy()
  } finally {
    await again.leave()
  }
})

test('at most a second of typing is lost, however fast one types', async ({ page, office, cast }) => {
  await openToday(page, office)
  await openCustomer(page, 'carl', 'Carl Lindgren')
  await page.keyboard.press('n')
  for (let second = 0; second < 3; second++) {
    const before = await words(page).inputValue()
    await page.keyboard.type('twelve words or so are typed in a second ', { delay: 25 })
    const kept = JSON.parse((await onDisk(office))[`composer:${cast.carl}`] ?? '{"text":""}') as { text: string }
    expect(kept.text.length).toBeGreaterThan(before.length)
  }
})

test('left for another page and come back to, it is as it was left', async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
  await openCustomer(page, 'carl', 'Carl Lindgren')
  await page.keyboard.press('l')
  await page.keyboard.type('half a sent')
  await page.getByRole('button', { name: 'Add a promise' }).click()
  await page.keyboard.type('Ring about the bumper')
  await page.keyboard.press('Tab')
  await page.keyboard.type('mon 10am')
  await page.reload()
  await openCustomer(page, 'carl', 'Carl Lindgren')
  await expect(words(page)).toHaveValue('half a sent')
  await expect(page.getByLabel('What is promised')).toHaveValue('Ring about the bumper')
  await expect(page.getByLabel('By when')).toHaveValue('mon 10am')
  await expect(page.getByText(/Monday 23 November.*10:00/)).toBeVisible()
  await expect(keptMark(page)).toBeVisible()
})

test('the box lists what is half-typed and leads back to it', async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
  await openCustomer(page, 'carl', 'Carl Lindgren')
  await page.keyboard.press('n')
  await page.keyboard.type('Ask him about the tag')
  await page.reload()
  await expect(page.getByRole('listbox', { name: 'Promises by due time' })).toBeVisible()
  await page.keyboard.press('Control+k')
  const row = page.getByRole('group', { name: 'Half-typed' }).getByRole('option')
  await expect(row).toHaveText(/Writing about Carl Lindgren\s*Ask him about the tag/)
  await row.click()
  await expect(words(page)).toHaveValue('Ask him about the tag')
  await expect(words(page)).toBeFocused()
})

test('thrown away on purpose it is gone, and can be put back', async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
  await openCustomer(page, 'carl', 'Carl Lindgren')
  await page.keyboard.press('n')
  await page.keyboard.type('Wrong customer')
  await page.getByRole('button', { name: 'Throw away' }).click()
  await expect(words(page)).toHaveValue('')
  await expect.poll(() => onDisk(office)).toEqual({})
  await page.keyboard.press('Control+z')
  await expect(words(page)).toHaveValue('Wrong customer')
})

test('a new customer half-filled survives closing, and two of them do not mix', async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
  const dialog = page.getByRole('dialog', { name: 'Add customer' })
  await page.keyboard.press('/')
  await page.keyboard.type('Lena Vogel')
  await page.getByRole('option', { name: /^New customer/ }).click()
  await dialog.getByRole('textbox', { name: 'Phone number' }).fill('+49 30 5550')
  await expect(dialog.getByText('Draft kept')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.keyboard.type('Omar Farouk')
  await page.getByRole('option', { name: /^New customer/ }).click()
  await expect(dialog.getByRole('textbox', { name: 'Phone number' })).toHaveValue('')
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(page.getByRole('listbox', { name: 'Promises by due time' })).toBeVisible()
  await page.keyboard.press('/')
  await page.getByRole('option', { name: /New customer\s*Lena Vogel/ }).click()
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Lena Vogel')
  await expect(dialog.getByRole('textbox', { name: 'Phone number' })).toHaveValue('+49 30 5550')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Lena Vogel' })).toBeVisible()
  await expect.poll(() => onDisk(office)).toEqual({})
})

test('half an answer to a question, half a promise and half a sticky note are kept too', async ({ page, office, cast }) => {
  await openToday(page, office)
  await page.keyboard.press('k')
  await page.keyboard.type('The mats are no lon')
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  await page.keyboard.type('mon 9am')
  await page.keyboard.press('Escape')
  await page.keyboard.press('p')
  await page.getByRole('dialog').getByLabel('What is promised').fill('Leather seats')
  await page.keyboard.press('Escape')
  await openCustomer(page, 'greta', 'Greta Hale')
  await page.keyboard.press('y')
  await page.keyboard.type('Ordered for a fr')
  await page.reload()
  await expect(page.getByRole('option', { selected: true })).toBeFocused()
  await page.keyboard.press('k')
  await expect(page.getByRole('textbox', { name: 'Why could it not be kept?' })).toHaveValue('The mats are no lon')
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  await expect(page.getByText(/Monday 23 November.*09:00/)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('p')
  await expect(page.getByRole('dialog').getByLabel('What is promised')).toHaveValue('Leather seats')
  await page.keyboard.press('Escape')
  await openCustomer(page, 'greta', 'Greta Hale')
  await expect(page.getByRole('textbox', { name: 'Sticky note' })).toHaveValue('Ordered for a fr')
  expect(Object.keys(await onDisk(office)).toSorted()).toEqual(
    [`answer:${cast.mats}:break`, `answer:${cast.mats}:move`, 'promise:new', `sticky:${cast.greta}`].toSorted(),
  )
})

test('an answer that was given leaves no draft behind', async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
  await page.keyboard.press('d')
  await page.keyboard.type('He drove off with them')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kept.', { exact: true })).toBeVisible()
  await expect.poll(() => onDisk(office)).toEqual({})
})

test('whoever signs in finds their own drafts and nobody else’s', async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
  await openCustomer(page, 'carl', 'Carl Lindgren')
  await page.keyboard.press('n')
  await page.keyboard.type('What Amy was writing')
  const signIn = async (name: string) => {
    await page.getByRole('button', { name: /Theme and who is signed in/ }).click()
    await page.getByRole('menuitemradio', { name }).click()
    await expect(page.getByRole('button', { name: /Theme and who is signed in/ })).toContainText(name)
  }
  await signIn('Dan Ortiz')
  await expect(words(page)).toHaveValue('')
  await words(page).fill('What Dan was writing')
  await signIn('Amy Reyes')
  await expect(words(page)).toHaveValue('What Amy was writing')
  await signIn('Dan Ortiz')
  await expect(words(page)).toHaveValue('What Dan was writing')
})

test('hostile text comes back from a draft as text', async ({ page, office, cast }) => {
  const hostile = '<img src=x onerror="document.title=1"> {{7*7}}'
  await openToday(page, office)
  await office.call('draft_put', { key: `composer:${cast.carl}`, value: JSON.stringify({ kind: hostile, text: hostile, who: hostile, promise: { due: 7 } }) })
  await office.call('draft_put', { key: 'promise:new', value: '{"broken' })
  await page.reload()
  await expect(page.getByRole('listbox', { name: 'Promises by due time' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('group', { name: 'Half-typed' })).toContainText(hostile)
  await page.keyboard.press('Escape')
  await openCustomer(page, 'carl', 'Carl Lindgren')
  await expect(words(page)).toHaveValue(hostile)
  await expect(page.locator('img')).toHaveCount(0)
})

test('a draft written just before the page goes is kept', async ({ page, office }) => {
  const cast = await harbour(office)
  await openToday(page, office)
  await openCustomer(page, 'carl', 'Carl Lindgren')
  await page.keyboard.press('n')
  await page.keyboard.type('x')
  await page.goto('about:blank')
  await expect.poll(async () => (await onDisk(office))[`composer:${cast.carl}`]).toContain('"text":"x"')
})

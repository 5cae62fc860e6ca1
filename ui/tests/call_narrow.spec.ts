import type { Page } from '@playwright/test'
import { complaints, covered, isTooWide } from './audit'
import type { Office } from './bridge'
import { expect, openCustomer, openToday, test } from './story'

const card = (page: Page) => page.getByRole('region', { name: 'Incoming call' })
const long = 'Alexandrina Konstantinopoulou-Featherstonehaugh of the Upper Showroom'

/** The number of two: one with a long name and a lot to know first, who is not to be called, and one from right to left. */
async function share(office: Office): Promise<void> {
  const one = await office.customer(long, { phones: [{ typed: '+1 206 555 0188' }], organization: 'The Upper Showroom', note: 'Hard of hearing: speak slowly, and say every number twice before you go on' })
  await office.call('contact_restrict', { customer: one, channels: ['call'], reason: 'Asked to be left alone' })
  await office.promise(one, { text: 'Send the papers', due: '2026-11-21T15:40:00Z' })
  const other = await office.customer('אברהם בן־דוד הכהן מתל אביב', { phones: [{ typed: '+1 206 555 0188' }] })
  await office.call('customer_relate', { customer: one, other, relation: 'partner', may_speak: false, may_be_spoken_for: true })
}

/** What somebody may be doing when the telephone rings. */
const doing: Record<string, (page: Page, office: Office) => Promise<unknown>> = {
  'on Today': () => Promise.resolve(),
  'in a question of Today': async (page) => {
    await page.keyboard.press('d')
    await page.getByRole('textbox', { name: 'What showed it was kept?' }).pressSequentially('He drove o')
  },
  'on a customer': async (page) => {
    await openCustomer(page, 'ana sousa', 'Ana Sousa')
    await page.keyboard.press('Escape')
  },
  'in what is being written about a customer': async (page) => {
    await openCustomer(page, 'ana sousa', 'Ana Sousa')
    await page.keyboard.press('l')
    await page.keyboard.type('Asked for the leather seats')
  },
  'in the settings': async (page) => {
    await page.keyboard.press('Control+,')
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'People' }).click()
  },
  'on the risk board': async (page) => {
    await page.keyboard.press('r')
    await expect(page.getByRole('listbox', { name: 'Promises about to break, worst first' })).toBeVisible()
  },
  'in a dialog': async (page) => {
    await page.keyboard.press('p')
    await page.getByRole('dialog').getByLabel('What is promised').fill('Leather se')
  },
  'with something due told': async (page, office) => {
    await office.at('2026-11-21T15:11:00.000Z')
    await expect(page.getByRole('region', { name: 'Due now' }).getByRole('article').first()).toBeVisible()
  },
}

test('where a chosen promise lies over a part of the page, a call lies over neither', async ({ page, office, cast }) => {
  expect(cast.ana).toBeTruthy()
  await page.setViewportSize({ width: 1000, height: 640 })
  await openToday(page, office)
  await doing['in a question of Today']?.(page, office)
  await office.arrive({ kind: 'call', text: '+351912345678' })
  await expect(card(page).getByRole('button', { name: /Ana Sousa/ })).toBeVisible()
  const below = await page.locator('.calls').evaluate((at) => at.getBoundingClientRect().bottom)
  for (const one of [page.getByRole('search'), page.getByRole('navigation').first(), page.getByRole('complementary', { name: 'The chosen promise' })]) {
    await expect.poll(async () => (await one.boundingBox())?.y ?? 0).toBeGreaterThanOrEqual(below)
  }
})

async function isWell(page: Page): Promise<void> {
  expect(await isTooWide(page)).toBe(false)
  expect(await complaints(page)).toEqual([])
  expect(await covered(page)).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`a call on the narrowest window, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 640 } })

    test.beforeEach(async ({ page, office, cast }) => {
      expect(cast.ana).toBeTruthy()
      await share(office)
      await openToday(page, office)
    })

    for (const [where, begin] of Object.entries(doing)) {
      test(`${where} covers nothing, and is answered by keys`, async ({ page, office }) => {
        await begin(page, office)
        await office.arrive({ kind: 'call', text: '+12065550188' })
        await expect(card(page).getByText('2 customers have this number.')).toBeVisible()
        await isWell(page)
        await page.keyboard.press('F2')
        const first = card(page).getByRole('button', { name: /^(Alexandrina|אברהם)/ }).first()
        await expect(first).toBeFocused()
        await expect(first).toBeInViewport()
        await page.keyboard.press('ArrowDown')
        const second = card(page).getByRole('button', { name: /^(Alexandrina|אברהם)/ }).nth(1)
        await expect(second).toBeFocused()
        await expect(second).toBeInViewport()
        const name = await second.locator('.name').textContent() ?? ''
        await page.keyboard.press('Enter')
        await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
        await expect(card(page)).toHaveCount(0)
        await expect(page.getByRole('region', { name: `Call with ${name}` })).toBeVisible()
        await isWell(page)
        await page.keyboard.press('F4')
        await expect(page.getByRole('region', { name: `Call with ${name}` })).toHaveCount(0)
        await expect(page.getByText(/^\d:\d\d min on the telephone\.$/)).toBeVisible()
      })
    }

    test('of nobody known asks who it is above the form, and of nobody at all lets one search', async ({ page, office }) => {
      await office.arrive({ kind: 'call', text: '+442079460999' })
      const dialog = page.getByRole('dialog', { name: 'Add customer' })
      await expect(dialog.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
      await office.arrive({ kind: 'call', text: 'anonymous' })
      await expect(card(page)).toHaveCount(2)
      await isWell(page)
      await page.keyboard.press('F2')
      await expect(card(page).filter({ hasText: 'Private caller' }).getByRole('button', { name: 'Find a customer' })).toBeFocused()
      await isWell(page)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('combobox', { name: /^Find people/ })).toBeFocused()
    })
  })
}

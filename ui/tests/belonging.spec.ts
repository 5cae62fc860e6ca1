import type { Page } from '@playwright/test'
import { complaints, isTooWide } from './audit'
import { expect, openCustomer, openToday, test } from './story'

const belongs = (page: Page) => page.getByRole('region', { name: 'Who belongs to them' })
const dialog = (page: Page) => page.getByRole('dialog')
const chosen = (page: Page) => page.getByRole('complementary', { name: 'The chosen promise' })

async function openAna(page: Page): Promise<void> {
  await openCustomer(page, 'ana sousa', 'Ana Sousa')
  await page.keyboard.press('Escape')
  await expect(belongs(page)).toContainText('Ana Sousa may NOT speak for M. Kane')
}

const chooseAna = async (page: Page) => {
  const row = page.getByRole('option').filter({ hasText: 'Ana Sousa' }).first()
  await expect(row).toContainText('Do not call')
  await row.click()
  await expect(chosen(page)).toContainText('Asked to be left alone')
}

/** Where it is seen who belongs to whom, who speaks for whom and who is not to be reached, and how to get there from Today. */
const places: Record<string, (page: Page) => Promise<unknown>> = {
  'the page of who is marked and has a household': openAna,
  'the page of who belongs to somebody that is marked': async (page) => {
    await openCustomer(page, '0812', 'M. Kane')
    await page.keyboard.press('Escape')
    await expect(belongs(page)).toContainText('Do not call')
    await expect(belongs(page)).toContainText('M. Kane may speak for Ana Sousa')
  },
  'marking one more way': async (page) => {
    await openAna(page)
    await page.getByRole('button', { name: 'Restrict contact' }).click()
    await expect(dialog(page).getByRole('checkbox', { name: 'Letter' })).toBeVisible()
  },
  'a way that is not chosen': async (page) => {
    await openAna(page)
    await page.getByRole('button', { name: 'Restrict contact' }).click()
    for (const box of await dialog(page).getByRole('checkbox').all()) await box.uncheck()
    await page.keyboard.press('Control+Enter')
    await expect(dialog(page)).toContainText('Choose at least one way.')
  },
  'lifting a mark': async (page) => {
    await openAna(page)
    await page.getByRole('button', { name: 'Lift this' }).first().click()
    await expect(dialog(page).getByRole('checkbox', { name: 'Telephone' })).toBeVisible()
  },
  'somebody who is to belong to them': async (page) => {
    await openAna(page)
    await belongs(page).getByRole('button', { name: 'Add somebody' }).click()
    await dialog(page).getByRole('combobox', { name: 'Who belongs to them' }).fill('greta')
    await page.getByRole('option', { name: 'Greta Hale' }).click()
    await dialog(page).getByRole('combobox', { name: 'What are they?' }).selectOption('other')
    await expect(dialog(page).getByRole('checkbox', { name: 'Ana Sousa may speak for Greta Hale' })).toBeVisible()
  },
  'nobody said to belong to them': async (page) => {
    await openAna(page)
    await belongs(page).getByRole('button', { name: 'Add somebody' }).click()
    await page.keyboard.press('Control+Enter')
    await expect(dialog(page).getByRole('combobox', { name: 'Who belongs to them' })).toHaveAttribute('aria-invalid', 'true')
  },
  'who may speak for whom': async (page) => {
    await openAna(page)
    await belongs(page).getByRole('button', { name: 'Edit M. Kane' }).click()
    await dialog(page).getByRole('checkbox', { name: 'Ana Sousa may speak for M. Kane' }).check()
  },
  'the promise to who is marked': chooseAna,
  'a call that is not made': async (page) => {
    await chooseAna(page)
    await page.keyboard.press('c')
    await expect(page.getByRole('form', { name: 'Do not call' })).toContainText('They are not to be called.')
  },
  'who is found through the other': async (page) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('0812')
    await expect(page.getByRole('option', { name: /^Ana Sousa/ })).toContainText('Partner of M. Kane')
  },
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    for (const [name, open] of Object.entries(places)) {
      test(`${name} can be used by everybody, also on the narrowest window`, async ({ page, office, cast }) => {
        await office.call('customer_relate', { customer: cast.ana, other: cast.kane, relation: 'partner', may_speak: false, may_be_spoken_for: true })
        await office.call('customer_relate', { customer: cast.ana, other: cast.carl, relation: 'other', called: 'neighbour', may_speak: true, may_be_spoken_for: false })
        await office.call('contact_restrict', { customer: cast.ana, channels: ['call'], reason: 'Asked to be left alone' })
        await office.call('contact_restrict', { customer: cast.ana, channels: ['email'], reason: 'Moved house' })
        await openToday(page, office)
        await open(page)
        for (const viewport of [{ width: 1360, height: 860 }, { width: 320, height: 640 }]) {
          await page.setViewportSize(viewport)
          expect(await complaints(page), `${viewport.width} wide`).toEqual([])
          expect(await isTooWide(page), `${viewport.width} wide`).toBe(false)
        }
      })
    }
  })
}

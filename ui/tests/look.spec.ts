import type { Page } from '@playwright/test'
import { complaints, isTooWide } from './audit'
import { expect, openCustomer, openToday, test } from './story'

const screens: Record<string, (page: Page) => Promise<unknown>> = {
  today: () => Promise.resolve(),
  'a question of an action': async (page) => {
    await page.keyboard.press('t')
    await page.keyboard.type('mon 9am')
    await expect(page.getByText(/Monday 23 November/)).toBeVisible()
  },
  'a call that may hurt': async (page) => {
    await page.keyboard.press('c')
    await expect(page.getByRole('button', { name: 'See what was promised' })).toBeFocused()
  },
  'the outcome of a call': async (page) => {
    await page.keyboard.press('c')
    await expect(page.getByRole('button', { name: 'See what was promised' })).toBeFocused()
    await page.keyboard.press('a')
    await expect(page.getByRole('form', { name: 'How did the call end?' })).toBeVisible()
  },
  find: async (page) => {
    await page.keyboard.press('/')
    await page.keyboard.type('l')
    await expect(page.getByRole('option', { name: 'New customer “l”' })).toBeVisible()
  },
  'whether the customer agreed': async (page) => {
    await page.keyboard.press('t')
    await page.keyboard.type('mon 9am')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Yes, agreed' })).toBeFocused()
  },
  risk: async (page) => {
    await page.keyboard.press('r')
    await expect(page.getByRole('listbox', { name: 'Promises about to break, worst first' })).toBeVisible()
  },
  customers: async (page) => {
    await page.getByRole('button', { name: 'Customers' }).click()
    await expect(page.getByRole('button', { name: /Greta Hale/ })).toBeVisible()
  },
  customer: async (page) => {
    await openCustomer(page, 'carl', 'Carl Lindgren')
    await expect(page.getByRole('feed')).toBeAttached()
  },
  'writing down with a promise': async (page) => {
    await openCustomer(page, 'carl', 'Carl Lindgren')
    await page.getByRole('button', { name: 'Add a promise' }).click()
  },
  'edit customer': async (page) => {
    await openCustomer(page, 'carl', 'Carl Lindgren')
    await page.getByRole('button', { name: 'Edit' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  },
  'new promise': async (page) => {
    await page.keyboard.press('p')
    await expect(page.getByRole('dialog')).toBeVisible()
  },
  import: async (page) => {
    await page.getByRole('button', { name: 'Customers' }).click()
    await page.getByRole('button', { name: 'Import an address book' }).click()
  },
  help: async (page) => {
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  },
  'all actions': async (page) => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('group', { name: 'Actions' })).toBeVisible()
  },
  'a caller': async (page) => {
    await page.keyboard.press('/')
    await page.keyboard.type('206 555')
    await expect(page.getByRole('group', { name: 'Who has this number' })).toBeVisible()
  },
  'changing keys': async (page) => {
    await page.keyboard.press('?')
    await page.getByRole('button', { name: 'Change keys' }).click()
    await page.getByRole('button', { name: /^New promise, now/ }).press('Enter')
    await page.keyboard.press('d')
    await expect(page.getByText('D is the key for “Kept”.')).toBeVisible()
  },
  'a draft': async (page) => {
    await openCustomer(page, 'carl', 'Carl Lindgren')
    await page.keyboard.press('n')
    await page.keyboard.type('half')
    await expect(page.getByText('Draft kept')).toBeVisible()
  },
  'a sticky note': async (page) => {
    await openCustomer(page, 'carl', 'Carl Lindgren')
    await page.keyboard.press('y')
    await page.keyboard.type('His wife is ill.')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('region', { name: 'Sticky note' })).toBeVisible()
  },
  'writing a sticky note': async (page) => {
    await openCustomer(page, 'carl', 'Carl Lindgren')
    await page.keyboard.press('y')
    await expect(page.getByRole('textbox', { name: 'Sticky note' })).toBeFocused()
  },
  'going to a day': async (page) => {
    await openCustomer(page, 'carl', 'Carl Lindgren')
    await page.keyboard.press('j')
    await expect(page.getByRole('textbox', { name: 'Which day?' })).toBeFocused()
  },
  'who is at the desk': async (page) => {
    await page.keyboard.press('m')
    await expect(page.getByRole('dialog', { name: 'Who is at the desk?' })).toBeVisible()
  },
  ...Object.fromEntries(['Appearance', 'Office', 'Opening hours', 'People', 'Reminders', 'Data', 'Keys', 'About'].map((name) => [`the settings: ${name}`, async (page: Page) => {
    await page.keyboard.press('Control+,')
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible()
  }])),
  'putting off': async (page) => {
    await page.keyboard.press('s')
    await expect(page.getByRole('button', { name: /^Tomorrow morning/ })).toBeVisible()
  },
  'somebody is away': async (page) => {
    await page.keyboard.press('Control+,')
    await page.getByRole('button', { name: 'People', exact: true }).click()
    await page.getByRole('button', { name: 'Dan Ortiz is away' }).click()
    await page.getByRole('textbox', { name: 'Back on' }).fill('mon 30 nov')
    await expect(page.getByText(/Monday 30 November/)).toBeVisible()
  },
  'a colleague leaves': async (page) => {
    await page.keyboard.press('Control+,')
    await page.getByRole('button', { name: 'People', exact: true }).click()
    await page.getByRole('button', { name: 'Dan Ortiz leaves' }).click()
    await expect(page.getByRole('combobox', { name: 'Who takes over' })).toBeVisible()
  },
  'the week of opening hours': async (page) => {
    await page.keyboard.press('Control+,')
    await page.getByRole('button', { name: 'Opening hours', exact: true }).click()
    await page.getByText('As set below', { exact: true }).click()
    await expect(page.getByText('This week, as typed below. Not saved yet.')).toBeVisible()
    await page.getByRole('button', { name: 'Copy the times of Monday to other days' }).click()
    await page.getByRole('button', { name: 'Add a day' }).click()
    await expect(page.getByRole('form', { name: 'A day that differs' })).toBeVisible()
  },
  'a promise that comes again': async (page) => {
    await page.keyboard.press('p')
    await page.getByLabel('By when').fill('fri 10:00')
    await page.getByLabel('Repeats').selectOption('week')
    await page.getByLabel('Ends').selectOption('until')
    await page.getByLabel('Last day').fill('24 dec')
    await expect(page.getByRole('list', { name: 'The first times' })).toBeVisible()
  },
  colleagues: async (page) => {
    await page.getByRole('button', { name: /Theme and who is signed in/ }).click()
    await page.getByRole('menuitem', { name: 'People of the office' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  },
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    for (const [name, open] of Object.entries(screens)) {
      test(`${name} can be used by everybody`, async ({ page, office, cast }) => {
        expect(cast.carl).toBeTruthy()
        await openToday(page, office)
        await open(page)
        expect(await complaints(page)).toEqual([])
      })
    }

    test('the first run can be used by everybody', async ({ page, office }) => {
      await page.goto(office.url)
      await expect(page.getByLabel('Your name')).toBeVisible()
      expect(await complaints(page)).toEqual([])
    })
  })
}

for (const viewport of [{ width: 900, height: 600 }, { width: 680, height: 430 }, { width: 320, height: 640 }]) {
  test.describe(`${viewport.width} by ${viewport.height}`, () => {
    test.use({ viewport })

    for (const name of ['today', 'a question of an action', 'customer', 'edit customer', 'import', 'all actions', 'changing keys', 'a draft', 'a sticky note', 'going to a day', 'who is at the desk', 'the week of opening hours', 'a promise that comes again', 'a colleague leaves', 'putting off', 'somebody is away', 'the settings: Data', 'the settings: Reminders', 'the settings: People']) {
      test(`${name} loses nothing beside the window`, async ({ page, office, cast }) => {
        expect(cast.carl).toBeTruthy()
        await openToday(page, office)
        await screens[name]?.(page)
        expect(await isTooWide(page)).toBe(false)
      })
    }
  })
}

test.describe('320 by 640, with something due', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('what is told lies over nothing that can be pressed', async ({ page, office, cast }) => {
    await openToday(page, office)
    await office.at('2026-11-21T15:11:00.000Z')
    const told = page.getByRole('region', { name: 'Due now' }).getByRole('article').first()
    await expect(told).toBeVisible()
    await screens['the settings: People']?.(page)
    await expect(told).toBeVisible()
    expect(await isTooWide(page)).toBe(false)
    expect(cast.quote).toBeTruthy()
  })
})

test('the theme is a choice that stays', async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
  await page.getByRole('button', { name: /Theme and who is signed in/ }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

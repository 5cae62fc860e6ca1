import { galleryPages } from '../src/gallery/pages'
import { complaints, isTooWide } from './audit'
import { expect, test } from './story'

const open = async (page: import('@playwright/test').Page, url: string, name: string) => {
  await page.goto(`${url}/#gallery/${name}`)
  await expect(page.getByRole('link', { name })).toHaveAttribute('aria-current', 'page')
}

/** How long the longest motion of the page goes on, in milliseconds. */
const longestMotion = (page: import('@playwright/test').Page): Promise<number> => page.evaluate(() =>
  Math.max(...document.getAnimations().map((one) => Number(one.effect?.getComputedTiming().endTime ?? 0)), 0))

/** What sets an element apart from another where colours are forced: its lines and its ground. */
const shape = (at: import('@playwright/test').Locator): Promise<string> => at.evaluate((node) => {
  const { outlineStyle, outlineColor, borderTopColor, backgroundColor } = getComputedStyle(node)
  return [outlineStyle, outlineStyle === 'none' ? '' : outlineColor, borderTopColor, backgroundColor].join(' ')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    for (const name of galleryPages) {
      test(`every state of ${name} can be used by everybody`, async ({ page, office }) => {
        await open(page, office.url, name)
        expect(await complaints(page)).toEqual([])
      })
    }
  })
}

const floating = [
  'Show toasts', 'Show banners', 'Show dialog', 'Show who is at the desk', 'Show away', 'Hold a file', 'Show a call: 3', 'Show a call: 1', 'Show a call: known', 'Show a call: number', 'Show a call: withheld',
  'Show a guard: 1', 'Show a guard: 2', 'Show a guard: 3', 'Show a customer', 'Show somebody to add', 'Show a relation', 'Show restrict', 'Show lift', 'Show closing', 'Show closing without a tray', 'Show quitting', 'Show start with the computer',
]
for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`what floats, ${colorScheme}`, () => {
    test.use({ colorScheme })

    for (const shown of floating) {
      test(`what floats can be used by everybody: ${shown}`, async ({ page, office }) => {
        await open(page, office.url, 'floating')
        await page.getByRole('button', { name: shown, exact: true }).click()
        expect(await complaints(page)).toEqual([])
        expect(await isTooWide(page)).toBe(false)
      })
    }
  })
}

for (const density of ['compact', 'comfortable'] as const) {
  for (const viewport of [{ width: 1360, height: 860 }, { width: 320, height: 640 }]) {
    test.describe(`${density} at ${viewport.width}`, () => {
      test.use({ viewport })

      for (const name of galleryPages) {
        test(`every state of ${name} can be used by everybody when rows are ${density}`, async ({ page, office }) => {
          await open(page, office.url, name)
          await page.evaluate((to) => { document.documentElement.dataset['density'] = to }, density)
          expect(await complaints(page)).toEqual([])
          expect(await isTooWide(page)).toBe(false)
        })
      }
    })
  }
}

test.describe('forced colours', () => {
  test.use({ forcedColors: 'active' })

  for (const name of galleryPages) {
    test(`every state of ${name} has a word or a shape`, async ({ page, office }) => {
      await open(page, office.url, name)
      expect(await complaints(page)).toEqual([])
    })
  }

  test('what is chosen, here or first is told apart by its lines', async ({ page, office }) => {
    await open(page, office.url, 'lists')
    await page.mouse.move(0, 0)
    const row = page.getByRole('option')
    expect(await shape(row.and(page.locator('[aria-selected=true]')))).not.toBe(await shape(row.and(page.locator('[aria-selected=false]')).first()))
    const here = page.getByRole('navigation').getByRole('link')
    expect(await shape(here.and(page.locator('[aria-current]')))).not.toBe(await shape(here.and(page.locator(':not([aria-current])')).first()))
    await open(page, office.url, 'find')
    const found = page.getByRole('listbox').nth(1).getByRole('option')
    expect(await shape(found.and(page.locator('[aria-selected=true]')))).not.toBe(await shape(found.first()))
    await open(page, office.url, 'parts')
    const save = page.getByRole('button', { name: 'Save' })
    expect(await shape(save.and(page.locator('.primary')).first())).not.toBe(await shape(save.and(page.locator('.plain')).first()))
    expect(await shape(save.and(page.locator('.plain:disabled')))).not.toBe(await shape(save.and(page.locator('.plain')).first()))
    const checked = page.getByText('Mine', { exact: true })
    expect(await shape(checked)).not.toBe(await shape(page.getByText('Everyone', { exact: true })))
  })
})

test.describe('reduced motion', () => {
  test.use({ reducedMotion: 'reduce' } as object)

  test('nothing moves', async ({ page, office }) => {
    for (const name of galleryPages) {
      await open(page, office.url, name)
      expect(await longestMotion(page), name).toBeLessThanOrEqual(20)
    }
    await open(page, office.url, 'floating')
    for (const shown of ['Show toasts', 'Show banners', 'Hold a file', 'Show dialog']) {
      await page.getByRole('button', { name: shown }).click()
      expect(await longestMotion(page), shown).toBeLessThanOrEqual(20)
    }
  })
})

test('without that wish, what is being read breathes', async ({ page, office }) => {
  await open(page, office.url, 'parts')
  expect(await longestMotion(page)).toBeGreaterThan(20)
})

// The last is what 1360 by 860 leaves at 200 % zoom; the one before, what 640 by 1280 leaves at 400 %.
for (const viewport of [{ width: 900, height: 600 }, { width: 1360, height: 860 }, { width: 2560, height: 1440 }, { width: 320, height: 640 }, { width: 680, height: 430 }]) {
  test.describe(`${viewport.width} by ${viewport.height}`, () => {
    test.use({ viewport })

    test('nothing lies beside the window, however long the name and whichever its direction', async ({ page, office }) => {
      for (const name of galleryPages) {
        await open(page, office.url, name)
        expect(await isTooWide(page), name).toBe(false)
      }
    })
  })
}

import { galleryPages } from '../src/gallery/pages'
import { complaints, isTooWide } from './audit'
import { expect, test } from './story'

const open = async (page: import('@playwright/test').Page, url: string, name: string) => {
  await page.goto(`${url}/#gallery/${name}`)
  await expect(page.getByRole('link', { name })).toHaveAttribute('aria-current', 'page')
}

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

for (const shown of ['Show toasts', 'Show banners', 'Show dialog', 'Show who is at the desk', 'Hold a file']) {
  test(`what floats can be used by everybody: ${shown}`, async ({ page, office }) => {
    await open(page, office.url, 'floating')
    await page.getByRole('button', { name: shown }).click()
    expect(await complaints(page)).toEqual([])
    expect(await isTooWide(page)).toBe(false)
  })
}

test.describe('forced colours', () => {
  test.use({ forcedColors: 'active' })

  for (const name of galleryPages) {
    test(`every state of ${name} has a word or a shape`, async ({ page, office }) => {
      await open(page, office.url, name)
      expect(await complaints(page)).toEqual([])
    })
  }
})

test.describe('reduced motion', () => {
  test.use({ reducedMotion: 'reduce' } as object)

  test('nothing moves', async ({ page, office }) => {
    await open(page, office.url, 'parts')
    const longest = await page.evaluate(() => Math.max(...document.getAnimations().map((one) => Number(one.effect?.getComputedTiming().endTime ?? 0)), 0))
    expect(longest).toBeLessThanOrEqual(20)
  })
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

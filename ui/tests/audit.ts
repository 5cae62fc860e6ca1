import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong, as rule and place. */
export async function complaints(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const results = await page.evaluate(() => {
    const { axe } = globalThis as unknown as { axe: { run: (where: Document, how: object) => Promise<AxeResults> } }
    return axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  })
  return results.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`))
}

/** Whether the page, or what scrolls in its middle, is wider than its place. */
export const isTooWide = (page: Page): Promise<boolean> => page.evaluate(() =>
  [document.documentElement, ...document.querySelectorAll('main > section, .gallery, .page')].some((one) => one.scrollWidth > one.clientWidth),
)

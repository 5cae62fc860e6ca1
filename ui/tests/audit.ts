import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong, as rule and place, once nothing is pale because it is of an earlier letter. */
export async function complaints(page: Page): Promise<string[]> {
  await expect(page.locator('[role=listbox][aria-busy=true], [aria-live][aria-busy=true]')).toHaveCount(0)
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

/** What can be pressed but lies under something else even when it is scrolled to, as itself and what lies over it; where something lies over the page, only of that and of the calls above it. */
export const covered = (page: Page): Promise<string[]> => page.evaluate(() => {
  const name = (one: Element | null) => (one ? `<${one.tagName.toLowerCase()} class="${one.getAttribute('class') ?? ''}"> ${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 40)}` : 'nothing')
  const lies = [...document.querySelectorAll('[role=dialog], .drawer')].some((one) => getComputedStyle(one).position === 'fixed')
  const all = [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, [role=option]')]
  const meant = all.filter((one) => (!lies || one.closest('[role=dialog], .drawer, .calls')) && one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.tabIndex >= 0 && !one.matches(':disabled, .sr-only'))
  return meant.flatMap((one) => {
    one.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
    const { left, top, width, height } = one.getBoundingClientRect()
    if (width < 2 || height < 2) return []
    const over = document.elementFromPoint(left + width / 2, top + height / 2)
    return over && (one.contains(over) || over.contains(one) || over.closest('label')?.contains(one)) ? [] : [`${name(one)} is under ${name(over)}`]
  })
})

import { test as base, expect, type Page } from '@playwright/test'
import { Office } from './bridge'
import { harbour, type Cast } from './cast'

type Stories = { office: Office; cast: Cast; page: Page }

/** A story: an office of its own, its people, and the window open on it. Whatever the page complains of fails the story. */
export const test = base.extend<Stories>({
  office: async ({}, use) => {
    const office = await Office.open()
    await use(office)
    await office.close()
  },
  cast: async ({ office }, use) => use(await harbour(office)),
  // The office is named so that it closes after the page, which would complain of it.
  page: async ({ page, office }, use) => {
    expect(office.url).toContain('127.0.0.1')
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      // A refusal is an answer, which the browser reports as a failed request.
      if (message.type() === 'error' && !message.text().includes('400 (Bad Request)')) complaints.push(message.text())
    })
    await use(page)
    expect(complaints, 'the page complained').toEqual([])
  },
})

export { expect }

/** Opens the window and waits for Today. */
export async function openToday(page: Page, office: Office): Promise<void> {
  await page.goto(office.url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('listbox', { name: 'Promises by due time' })).toBeVisible()
}

/** Finds somebody by the one box and opens them. */
export async function openCustomer(page: Page, typed: string, name: string): Promise<void> {
  // Keys are heard once there is something to see.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type(typed)
  await expect(page.getByRole('option', { name }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** The calls of that name the page makes from now on, with their arguments. */
export function calls(page: Page, name: string): object[] {
  const made: object[] = []
  page.on('request', (request) => {
    const body = request.url().endsWith('/call') ? (request.postDataJSON() as { name: string; args: object }) : undefined
    if (body?.name === name) made.push(body.args)
  })
  return made
}

/** What somebody else does at their own desk: this window reads nothing while they are signed in, only what came of it. */
export async function elsewhere(page: Page, office: Office, member: string, act: () => Promise<unknown>): Promise<void> {
  const { member: here } = await office.call<{ member: { name: string } }>('state')
  let back = () => {}
  const isBack = new Promise<void>((done) => { back = done })
  await page.route('**/call', async (route) => {
    await isBack
    await route.fallback()
  })
  await office.call('sign_in', { member })
  await act()
  await office.call('sign_in', { member: here.name })
  back()
}

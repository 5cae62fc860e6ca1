import type { Page } from '@playwright/test'
import type { PromiseRow, Reminder } from '../src/api/wire'
import { bellStands } from './answering'
import type { Office } from './bridge'
import { expect, openToday, test } from './story'

const list = (page: Page) => page.getByRole('listbox', { name: 'Promises by due time' })
const group = (page: Page, name: string | RegExp) => list(page).getByRole('group', { name })
const row = (page: Page, text: string) => list(page).getByRole('option', { name: new RegExp(text) }).first()
const banners = (page: Page) => page.getByRole('region', { name: 'Due now' })
const shown = (office: Office, id: string) => office.call<PromiseRow>('promise_show', { id })
const state = async (office: Office, id: string) => (await office.call<Reminder>('reminder_show', { id })).state

test.describe('at the return', () => {
  test('what fell due while Kept was closed is listed first, in order, with when it was due', async ({ page, office, cast }) => {
    await office.at('2026-11-21T18:00:00.000Z')
    await openToday(page, office)
    const missed = group(page, /^While Kept was closed or paused, 5 fell due$/)
    await expect(missed.getByRole('option')).toHaveCount(5)
    const order = await missed.getByRole('option').locator('time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''))
    expect(order).toEqual(order.toSorted())
    await expect(missed.getByRole('option').first()).toContainText('was due Fri 17:00')
    await expect(missed.getByRole('option', { name: /Ana Sousa/ })).toContainText('was due 15:10')
    await expect(page.getByText('5 late', { exact: true }).first()).toBeVisible()
    expect(cast.quote).toBeTruthy()
  })

  test('opening one is an answer: its reminder ends, and it stays late', async ({ page, office, cast }) => {
    await openToday(page, office)
    expect(await state(office, cast.mats)).not.toBe('seen')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Carl Lindgren' })).toBeVisible()
    await expect.poll(() => state(office, cast.mats)).toBe('seen')
    await page.keyboard.press('q')
    const first = page.getByRole('option', { selected: true })
    await expect(first).toContainText('Floor mats fitted')
    await expect(first).toBeFocused()
    await expect(first.getByRole('button', { name: 'Seen' })).toHaveCount(0)
    expect(await shown(office, cast.mats)).toMatchObject({ state: 'open', late: true })
  })

  test('choosing a row is no answer yet', async ({ page, office, cast }) => {
    await openToday(page, office)
    await page.keyboard.press('ArrowDown')
    await row(page, 'Floor mats').click()
    await expect(page.getByRole('heading', { name: 'Open Carl Lindgren' }).or(page.getByRole('button', { name: 'Open Carl Lindgren' })).first()).toBeVisible()
    expect(await state(office, cast.mats)).not.toBe('seen')
  })
})

test.describe('what is due', () => {
  test('is answered by one key, and Ctrl Z says why that stands', async ({ page, office, cast }) => {
    await openToday(page, office)
    await page.keyboard.press('f')
    await expect(page.getByText('Seen. No more reminders of this time; it stays in the list until it is kept.')).toBeVisible()
    await expect(page.getByRole('option', { selected: true })).toContainText('Greta Hale')
    expect(await state(office, cast.mats)).toBe('seen')
    expect(await shown(office, cast.mats)).toMatchObject({ state: 'open', late: true })
    await page.keyboard.press('Control+z')
    await expect(page.getByText('Who has seen a reminder cannot unsee it. Snooze it to be reminded again.')).toBeVisible()
  })

  test('is amber for everybody once it was told again, and no longer when somebody answers', async ({ page, office, cast }) => {
    await openToday(page, office)
    await office.at('2026-11-21T15:10:00.000Z')
    await expect(banners(page).getByRole('article', { name: /^Ana Sousa, 15:10/ })).toBeVisible()
    await expect(row(page, 'Ana Sousa')).not.toContainText('told again')
    await office.at('2026-11-21T15:15:00.000Z')
    await expect.poll(async () => (await shown(office, cast.quote)).waiting?.step).toBe('again')
    await office.call('sign_in', { member: 'Dan Ortiz' })
    await page.reload()
    await page.getByText('Everyone', { exact: true }).click()
    await expect(row(page, 'Ana Sousa')).toContainText('told again')
    await row(page, 'Ana Sousa').click()
    await page.keyboard.press('f')
    await expect(row(page, 'Ana Sousa')).not.toContainText('told again')
  })

  test('is not answered by a page that was left open before it fell due', async ({ page, office, cast }) => {
    await openToday(page, office)
    const opened = page.waitForResponse((answer) => (answer.request().postData() ?? '').includes('"reminder_seen"'))
    await row(page, 'Ana Sousa').dblclick()
    await expect(page.getByRole('heading', { level: 1, name: 'Ana Sousa' })).toBeVisible()
    await opened
    await office.at('2026-11-21T15:10:30.000Z')
    await expect(banners(page).getByRole('article', { name: /^Ana Sousa, 15:10/ })).toBeVisible()
    await office.contact(cast.ana, { contact: 'note', text: 'Somebody wrote meanwhile.' })
    await expect(page.getByText('Somebody wrote meanwhile.')).toBeVisible()
    expect(await state(office, cast.quote)).toBe('shown')
  })
})

test.describe('a snooze', () => {
  test('says its end, never hides late, and can be taken back', async ({ page, office, cast }) => {
    await openToday(page, office)
    await page.keyboard.press('s')
    await expect(page.getByText('It is quiet until then. The due time stays, and late stays late.')).toBeVisible()
    await page.getByRole('button', { name: 'In 10 min' }).click()
    await expect(page.getByText('Quiet until 15:14. The due time stays.')).toBeVisible()
    await expect(row(page, 'Floor mats')).toContainText('quiet until 15:14')
    expect(await shown(office, cast.mats)).toMatchObject({ late: true, due_at: '2026-11-20T17:00:00.000Z' })
    await page.keyboard.press('Control+z')
    await expect(page.getByText('Taken back.')).toBeVisible()
    await expect(row(page, 'Floor mats')).not.toContainText('quiet until')
  })

  test('goes to tomorrow’s opening, or to the next one where tomorrow is closed, and says when that is', async ({ page, office, cast }) => {
    await office.call('office_change', { hours: 'mon-fri 08:30-18:00; sat 09:00-17:00' })
    await openToday(page, office)
    await page.keyboard.press('s')
    await page.getByRole('button', { name: 'At the next opening Mon 08:30' }).click()
    await expect(page.getByText('Quiet until Mon 08:30. The due time stays.')).toBeVisible()
    expect(await shown(office, cast.mats)).toMatchObject({ snoozed_until: '2026-11-23T08:30:00.000Z' })
  })

  test('takes any typed time, echoed first', async ({ page, office, cast }) => {
    await openToday(page, office)
    await page.keyboard.press('s')
    await page.getByRole('textbox', { name: 'Or type when' }).fill('mon 11:15')
    await expect(page.getByText(/Monday 23 November, 11:15/)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Quiet until Mon 11:15. The due time stays.')).toBeVisible()
    expect(await shown(office, cast.mats)).toMatchObject({ snoozed_until: '2026-11-23T11:15:00.000Z' })
  })

  test('for the third time tells the managers, and says so before and after', async ({ page, office, cast }) => {
    for (const until of ['in 10 min', 'in 20 min']) await office.call('promise_snooze', { id: cast.mats, until })
    await openToday(page, office)
    await row(page, 'Floor mats').dblclick()
    await expect(page.getByText('22 h late').first()).toBeVisible()
    await expect(page.getByText('quiet until 15:24').first()).toBeVisible()
    await page.keyboard.press('s')
    await expect(page.getByText('This is the third time: the managers are told.')).toBeVisible()
    await page.keyboard.press('2')
    await expect(page.getByText('Quiet until 16:04. It was put off a third time, so the managers are told.')).toBeVisible()
    await expect(page.getByRole('article').filter({ hasText: /Reminder passed on to Ruth Keller:/ }).first()).toBeVisible()
  })
})

test.describe('without a next step', () => {
  test('its three groups offer their action, to the owner and to managers alone', async ({ page, office, cast }) => {
    await office.promise(cast.kane, { text: 'Whether it can be had in blue', due: '2026-11-21T15:06:00Z', tentative: true, owner: 'Dan Ortiz' })
    await office.at('2026-11-23T09:00:00.000Z')
    await openToday(page, office)
    const undecided = group(page, /Decision hour passed/)
    await expect(undecided.getByRole('option', { name: /in blue/ })).toContainText('Dan Ortiz')
    await expect(undecided.getByRole('option', { name: /in blue/ })).toContainText('Decide')
    await expect(group(page, /Not tried yet, due within a working day/).getByRole('option', { name: /Heated seats/ })).toContainText('Call')
    await expect(group(page, /No word from us for 3 days/).getByRole('option').first()).toContainText('Call')
    await undecided.getByRole('option', { name: /in blue/ }).getByText('Decide').click()
    await expect(page.getByRole('form', { name: 'When instead?' })).toBeVisible()
    await office.call('sign_in', { member: 'Dan Ortiz' })
    await page.reload()
    await expect(group(page, /Decision hour passed/).getByRole('option')).toHaveCount(1)
    await page.getByText('Everyone', { exact: true }).click()
    await expect(list(page).getByRole('option', { name: /Greta Hale/ }).first()).toBeVisible()
    await expect(group(page, /No word from us/).getByRole('option', { name: /Greta Hale/ })).toHaveCount(0)
  })
})

test.describe('a banner', () => {
  test('of one promise opens it, which is an answer, and one of several leads to the list', async ({ page, office, cast }) => {
    await openToday(page, office)
    await page.keyboard.press('u')
    await office.promise(cast.greta, { text: 'One', due: '2026-11-21T15:20:00Z' })
    await office.promise(cast.kane, { text: 'Two', due: '2026-11-21T15:20:00Z' })
    await office.at('2026-11-21T15:10:00.000Z')
    await banners(page).getByRole('article', { name: /^Ana Sousa/ }).getByRole('button', { name: 'Open' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Ana Sousa' })).toBeVisible()
    await expect.poll(() => state(office, cast.quote)).toBe('seen')
    await office.at('2026-11-21T15:20:00.000Z')
    const several = banners(page).getByRole('article', { name: /^2 promises are due/ })
    await several.getByRole('button', { name: 'Show Today' }).click()
    await expect(page.getByRole('option', { selected: true })).toContainText('One')
  })

  test('puts off, keeps and sees', async ({ page, office, cast }) => {
    await openToday(page, office)
    await office.at('2026-11-21T15:10:00.000Z')
    const due = banners(page).getByRole('article', { name: /^Ana Sousa/ })
    await due.getByRole('button', { name: 'In 10 min' }).click()
    await expect(page.getByText('Quiet until 15:20. The due time stays.')).toBeVisible()
    await office.at('2026-11-21T15:20:00.000Z')
    await due.getByRole('button', { name: 'Seen' }).click()
    await expect.poll(() => state(office, cast.quote)).toBe('seen')
    await expect(due).toHaveCount(0)
    await office.at('2026-11-21T16:30:00.000Z')
    await banners(page).getByRole('article', { name: /Call with bumper date/ }).getByRole('button', { name: 'Kept', exact: true }).click()
    await expect(page.getByText('Kept.', { exact: true })).toBeVisible()
  })

  test('goes when it was answered elsewhere', async ({ page, office, cast }) => {
    await openToday(page, office)
    await office.at('2026-11-21T15:10:00.000Z')
    const due = banners(page).getByRole('article', { name: /^Ana Sousa/ })
    await expect(due).toBeVisible()
    await office.call('reminder_seen', { ids: [cast.quote] })
    await expect(due).toHaveCount(0)
  })

  test('is one of three at most, with the count of the others, said politely', async ({ page, office, cast }) => {
    expect(cast.carl).toBeTruthy()
    await openToday(page, office)
    const notice = (n: number) => ({ key: `n${n}`, kind: 'due' as const, title: `Notice ${n}`, body: '', promises: [], customer: null, to: 'Amy Reyes' })
    await office.tell('bell', { notices: [1, 2, 3, 4, 5].map(notice) })
    await expect(banners(page).getByRole('article', { name: /^Notice/ })).toHaveCount(3)
    await expect(banners(page).getByRole('article', { name: '2 more reminders' })).toBeVisible()
    await expect(banners(page)).toHaveAttribute('aria-live', 'polite')
    await page.setViewportSize({ width: 900, height: 600 })
    await expect(banners(page).getByRole('article', { name: /^Notice/ })).toHaveCount(1)
    await banners(page).getByRole('button', { name: 'Show Today' }).first().click()
    await expect(banners(page).getByRole('article')).toHaveCount(0)
  })
})

test.describe('the bell itself', () => {
  test('that stands still says so on every screen', async ({ page, office, cast }) => {
    expect(cast.carl).toBeTruthy()
    await bellStands(page, { stuck: true, looked_at: '2026-11-21T14:02:00.000Z' })
    await openToday(page, office)
    const said = page.getByText('Reminders have not run since 14:02. Restart Kept.')
    for (const key of ['u', 'Control+,', 'q']) {
      await page.keyboard.press(key)
      await expect(said).toBeVisible()
    }
  })

  test('that is paused says until when, and rings again at once', async ({ page, office, cast }) => {
    expect(cast.carl).toBeTruthy()
    const { until } = await office.call<{ until: string }>('reminders_pause', { until: 'in 30 min' })
    const stands = await bellStands(page, { paused_until: until })
    await openToday(page, office)
    await page.keyboard.press('u')
    await expect(page.getByText('Reminders are paused until 15:34.')).toBeVisible()
    stands({})
    await page.getByRole('button', { name: 'Resume' }).click()
    await expect(page.getByText('Reminders are on again.')).toBeVisible()
    await expect(page.getByText('Reminders are paused until 15:34.')).toHaveCount(0)
    expect(await office.call('reminders_pause', { until: null })).toEqual({ until: null })
  })

  test('without a desktop to go to says so once, and what to do', async ({ page, office, cast }) => {
    expect(cast.carl).toBeTruthy()
    await bellStands(page, { service: 'none' })
    await openToday(page, office)
    const said = page.getByText('No notifications on this computer: Kept says it here.')
    await page.getByRole('button', { name: 'What to do' }).click()
    await expect(page.getByRole('heading', { level: 2, name: 'Reminders' })).toBeVisible()
    await page.getByRole('button', { name: 'Understood' }).click()
    await expect(said).toHaveCount(0)
    await page.reload()
    await expect(page.getByRole('listbox')).toBeVisible()
    await expect(said).toHaveCount(0)
  })

  test('in quiet hours says beside each row when it is told', async ({ page, office, cast }) => {
    expect(cast.carl).toBeTruthy()
    await bellStands(page, { quiet_until: '2026-11-23T08:00:00.000Z' })
    await openToday(page, office)
    await expect(row(page, 'Floor mats')).toContainText('told Mon 08:00, after quiet hours')
  })
})

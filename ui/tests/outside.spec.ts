import { calls, expect, openToday, test } from './story'

test.beforeEach(async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
})

test('closing says once what it means, and Enter agrees', async ({ page, office }) => {
  const stays = calls(page, 'stay')
  await office.tell('closing', { tray: true })
  const dialog = page.getByRole('dialog', { name: 'Kept keeps running' })
  await expect(dialog.getByText(/It waits in the tray/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  expect(stays).toEqual([{ window: false }])
})

test('where there is no tray, closing says what happens instead, and Escape keeps the window', async ({ page, office }) => {
  const stays = calls(page, 'stay')
  await office.tell('closing', { tray: false })
  await expect(page.getByText(/This desktop shows no tray/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(stays).toEqual([{ window: true }])
})

test('quitting says in one line what is due today, and lets one quit anyway', async ({ page, office }) => {
  const quits = calls(page, 'quit')
  await office.tell('leaving', { due: 3 })
  const dialog = page.getByRole('dialog', { name: 'Quit Kept?' })
  await expect(dialog.getByText('3 promises are late or due today, and nobody is reminded while Kept is closed.')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  expect(quits).toEqual([])
  await office.tell('leaving', { due: 1 })
  await dialog.getByRole('button', { name: 'Quit anyway' }).click()
  await expect.poll(() => quits).toEqual([{}])
})

test('with nothing due, quitting asks nothing', async ({ page, office }) => {
  const quits = calls(page, 'quit')
  await office.tell('leaving', { due: 0 })
  await expect.poll(() => quits).toEqual([{}])
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('the tray’s menu leads to its places', async ({ page, office }) => {
  await office.arrive({ kind: 'place', to: 'promise' })
  await expect(page.getByRole('dialog', { name: 'New promise' })).toBeVisible()
  await office.arrive({ kind: 'place', to: 'find' })
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('combobox', { name: /^Find people/ })).toBeFocused()
  await office.arrive({ kind: 'place', to: 'today' })
  await expect(page.getByRole('listbox', { name: 'Promises by due time' })).toBeVisible()
})

test('after a promise, starting with the computer is offered once', async ({ page, office, cast }) => {
  let state = { on: false, offered: false, possible: true }
  await page.route('**/call', async (route) => {
    const { name, args } = route.request().postDataJSON() as { name: string; args: { on?: boolean } }
    if (name === 'autostart_set') state = { ...state, on: args.on === true, offered: true }
    if (name.startsWith('autostart')) await route.fulfill({ json: state })
    else await route.continue()
  })
  await office.promise(cast.ana, { text: 'Send the papers', due: '2026-11-23T10:00:00Z' })
  const offer = page.getByRole('region', { name: 'Start with the computer' })
  await expect(offer.getByText('Start Kept with the computer?')).toBeVisible()
  await offer.getByRole('button', { name: 'No, thanks' }).click()
  await expect(offer).toBeHidden()
  await office.promise(cast.ana, { text: 'Send the invoice', due: '2026-11-23T11:00:00Z' })
  await expect(offer).toBeHidden()
  expect(state).toEqual({ on: false, offered: true, possible: true })
})

test('what cannot be fetched once is said, and the next call is shown', async ({ page, office, cast }) => {
  expect(cast.ana).toBeTruthy()
  await openToday(page, office)
  let refused = 0
  await page.route('**/call', async (route) => {
    const { name } = route.request().postDataJSON() as { name: string }
    if (name !== 'arrivals' || refused++ > 0) return route.fallback()
    return route.fulfill({ status: 400, contentType: 'application/json', body: JSON.stringify({ code: 'storage', message: 'The disk does not answer.', suggest: [] }) })
  })
  await office.arrive({ kind: 'call', text: '+12065550142' })
  await expect(page.getByText('The disk does not answer.')).toBeVisible()
  await office.arrive({ kind: 'call', text: '+351912345678' })
  await expect(page.getByRole('heading', { level: 1, name: 'Ana Sousa' })).toBeVisible()
})

import { readFileSync } from 'node:fs'
import { complaints } from './audit'
import { expect, openCustomer, openToday, test } from './story'

const card = { name: 'Incoming call' }

test.beforeEach(async ({ page, office, cast }) => {
  expect(cast.carl).toBeTruthy()
  await openToday(page, office)
})

test('a caller who is known is on the screen, ready to be written about', async ({ page, office }) => {
  await office.arrive({ kind: 'call', text: '+351912345678' })
  await expect(page.getByRole('heading', { level: 1, name: 'Ana Sousa' })).toBeVisible()
  await expect(page.getByText('Ana Sousa is calling from')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Before you say hello' })).toBeFocused()
  await expect(page.getByRole('region', card)).toBeHidden()
  await expect(page.getByRole('region', { name: 'Call with Ana Sousa' }).getByRole('timer')).toHaveText(/^\d:\d\d$/)
})

test('R1: the telephone rings, and 25 keys later the promise is made', async ({ page, office, cast }) => {
  await office.arrive({ kind: 'call', text: '+351912345678' })
  await expect(page.getByRole('region', { name: 'Before you say hello' })).toBeFocused()
  await page.keyboard.press('p')
  const line = 'mats+bumper thu 2p @dan'
  await page.keyboard.type(line)
  await expect(page.getByText('Dan Ortiz calls Ana Sousa about mats and bumper: Thursday 26 November, 14:00, in 5 days.')).toBeVisible()
  await page.keyboard.press('Enter')
  expect(1 + line.length + 1).toBeLessThanOrEqual(25)
  await expect(page.getByText('Dan Ortiz promised it for Thu 26 Nov 14:00.')).toBeVisible()
  const { promises } = await office.call<{ promises: { text: string; customer: string }[] }>('queue', { owner: 'Dan Ortiz' })
  expect(promises).toContainEqual(expect.objectContaining({ customer: cast.ana, text: 'mats+bumper' }))
})

test('one key writes down the call with its length and asks what was promised', async ({ page, office }) => {
  await office.arrive({ kind: 'call', text: '+351912345678' })
  const call = page.getByRole('region', { name: 'Call with Ana Sousa' })
  await expect(call.getByRole('timer')).toHaveText(/^\d:\d[1-9]$/)
  await page.keyboard.press('F4')
  await expect(call).toBeHidden()
  await expect(page.getByText(/^\d:\d\d min on the telephone\.$/)).toBeVisible()
  await expect(page.getByText(/incoming call/).first()).toBeVisible()
  await expect(page.getByLabel('What is promised')).toBeFocused()
})

for (const meanwhile of ['', 'Asked for leather seats']) {
  test(`what is promised after the call comes of it${meanwhile ? ', whose words were typed meanwhile' : ''}`, async ({ page, office, cast }) => {
    const made: unknown[] = []
    page.on('request', (request) => {
      const { name, args } = (request.postDataJSON() ?? {}) as { name?: string; args?: { of?: string } }
      if (name === 'promise_make') made.push(args?.of)
    })
    await office.arrive({ kind: 'call', text: '+351912345678' })
    await expect(page.getByRole('region', { name: 'Before you say hello' })).toBeFocused()
    if (meanwhile) {
      await page.keyboard.press('l')
      await expect(page.getByRole('textbox', { name: 'What was said' })).toBeFocused()
      await page.keyboard.type(meanwhile)
    }
    await page.keyboard.press('F4')
    await expect(page.getByLabel('What is promised')).toBeFocused()
    await page.keyboard.type('bumper thu 2p')
    await expect(page.getByText(/Thursday 26 November, 14:00/)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByText(/ promised it for Thu 26 Nov 14:00\.$/)).toBeVisible()
    await page.keyboard.press('p')
    await page.keyboard.type('mats fri 2p')
    await expect(page.getByText(/Friday 27 November, 14:00/)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByText(/ promised it for Fri 27 Nov 14:00\.$/)).toBeVisible()
    const { entries } = await office.call<{ entries: { id: string; kind: string }[] }>('timeline', { customer: cast.ana, limit: 9 })
    expect(made).toEqual([entries.find((entry) => entry.kind === 'contact_logged')?.id, undefined])
  })
}

test('what was written meanwhile is what the call is written down with', async ({ page, office }) => {
  await office.arrive({ kind: 'call', text: '/N:S /C:+351912345678 /T:O /I:4' })
  await expect(page.getByRole('region', { name: 'Before you say hello' })).toBeFocused()
  await page.keyboard.press('l')
  await expect(page.getByRole('textbox', { name: 'What was said' })).toBeFocused()
  await page.keyboard.type('Asked for the leather seats')
  await page.keyboard.press('F4')
  const entry = page.getByRole('article').filter({ hasText: 'Asked for the leather seats' })
  await expect(entry).toContainText(/\d:\d\d min on the telephone\./)
  await expect(entry).toContainText('outgoing call')
  await expect(page.getByRole('region', { name: 'Call to Ana Sousa' })).toBeHidden()
})

test('a call that is dialled here has its clock and one key, also where the telephone hands it over too', async ({ page, office, cast }) => {
  await openCustomer(page, '0142', 'Carl Lindgren')
  const dialled = page.waitForRequest((request) => (request.postData() ?? '').includes('"open_external"'))
  await page.getByRole('button', { name: /^Call .*0142/ }).click()
  await expect(page.getByRole('dialog', { name: 'Before you call Carl Lindgren' })).toBeVisible()
  await page.keyboard.press('a')
  await dialled
  const call = page.getByRole('region', { name: 'Call to Carl Lindgren' })
  await expect(call).toContainText('is being called')
  await expect(call.getByRole('timer')).toHaveText(/^0:0[2-9]$/)
  await page.keyboard.press('q')
  await office.arrive({ kind: 'call', text: '/N:S /C:+12065550142 /T:O /I:4' })
  await office.arrive({ kind: 'ended', text: '+12065550142' })
  await expect(call.getByRole('timer')).toHaveText(/^Ended, /)
  await expect(page.getByRole('timer')).toHaveCount(1)
  await expect(page.getByRole('listbox', { name: 'Promises by due time' }), 'whoever dialled looks where they want').toBeVisible()
  await page.reload()
  await expect(call.getByRole('timer')).toHaveText(/^Ended, /)
  await page.keyboard.press('F4')
  await expect(page.getByLabel('What is promised')).toBeFocused()
  const { entries } = await office.call<{ entries: unknown[] }>('timeline', { customer: cast.carl, limit: 1 })
  expect(entries).toMatchObject([{ kind: 'contact_logged', outcome: 'reached', direction: 'out' }])
})

test('that nobody answered a call is written down by one key, of one that was dialled alone', async ({ page, office, cast }) => {
  await office.arrive({ kind: 'call', text: '+351912345678' })
  const rings = page.getByRole('region', { name: 'Call with Ana Sousa' })
  await expect(rings.getByRole('button', { name: /^Log the call/ })).toBeVisible()
  await expect(rings.getByRole('button', { name: /^No answer/ })).toBeHidden()
  await openCustomer(page, 'kane', 'M. Kane')
  await page.getByRole('button', { name: /^Call .*0812/ }).click()
  const dials = page.getByRole('region', { name: 'Call to M. Kane' })
  await expect(dials.getByRole('button', { name: /^No answer/ })).toBeVisible()
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('Shift+F4')
  await expect(dials).toBeHidden()
  await expect(page.getByText('Written down.')).toBeVisible()
  const { entries } = await office.call<{ entries: unknown[] }>('timeline', { customer: cast.kane, limit: 1 })
  expect(entries).toMatchObject([{ kind: 'contact_logged', outcome: 'no_answer', direction: 'out' }])
  await page.keyboard.press('Shift+F4')
  await expect(rings).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('article').first().getByText('taken back')).toBeVisible()
})

test('the clock of a call about a promise is in its question, and stays after it is put away until the call is written down', async ({ page, office, cast }) => {
  await page.keyboard.press('c')
  await expect(page.getByRole('dialog', { name: 'Before you call Carl Lindgren' })).toBeVisible()
  await page.keyboard.press('a')
  const question = page.getByRole('form', { name: 'How did the call end?' })
  await expect(question.getByRole('timer')).toHaveText(/^0:0[1-9]$/)
  const handedOver = page.waitForResponse((answer) => (answer.request().postData() ?? '').includes('"caller"'))
  await office.arrive({ kind: 'call', text: '/N:S /C:+12065550142 /T:O /I:4' })
  await handedOver
  await expect(page.getByRole('timer')).toHaveCount(1)
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  const call = page.getByRole('region', { name: 'Call to Carl Lindgren' })
  await expect(call.getByRole('timer')).toHaveText(/^0:0[1-9]$/)
  await expect(page.getByRole('option', { selected: true })).toBeFocused()
  await page.keyboard.press('5')
  await expect(page.getByRole('textbox', { name: 'What showed it was kept?' })).toBeFocused()
  await expect(page.getByRole('timer')).toHaveCount(0)
  const { entries } = await office.call<{ entries: { text: string }[] }>('timeline', { customer: cast.carl, limit: 1 })
  expect(entries[0]?.text).toMatch(/^0:0[1-9] min on the telephone\.$/)
})

test('a call that has ended stays, with its length, until it is written down or put away', async ({ page, office }) => {
  await office.arrive({ kind: 'call', text: '+351912345678' })
  const call = page.getByRole('region', { name: 'Call with Ana Sousa' })
  await expect(call.getByRole('timer')).toHaveText(/^\d:\d[1-9]$/)
  await office.arrive({ kind: 'ended', text: '00351912345678' })
  await office.arrive({ kind: 'ended', text: '351 912 345 678' })
  await office.arrive({ kind: 'ended', text: '+351912345678' })
  await expect(call.getByRole('timer')).toHaveText(/^Ended, \d:\d\d$/)
  await page.reload()
  await expect(call.getByRole('timer')).toHaveText(/^Ended, \d:\d\d$/)
  await call.getByRole('button', { name: 'Put the call away' }).click()
  await expect(call).toBeHidden()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(call).toBeHidden()
})

test('a call that is over before it is known who called is over', async ({ page, office }) => {
  let known = () => {}
  const isKnown = new Promise<void>((done) => { known = done })
  let asked = 0
  await page.route('**/call', async (route) => {
    if ((route.request().postData() ?? '').includes('"caller"') && ++asked === 1) await isKnown
    await route.fallback()
  })
  await office.arrive({ kind: 'call', text: '+351912345678' })
  await office.arrive({ kind: 'ended', text: '+351912345678' })
  await expect.poll(() => asked).toBe(1)
  known()
  await expect(page.getByRole('region', { name: 'Call with Ana Sousa' }).getByRole('timer')).toHaveText(/^Ended, \d:\d\d$/)
})

test('several calls at once stand beside each other, and one that rings twice is one', async ({ page, office }) => {
  await page.keyboard.press('d')
  await page.getByRole('textbox', { name: 'What showed it was kept?' }).pressSequentially('He came')
  for (const text of ['+351912345678', '+351912345678', '', '+12065550177']) await office.arrive({ kind: 'call', text })
  const calls = page.getByRole('region', card)
  await expect(calls).toHaveCount(3)
  await expect(calls.getByRole('heading')).toHaveText(['Call from +1 206 555 0177', 'Private caller', 'Call from +351 912 345 678'])
})

test('the name that a telephone tells is text, and said to be only told', async ({ page, office }) => {
  await office.arrive({ kind: 'call', text: '"<img src=x onerror=alert(1)>" <sip:+442079460999@evil.example>' })
  await expect(page.getByText('The telephone says “<img src=x onerror=alert(1)>”.')).toBeVisible()
  await expect(page.locator('img')).toHaveCount(0)
})

test('of several with one number nobody is guessed', async ({ page, office }) => {
  await office.customer('Maja Lindgren', { phones: [{ typed: '(206) 555-0142' }] })
  await office.arrive({ kind: 'call', text: '206 555 0142' })
  const call = page.getByRole('region', card)
  await expect(call.getByRole('heading', { name: 'Call from +1 206 555 0142' })).toBeVisible()
  await expect(call.getByText('2 customers have this number.')).toBeVisible()
  await expect(call.getByRole('button', { name: /Maja Lindgren/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(call.getByRole('button', { name: /Carl Lindgren/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Carl Lindgren' })).toBeVisible()
  await expect(call).toBeHidden()
})

test('a stranger becomes a new customer with the number filled in', async ({ page, office }) => {
  await office.arrive({ kind: 'call', text: '+44 20 7946 0999' })
  const dialog = page.getByRole('dialog', { name: 'Add customer' })
  await expect(dialog.getByLabel('Phone number').first()).toHaveValue('+442079460999')
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Tom Adler')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Tom Adler' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Call with Tom Adler' })).toBeVisible()
  // Until that call ends it would be the same one.
  await office.arrive({ kind: 'ended', text: '+442079460999' })
  await office.arrive({ kind: 'call', text: '+442079460999' })
  await expect(page.getByText('Tom Adler is calling from')).toBeVisible()
})

test('a call that is handed over again when it is answered is still the same call', async ({ page, office }) => {
  await office.customer('Maja Lindgren', { phones: [{ typed: '(206) 555-0142' }] })
  await office.arrive({ kind: 'call', text: '/N:S /C:+12065550142' })
  await page.getByRole('region', card).getByRole('button', { name: /Maja Lindgren/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Maja Lindgren' })).toBeVisible()
  const call = page.getByRole('region', { name: 'Call with Maja Lindgren' })
  await page.keyboard.press('q')
  await expect(call.getByRole('timer')).toHaveText(/^0:(0[2-9]|[1-5]\d)$/)
  await office.arrive({ kind: 'call', text: '/N:C /C:+12065550142' })
  // What arrives is taken one after the other: once this is here, that was taken.
  await office.arrive({ kind: 'ended', text: '+12065550142' })
  await expect(call.getByRole('timer')).toHaveText(/^Ended, 0:(0[2-9]|[1-5]\d)$/)
  await expect(page.getByRole('region', card)).toHaveCount(0)
  await expect(page.getByRole('listbox', { name: 'Promises by due time' })).toBeVisible()
})

test('who is handed over again is shown again, in the same call', async ({ page, office }) => {
  await office.customer('Vera Holm', { phones: [{ typed: '+44 20 7946 0777' }] })
  await office.arrive({ kind: 'call', text: '+442079460777' })
  await expect(page.getByRole('heading', { level: 1, name: 'Vera Holm' })).toBeVisible()
  const call = page.getByRole('region', { name: 'Call with Vera Holm' })
  await page.keyboard.press('q')
  await expect(page.getByRole('listbox', { name: 'Promises by due time' })).toBeVisible()
  await expect(call.getByRole('timer')).toHaveText(/^0:(0[3-9]|[1-5]\d)$/)
  await office.arrive({ kind: 'call', text: '+442079460777' })
  await expect(page.getByRole('heading', { level: 1, name: 'Vera Holm' })).toBeVisible()
  await expect(call).toHaveCount(1)
  await expect(call.getByRole('timer')).toHaveText(/^0:(0[3-9]|[1-5]\d)$/)
})

test('a stranger whose call is answered while they are written down is the one of that call', async ({ page, office }) => {
  await office.arrive({ kind: 'call', text: '/N:S /C:+442079460999' })
  const dialog = page.getByRole('dialog', { name: 'Add customer' })
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Tom Adler')
  await expect(page.getByRole('region', card).getByRole('timer')).toHaveText(/^0:(0[2-9]|[1-5]\d)$/)
  await office.arrive({ kind: 'call', text: '/N:C /C:+442079460999' })
  await office.arrive({ kind: 'ended', text: '+442079460999' })
  await expect(page.getByRole('region', card).getByRole('timer')).toHaveText(/^Ended/)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: 'Call with Tom Adler' }).getByRole('timer')).toHaveText(/^Ended, 0:(0[2-9]|[1-5]\d)$/)
})

test('a number without its area code is offered as a perhaps, and not opened', async ({ page, office }) => {
  await office.customer('Local Larry', { phones: [{ typed: '555-0177' }] })
  await office.arrive({ kind: 'call', text: '+12065550177' })
  const call = page.getByRole('region', card)
  await expect(call.getByText('Perhaps, by the last digits of a number:')).toBeVisible()
  await expect(call.getByText('same last 7 digits')).toBeVisible()
  await expect(call.getByRole('button', { name: 'New customer' })).toBeVisible()
})

test('who withholds the number is a private caller', async ({ page, office }) => {
  for (const text of ['', 'anonymous', '%CallerNumber%', '\u202e\u200f']) {
    await office.arrive({ kind: 'call', text })
    await expect(page.getByRole('region', card).getByRole('heading', { name: 'Private caller' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('region', card)).toBeHidden()
  }
  await office.arrive({ kind: 'call', text: '1'.repeat(10_000) })
  await expect(page.getByRole('region', card).getByRole('heading', { name: 'Somebody is calling' })).toBeVisible()
  await page.getByRole('button', { name: 'Find a customer' }).click()
  await expect(page.getByRole('combobox', { name: /^Find people/ })).toBeFocused()
})

test('a call takes no sentence out of anybody’s hands', async ({ page, office }) => {
  await page.keyboard.press('d')
  const field = page.getByRole('textbox', { name: 'What showed it was kept?' })
  await field.pressSequentially('He drove o')
  await office.arrive({ kind: 'call', text: '+351912345678' })
  const call = page.getByRole('region', card)
  await expect(call.getByRole('button', { name: /Ana Sousa/ })).toBeVisible()
  await expect(field).toBeFocused()
  await field.pressSequentially('ff')
  await expect(field).toHaveValue('He drove off')
  await page.keyboard.press('F2')
  await expect(call.getByRole('button', { name: /Ana Sousa/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Ana Sousa' })).toBeVisible()
})

test('a call is answered from within a dialog, which keeps what was typed', async ({ page, office }) => {
  await page.keyboard.press('p')
  await page.getByRole('dialog').getByLabel('What is promised').fill('Leather se')
  await office.arrive({ kind: 'call', text: '+351912345678' })
  const caller = page.getByRole('region', card).getByRole('button', { name: /Ana Sousa/ })
  await expect(caller).toBeVisible()
  await page.keyboard.press('F2')
  await expect(caller).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Ana Sousa' })).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await page.keyboard.press('p')
  await expect(page.getByRole('dialog').getByLabel('What is promised')).toHaveValue('Leather se')
})

for (const [width, height] of [[1360, 860], [900, 600], [320, 640]] as const) {
  test(`a call lies over nothing at ${width} by ${height}`, async ({ page, office }) => {
    await page.setViewportSize({ width, height })
    await office.arrive({ kind: 'call', text: '+351912345678' })
    const call = page.getByRole('region', { name: 'Call with Ana Sousa' })
    await expect(call).toContainText('is calling')
    await expect(call).toContainText('+351 912 345 678')
    const end = await call.evaluate((at) => at.getBoundingClientRect().bottom)
    const begin = await page.getByRole('heading', { level: 1 }).evaluate((at) => at.getBoundingClientRect().top)
    expect(begin).toBeGreaterThanOrEqual(end)
    await office.arrive({ kind: 'call', text: '+442079460999' })
    const dialog = page.getByRole('dialog', { name: 'Add customer' })
    await expect(dialog).toBeVisible()
    const calls = page.getByRole('region', { name: /^(Incoming call: .*|Call with Ana Sousa)$/ })
    await expect(calls).toHaveCount(2)
    await expect.poll(async () => {
      const over = await page.locator('.calls').boundingBox()
      return ((await dialog.boundingBox())?.y ?? 0) - (over?.height ?? Infinity)
    }).toBeGreaterThanOrEqual(0)
  })
}

test('whatever a telephone hands over is shown as text or as a number', async ({ page, office }) => {
  const naughty = JSON.parse(readFileSync(new URL('../../tests/fixtures/hostile/blns.json', import.meta.url), 'utf8')) as string[]
  const markup = naughty.filter((text) => text.includes('<') || text.startsWith('-') || text.includes('..'))
  expect(markup.length).toBeGreaterThan(100)
  for (const text of markup.slice(0, 120)) await office.arrive({ kind: 'call', text })
  for (const title of await page.getByRole('region', card).getByRole('heading').allTextContents()) expect(title).toMatch(/^(Private caller|Somebody is calling|Call from [-\d +.()/#*,;]+)$/)
  await expect(page.locator('img, iframe, svg script')).toHaveCount(0)
})

test('a link opens its customer, and one that leads nowhere says so', async ({ page, office, cast }) => {
  await office.arrive({ kind: 'customer', id: cast.greta })
  await expect(page.getByRole('heading', { level: 1, name: 'Greta Hale' })).toBeVisible()
  await office.arrive({ kind: 'customer', id: '01930f6e-7c2a-7b3d-8c4d-5e6f708192a3' })
  await expect(page.getByText('This customer was taken back or is not here any more.')).toBeVisible()
})

import { beforeEach, describe, expect, it } from 'vitest'
import type { Captured, Found, Hit } from '../api/wire'
import { Find } from './find.svelte'
import { groupsOf, halfTyped } from './rows'

const answers: ((found: Found) => void)[] = []
const slowly = () => new Promise<Found>((answer) => answers.push(answer))
const found = (...names: string[]) => ({ hits: names.map((name) => ({ id: name, name, phones: [], emails: [], related: [] })), total: names.length }) as unknown as Found
const note = (text: string): Captured => ({ promise: null, note: text, problems: [], echo: null })
const promised: Captured = {
  promise: { text: 'call back', owner: 'Dan Ortiz', due_at: '2026-11-22T10:00:00.000Z', due_local: '2026-11-22T10:00:00', zone: 'Europe/London' },
  note: '', problems: [], echo: {
    owner: 'Dan Ortiz', text: 'call back', weekday: 'Sunday', date: '22 November', time: '10:00', distance: 'tomorrow',
    when: 'Sunday 22 November, 10:00, tomorrow', said: 'Dan Ortiz calls back: Sunday 22 November, 10:00, tomorrow.',
    note: null,
  },
}

/** A box over a desk where a line is what `capture` says and what is half-typed lies in `kept`. */
function box(capture: (text: string) => Captured = note, kept: Record<string, unknown> = {}, customer?: { id: string; name: string }) {
  return new Find({
    people: slowly, capture: (text) => Promise.resolve(capture(text)), offered: () => ['today', 'promise'], customer: () => customer, draft: () => 'line',
    drafts: { kept: Object.keys(kept), read: (key) => kept[key], follow: () => () => undefined },
  })
}

async function typed(find: Find, query: string, ...names: string[]): Promise<void> {
  find.query = query
  find.show()
  answers.at(-1)?.(found(...names))
  await find.answered
}

const shown = (find: Find) => find.rows.map((row) => (row.is === 'person' ? row.hit.name : row.is === 'action' ? row.name : row.is))

describe('the one box', () => {
  beforeEach(() => { answers.length = 0 })

  it('shows what the last letter found, in whatever order the answers come', async () => {
    const find = box()
    find.query = 'c'
    find.show()
    find.query = 'ca'
    find.show()
    answers[1]?.(found('Carl'))
    answers[0]?.(found('Chloe'))
    await find.answered
    expect(find.hits.map((hit) => hit.name)).toEqual(['Carl'])
  })

  it('says what its rows are of, also while a newer letter is answered', async () => {
    const find = box()
    await typed(find, '', 'Ana', 'Ben')
    find.query = '0142'
    find.show()
    expect([find.groups[0]?.title, find.groups.some((group) => group.rows.some((row) => row.is === 'new'))]).toEqual(['Dealt with last', false])
    answers.at(-1)?.(found('Carl'))
    await find.answered
    expect([find.groups[0]?.title, shown(find)]).toEqual(['Who has this number', ['Carl', 'new']])
  })

  it('is answered only once the rows are those of what is typed', async () => {
    const find = box()
    find.query = '014'
    find.show()
    answers[0]?.(found('Greta'))
    await find.answered
    find.query = '0142'
    find.show()
    let opened: string | undefined
    const enter = find.answered.then(() => { opened = find.hits[find.active]?.name })
    expect([opened, find.isStale]).toEqual([undefined, true])
    answers[1]?.(found('Carl'))
    await enter
    expect([opened, find.isStale]).toEqual(['Carl', false])
  })

  it('is answered to whoever waits by what was typed last', async () => {
    const find = box()
    find.query = '014'
    find.show()
    let opened: string | undefined
    const enter = find.answered.then(() => { opened = find.hits[find.active]?.name })
    find.query = '0142'
    find.ask()
    answers[0]?.(found('Greta'))
    await Promise.resolve()
    answers[1]?.(found('Carl'))
    await enter
    expect(opened).toBe('Carl')
  })

  it('moves over the rows of what is typed, not over those of an earlier letter', async () => {
    const find = box()
    await typed(find, '', 'Anna', 'Ben', 'Chloe')
    find.query = 'to'
    find.show()
    const moved = find.step(1)
    answers.at(-1)?.(found('Tom', 'Tove'))
    await moved
    expect(find.rows[find.active]).toMatchObject({ is: 'person', hit: { name: 'Tove' } })
  })

  it('goes round from the last row to the first', async () => {
    const find = box()
    await typed(find, 'carl', 'Carl')
    expect(shown(find)).toEqual(['Carl', 'new'])
    await find.step(-1)
    expect(find.active).toBe(1)
    await find.step(1)
    expect(find.active).toBe(0)
  })

  it('before anything is typed shows who was dealt with last, then what can be done', async () => {
    const find = box()
    await typed(find, '', 'Carl', 'Greta')
    expect(shown(find)).toEqual(['Carl', 'Greta', 'promise', 'today'])
  })

  it('has people before actions, and an action by the beginning of its words', async () => {
    const find = box()
    await typed(find, 'pro', 'Prosper')
    expect(shown(find)).toEqual(['Prosper', 'promise', 'new'])
    await typed(find, 'new pro')
    expect(shown(find)).toEqual(['promise', 'new'])
    await typed(find, 'zzz')
    expect(shown(find)).toEqual(['new'])
  })

  it('takes digits for a caller: who has the number, and somebody new with it', async () => {
    const find = box(() => promised)
    await typed(find, '0142 55', 'Carl', 'Greta')
    expect(find.groups.map((group) => group.title)).toEqual(['Who has this number', 'Somebody new'])
    expect(find.rows.at(-1)).toMatchObject({ is: 'new', typed: '0142 55', number: true })
  })

  it('takes a line with a time for a promise, after the people it names', async () => {
    const find = box((text) => (text.includes('tomorrow') ? promised : note(text)))
    await typed(find, 'Dan will call back tomorrow 10am')
    expect(shown(find)).toEqual(['promise'])
    await typed(find, 'may tomorrow', 'May')
    expect(shown(find)).toEqual(['May', 'promise'])
    await typed(find, 'Dan will call back')
    expect(shown(find)).toEqual(['new'])
    await typed(find, 'mats for Carl @dan')
    expect(shown(find)).toEqual([])
    await typed(find, 'carl@lindgren.example')
    expect(shown(find)).toEqual(['new'])
  })

  it('offers what a line could mean where it is not clear, and guesses nothing', async () => {
    const find = box(() => ({ promise: null, note: '', echo: null, problems: [{ code: 'ambiguous', message: 'Is 14:00 meant?', suggest: ['call thu 14:00', 'call 14 dec 9am'] }] }))
    await typed(find, 'call thu 14')
    expect(find.groups[0]).toMatchObject({ title: 'Is 14:00 meant?', rows: [{ line: 'call thu 14:00' }, { line: 'call 14 dec 9am' }] })
  })

  it('asks for whom a promise is, and goes back to the line as it was typed', async () => {
    const find = box(() => promised)
    await typed(find, 'Dan will call back tomorrow 10am')
    const [row] = find.rows
    if (row?.is === 'promise') find.choosePerson(row.captured)
    answers.at(-1)?.(found('Carl'))
    await find.answered
    expect(shown(find)).toEqual(['Carl'])
    expect(find.query).toBe('')
    find.backToLine()
    expect(find.query).toBe('Dan will call back tomorrow 10am')
    expect(find.promising).toBeUndefined()
  })

  it('offers what is half-typed, and where it goes on', async () => {
    const find = box(note, {
      'composer:c1': { who: 'Carl', text: 'Apologised for the w' }, 'promise:new': { who: { id: 'g', name: 'Greta' }, promise: { text: 'Ring' } },
      'customer:new:lena': { typed: 'lena', changed: { note: '"x"' } }, 'answer:p1:keep': { text: 'x' }, 'composer:broken': 7,
    })
    await typed(find, '')
    const drafts = find.rows.flatMap((row) => (row.is === 'draft' ? [row.draft] : []))
    expect(drafts.map((draft) => [draft.at, draft.title, draft.said])).toEqual([
      ['composer', 'Writing about Carl', 'Apologised for the w'], ['promise', 'New promise to Greta', 'Ring'], ['new', 'New customer', 'lena'],
    ])
    expect(halfTyped('sticky:c1', 'x')).toBeUndefined()
  })
})

describe('the rows', () => {
  it('are each in one group, and every group has a row', () => {
    const hits = [{ id: 'c', name: 'Carl', phones: [], emails: [], related: [] }] as unknown as Hit[]
    const groups = groupsOf({ typed: 'c', hits, captured: undefined, offered: ['customers', 'call'], halfTyped: [] })
    expect(groups.every((group) => group.rows.length > 0)).toBe(true)
    expect(groups.map((group) => group.title)).toEqual(['Customers found', 'Actions', 'Places', 'Somebody new'])
  })
})

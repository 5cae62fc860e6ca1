import { expect, test } from 'vitest'
import type { Hit, Related, Restricted } from '../api/wire'
import { withRelated } from '../find/rows'
import { doNot, isNotCalled, marks } from './restricted'

const mark = (channel: Restricted['channel'], reason = 'asked'): Restricted => ({ channel, reason, since: '2026-11-13T16:05:00.000Z', by: 'Amy Reyes' })

test('what was marked at once stands together, and what was said later by itself', () => {
  expect(marks([mark('call'), mark('email', 'later'), mark('letter')]).map(({ channels }) => channels)).toEqual([['call', 'letter'], ['email']])
  expect(doNot(['call', 'letter'])).toBe('Do not call or write letters')
  expect(doNot(['call', 'email', 'letter', 'message'])).toBe('Do not contact them in any way')
})

test('only a mark on calls stops a call', () => {
  const promise = (restricted?: Restricted[]) => ({ ...(restricted ? { restricted } : {}) }) as Parameters<typeof isNotCalled>[0]
  expect([promise(), promise([mark('email')]), promise([mark('email'), mark('call')])].map(isNotCalled)).toEqual([false, false, true])
})

test('those to whom something is owed follow whom they belong to, each once', () => {
  const related = (customer: string, open_promises: number): Related =>
    ({ id: `r-${customer}`, customer, name: customer, note: 'Ring the back door', do_not_call: true, relation: 'partner', called: '', is_seen_back: false, may_speak: false, may_be_spoken_for: false, open_promises, late_promises: 1, next_due_at: null })
  const hit = (id: string, ...to: Related[]): Hit =>
    ({ id, name: id, kind: 'person', organization: '', phones: [], emails: [], why: '', open_promises: 0, late: false, note: '', do_not_call: false, related: to })
  const rows = withRelated([hit('rui', related('ana', 2), related('lou', 0), related('eva', 1)), hit('eva', related('ana', 2))])
  expect(rows.map((row) => row.id)).toEqual(['rui', 'ana', 'eva'])
  expect(rows[1]?.why).toBe('Partner of rui: 2 promises, 1 late')
  expect(rows[1]).toMatchObject({ do_not_call: true, note: 'Ring the back door' })
  const tenant: Related = { ...related('ana', 1), relation: 'other', called: 'landlord', is_seen_back: true }
  expect(withRelated([hit('rui', tenant)])[1]?.why, 'it is Rui who is the landlord').toBe('rui is their “landlord”: 1 promise, 1 late')
})

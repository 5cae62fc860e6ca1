import { describe, expect, it } from 'vitest'
import type { CustomerDetail, PromiseRow, TimelineEntry } from '../api/wire'
import { stretches } from './brief'
import { CustomerForm, looksLikePhone } from './form.svelte'
import { told, writer } from './told'

const entry: TimelineEntry = {
  id: '1', kind: 'contact_logged', occurred_at: '', recorded_at: '', by: 'Amy', text: '', promise: null, promise_text: null,
  retracted: false, contact: null, direction: null, outcome: null, corrected: false, before_correction: [], owner: null,
  due_at: null, due_local: null, zone: null, agreed: null, reason: null, can_take_back: false, can_correct: false,
}
const carl: CustomerDetail = {
  id: 'c', kind: 'person', name: 'Carl Lindgren', given_name: '', family_name: '', organization: '', title: '', birthday: '', language: '', good_hours: '', likes_calls: null, restricted: [], related: [],
  phones: [{ id: 'p', e164: '+12065550142', typed: '+1 206 555 0142', label: '', extension: '' }],
  emails: [{ id: 'e', address: 'carl@lindgren.example', label: '' }], address: null, tags: ['loyal'], fields: { Plate: '7ABC123' },
  note: '', open_promises: [], brief: '', sentences: [], interest: '', department: '', entries: 0, created_at: '', taken_back: false, doubles: [],
}
const promise = (text: string, late: boolean) => ({ text, late }) as PromiseRow

describe('an entry', () => {
  it('of a try without words says how it ended', () => {
    const line = told({ ...entry, contact: 'call', direction: 'out', outcome: 'no_answer' })
    expect(line.text).toBe('No answer')
    expect(line.meta).toEqual(['outgoing call'])
  })

  it('of what nobody answered says who was told, and owes it to the owner', () => {
    const line = told({ ...entry, kind: 'promise_escalated', promise_text: 'Floor mats fitted', text: 'Told Ruth and Amy: nobody had answered.' })
    expect(line).toMatchObject({ head: 'Reminder passed on to Ruth and Amy:', text: 'Floor mats fitted', meta: ['nobody had answered'] })
    expect(['promise_escalated', 'promise_acknowledged'].map((kind) => writer({ ...entry, kind, by: 'Dan Ortiz' }))).toEqual(['Owner Dan Ortiz', 'Dan Ortiz'])
    expect(writer({ ...entry, kind: 'promise_escalated', by: 'Kept' })).toBe('the program')
    expect(told({ ...entry, kind: 'promise_acknowledged', promise_text: 'Floor mats fitted' }).head).toBe('Reminder seen:')
  })

  it('of a kept promise names the promise, and what showed it beneath', () => {
    const line = told({ ...entry, kind: 'promise_kept', promise_text: 'Floor mats fitted', text: 'He drove off with them' })
    expect(line).toMatchObject({ head: 'Promise kept:', text: 'Floor mats fitted', meta: ['He drove off with them'], late: false })
  })

  it('is late only where a due time was missed', () => {
    expect(told({ ...entry, kind: 'promise_missed', text: 'Mats', promise_text: 'Mats' }).late).toBe(true)
  })

  it('of a kind nobody knows yet is told in the core’s words', () => {
    expect(told({ ...entry, kind: 'visit_started', text: 'Recorded by a newer version of Kept.' }).text).toBe('Recorded by a newer version of Kept.')
  })
})

describe('the brief', () => {
  it('marks the open promises it names, the late ones as late', () => {
    const brief = 'Late by 1 day: “Floor mats fitted” (Dan promised it). Next: “Bumper date”, today.'
    const parts = stretches(brief, [promise('Floor mats fitted.', true), promise('Bumper date', false)])
    expect(parts.filter((part) => part.look !== 'plain')).toEqual([
      { text: 'Floor mats fitted', look: 'late' },
      { text: 'Bumper date', look: 'promise' },
    ])
    expect(parts.map((part) => part.text).join('')).toBe(brief)
  })
})

describe('the form of a customer', () => {
  it('takes what was typed in the box as name, number or address', () => {
    expect(new CustomerForm(undefined, 'Ana Sousa').name).toBe('Ana Sousa')
    expect(new CustomerForm(undefined, '0142 55').phones[0]?.typed).toBe('0142 55')
    expect(new CustomerForm(undefined, 'ana@x.example').emails[0]?.address).toBe('ana@x.example')
  })

  it('names somebody by the number where that is all one knows', () => {
    const form = new CustomerForm(undefined, '+1 206 555 0142')
    expect(form.added()).toMatchObject({ name: '+1 206 555 0142' })
    expect(new CustomerForm().added()).toBeUndefined()
  })

  it('sends nothing for what stayed as it was', () => {
    expect(new CustomerForm(carl).changed(carl)).toEqual({
      add_phones: [], remove_phones: [], add_emails: [], remove_emails: [], add_tags: [], remove_tags: [], set_fields: {}, remove_fields: [],
    })
  })

  it('sends only what differs', () => {
    const form = new CustomerForm(carl)
    form.note = 'His wife is ill.'
    form.phones.push({ typed: '206 555 0190', label: 'work', extension: '' })
    form.tags = 'loyal, van'
    form.fields = []
    expect(form.changed(carl)).toMatchObject({
      note: 'His wife is ill.', add_phones: [{ typed: '206 555 0190', label: 'work' }], remove_phones: [], add_tags: ['van'], remove_tags: [],
      remove_fields: ['Plate'],
    })
  })

  it('tells numbers from names in any digits', () => {
    expect(looksLikePhone('(206) 555-0142')).toBe(true)
    expect(looksLikePhone('٠١٢٣٤٥٦')).toBe(true)
    expect(looksLikePhone('7ABC123')).toBe(false)
    expect(looksLikePhone('Ana')).toBe(false)
  })
})

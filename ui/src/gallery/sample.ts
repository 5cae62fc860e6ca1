import type { State } from '../api/host'
import type { Caller, CustomerDetail, Double, Hit, ImportFileReport, Member, Notice, PromiseRow, TimelineEntry, Today } from '../api/wire'

/** People and promises that nobody has: what the gallery shows components with. Names of every length and direction. */
export const now = '2026-11-21T15:04:00.000Z'
export const long = 'Alexandrina Konstantinopoulou-Featherstonehaugh of the Upper Showroom and Its Surrounding Departments'
export const rightToLeft = 'דוד כהן'

export const members: Member[] = [
  { name: 'Amy Reyes', role: 'manager', left: false, signed_in: true },
  { name: 'Dan Ortiz', role: 'sales', left: false, signed_in: false, backup: 'Amy Reyes', absences: [{ from: '2026-11-20T00:00:00.000Z', to: '2026-11-23T00:00:00.000Z', backup: 'Amy Reyes' }, { from: '2026-12-24T13:00:00.000Z', to: '2027-01-04T00:00:00.000Z', backup: long }] },
  { name: rightToLeft, role: 'reception', left: false, signed_in: false },
  { name: long, role: 'reception', left: false, signed_in: false },
]

export const stateOf = (member: Member): State => ({
  state: 'ready',
  office: { name: 'Harbour Motors', zone: 'Europe/London', region: 'GB', locale: 'en-GB', hours: 'mon-fri 08:00-12:00,13:00-18:00', holidays: '', quiet: '', ladder: '', gone_quiet: 3 },
  member, home: '/home/amy/.local/share/kept', version: '0.0.0', now, failure: null,
  proposal: { name: 'Amy Reyes', zone: 'Europe/London', region: 'GB', locale: 'en-GB' },
})

function promise(n: number, more: Partial<PromiseRow>): PromiseRow {
  return {
    id: `promise-${n}`, customer: `customer-${n}`, customer_name: 'Carl Lindgren', customer_phone: '+12065550142', text: 'Floor mats fitted',
    owner: 'Amy Reyes', state: 'open', tentative: false, due_at: '2026-11-21T16:30:00.000Z', due_local: '2026-11-21T16:30:00', zone: 'Europe/London',
    agreed_due_at: '2026-11-21T16:30:00.000Z', late: false, late_ms: 0, attempts: 0, moved: 0, made_at: '2026-11-18T15:20:00.000Z', made_by: 'Amy Reyes',
    closed_at: null, snoozed_until: null, snoozes: 0, evidence: null, reason: null, taken_back: false, ...more,
  }
}

export const late = promise(1, { late: true, due_at: '2026-11-20T17:00:00.000Z', agreed_due_at: '2026-11-20T17:00:00.000Z', attempts: 1 })
export const soon = promise(2, { customer_name: 'Ana Sousa', customer_phone: '+351912345678', text: 'Ring with the quote for the cabin filter', due_at: '2026-11-21T15:10:00.000Z', agreed_due_at: '2026-11-21T15:10:00.000Z' })
export const later = promise(3, { customer_name: rightToLeft, customer_phone: '+97235550101', text: 'להתקשר בחזרה לגבי הפגוש', tentative: true })
export const lengthy = promise(4, {
  snoozes: 2,
  customer_name: long, customer_phone: null, owner: long, snoozed_until: '2026-11-21T15:40:00.000Z', attempts: 3,
  text: 'Call with the date on which the leather and heated seats, the floor mats, the rear bumper and the plates will all be ready to be collected together, as was promised twice before',
})

export const missed = promise(5, { customer_name: 'Greta Hale', late: true, due_at: '2026-11-21T11:50:00.000Z', agreed_due_at: '2026-11-21T11:50:00.000Z', waiting: { step: 'due', missed: true } })
export const again = promise(6, { customer_name: 'M. Kane', owner: 'Dan Ortiz', late: true, due_at: '2026-11-21T14:55:00.000Z', agreed_due_at: '2026-11-21T14:55:00.000Z', attempts: 1, waiting: { step: 'again', missed: false } })
export const escalated = promise(7, { customer_name: long, owner: long, late: true, due_at: '2026-11-21T14:20:00.000Z', agreed_due_at: '2026-11-21T14:20:00.000Z', waiting: { step: 'managers', missed: true } })
export const putOff = promise(8, { customer_name: rightToLeft, text: 'להתקשר בחזרה לגבי הפגוש', late: true, due_at: '2026-11-21T14:00:00.000Z', agreed_due_at: '2026-11-21T14:00:00.000Z', snoozed_until: '2026-11-21T16:00:00.000Z', snoozes: 1 })
export const undecided = promise(9, { late: true, tentative: true, due_at: '2026-11-21T15:00:00.000Z', agreed_due_at: '2026-11-21T15:00:00.000Z', text: 'Whether the small car can be had in blue', waiting: { step: 'due', missed: false } })

export const today: Today = {
  date: '2026-11-21', late: 6, late_of_all: 8, hour: 1, total: 9,
  attention: { undecided: [undecided], untried: [later], gone_quiet: [{ ...lengthy, due_at: '2026-12-04T16:30:00.000Z' }], more: true },
  groups: [
    { key: 'late', date: null, promises: [late, missed, putOff, escalated, again, undecided] },
    { key: 'hour', date: null, promises: [soon] },
    { key: 'today', date: null, promises: [later, lengthy] },
  ],
}

function entry(n: number, more: Partial<TimelineEntry>): TimelineEntry {
  return {
    id: `entry-${n}`, kind: 'contact_logged', occurred_at: '2026-11-20T18:42:00.000Z', recorded_at: '2026-11-20T18:42:00.000Z', by: 'Dan Ortiz',
    text: 'Left a voicemail about mats and bumper.', promise: null, promise_text: null, retracted: false, contact: 'call', direction: 'out', outcome: 'left_voicemail',
    corrected: false, before_correction: [], owner: null, due_at: null, due_local: null, zone: null, agreed: null, reason: null,
    can_take_back: false, can_correct: false, ...more,
  }
}

export const entries: TimelineEntry[] = [
  entry(1, {}),
  entry(2, { kind: 'promise_missed', contact: null, direction: null, outcome: null, text: 'Floor mats fitted', due_at: '2026-11-20T17:00:00.000Z', by: 'Dan Ortiz' }),
  entry(3, { contact: 'visit', direction: null, outcome: null, text: 'Dropped by: temporary tag has expired. He was not aware of this.', corrected: true, before_correction: ['Dropped by.'], can_correct: true, can_take_back: true }),
  entry(6, { kind: 'promise_escalated', contact: null, direction: null, outcome: null, text: 'Told Ruth Keller and Amy Reyes: nobody had answered.', promise_text: 'Floor mats fitted', due_at: '2026-11-20T17:00:00.000Z' }),
  entry(7, { kind: 'promise_acknowledged', contact: null, direction: null, outcome: null, text: 'Floor mats fitted', promise_text: 'Floor mats fitted', due_at: '2026-11-20T17:00:00.000Z' }),
  entry(8, { kind: 'promise_snoozed', contact: null, direction: null, outcome: null, text: 'Floor mats fitted', promise_text: 'Floor mats fitted', due_at: '2026-11-21T16:00:00.000Z' }),
  entry(4, { kind: 'note_added', contact: null, direction: null, outcome: null, text: 'לקוח ותיק, מדבר עברית ואנגלית', by: rightToLeft }),
  entry(5, { text: `${late.text}. `.repeat(18), retracted: true, by: long }),
]

export const customer: CustomerDetail = {
  id: 'customer-1', kind: 'person', name: 'Carl Lindgren', given_name: 'Carl', family_name: 'Lindgren', organization: 'Lindgren & Sons', title: 'Owner', birthday: '',
  phones: [{ id: 'p1', e164: '+12065550142', typed: '+1 206 555 0142', label: 'mobile', extension: '' }], taken_back: false, emails: [{ id: 'e1', address: 'carl@lindgren.example', label: '' }],
  address: null, tags: ['after 17:00'], fields: { Plate: '7ABC123' }, note: '', open_promises: [late, soon],
  brief: 'Floor mats fitted was promised for Friday and is 1 day late. He has not heard from a person in 4 days. Start with an apology.',
  entries: 5, created_at: '2026-11-13T16:05:00.000Z', doubles: [],
}

export const notices: Notice[] = [
  { kind: 'due', key: 'one', promises: [soon.id], customer: soon.customer, to: 'Amy Reyes', title: 'Call Ana Sousa back, 15:10', body: 'Ring with the quote for the cabin filter' },
  { kind: 'digest', key: 'many', promises: [late.id, later.id], customer: null, to: 'Amy Reyes', title: '12 promises are due', body: `Carl Lindgren\n${rightToLeft}\n${long}` },
  { kind: 'late', key: 'late', promises: [again.id], customer: again.customer, to: 'Dan Ortiz', title: 'For Dan Ortiz: M. Kane, 14:55 – Floor mats fitted', body: '+1 206 555 0142' },
  { kind: 'escalated', key: 'escalated', promises: [escalated.id, missed.id], customer: null, to: 'Ruth Keller, Amy Reyes', title: '2 promises are waiting without an answer', body: `For ${long}: ${long}, was due 2026-11-21 14:20\n${rightToLeft}, was due 2026-11-21 11:50` },
  { kind: 'away', key: 'away', promises: [soon.id, later.id], customer: null, to: 'Dan Ortiz, Amy Reyes', title: '2 promises of Dan Ortiz fall due in their absence', body: 'Carl Lindgren, due 2026-11-21 16:30' },
]

export const file: ImportFileReport = {
  file: 'customers.csv', format: 'csv', encoding: 'windows-1252', encoding_guessed: true, delimiter: ';', read: 12_403, created: 11_980, updated: 400, unchanged: 20,
  skipped: [{ line: 7, why: 'no name, phone, e-mail or organization' }, { line: 19, why: 'empty' }, { line: 4_022, why: 'a field is longer than 64 KB, or a quote in it is never closed' }],
  remarks: [{ line: 88, why: 'the card has no END:VCARD; what it held was taken' }],
  columns: { Name: 'name', Telefon: 'phone', 'E-Mail': 'email', Kennzeichen: null, [long]: 'ignore', 'תאריך לידה': 'birthday' },
  cells: { Name: ['Lena Vogel', rightToLeft, long.slice(0, 60)], Telefon: ['+49 30 5550 0166'], 'E-Mail': ['lena@vogel.example'], Kennzeichen: ['B-LV 118'], [long]: [], 'תאריך לידה': ['4/5/1985'] },
  two_way_dates: 29, date_example: '4/5/1985', date_order: null,
  sample: [
    { line: 2, name: 'Lena Vogel', phones: ['+49 30 5550 0166'], emails: ['lena@vogel.example'], organization: '' },
    { line: 3, name: rightToLeft, phones: ['03-555-0101', '03-555-0102'], emails: [], organization: 'מוסך הצפון' },
    { line: 4, name: long, phones: [], emails: ['a.very.long.address.of.somebody@a-department-with-a-long-name.example'], organization: long },
  ],
}

const hit = (n: number, more: Partial<Hit>): Hit => ({
  id: `customer-${n}`, name: 'Carl Lindgren', kind: 'person', organization: '', phones: ['+12065550142'], emails: [], why: 'same number', open_promises: 0, late: false, ...more,
})

export const callers: Caller[] = [
  { kind: 'number', number: '+12065550142', certain: true, hits: [hit(1, { late: true, open_promises: 3 }), hit(2, { name: rightToLeft, organization: 'מוסך הצפון' }), hit(3, { name: long, organization: long, open_promises: 1 })] },
  { kind: 'number', number: '+442079460812', certain: false, hits: [hit(4, { name: 'M. Kane', why: 'phone ends in 0812' })] },
  { kind: 'number', number: '+351912345678', certain: false, hits: [] },
  { kind: 'withheld', number: '', certain: false, hits: [] },
]

export const doubles: Double[] = [
  { id: 'customer-1', name: 'Carl Lindgren', why: 'same phone' },
  { id: 'customer-2', name: rightToLeft, why: 'same e-mail' },
  { id: 'customer-3', name: long, why: 'the name sounds the same' },
]

import type { State } from '../api/host'
import type { Caller, CustomerDetail, Double, Guard, Handing, Hit, ImportFileReport, Member, Mismatch, Notice, Offered, PromiseRow, TimelineEntry, Today } from '../api/wire'

/** People and promises that nobody has: what the gallery shows components with. Names of every length and direction. */
export const now = '2026-11-21T15:04:00.000Z'
export const long = 'Alexandrina Konstantinopoulou-Featherstonehaugh of the Upper Showroom and Its Surrounding Departments'
export const rightToLeft = 'דוד כהן'

export const members: Member[] = [
  { name: 'Amy Reyes', role: 'manager', left: false, signed_in: true },
  { name: 'Dan Ortiz', role: 'sales', left: false, signed_in: false, department: 'Trucks', backup: 'Amy Reyes', absences: [{ from: '2026-11-20T00:00:00.000Z', to: '2026-11-23T00:00:00.000Z', backup: 'Amy Reyes' }, { from: '2026-12-24T13:00:00.000Z', to: '2027-01-04T00:00:00.000Z', backup: long }] },
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

const offer = { id: 'offer-1', by: 'Dan Ortiz', to: 'Amy Reyes', until: '2026-11-21T15:05:40.000Z', standing: 'open', reason: null } as const
export const offeredToMe = promise(10, { customer_name: 'Greta Hale', owner: 'Dan Ortiz', text: 'Confirm dog-training class and start date', offer })
export const asked = promise(11, { text: 'Heated seats fitted', offer: { ...offer, by: 'Amy Reyes', to: 'Dan Ortiz' } })
export const lapsed = promise(12, { text: 'Call with bumper date', offer: { ...offer, by: 'Amy Reyes', to: long, until: '2026-11-21T14:50:00.000Z', standing: 'lapsed' } })
export const declined = promise(13, { text: 'Plates', offer: { ...offer, by: 'Amy Reyes', to: 'Dan Ortiz', standing: 'declined', reason: 'I am with a customer' } })
export const checks = promise(14, { text: 'Check with Carl Lindgren: was “Floor mats fitted” kept?', verifies: 'promise-1' })

export const offered: Offered = {
  promise: offeredToMe, path: ['Ruth Keller', 'Dan Ortiz'],
  brief: {
    who: 'Greta Hale, +1 919 555 0117', forbidden: null, note: '“Works nights: not before noon”', others: '1 other promise to them is open, and late',
    wants: 'Puppy class, with her daughter', promised: '“Confirm dog-training class and start date” is promised for today 16:30; Amy Reyes promised it on Wednesday 18 November.',
    told: 'Told Dan Ortiz on Wednesday 18 November: “Paid two months ago and has heard nothing; only wants to know whether the class takes place”',
    opening: '“Dan Ortiz has told me everything, so you need not tell it again. It is about “Confirm dog-training class and start date”, today 16:30.”',
  },
}
export const offeredLong: Offered = {
  promise: { ...lengthy, id: 'promise-15', offer: { ...offer, id: 'offer-2', by: rightToLeft, until: '2026-11-23T09:02:00.000Z' } }, path: [long, rightToLeft, long],
  brief: { who: long, forbidden: `No calls, e-mail and letters: “${long}”`, note: `“${rightToLeft}”`, others: null, wants: `${long} (${rightToLeft})`, promised: `“${lengthy.text}” was promised for Friday 20 November 17:00; ${rightToLeft} promised it yesterday.`, told: null, opening: `“${rightToLeft} has told me everything, so you need not tell it again. I am sorry: “${lengthy.text}” was promised for Friday 20 November 17:00.”` },
}
export const handing: Handing = {
  to: 'Dan Ortiz', at_once: false, until: '2026-11-21T15:06:00.000Z', away: null, backup: null, number: 3, path: ['Dan Ortiz', 'Ruth Keller', 'Amy Reyes'],
  warnings: ['3rd hand-over of this matter; it went Dan Ortiz → Ruth Keller → Amy Reyes. A manager is told.', 'Dan Ortiz has had this before: it goes in a circle.'],
  brief: offered.brief,
}

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
  id: 'customer-1', kind: 'person', name: 'Carl Lindgren', given_name: 'Carl', family_name: 'Lindgren', organization: 'Lindgren & Sons', title: 'Owner', birthday: '', language: 'pt', good_hours: 'mon-fri 17:00-24:00', likes_calls: { hours: 'mon-fri 17:00-24:00', now: false }, restricted: [], related: [],
  phones: [{ id: 'p1', e164: '+12065550142', typed: '+1 206 555 0142', label: 'mobile', extension: '' }], taken_back: false, emails: [{ id: 'e1', address: 'carl@lindgren.example', label: '' }],
  address: null, tags: ['after 17:00'], fields: { Plate: '7ABC123' }, note: '', open_promises: [late, soon],
  interest: 'leather and heated seats', department: 'Body shop',
  brief: 'Late by 1 day: “Floor mats fitted”, owed by Dan Ortiz since yesterday 17:00. Start with an apology.',
  sentences: [
    { about: 'owed', clauses: [
      { text: 'Late by 1 day: “Floor mats fitted”, owed by Dan Ortiz since yesterday 17:00', from: { is: 'promise', id: late.id } },
      { text: `next: “${soon.text}”, today 15:10, Amy Reyes`, from: { is: 'promise', id: soon.id } },
    ] },
    { about: 'in_the_way', clauses: [
      { text: 'The last contact was a voicemail, yesterday 18:42', from: { is: 'entry', id: 'entry-1' } },
      { text: 'they came to us 2 times since it was promised, last Wednesday 18 November 15:20', from: { is: 'entry', id: 'entry-3' } },
      { text: 'note: “His wife is ill: do not ask for her”', from: { is: 'note', id: 'customer-1' } },
    ] },
    { about: 'spoken', clauses: [
      { text: 'Amy Reyes last spoke with them: a visit, Wednesday 18 November 15:20, 3 days ago', from: { is: 'entry', id: 'entry-3' } },
      { text: 'they want “leather and heated seats” (Body shop)', from: { is: 'card', id: 'customer-1' } },
    ] },
    { about: 'opening', clauses: [{ text: 'Start with an apology', from: { is: 'promise', id: late.id } }] },
  ],
  entries: 5, created_at: '2026-11-13T16:05:00.000Z', doubles: [],
}

export const notices: Notice[] = [
  { kind: 'due', key: 'one', promises: [soon.id], customer: soon.customer, to: 'Amy Reyes', title: 'Call Ana Sousa back, 15:10', body: 'Ring with the quote for the cabin filter' },
  { kind: 'digest', key: 'many', promises: [late.id, later.id], customer: null, to: 'Amy Reyes', title: '12 promises are due', body: `Carl Lindgren\n${rightToLeft}\n${long}` },
  { kind: 'late', key: 'late', promises: [again.id], customer: again.customer, to: 'Dan Ortiz', title: 'For Dan Ortiz: M. Kane, 14:55 – Floor mats fitted', body: '+1 206 555 0142' },
  { kind: 'escalated', key: 'escalated', promises: [escalated.id, missed.id], customer: null, to: 'Ruth Keller, Amy Reyes', title: '2 promises are waiting without an answer', body: `For ${long}: ${long}, was due 2026-11-21 14:20\n${rightToLeft}, was due 2026-11-21 11:50` },
  { kind: 'next_try', key: 'try', promises: [later.id], customer: later.customer, to: 'Amy Reyes', title: 'Try again: Carl Lindgren – Call with bumper date', body: '+1 206 555 0142\ndue 16:30' },
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
  id: `customer-${n}`, name: 'Carl Lindgren', kind: 'person', organization: '', phones: ['+12065550142'], emails: [], why: 'same number', open_promises: 0, late: false, note: '', do_not_call: false, related: [], ...more,
})

/** One who is not to be called, of whom something must be known first, and to whose wife something is owed. */
export const found = hit(1, {
  late: true, open_promises: 3, do_not_call: true, note: 'Wife ill: do not ask for her.',
  related: [{ id: 'relation-9', customer: 'customer-9', name: 'Ana Sousa', note: '', do_not_call: true, relation: 'partner', called: '', is_seen_back: false, may_speak: true, may_be_spoken_for: false, open_promises: 2, late_promises: 1, next_due_at: '2026-11-21T16:30:00.000Z' }],
})

export const callers: Caller[] = [
  { kind: 'number', number: '+12065550142', name: `${rightToLeft} ${long}`, outgoing: false, ended: false, certain: true, hits: [found, hit(2, { name: rightToLeft, organization: 'מוסך הצפון' }), hit(3, { name: long, organization: long, open_promises: 1 })] },
  { kind: 'number', number: '+442079460812', name: '', outgoing: false, ended: false, certain: false, hits: [hit(4, { name: 'M. Kane', why: 'phone ends in 0812' })] },
  { kind: 'number', number: '+351912345678', name: 'Front gate', outgoing: true, ended: false, certain: false, hits: [] },
  { kind: 'number', number: '+12065550143', name: '', outgoing: false, ended: false, certain: true, hits: [hit(5, { name: rightToLeft })] },
  { kind: 'withheld', number: '', name: '', outgoing: false, ended: false, certain: false, hits: [] },
]

export const doubles: Double[] = [
  { id: 'customer-1', name: 'Carl Lindgren', why: 'same phone' },
  { id: 'customer-2', name: rightToLeft, why: 'same e-mail' },
  { id: 'customer-3', name: long, why: 'the name sounds the same' },
]

export const guards: readonly { name: string; guard: Guard }[] = [
  { name: 'Carl Lindgren', guard: {
    words: 'Deadline passed yesterday; promised “Floor mats fitted” and “Rear bumper repaired”; recover, do not schedule.', advice: 'recover, do not schedule',
    reasons: [
      { text: 'Deadline passed yesterday', from: { is: 'promise', id: late.id } }, { text: 'promised “Floor mats fitted”', from: { is: 'promise', id: late.id } },
      { text: 'and “Rear bumper repaired”', from: { is: 'promise', id: soon.id } },
    ],
    better: { act: 'see_promise', label: 'See what was promised', from: { is: 'promise', id: late.id }, member: null },
  } },
  { name: long, guard: {
    words: `You are in “Trucks”; they want “small Italian car”, “${rightToLeft}”; let ${long} call.`, advice: 'let Alexandrina Konstantinopoulou-Feath… call',
    reasons: [{ text: 'You are in “Trucks”', from: { is: 'card', id: 'customer-1' } }, { text: `they want “small Italian car”, “${rightToLeft}”`, from: { is: 'card', id: 'customer-1' } }],
    better: { act: 'let_call', label: 'Let Alexandrina Konstantinopoulou-Feath… call', from: { is: 'card', id: 'customer-1' }, member: long },
  } },
  { name: rightToLeft, guard: {
    words: 'Note: “לקוח ותיק, מדבר עברית”; mind it.', advice: 'mind it', reasons: [{ text: 'Note: “לקוח ותיק, מדבר עברית”', from: { is: 'note', id: 'customer-1' } }],
    better: { act: 'see_card', label: 'Read the note first', from: { is: 'note', id: 'customer-1' }, member: null },
  } },
]

export const mismatches: readonly Mismatch[] = [
  { member: 'Mia', is_in: 'Trucks', customer: 'Mr Hill', wants: 'a small Italian car', serves: 'Cars', better: 'Dan Ortiz' },
  { member: rightToLeft, is_in: long, customer: long, wants: '', serves: 'Service', better: null },
]

// The shapes that cross the border between the core and the window.

export type Id = string
/** RFC 3339 in UTC with milliseconds. */
export type Instant = string

export type Code =
  | 'invalid' | 'not_found' | 'refused' | 'ambiguous' | 'mismatch' | 'impossible' | 'no_time' | 'past'
  | 'locked' | 'newer' | 'damaged' | 'storage' | 'changed'

export type WireError = { code: Code; message: string; suggest: string[] }

export type Role = 'reception' | 'sales' | 'manager'
export type Member = { name: string; role: Role; left: boolean; signed_in: boolean }
export type Office = {
  name: string
  zone: string
  region: string
  locale: string
  hours: string | null
  holidays: string | null
  quiet: string | null
}
export type Proposal = { name: string; zone: string; region: string; locale: string }
export type Backup = { file: string; made_at: Instant }
export type Failure = { code: Code; message: string; backup: Backup | null }
export type State = {
  state: 'first_run' | 'ready' | 'failed'
  office: Office | null
  member: Member | null
  home: string
  version: string
  proposal: Proposal
  now: Instant
  failure: Failure | null
}

export type Change = { customers: Id[]; promises: boolean; office: boolean; everything: boolean }

export type Hit = {
  id: Id
  name: string
  kind: CustomerKind
  organization: string | null
  phones: string[]
  emails: string[]
  why: string
  open_promises: number
  late: boolean
}
export type Found = { hits: Hit[]; total: number | null }

export type CustomerKind = 'person' | 'organization'
export type Phone = { id: Id; e164: string | null; typed: string; label: string | null; extension: string | null }
export type Email = { id: Id; address: string; label: string | null }
export type Address = {
  street: string | null
  city: string | null
  region: string | null
  postcode: string | null
  country: string | null
}
export type Double = { id: Id; name: string; why: string }
export type Customer = {
  id: Id
  kind: CustomerKind
  name: string
  given_name: string | null
  family_name: string | null
  organization: string | null
  title: string | null
  birthday: string | null
  phones: Phone[]
  emails: Email[]
  address: Address | null
  tags: string[]
  fields: Record<string, string>
  note: string | null
  open_promises: PromiseDetail[]
  brief: string
  entries: number
  created_at: Instant
  doubles?: Double[]
}
export type NewPhone = { typed: string; label?: string | null; extension?: string | null }
export type NewEmail = { address: string; label?: string | null }
export type NewCustomer = {
  kind?: CustomerKind
  name: string
  organization?: string
  title?: string
  birthday?: string
  phones?: NewPhone[]
  emails?: NewEmail[]
  address?: Address
  tags?: string[]
  fields?: Record<string, string>
  note?: string
}
export type CustomerChange = {
  id: Id
  kind?: CustomerKind
  name?: string
  organization?: string
  title?: string
  birthday?: string
  address?: Address
  note?: string
  add_phones?: NewPhone[]
  remove_phones?: string[]
  add_emails?: NewEmail[]
  remove_emails?: string[]
  add_tags?: string[]
  remove_tags?: string[]
  set_fields?: Record<string, string>
  remove_fields?: string[]
}

export type Contact = 'call' | 'visit' | 'email' | 'letter' | 'message' | 'note'
export type Direction = 'in' | 'out'
export type Outcome =
  | 'reached' | 'no_answer' | 'left_voicemail' | 'busy' | 'wrong_number' | 'hung_up' | 'refused'

export type Entry = {
  id: Id
  /** The event's kind; one that this version does not know is shown as such. */
  kind: string
  occurred_at: Instant
  recorded_at: Instant
  by: string
  text: string
  promise: Id | null
  retracted: boolean
  contact: Contact | null
  direction: Direction | null
  outcome: Outcome | null
  corrected: boolean
  before_correction: string[]
  owner: string | null
  due_at: Instant | null
  due_local: string | null
  zone: string | null
  agreed: boolean | null
  reason: string | null
  can_take_back: boolean
  can_correct: boolean
}
export type Timeline = { entries: Entry[]; next: Id | null }

export type NewContact = {
  customer: Id
  contact: Contact
  direction?: Direction
  outcome?: Outcome
  at?: string
  text: string
  promise?: { text: string; due: string; owner?: string; tentative?: boolean }
  of_promise?: Id
}
export type Logged = { entry: Id; promise: Id | null }
export type TakenBack = { id: Id; what: 'entry' | 'promise' | 'customer' }

export type PromiseDetail = {
  id: Id
  customer: Id
  customer_name: string
  customer_phone: string | null
  text: string
  owner: string
  state: 'open' | 'kept' | 'broken' | 'withdrawn'
  tentative: boolean
  due_at: Instant
  due_local: string
  zone: string
  agreed_due_at: Instant
  late: boolean
  late_ms: number
  attempts: number
  moved: number
  made_at: Instant
  made_by: string
  closed_at: Instant | null
  snoozed_until: Instant | null
  evidence: string | null
  reason: string | null
  can_take_back: boolean
}
export type NewPromise = { customer: Id; text: string; due: string; owner?: string; tentative?: boolean }

export type TodayGroup = { key: 'late' | 'hour' | 'today' | 'day'; date: string | null; promises: PromiseDetail[] }
export type Today = { date: string; groups: TodayGroup[]; late: number; hour: number; total: number }

export type Problem = { code: 'closed' | 'past'; message: string; suggest: string[] }
export type When = {
  at: Instant
  local: string
  zone: string
  echo: string
  note: string | null
  problems: Problem[]
}

export type Notice = {
  kind: string
  key: string
  promises: Id[]
  customer: Id | null
  to: string
  title: string
  body: string
}

export type ImportFile = {
  file: string
  format: string
  encoding: string
  encoding_guessed: boolean
  delimiter: string | null
  read: number
  created: number
  updated: number
  unchanged: number
  skipped: { line: number; why: string }[]
  columns: Record<string, string | null>
  sample?: { line: number; name: string; phones: string[]; emails: string[]; organization: string | null }[]
}
export type ImportPreview = { fingerprint: string; files: ImportFile[] }
export type ImportDone = { import: Id | null; files: ImportFile[] }
export type ImportRun = {
  id: Id
  at: Instant
  by: string
  files: string[]
  created: number
  updated: number
  undone: boolean
}
export type ImportUndone = { removed: number; reverted: number; kept: number }

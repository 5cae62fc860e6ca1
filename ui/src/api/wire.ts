// The shapes that cross the border between the core and the window.

export type Id = string
/** RFC 3339 in UTC with milliseconds. */
export type Instant = string

export type Code =
  | 'invalid' | 'not_found' | 'refused' | 'ambiguous' | 'mismatch' | 'impossible' | 'no_time' | 'past'
  | 'locked' | 'newer' | 'damaged' | 'storage' | 'changed'

export type Role = 'reception' | 'sales' | 'manager'
export type Member = { name: string; role: Role; left: boolean; signed_in: boolean }
export type Office = {
  name: string
  zone: string
  region: string
  locale: string
  hours: string
  holidays: string
  quiet: string
}
export type Backup = { file: string; made_at: Instant }

export type Change = { customers: Id[]; promises: boolean; office: boolean; everything: boolean }

export type Hit = {
  id: Id
  name: string
  kind: CustomerKind
  organization: string
  phones: string[]
  emails: string[]
  why: string
  open_promises: number
  late: boolean
}
export type Found = { hits: Hit[]; total: number | null }

export type CustomerKind = 'person' | 'organization'
export type Phone = { id: string; e164: string | null; typed: string; label: string; extension: string }
export type Email = { id: string; address: string; label: string }
export type Address = { street: string; city: string; region: string; postcode: string; country: string }
export type Double = { id: Id; name: string; why: string }

/** Everything written about a customer. Empty text means not known. */
export type Card = {
  kind: CustomerKind
  name: string
  given_name: string
  family_name: string
  organization: string
  title: string
  birthday: string
  phones: Phone[]
  emails: Email[]
  address: Address | null
  tags: string[]
  fields: Record<string, string>
  note: string
}
export type CustomerDetail = Card & {
  id: Id
  open_promises: PromiseRow[]
  brief: string
  entries: number
  created_at: Instant
  taken_back: boolean
  doubles: Double[]
}
export type NewPhone = { typed: string; label?: string; extension?: string }
export type NewEmail = { address: string; label?: string }
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

export type ContactKind = 'call' | 'visit' | 'email' | 'letter' | 'message' | 'note'
export type Direction = 'in' | 'out'
export type Outcome =
  | 'reached' | 'no_answer' | 'left_voicemail' | 'busy' | 'wrong_number' | 'hung_up' | 'refused'

export type TimelineEntry = {
  id: Id
  /** The event's kind; one that this version does not know is shown as such. */
  kind: string
  occurred_at: Instant
  recorded_at: Instant
  by: string
  text: string
  promise: Id | null
  /** That promise's words. */
  promise_text: string | null
  retracted: boolean
  contact: ContactKind | null
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
export type Timeline = { entries: TimelineEntry[]; next: Id | null }

export type NewContact = {
  contact: ContactKind
  direction?: Direction
  outcome?: Outcome
  at?: string
  text: string
  promise?: NewPromise
  of_promise?: Id
}
export type Logged = { entry: Id; promise: Id | null }
export type TakenBack = { id: Id; what: string; customer: Id }

export type PromiseRow = {
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
  taken_back: boolean
}
export type NewPromise = { text: string; due: string; owner?: string; tentative?: boolean }

export type TodayGroup = { key: 'late' | 'hour' | 'today' | 'day'; date: string | null; promises: PromiseRow[] }
export type Today = { date: string; groups: TodayGroup[]; late: number; hour: number; total: number }

export type Problem = { code: 'closed' | 'past'; message: string; suggest: string[] }
export type ReadWhen = {
  at: Instant
  local: string
  zone: string
  echo: string
  note: string | null
  problems: Problem[]
}

export type Notice = {
  kind: 'due' | 'digest'
  key: string
  promises: Id[]
  customer: Id | null
  to: string
  title: string
  body: string
}

export type ImportFormat = 'csv' | 'vcard'
/** Something about one line of a file. */
export type Skipped = { line: number; why: string }
export type ImportSample = { line: number; name: string; phones: string[]; emails: string[]; organization: string }
export type ImportFileReport = {
  file: string
  format: ImportFormat
  encoding: string
  encoding_guessed: boolean
  delimiter: string | null
  read: number
  created: number
  updated: number
  unchanged: number
  skipped: Skipped[]
  remarks: Skipped[]
  columns: Record<string, string | null>
  sample: ImportSample[]
}
export type ImportReport = { import: Id | null; fingerprint: string; files: ImportFileReport[] }
export type ImportRow = {
  id: Id
  at: Instant
  by: string
  files: string[]
  read: number
  created: number
  updated: number
  skipped: number
  undone: boolean
}
export type ImportUndone = { removed: number; reverted: number; kept: number }

// The shapes that cross the border between the core and the window. Generated from the core: do not edit.

import type { PromiseRow } from './promised'

export * from './given'
export * from './promised'

/** A UUID of version 7. Everything that happened has one; a thing's id is the id of the event that began it. */
export type Id = string;

/** Why something was not done. A code exists only where a consumer does something different for it. */
export type Code = "invalid" | "not_found" | "ambiguous" | "mismatch" | "impossible" | "no_time" | "past" | "refused" | "changed" | "locked" | "newer" | "damaged" | "storage";

/** One clear sentence: what could not be done, to what, and what to do. It never holds a customer's words. */
export type CallError = {
  code: Code,
  message: string,
  suggest: Array<string>, };

/** What is no longer as it was. */
export type Change = {
  customers: Array<Id>,
  promises: boolean,
  office: boolean,
  everything: boolean, };

/** What a member may do; see `roles`. */
export type Role = "reception" | "sales" | "manager";

/** Something a member may be allowed to do. */
export type Action = "write_customers" | "lift_restriction" | "write_entries" | "import" | "undo_import" | "take_back_anything" | "export" | "backup" | "restore" | "rebuild" | "erase" | "change_members" | "change_office" | "see_reports";

/** Who may do what. */
export const allowed: Readonly<Record<Action, readonly Role[]>> = {
  write_customers: ["reception", "sales", "manager"],
  lift_restriction: ["manager"],
  write_entries: ["reception", "sales", "manager"],
  import: ["reception", "sales", "manager"],
  undo_import: ["manager"],
  take_back_anything: ["manager"],
  export: ["reception", "sales", "manager"],
  backup: ["reception", "sales", "manager"],
  restore: ["manager"],
  rebuild: ["manager"],
  erase: ["manager"],
  change_members: ["manager"],
  change_office: ["manager"],
  see_reports: ["reception", "sales", "manager"],
};

/** A time in which a member is away, as lists show it. */
export type AbsenceRow = {
  from: string,
  to: string,
  backup: string, };

/** A member as lists show them. */
export type Member = {
  name: string,
  role: Role,
  left: boolean,
  signed_in: boolean,
  backup?: string,
  department?: string,
  absences?: Array<AbsenceRow>, };

/** A member who has left, and what became of what they owed. */
export type MemberGone = {
  handed_over: number,
  name: string,
  role: Role,
  left: boolean,
  signed_in: boolean,
  backup?: string,
  department?: string,
  absences?: Array<AbsenceRow>, };

/** The office's settings. */
export type Office = {
  name: string,
  zone: string,
  region: string,
  locale: string,
  hours: string,
  holidays: string,
  quiet: string,
  ladder: string,
  gone_quiet: number, };

/** A time of a day when the office is open, as wall time: `08:00` to `12:00`; the day's end is `24:00`. */
export type OpenSpan = {
  from: string,
  to: string, };

/** Opening hours as they were understood. */
export type ReadHours = {
  hours: string,
  week: Array<Array<OpenSpan>>, };

/** Where it comes from that a day differs from its weekday. */
export type DaySource = "week" | "own" | "yearly" | "national" | "regional";

/** A day of the calendar. */
export type CalendarDay = {
  day: string,
  source: DaySource,
  is_holiday: boolean,
  name: string,
  times: string,
  open: Array<OpenSpan>, };

/** The days of a year that differ from their weekday. */
export type CalendarDays = {
  total: number,
  days: Array<CalendarDay>,
  notes: Array<string>, };

/** How the office stands at a moment. */
export type OpenAt = {
  at: string,
  open: boolean,
  opens_at: string | null,
  opens_local: string | null,
  rolled: boolean,
  closes_at: string | null,
  closes_local: string | null, };

/** The office's calendar, and what is to be known about it. */
export type CalendarShown = {
  zone: string,
  hours: string,
  week: Array<Array<OpenSpan>>,
  holidays: string,
  country_known: boolean,
  subdivision_known: boolean,
  notes: Array<string>,
  now: OpenAt, };

/** The program and the file, by version. */
export type About = {
  version: string,
  file_version: number,
  sqlite: string, };

/** A verified backup. */
export type Backup = {
  file: string,
  made_at: string,
  bytes: number, };

/** What a backup holds, and what restoring it would set aside. */
export type BackupHeld = {
  office: string,
  members: number,
  customers: number | null,
  open_promises: number | null,
  events: number,
  last_at: string | null,
  same_office: boolean,
  set_aside: number, };

/** What a check found. */
export type Checked = {
  ok: boolean,
  events: number,
  customers: number,
  open_promises: number,
  problems: Array<string>, };

/** What long work is at. */
export type Stage = "reading" | "backing_up" | "writing" | "finishing";

/** How far long work has got. */
export type Progress = {
  stage: Stage,
  done: number,
  total: number, };

/** Whether a customer is one human being or a firm, club or authority. */
export type CustomerKind = "person" | "organization";

/** A postal address; empty parts are not known. */
export type Address = {
  street: string,
  city: string,
  region: string,
  postcode: string,
  country: string, };

/** A phone number of a customer. */
export type Phone = {
  id: string,
  e164: string | null,
  typed: string,
  label: string,
  extension: string, };

/** An e-mail address of a customer. */
export type Email = {
  id: string,
  address: string,
  label: string, };

/** Everything written about a customer, as the fold gives it. Empty text means not known. */
export type Card = {
  kind: CustomerKind,
  name: string,
  given_name: string,
  family_name: string,
  organization: string,
  title: string,
  birthday: string,
  language: string,
  good_hours: string,
  phones: Array<Phone>,
  emails: Array<Email>,
  address: Address | null,
  tags: Array<string>,
  fields: { [key in string]: string },
  note: string,
  interest: string,
  department: string, };

/** Where a clause comes from. */
export type Source = { "is": "entry", "id": Id } | { "is": "promise", "id": Id } | { "is": "note", "id": Id } | { "is": "card", "id": Id };

/** A part of a sentence, and where it comes from. */
export type Clause = {
  text: string,
  from: Source, };

/** What a sentence is about. */
export type SentenceAbout = "owed" | "in_the_way" | "spoken" | "opening";

/** A sentence of the brief: its clauses, joined by semicolons. */
export type Sentence = {
  about: SentenceAbout,
  clauses: Array<Clause>, };

/** What would be better than to dial. */
export type BetterAct = "see_promise" | "see_entry" | "see_card" | "let_call";

/** The better action that is offered. */
export type Better = {
  act: BetterAct,
  label: string,
  from: Source,
  member: string | null, };

/** Why a call may hurt, and what would be better. */
export type Guard = {
  words: string,
  reasons: Array<Clause>,
  advice: string,
  better: Better, };

/** Somebody is in another department than the one that serves what a customer wants. */
export type Mismatch = {
  member: string,
  is_in: string,
  customer: string,
  wants: string,
  serves: string,
  better: string | null, };

/** Another customer who may be the same. */
export type Double = {
  id: Id,
  name: string,
  why: string, };

/** A way of reaching a customer that can be forbidden. */
export type Channel = "call" | "email" | "letter" | "message";

/** A way in which a customer may not be reached, as it is shown. */
export type Restricted = {
  channel: Channel,
  reason: string,
  since: string,
  by: string, };

/** When a customer likes to be called, held against a moment. */
export type GoodHours = {
  hours: string,
  now: boolean, };

/** What the other one is to a customer. */
export type RelationKind = "household" | "partner" | "parent" | "child" | "employer" | "employee" | "other";

/** Somebody who belongs to a customer, and what is owed to them. */
export type Related = {
  id: Id,
  customer: Id,
  name: string,
  note: string,
  do_not_call: boolean,
  relation: RelationKind,
  called: string,
  is_seen_back: boolean,
  may_speak: boolean,
  may_be_spoken_for: boolean,
  open_promises: number,
  late_promises: number,
  next_due_at: string | null, };

/** A customer as shown: the card, what is open, and what to know before saying hello. */
export type CustomerDetail = {
  id: Id,
  open_promises: Array<PromiseRow>,
  brief: string,
  sentences: Array<Sentence>,
  restricted: Array<Restricted>,
  likes_calls: GoodHours | null,
  related: Array<Related>,
  entries: number,
  created_at: string,
  taken_back: boolean,
  doubles: Array<Double>,
  kind: CustomerKind,
  name: string,
  given_name: string,
  family_name: string,
  organization: string,
  title: string,
  birthday: string,
  language: string,
  good_hours: string,
  phones: Array<Phone>,
  emails: Array<Email>,
  address: Address | null,
  tags: Array<string>,
  fields: { [key in string]: string },
  note: string,
  interest: string,
  department: string, };

/** What was noted about a customer. */
export type CustomerNoted = {
  entry: Id | null,
  customer: CustomerDetail, };

/** A customer who may be meant. */
export type Hit = {
  id: Id,
  name: string,
  kind: CustomerKind,
  organization: string,
  phones: Array<string>,
  emails: Array<string>,
  why: string,
  open_promises: number,
  late: boolean,
  note: string,
  do_not_call: boolean,
  related: Array<Related>, };

/** Who may be meant, those dealt with last first. */
export type Found = {
  hits: Array<Hit>,
  total: number | null, };

/** What was handed over. */
export type CallerKind = "number" | "withheld" | "no_number";

/** A caller, and who it may be. */
export type Caller = {
  kind: CallerKind,
  number: string,
  name: string,
  outgoing: boolean,
  ended: boolean,
  certain: boolean,
  hits: Array<Hit>, };

/** How we were in touch. */
export type ContactKind = "call" | "visit" | "email" | "letter" | "message" | "note";

/** Who began it. */
export type Direction = "in" | "out";

/** How a contact ended. */
export type Outcome = "reached" | "no_answer" | "left_voicemail" | "busy" | "wrong_number" | "hung_up" | "refused";

/** An entry, with all marks on it. */
export type TimelineEntry = {
  id: Id,
  kind: string,
  occurred_at: string,
  recorded_at: string,
  by: string,
  text: string,
  promise: Id | null,
  promise_text: string | null,
  retracted: boolean,
  contact: ContactKind | null,
  direction: Direction | null,
  outcome: Outcome | null,
  corrected: boolean,
  before_correction: Array<string>,
  owner: string | null,
  due_at: string | null,
  due_local: string | null,
  zone: string | null,
  agreed: boolean | null,
  reason: string | null,
  can_take_back: boolean,
  can_correct: boolean, };

/** A page of a timeline. */
export type Timeline = {
  entries: Array<TimelineEntry>,
  next: Id | null, };

/** What was logged. */
export type Logged = {
  entry: Id,
  promise: Id | null, };

/** What was taken back or brought back. */
export type TakenBack = {
  id: Id,
  what: string,
  customer: Id, };

/** How an address book is written down. */
export type ImportFormat = "vcard" | "csv";

/** Which of two small numbers comes first in dates such as `4/5/1985`. */
export type DateOrder = "day_first" | "month_first";

/** A card or row that was not taken, and why. */
export type Skipped = {
  line: number,
  why: string, };

/** A person of a file, as a preview shows them. */
export type ImportSample = {
  line: number,
  name: string,
  phones: Array<string>,
  emails: Array<string>,
  organization: string, };

/** How one file was read and what became of it: `read` is the sum of the four counts that follow. */
export type ImportFileReport = {
  file: string,
  format: ImportFormat,
  encoding: string,
  encoding_guessed: boolean,
  delimiter: string | null,
  read: number,
  created: number,
  updated: number,
  unchanged: number,
  skipped: Array<Skipped>,
  remarks: Array<Skipped>,
  columns: Record<string, string | null>,
  cells: Record<string, string[]>,
  two_way_dates: number,
  date_example: string | null,
  date_order: DateOrder | null,
  sample: Array<ImportSample>, };

/** The answer of a preview or a run. */
export type ImportReport = {
  import: Id | null,
  fingerprint: string,
  files: Array<ImportFileReport>, };

/** A past import. */
export type ImportRow = {
  id: Id,
  at: string,
  by: string,
  files: Array<string>,
  read: number,
  created: number,
  updated: number,
  skipped: number,
  undone: boolean, };

/** What taking an import back came to. */
export type ImportUndone = {
  removed: number,
  reverted: number,
  kept: number, };

/** How the report is broken down. */
export type ReportBy = "owner" | "month" | "week";

/** A row of the report. `made` is the sum of all that follow it down to `taken_back`. */
export type ReportRow = {
  key: string,
  made: number,
  kept_on_time: number,
  kept_late: number,
  broken: number,
  withdrawn: number,
  open: number,
  late_open: number,
  taken_back: number,
  kept_rate: number | null,
  median_delay_ms: number | null, };

/** The report. */
export type Report = {
  rows: Array<ReportRow>, };

/** Something half-typed. */
export type Draft = {
  key: string,
  value: string,
  saved_at: string, };

// The shapes that cross the border between the core and the window. Generated from the core: do not edit.

import type { Id, Restricted, GoodHours } from './wire'

/** Where a promise stands. Due, late and missed are not states: they follow from the clock. */
export type PromiseStanding = "open" | "kept" | "broken" | "withdrawn";

/** What becomes of a day on which the office is closed. */
export type OnClosed = "keep" | "skip" | "forward" | "back";

/** A promise's place in a series. */
export type RepeatShown = {
  words: string,
  rule: string,
  on_closed: OnClosed,
  series: Id,
  number: number,
  note: string | null,
  next: Id | null, };

/** How far the reminder of something due has gone, for want of an answer. */
export type WaitingStep = "due" | "again" | "backup" | "managers";

/** Something due that nobody answered. */
export type Waiting = {
  step: WaitingStep,
  missed: boolean, };

/** What comes after the last promise of a series. */
export type ComesNext = {
  at: string,
  local: string,
  note: string | null, };

/** How an offer stands. */
export type OfferStanding = "open" | "lapsed" | "declined";

/** That somebody is asked to take a promise over, or was and has not. */
export type OfferShown = {
  id: Id,
  by: string,
  to: string,
  until: string,
  standing: OfferStanding,
  reason: string | null, };

/** A promise, with whom it was made to and how it stands now. */
export type PromiseRow = {
  id: Id,
  customer: Id,
  customer_name: string,
  customer_phone: string | null,
  restricted?: Array<Restricted>,
  likes_calls?: GoodHours,
  text: string,
  owner: string,
  answers?: string,
  state: PromiseStanding,
  tentative: boolean,
  due_at: string,
  due_local: string,
  zone: string,
  agreed_due_at: string,
  late: boolean,
  late_ms: number,
  attempts: number,
  moved: number,
  made_at: string,
  made_by: string,
  closed_at: string | null,
  evidence: string | null,
  reason: string | null,
  snoozed_until: string | null,
  next_try?: string,
  snoozes: number,
  waiting?: Waiting,
  taken_back: boolean,
  repeat?: RepeatShown,
  offer?: OfferShown,
  verifies?: Id, };

/** What came of a try. */
export type Disposition = {
  promise: PromiseRow,
  next_try: string | null,
  echo: string,
  mending: PromiseRow | null,
  written: Array<Id>, };

/** A promise that was kept, and the one made with the same words. */
export type KeptAndMade = {
  kept: PromiseRow,
  made: PromiseRow,
  written: Array<Id>, };

/** A brief for whoever takes a promise over. */
export type HandOverBrief = {
  who: string,
  forbidden: string | null,
  note: string | null,
  wants: string | null,
  promised: string,
  others: string | null,
  told: string | null,
  opening: string, };

/** A hand-over as it would be. */
export type Handing = {
  to: string,
  at_once: boolean,
  until: string,
  away: string | null,
  backup: string | null,
  number: number,
  path: Array<string>,
  warnings: Array<string>,
  brief: HandOverBrief, };

/** A promise that was offered to the one who acts, with what they have to know. */
export type Offered = {
  promise: PromiseRow,
  path: Array<string>,
  brief: HandOverBrief, };

/** The queue: open promises, late first, then by due time. */
export type Queue = {
  promises: Array<PromiseRow>,
  late: number,
  total: number, };

/** Which part of the day a group is. */
export type TodayKey = "late" | "hour" | "today" | "day";

/** Promises that belong together on the screen. */
export type TodayGroup = {
  key: TodayKey,
  date: string | null,
  promises: Array<PromiseRow>, };

/** What is owed and does not go on by itself, each list by due time and at most fifty long. */
export type Attention = {
  undecided: Array<PromiseRow>,
  untried: Array<PromiseRow>,
  gone_quiet: Array<PromiseRow>,
  more: boolean, };

/** A promise that breaks soon. */
export type Risk = {
  promise: PromiseRow,
  minutes: number,
  weight: number,
  why: Array<string>, };

/** What breaks within the next four hours of work. */
export type Risks = {
  risks: Array<Risk>,
  until: string,
  total: number, };

/** The day as it stands. */
export type Today = {
  date: string,
  groups: Array<TodayGroup>,
  late: number,
  late_of_all: number,
  hour: number,
  total: number,
  attention: Attention, };

/** The kinds of [`Problem`]. */
export type ProblemCode = "closed" | "past" | "twice";

/** What speaks against a moment that was read. */
export type Problem = {
  code: ProblemCode,
  message: string,
  suggest: Array<string>, };

/** A time as it was understood. */
export type ReadWhen = {
  at: string,
  local: string,
  zone: string,
  echo: string,
  note: string | null,
  problems: Array<Problem>, };

/** A series as it was understood. */
export type ReadRepeat = {
  words: string,
  rule: string,
  first: ReadWhen,
  coming: Array<ReadWhen>, };

/** The kinds of [`CaptureProblem`]. */
export type CaptureCode = "ambiguous" | "mismatch" | "impossible" | "no_time" | "unknown_owner" | "two_owners" | "closed" | "past" | "twice" | "no_text";

/** What is unclear in a line, or speaks against it. */
export type CaptureProblem = {
  code: CaptureCode,
  message: string,
  suggest: Array<string>, };

/** A promise as it was understood. */
export type CapturedPromise = {
  text: string,
  owner: string,
  due_at: string,
  due_local: string,
  zone: string, };

/** A promise said back in full. */
export type CaptureEcho = {
  owner: string,
  text: string,
  weekday: string,
  date: string,
  time: string,
  distance: string,
  when: string,
  said: string,
  note: string | null, };

/** What a line would become. */
export type Captured = {
  promise: CapturedPromise | null,
  note: string,
  problems: Array<CaptureProblem>,
  echo: CaptureEcho | null, };

/** Why somebody is told. */
export type NoticeKind = "due" | "digest" | "late" | "escalated" | "away" | "offered" | "returned" | "passed_on" | "next_try";

/** One notification. */
export type Notice = {
  kind: NoticeKind,
  key: string,
  promises: Array<Id>,
  customer: Id | null,
  to: string,
  title: string,
  body: string, };

/** What is due now, and when to ask again. */
export type Ring = {
  notices: Array<Notice>,
  next_at: string | null,
  unread?: Array<string>, };

/** In what state a reminder is. */
export type ReminderState = "waiting" | "attempted" | "shown" | "seen" | "snoozed" | "closed";

/** How a reminder stands. */
export type Reminder = {
  state: ReminderState,
  shown: number,
  snoozes: number,
  until: string | null,
  next_at: string | null, };

// The shapes that cross the border between the core and the window. Generated from the core: do not edit.

import type { Id, CustomerKind, Address, RelationKind, ContactKind, Direction, Outcome, ImportFormat, DateOrder } from './wire'
import type { OnClosed } from './promised'

/** What the first run asks. */
export type SetUp = Partial<{
  name: string,
  office: string,
  zone: string,
  region: string,
  locale: string, }>;

/** Settings to be changed; what is not said stays as it is, empty text empties. */
export type OfficeChange = Partial<{
  name: string | null,
  zone: string | null,
  region: string | null,
  locale: string | null,
  hours: string | null,
  holidays: string | null,
  quiet: string | null,
  ladder: string | null,
  gone_quiet: string | null, }>;

/** Days to be given times of their own. */
export type DayChange = Partial<{
  first: string,
  last: string | null,
  yearly: boolean,
  times: string,
  name: string, }>;

/** Files to be imported, and how. */
export type ImportRequest = {
  paths: string[],
  format?: ImportFormat,
  map?: { [key in string]: string },
  encoding?: string,
  delimiter?: string,
  date_order?: DateOrder,
  no_match?: boolean,
  fingerprint?: string, };

/** A phone as it is put in. */
export type NewPhone = Partial<{
  typed: string,
  label: string,
  extension: string, }>;

/** An e-mail address as it is put in. */
export type NewEmail = Partial<{
  address: string,
  label: string, }>;

/** A customer as put in, by hand or from a file. Empty text means not said. */
export type NewCustomer = Partial<{
  kind: CustomerKind,
  name: string,
  given_name: string,
  family_name: string,
  organization: string,
  title: string,
  birthday: string,
  language: string,
  good_hours: string,
  phones: Array<NewPhone>,
  emails: Array<NewEmail>,
  address: Address | null,
  tags: Array<string>,
  fields: { [key in string]: string },
  note: string,
  interest: string,
  department: string, }>;

/** What is to be changed: `None` leaves a field as it is, empty text empties it. */
export type CustomerChange = Partial<{
  kind?: CustomerKind,
  name?: string,
  given_name?: string,
  family_name?: string,
  organization?: string,
  title?: string,
  birthday?: string,
  language?: string,
  good_hours?: string,
  address?: Address,
  note?: string,
  interest?: string,
  department?: string,
  add_phones: Array<NewPhone>,
  remove_phones: Array<string>,
  add_emails: Array<NewEmail>,
  remove_emails: Array<string>,
  add_tags: Array<string>,
  remove_tags: Array<string>,
  set_fields: { [key in string]: string },
  remove_fields: Array<string>, }>;

/** A relation as it is put in, seen from one of the two. */
export type NewRelation = {
  customer: Id,
  other: Id,
  relation: RelationKind,
  called?: string,
  may_speak?: boolean,
  may_be_spoken_for?: boolean, };

/** What is to be changed of a relation, seen from one of the two: `None` leaves it as it is. */
export type RelationChange = {
  id: Id,
  customer: Id,
  relation?: RelationKind,
  called?: string,
  may_speak?: boolean,
  may_be_spoken_for?: boolean, };

/** A promise to be made. */
export type NewPromise = Partial<{
  text: string,
  due: string,
  owner: string | null,
  tentative: boolean,
  repeat: string | null,
  on_closed: OnClosed,
  of: Id | null,
  verify: boolean, }>;

/** A contact to be logged. */
export type NewContact = Partial<{
  contact: ContactKind,
  direction: Direction | null,
  outcome: Outcome | null,
  at: string | null,
  text: string,
  promise: NewPromise | null,
  of_promise: Id | null, }>;

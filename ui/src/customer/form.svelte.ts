import type { Address, CustomerDetail, CustomerChange, CustomerKind, NewCustomer, NewPhone, NewEmail } from '../api/wire'
import { draftKey } from './composer.svelte'
import type { Drafts } from '../draft/drafts.svelte'
import { fieldIn } from '../draft/field'
import { languageTag } from '../person/language'
import { DueDraft } from '../promise/due.svelte'
import { words } from '../words'
import { birthdayOf, readBirthday } from './birthday'

export type PhoneRow = { typed: string; label: string; extension: string }
export type EmailRow = { address: string; label: string }
export type FieldRow = { name: string; value: string }

/** A customer being added or changed, as typed. */
export class CustomerForm {
  readonly before: CustomerDetail | undefined
  kind = $state<CustomerKind>('person')
  name = $state('')
  organization = $state('')
  title = $state('')
  /** The birthday, typed in words. */
  readonly born = new DueDraft(readBirthday)
  language = $state('')
  good_hours = $state('')
  phones = $state<PhoneRow[]>([])
  emails = $state<EmailRow[]>([])
  street = $state('')
  city = $state('')
  region = $state('')
  postcode = $state('')
  country = $state('')
  tags = $state('')
  fields = $state<FieldRow[]>([])
  note = $state('')
  interest = $state('')
  department = $state('')
  needName = $state(false)
  /** What was typed in the box that led here. */
  readonly typed: string
  readonly #start: Record<string, string>

  constructor(before?: CustomerDetail, typed = '') {
    this.before = before
    this.typed = typed
    if (before) this.#fill(before)
    else if (looksLikePhone(typed)) this.phones = [{ ...emptyPhone(), typed }]
    else if (typed.includes('@')) this.emails = [{ address: typed, label: '' }]
    else this.name = typed
    if (this.phones.length === 0) this.phones = [emptyPhone()]
    if (this.emails.length === 0) this.emails = [{ address: '', label: '' }]
    this.#start = this.#parts()
  }

  /** The birthday as typed. */
  get birthday(): string {
    return this.born.typed
  }

  set birthday(typed: string) {
    this.born.typed = typed
    void this.born.read()
  }

  /** What there is to keep of it: only what differs from what it began with, so that it fits what others wrote meanwhile. */
  snapshot(): unknown {
    const parts = this.#parts()
    const changed = Object.entries(parts).filter(([name, value]) => this.#start[name] !== value)
    if (changed.length === 0) return undefined
    return { who: this.before?.name ?? '', typed: this.typed, changed: Object.fromEntries(changed) }
  }

  /** Takes back what was kept. */
  fill(kept: unknown): void {
    const changed = fieldIn(kept, 'changed')
    for (const name of Object.keys(this.#parts()) as (keyof CustomerForm)[]) {
      const value: unknown = parsed(fieldIn(changed, name))
      if (fits(name, value)) Object.assign(this, { [name]: value })
    }
  }

  /** Every field as text, by name. */
  #parts(): Record<string, string> {
    const { kind, name, organization, title, birthday, language, good_hours, street, city, region, postcode, country, tags, note, interest, department, phones, emails, fields } = this
    const all = { kind, name, organization, title, birthday, language, good_hours, street, city, region, postcode, country, tags, note, interest, department, phones, emails, fields }
    return Object.fromEntries(Object.entries(all).map(([part, value]) => [part, JSON.stringify(value)]))
  }

  /** Who it would be as typed so far, for finding the one who is here already. */
  card(): NewCustomer {
    return { kind: this.kind, name: this.name.trim(), organization: this.organization.trim(), phones: this.#typedPhones(), emails: this.#typedEmails() }
  }

  /** What to send for a new customer, or nothing where even a name is missing. */
  added(): NewCustomer | undefined {
    const phones = this.#typedPhones()
    const name = this.name.trim() || phones[0]?.typed || this.#typedEmails()[0]?.address || ''
    this.needName = !name
    if (!name) return undefined
    const address = this.#address()
    return {
      kind: this.kind, name, phones, emails: this.#typedEmails(), tags: this.#tags(), fields: this.#fields(),
      ...filled({ organization: this.organization, title: this.title, birthday: birthdayOf(this.birthday, this.born.when), language: languageTag(this.language), good_hours: this.good_hours, note: this.note, interest: this.interest, department: this.department }),
      ...(Object.values(address).some(Boolean) ? { address } : {}),
    }
  }

  /** What to send for a change: only what differs. Nothing where the name is missing. */
  changed(before: CustomerDetail): CustomerChange | undefined {
    this.needName = !this.name.trim()
    if (this.needName) return undefined
    const change: CustomerChange = {}
    if (this.kind !== before.kind) change.kind = this.kind
    if (this.name.trim() !== before.name) change.name = this.name.trim()
    const language = languageTag(this.language)
    if (language !== before.language) change.language = language
    for (const key of ['organization', 'title', 'good_hours', 'note', 'interest', 'department'] as const) {
      if (this[key].trim() !== before[key]) change[key] = this[key].trim()
    }
    const birthday = birthdayOf(this.birthday, this.born.when)
    if (birthday !== before.birthday) change.birthday = birthday
    const address = this.#address()
    if (JSON.stringify(address) !== JSON.stringify(addressOf(before))) change.address = address
    this.#lists(change, before)
    return change
  }

  #lists(change: CustomerChange, before: CustomerDetail): void {
    const phones = this.#typedPhones()
    const samePhone = (one: NewPhone, other: NewPhone) =>
      one.typed === other.typed && (one.label ?? '') === (other.label ?? '') && (one.extension ?? '') === (other.extension ?? '')
    change.add_phones = phones.filter((phone) => !before.phones.some((old) => samePhone(phone, old)))
    change.remove_phones = before.phones.filter((old) => !phones.some((phone) => samePhone(phone, old))).map((old) => old.typed)
    const emails = this.#typedEmails()
    const sameEmail = (one: NewEmail, other: NewEmail) => one.address === other.address && (one.label ?? '') === (other.label ?? '')
    change.add_emails = emails.filter((email) => !before.emails.some((old) => sameEmail(email, old)))
    change.remove_emails = before.emails.filter((old) => !emails.some((email) => sameEmail(email, old))).map((old) => old.address)
    const tags = this.#tags()
    change.add_tags = tags.filter((tag) => !before.tags.includes(tag))
    change.remove_tags = before.tags.filter((tag) => !tags.includes(tag))
    const fields = this.#fields()
    change.set_fields = Object.fromEntries(Object.entries(fields).filter(([name, value]) => before.fields[name] !== value))
    change.remove_fields = Object.keys(before.fields).filter((name) => !Object.hasOwn(fields, name))
  }

  #fill(before: CustomerDetail): void {
    this.kind = before.kind
    this.name = before.name
    this.organization = before.organization
    this.title = before.title
    this.birthday = before.birthday
    this.language = before.language
    this.good_hours = before.good_hours
    this.note = before.note
    this.interest = before.interest
    this.department = before.department
    this.phones = before.phones.map(({ typed, label, extension }) => ({ typed, label, extension }))
    this.emails = before.emails.map(({ address, label }) => ({ address, label }))
    const { street, city, region, postcode, country } = addressOf(before)
    Object.assign(this, { street, city, region, postcode, country })
    this.tags = before.tags.join(', ')
    this.fields = Object.entries(before.fields).map(([name, value]) => ({ name, value }))
  }

  #typedPhones(): NewPhone[] {
    return this.phones.filter((row) => row.typed.trim()).map((row) => ({
      typed: row.typed.trim(), label: row.label.trim(), extension: row.extension.trim(),
    }))
  }

  #typedEmails(): NewEmail[] {
    return this.emails.filter((row) => row.address.trim()).map((row) => ({ address: row.address.trim(), label: row.label.trim() }))
  }

  #tags(): string[] {
    return [...new Set(this.tags.split(/[,;]/).map((tag) => tag.trim()).filter(Boolean))]
  }

  #fields(): Record<string, string> {
    return Object.fromEntries(this.fields.filter((row) => row.name.trim() && row.value.trim()).map((row) => [row.name.trim(), row.value.trim()]))
  }

  #address() {
    const { street, city, region, postcode, country } = this
    return { street: street.trim(), city: city.trim(), region: region.trim(), postcode: postcode.trim(), country: country.trim() }
  }
}

/** Forms put away half-filled: the one of a new customer, and one for each customer being changed. */
export class FormDrafts {
  readonly #all = new Map<string, { form: CustomerForm; stop: () => void }>()
  readonly #drafts: Drafts

  constructor(drafts: Drafts) {
    this.#drafts = drafts
  }

  /** The form of a customer as last read, or of a new one begun with what was typed. */
  of(edit: CustomerDetail | undefined, typed = ''): CustomerForm {
    const key = formKey(edit, typed)
    this.#all.get(key)?.stop()
    const form = new CustomerForm(edit, typed)
    form.fill(this.#drafts.read(key))
    this.#all.set(key, { form, stop: this.#drafts.follow(key, () => form.snapshot()) })
    return form
  }

  /** It was saved or thrown away. */
  done(edit: CustomerDetail | undefined, typed = ''): void {
    const key = formKey(edit, typed)
    this.#all.get(key)?.stop()
    this.#all.delete(key)
    this.#drafts.put(key, undefined)
  }
}

/** Under which name a form is kept: a new customer's under what was typed, so that two half-filled ones do not mix. */
export function formKey(edit: CustomerDetail | undefined, typed = ''): string {
  return edit ? draftKey.customer(edit.id) : draftKey.newCustomer(typed)
}

/** Digits and what people write between them: a number rather than a name. */
export function looksLikePhone(typed: string): boolean {
  return /^[+(]?\p{Nd}[\p{Nd}\s()./+-]{2,}$/u.test(typed.trim())
}

export function emptyPhone(): PhoneRow {
  return { typed: '', label: '', extension: '' }
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

const rows: Partial<Record<keyof CustomerForm, readonly string[]>> = {
  phones: Object.keys(emptyPhone()), emails: ['address', 'label'], fields: ['name', 'value'],
}

/** Whether what was kept has the shape of what the form holds under that name: a kind, a list of rows of texts, or a text. */
function fits(name: keyof CustomerForm, value: unknown): boolean {
  if (name === 'kind') return value === 'person' || value === 'organization'
  const cells = rows[name]
  if (!cells) return typeof value === 'string'
  return Array.isArray(value) && value.every((row) => cells.every((cell) => typeof fieldIn(row, cell) === 'string'))
}

function addressOf(customer: CustomerDetail): Address {
  return customer.address ?? { street: '', city: '', region: '', postcode: '', country: '' }
}

function filled<K extends string>(values: Record<K, string>): Partial<Record<K, string>> {
  const kept = Object.entries<string>(values).map(([key, value]) => [key, value.trim()]).filter(([, value]) => value)
  return Object.fromEntries(kept) as Partial<Record<K, string>>
}

/** What to call the dialog. */
export function titleOf(edit: CustomerDetail | undefined): string {
  return edit ? words.customer.editTitle(edit.name) : words.customer.addTitle
}

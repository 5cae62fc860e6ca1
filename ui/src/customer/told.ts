import type { Entry } from '../api/wire'
import { words } from '../words'

/** An entry as it is told: a fixed beginning, people's own words, and what stands beneath them. */
export type Told = { head: string; text: string; meta: string[]; late: boolean }

const said = words.timeline

const heads: Record<string, string> = {
  promise_made: said.made,
  promise_reworded: said.reworded,
  promise_firmed: said.firmed,
  promise_moved: said.moved,
  promise_handed_over: said.handed,
  promise_snoozed: said.snoozed,
  promise_kept: said.kept,
  promise_broken: said.broken,
  promise_withdrawn: said.withdrawn,
  promise_missed: said.missed,
  customer_added: said.added,
  customer_changed: said.changed,
  contact_logged: '',
  note_added: '',
}

/** What an entry says. A kind this version does not know is called such, never left out. */
export function told(entry: Entry): Told {
  const head = heads[entry.kind]
  return {
    head: head ?? '',
    text: entry.text || (head === undefined ? said.newer : (wordless(entry) ?? '')),
    meta: meta(entry),
    late: entry.kind === 'promise_missed',
  }
}

function meta(entry: Entry): string[] {
  const parts: string[] = []
  if (entry.kind === 'contact_logged' && entry.contact) parts.push(contact(entry))
  if (entry.kind === 'note_added') parts.push(said.contact.note)
  if (entry.outcome && entry.text) parts.push(words.outcomes[entry.outcome].toLocaleLowerCase())
  if (entry.owner) parts.push(said.owner(entry.owner))
  if (entry.agreed !== null && entry.kind === 'promise_moved') parts.push(entry.agreed ? said.agreed : said.notAgreed)
  if (entry.reason && entry.reason !== entry.text) parts.push(entry.reason)
  return parts
}

/** A try that nobody wrote words for says how it ended. */
function wordless(entry: Entry): string | undefined {
  return entry.outcome ? words.outcomes[entry.outcome] : undefined
}

function contact(entry: Entry): string {
  if (entry.contact === 'call') return said.calls[entry.direction ?? 'none']
  const kind = said.contact[entry.contact ?? 'note']
  return entry.direction && entry.contact !== 'visit' && entry.contact !== 'note' ? `${kind} ${said.letters[entry.direction]}` : kind
}

/** Whether an entry is a promise's rather than something that happened between people. */
export function isPromise(kind: string): boolean {
  return kind.startsWith('promise_')
}

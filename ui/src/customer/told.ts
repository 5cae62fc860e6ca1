import type { TimelineEntry } from '../api/wire'
import { words } from '../words'

/** An entry as it is told: a fixed beginning, what it is about, and what stands beneath. */
export type Told = { head: string; text: string; meta: string[]; late: boolean }

const said = words.timeline

const heads: Record<string, string> = {
  promise_made: said.made,
  promise_reworded: said.reworded,
  promise_firmed: said.firmed,
  promise_moved: said.moved,
  promise_handed_over: said.handed,
  promise_offered: words.handing.offered,
  handover_accepted: words.handing.taken,
  handover_declined: words.handing.refused,
  promise_snoozed: said.snoozed,
  promise_acknowledged: said.acknowledged,
  promise_repeat_set: said.repeats,
  promise_kept: said.kept,
  promise_broken: said.broken,
  promise_withdrawn: said.withdrawn,
  promise_missed: said.missed,
}

/** What an entry says. One that this version does not know is told in the core's words, never left out. */
export function told(entry: TimelineEntry): Told {
  const promise = isPromise(entry.kind)
  if (entry.kind === 'promise_escalated') return escalated(entry)
  return {
    head: heads[entry.kind] ?? '',
    text: promise ? (entry.promise_text ?? entry.text) : entry.text || wordless(entry),
    meta: [...meta(entry), ...(promise ? beside(entry) : [])],
    late: entry.kind === 'promise_missed',
  }
}

/** Who was told that nobody answered: the core says it in a sentence, `Told Ruth: nobody had answered.` */
function escalated(entry: TimelineEntry): Told {
  const [who = '', why = ''] = entry.text.split(': ')
  const meta = why === 'nobody had answered.' ? said.noAnswer : why.replace(/\.$/, '')
  return { head: said.passedOn(who.replace(/^Told /, '')), text: entry.promise_text ?? '', meta: [meta], late: false }
}

/** In whose name an entry stands: the program's own name would read as if something were kept. */
export function writer(entry: TimelineEntry): string {
  if (entry.by === words.kept) return said.program
  return isOwners(entry.kind) ? said.owner(entry.by) : entry.by
}

/** Whether the core tells an entry in a sentence of its own, which nobody wrote. */
export function isCores(kind: string): boolean {
  return kind.startsWith('customer') || kind.startsWith('contact_restricted') || kind.startsWith('contact_allowed')
}

/** Whether an entry stands in the name of the owner, who did not write it. */
function isOwners(kind: string): boolean {
  return kind === 'promise_missed' || kind === 'promise_escalated'
}

/** Whether an entry is a promise's rather than something that happened between people. */
export function isPromise(kind: string): boolean {
  return kind.startsWith('promise_') || kind.startsWith('handover_')
}

function meta(entry: TimelineEntry): string[] {
  const parts: string[] = []
  if (entry.contact) parts.push(contact(entry))
  if (entry.outcome && entry.text) parts.push(words.outcomes[entry.outcome].toLocaleLowerCase())
  if (entry.contact && entry.promise_text) parts.push(said.about(entry.promise_text))
  if (entry.owner && entry.owner !== entry.by) parts.push(said.owner(entry.owner))
  if (entry.agreed !== null) parts.push(entry.agreed ? said.agreed : said.notAgreed)
  return parts
}

/** What was said beside a promise: what showed it kept, or why it was not. */
function beside(entry: TimelineEntry): string[] {
  return entry.text && entry.text !== entry.promise_text ? [entry.text] : []
}

/** A try that nobody wrote words for says how it ended. */
function wordless(entry: TimelineEntry): string {
  return entry.outcome ? words.outcomes[entry.outcome] : ''
}

function contact(entry: TimelineEntry): string {
  if (entry.contact === 'call') return said.calls[entry.direction ?? 'none']
  const kind = said.contact[entry.contact ?? 'note']
  return entry.direction && entry.contact !== 'visit' && entry.contact !== 'note' ? `${kind} ${said.letters[entry.direction]}` : kind
}

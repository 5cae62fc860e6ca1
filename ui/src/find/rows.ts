import type { Captured, Hit, Id, Related } from '../api/wire'
import { isDecided } from '../capture/capture.svelte'
import { looksLikePhone } from '../customer/form.svelte'
import { fieldIn, textIn } from '../draft/field'
import { type KeyName, table } from '../keys/table'
import { whatTheyAre } from '../person/called'
import { words } from '../words'

/** What a row of the box leads to. */
export type Row =
  | { is: 'person'; id: string; hit: Hit }
  | { is: 'promise'; id: string; captured: Promised }
  /** A line that could be meant where the one typed is not clear. */
  | { is: 'line'; id: string; line: string }
  | { is: 'new'; id: string; typed: string; number: boolean }
  | { is: 'action'; id: string; name: KeyName }
  | { is: 'draft'; id: string; draft: HalfTyped }
export type Group = { title: string; rows: readonly Row[] }

/** A line that was understood as a promise. */
export type Promised = Captured & { promise: NonNullable<Captured['promise']> }

/** Something half-typed, and where it goes on. */
export type HalfTyped = { key: string; title: string; said: string }
  & ({ at: 'composer'; customer: Id } | { at: 'promise' } | { at: 'new'; typed: string } | { at: 'edit'; customer: Id })

export type Asked = { typed: string; hits: readonly Hit[]; captured: Captured | undefined; offered: readonly KeyName[]; halfTyped: readonly HalfTyped[] }

/** So many half-typed things are offered before anything is typed. */
const mostDrafts = 3

/** The rows of the box, in groups: people, then a promise, then actions and places, then somebody new. */
export function groupsOf({ typed, hits, captured, offered, halfTyped }: Asked): Group[] {
  const isNumber = looksLikePhone(typed)
  const people: Group = {
    title: !typed ? words.palette.recent : isNumber ? words.palette.caller : words.palette.people,
    rows: withRelated(hits).map((hit) => ({ is: 'person', id: hit.id, hit })),
  }
  // The box itself is no action: it is open.
  const found = isNumber ? [] : offered.filter((name) => name !== 'find' && isMeant(words.keyNames.does[name], typed))
  const isPlace = (name: KeyName) => table.some((entry) => entry.name === name && entry.isPlace)
  const action = (name: KeyName): Row => ({ is: 'action', id: name, name })
  const promise = captured && isPromised(captured) && !isNumber ? captured : undefined
  // A line that is not clear is never guessed at: what it could mean is offered.
  const problem = captured && !promise && !isNumber ? captured.problems[0] : undefined
  // A line with a time or an @ is nobody's name. An address holds its @ within a word.
  const isLine = promise !== undefined || problem !== undefined || (!isNumber && /(^|\s)@\S/u.test(typed))
  const groups: Group[] = [
    people,
    { title: problem?.message ?? '', rows: (problem?.suggest ?? []).map((line) => ({ is: 'line', id: line, line })) },
    { title: words.palette.promise, rows: promise ? [{ is: 'promise', id: 'promise', captured: promise }] : [] },
    { title: words.drafts.group, rows: typed ? [] : halfTyped.slice(0, mostDrafts).map((draft) => ({ is: 'draft', id: draft.key, draft })) },
    { title: words.palette.actions, rows: found.filter((name) => !isPlace(name)).map(action) },
    { title: words.palette.places, rows: found.filter(isPlace).map(action) },
    { title: words.palette.new, rows: typed && !isLine ? [{ is: 'new', id: 'new', typed, number: isNumber }] : [] },
  ]
  return groups.filter((group) => group.rows.length > 0)
}

/** People, each followed by those who belong to them and to whom something is owed: the wife’s order is found from the husband’s call. */
export function withRelated(hits: readonly Hit[]): Hit[] {
  const known = new Set(hits.map((hit) => hit.id))
  return hits.flatMap((hit) => {
    const owed = hit.related.filter((one) => one.open_promises > 0 && !known.has(one.customer))
    owed.forEach((one) => known.add(one.customer))
    return [hit, ...owed.map((one) => relatedHit(hit, one))]
  })
}

function relatedHit(of: Hit, one: Related): Hit {
  const what = whatTheyAre(one, of.name)
  const why = one.relation === 'other' && one.is_seen_back ? what : words.palette.of(what, of.name)
  return {
    id: one.customer, name: one.name, kind: 'person', organization: '', phones: [], emails: [], note: one.note, do_not_call: one.do_not_call, related: [],
    why: `${why}: ${words.person.related.owed(one.open_promises, one.late_promises)}`,
    open_promises: one.open_promises, late: one.late_promises > 0,
  }
}

/** People alone, to be chosen from for a promise that was understood. */
export function peopleOf(typed: string, hits: readonly Hit[]): Group[] {
  return groupsOf({ typed, hits, captured: undefined, offered: [], halfTyped: [] })
}

export function isPromised(captured: Captured): captured is Promised {
  return isDecided(captured)
}

/** Whether every word typed begins a word of what an action does. */
function isMeant(does: string, typed: string): boolean {
  const its = folded(does).split(/[^\p{L}\p{Nd}]+/u)
  return folded(typed).split(/\s+/).filter(Boolean).every((word) => its.some((one) => one.startsWith(word)))
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** A draft as a row, where it is of a kind that one can go on with from anywhere. */
export function halfTyped(key: string, value: unknown): HalfTyped | undefined {
  const [kind, of = ''] = key.split(/:(.*)/s)
  const who = textIn(value, 'who')
  if (kind === 'composer') return { key, at: 'composer', customer: of, title: words.drafts.composer(who), said: textIn(value, 'text') || textIn(fieldIn(value, 'promise'), 'text') }
  if (kind === 'promise') {
    const name = textIn(fieldIn(value, 'who'), 'name')
    return { key, at: 'promise', title: name ? words.drafts.promiseTo(name) : words.drafts.promise, said: textIn(fieldIn(value, 'promise'), 'text') }
  }
  if (kind !== 'customer') return undefined
  const typed = textIn(value, 'typed')
  if (of.startsWith('new:')) return { key, at: 'new', typed, title: words.drafts.newCustomer, said: nameIn(value) || typed }
  return { key, at: 'edit', customer: of, title: words.drafts.change(who), said: '' }
}

function nameIn(value: unknown): string {
  try {
    return String(JSON.parse(textIn(fieldIn(value, 'changed'), 'name') || '""'))
  } catch {
    return ''
  }
}

import type { Promised, Row } from '../find/rows'
import type { Backup, Change, Code, Id, ImportReport, Member, Notice, Office } from './wire'

/** An error as it travels. */
export type WireError = { code: Code; message: string; suggest: string[] }

/** What the system knows of who sits here, and where. */
export type Proposal = { name: string; zone: string; region: string; locale: string }
/** Why the office cannot be opened, and the copy that could be used instead. */
export type Failure = { code: Code; message: string; backup: Pick<Backup, 'file' | 'made_at'> | null }
/** How the office stands when the window opens. */
export type State = {
  state: 'first_run' | 'ready' | 'failed'
  office: Office | null
  member: Member | null
  home: string
  version: string
  proposal: Proposal
  now: string
  failure: Failure | null
}

/** What somebody outside wants shown: a caller as the telephone handed them over, a customer by a link, a place by the tray, what was chosen in the bar. */
export type Arrival = { kind: 'call'; text: string } | { kind: 'ended'; text: string } | { kind: 'customer'; id: Id } | { kind: 'place'; to: 'today' | 'find' | 'promise' } | { kind: 'bar' } | { kind: 'go_on'; chosen: Chosen }
/** What was chosen in the bar and needs the whole window: a row, and the promise for which it was being looked for. */
export type Chosen = { row: Row; waiting?: Promised | undefined }
/** Whether Kept starts with the computer, whether that was offered, and whether it can be. */
export type Autostart = { on: boolean; offered: boolean; possible: boolean }
/** The key that brings up the bar over any program, whether this desktop allows one, and why it does nothing. */
export type Anywhere = { key: string; possible: boolean; problem: string | null }
/** What ringing for a test came to: whether there is a desktop, whether it took the notification, and which system it is. */
export type Rung = { desktop: boolean; shown: boolean; system: string; key: string }
/** How the bell is doing. `unread`: promises whose reminders cannot be read, with what can still be said of them. */
export type BellState = {
  looked_at: string | null
  /** It has not looked for a minute although the office is open. */
  stuck: boolean
  /** Until when somebody has stopped it. */
  paused_until: string | null
  unread: { id: string; customer: string | null; text: string | null; due_at: string | null }[]
  /** What the desktop did with the last announcement; `unknown`: nothing was announced yet. */
  service: 'takes' | 'refuses' | 'none' | 'unknown'
  /** Until when quiet hours keep something back that is due. */
  quiet_until: string | null
}
/** An office after a backup has taken its place, and where the old one lies. */
export type Restored = State & { set_aside: string | null }
/** What can be written to a file that the person chooses. */
export type Saving = { what: 'customers' | 'backup'; name: string } | { what: 'import_report'; name: string; report: ImportReport }

/** What the window hears without asking. */
export type Events = {
  /** Something was written, here or by another program on the same office. */
  changed: Change
  /** A notification was pressed; one about several customers names none. */
  open: { customer: Id | null; promise: Id | null }
  /** Something fell due and was announced. */
  bell: { notices: Notice[] }
  /** Something came in from outside: `arrivals` gives it. */
  arrived: null
  /** The window's cross was pressed, for the first time; whether a tray is there to put the window into. */
  closing: { tray: boolean }
  /** Kept is about to end; how many promises are late or due today. */
  leaving: { due: number }
  /** The bar is wanted, by the key for everywhere. */
  summoned: null
  /** Files are held over the window, or no longer. */
  dragging: { over: boolean }
  /** Files were let go over the window. */
  dropped: { paths: string[] }
}

/** The one way out of the UI: the desktop window, or the bridge that browser tests use. */
export interface Host {
  /** Whether it is the window of the desktop, which has no zoom of its own, and not a browser. */
  readonly isWindow: boolean
  call(name: string, args: object): Promise<unknown>
  /** Hears an event until the returned function is called. */
  hear<K extends keyof Events>(event: K, tell: (data: Events[K]) => void): () => void
}

/** Something was refused or could not be done: one sentence for the person at the desk. */
export class Refusal extends Error {
  readonly code: Code
  readonly suggest: string[]

  constructor(wire: WireError) {
    super(wire.message)
    this.name = 'Refusal'
    this.code = wire.code
    this.suggest = wire.suggest
  }
}

/** Whatever a host threw, as a refusal; what is no error of the core is told as `storage` under `otherwise`. */
export function refusal(thrown: unknown, otherwise: string): Refusal {
  if (thrown instanceof Refusal) return thrown
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'message' in thrown) {
    const wire = thrown as WireError
    return new Refusal({ ...wire, suggest: Array.isArray(wire.suggest) ? wire.suggest : [] })
  }
  return new Refusal({ code: 'storage', message: otherwise, suggest: [] })
}

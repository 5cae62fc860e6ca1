import type { Preferences } from './desk'
import type { Anywhere, Arrival, Autostart, BellState, Chosen, Events, Host, Restored, Rung, Saving, State } from './host'
import type * as wire from './wire'

export { Refusal } from './host'
export { Load } from './load.svelte'

let host: Host | undefined

/** Finds the host this page runs in. Once, before anything is shown. */
export async function connect(): Promise<void> {
  host = '__TAURI_INTERNALS__' in window ? (await import('./tauri')).tauri : (await import('./bridge')).bridge
}

function call<T>(name: string, args: object = {}): Promise<T> {
  if (!host) throw new Error('connect() comes first')
  return host.call(name, args) as Promise<T>
}

/** Whether this is the desktop's window, and not a browser. */
export function isWindow(): boolean {
  return host?.isWindow ?? false
}

/** Hears an event of the host until the returned function is called. */
export function hear<K extends keyof Events>(event: K, tell: (data: Events[K]) => void): () => void {
  if (!host) throw new Error('connect() comes first')
  return host.hear(event, tell)
}

let leave: () => Promise<unknown> = () => Promise.resolve()

/** What has to be done before somebody else signs in. */
export function beforeLeaving(run: () => Promise<unknown>): void {
  leave = run
}

type WithId = { id: wire.Id }

/** Every call of the one table, typed. Each throws a `Refusal`. */
export const api = {
  state: () => call<State>('state'),
  restoreNewest: () => call<State>('restore_newest'),
  retryOpen: () => call<State>('retry_open'),
  chooseImport: () => call<{ path: string | null }>('choose_import'),
  /** What speaks against ringing them now; null where nothing does. */
  callGuard: (id: wire.Id) => call<wire.Guard | null>('call_guard', { id }),
  /** Whether a member is in another department than the one that serves what the customer wants. */
  mismatch: (customer: wire.Id, member: string) => call<wire.Mismatch | null>('mismatch', { customer, member }),
  setDepartment: (member: string, department: string) => call<wire.Member>('member_department', { member, department }),
  /** Dials or writes; refused where whoever has that number, or the customer it is meant for, is not to be reached so. */
  openExternal: (url: string, customer: wire.Id) => call<null>('open_external', { url, customer }),
  chooseBackup: () => call<{ path: string | null }>('choose_backup'),
  /** Asks where to, and writes; `path` is null where nobody said. */
  save: (args: Saving) => call<{ path: string | null; customers?: number }>('save', args),
  openFolder: (which: 'data' | 'backups' | 'logs') => call<null>('open_folder', { which }),
  zoom: (factor: number) => call<{ zoomed: boolean }>('zoom', { factor }),
  restore: (file: string) => call<Restored>('restore', { file }),
  ringForTest: () => call<Rung>('notify_test'),
  diagnostics: () => call<{ text: string }>('diagnostics'),
  logUi: (message: string) => call<null>('log_ui', { message }),
  arrivals: () => call<{ arrivals: Arrival[] }>('arrivals'),
  /** How large the bar has to be for what it shows, in pixels of a screen at its actual size. */
  barSize: (width: number, height: number) => call<null>('bar_size', { width, height }),
  barAway: () => call<null>('bar_away'),
  /** Puts the bar away and lets the whole window go on. */
  barGoOn: (chosen: Chosen) => call<null>('bar_go_on', chosen),
  leave: () => call<null>('leave'),
  stay: (window: boolean) => call<null>('stay', { window }),
  quit: () => call<null>('quit'),
  bellState: () => call<BellState>('bell_state'),
  autostart: () => call<Autostart>('autostart_get'),
  setAutostart: (on: boolean) => call<Autostart>('autostart_set', { on }),
  anywhere: () => call<Anywhere>('anywhere_get'),
  setAnywhere: (key: string) => call<Anywhere>('anywhere_set', { key }),

  setUp: (args: { name: string; office: string; zone: string; region: string; locale: string }) =>
    call<{ office: wire.Office; member: wire.Member }>('set_up', args),
  members: () => call<{ members: wire.Member[] }>('member_list'),
  addMember: (name: string, role: wire.Role) => call<wire.Member>('member_add', { name, role, new: true }),
  setRole: (name: string, role: wire.Role) => call<wire.Member>('member_add', { name, role }),
  renameMember: (member: string, name: string) => call<wire.Member>('member_rename', { member, name }),
  dismissMember: (member: string, hand_to: string) => call<wire.MemberGone>('member_leave', { member, hand_to }),
  setBackup: (member: string, backup: string | null) => call<wire.Member>('member_backup', { member, backup }),
  setAway: (away: { member: string; from: string; to: string; backup: string | null }) => call<wire.Member>('member_away', away),
  setBack: (member: string) => call<wire.Member>('member_back', { member }),
  changeOffice: (change: wire.OfficeChange) => call<wire.Office>('office_change', change),
  readHours: (text: string) => call<wire.ReadHours>('hours_read', { text }),
  calendar: () => call<wire.CalendarShown>('calendar_show'),
  /** `holidays`: as if those were kept; nothing is written. */
  calendarDays: (year: number, holidays?: string) => call<wire.CalendarDays>('calendar_days', { year, holidays }),
  setDays: (change: wire.DayChange) => call<{ days: wire.CalendarDay[] }>('calendar_set', change),
  signIn: async (member: string) => {
    await leave()
    return call<wire.Member>('sign_in', { member })
  },

  find: (query: string, limit?: number) => call<wire.Found>('find', { query, limit }),
  caller: (text: string) => call<wire.Caller>('caller', { text }),
  customer: (id: wire.Id) => call<wire.CustomerDetail>('customer_show', { id }),
  addCustomer: (args: wire.NewCustomer) => call<wire.CustomerDetail>('customer_add', args),
  changeCustomer: (args: WithId & wire.CustomerChange) => call<wire.CustomerDetail>('customer_change', args),
  relate: (args: wire.NewRelation) => call<wire.CustomerNoted>('customer_relate', args),
  changeRelation: (args: wire.RelationChange) => call<wire.CustomerNoted>('relation_change', args),
  endRelation: (id: wire.Id, customer: wire.Id) => call<wire.CustomerNoted>('relation_end', { id, customer }),
  restrictContact: (customer: wire.Id, channels: readonly wire.Channel[], reason: string) =>
    call<wire.CustomerNoted>('contact_restrict', { customer, channels, reason }),
  allowContact: (customer: wire.Id, channels: readonly wire.Channel[], reason: string) =>
    call<wire.CustomerNoted>('contact_allow', { customer, channels, reason }),
  timeline: (args: { customer: wire.Id; limit?: number; before?: wire.Id; kinds?: string[] }) =>
    call<wire.Timeline>('timeline', args),
  logContact: (args: { customer: wire.Id } & wire.NewContact) => call<wire.Logged>('contact_log', args),
  correct: (entry: wire.Id, text: string) => call<wire.TimelineEntry>('entry_correct', { entry, text }),
  takeBack: (id: wire.Id, reason?: string) => call<wire.TakenBack>('take_back', { id, reason }),
  redo: (id: wire.Id) => call<wire.TakenBack>('redo', { id }),

  queue: (owner: string, limit: number) => call<wire.Queue>('queue', { owner, limit }),
  today: (owner?: string) => call<wire.Today>('today', { owner }),
  makePromise: (args: { customer: wire.Id } & wire.NewPromise) => call<wire.PromiseRow>('promise_make', args),
  promise: (id: wire.Id) => call<wire.PromiseRow>('promise_show', { id }),
  keep: (id: wire.Id, evidence?: string) => call<wire.PromiseRow>('promise_keep', { id, evidence }),
  /** Kept, and the next one made, in one write. */
  keepAndMake: (id: wire.Id, evidence: string | undefined, next: wire.NewPromise) =>
    call<wire.KeptAndMade>('promise_keep_and_make', { id, evidence, next }),
  breakPromise: (id: wire.Id, reason: string) => call<wire.PromiseRow>('promise_break', { id, reason }),
  withdraw: (id: wire.Id, reason: string) => call<wire.PromiseRow>('promise_withdraw', { id, reason }),
  move: (id: wire.Id, due: string, agreed: boolean) => call<wire.PromiseRow>('promise_move', { id, due, agreed }),
  handOver: (id: wire.Id, to: string) => call<wire.PromiseRow>('promise_hand_over', { id, to }),
  /** Asks a colleague to take it over; it stays with its owner until they do. */
  offer: (id: wire.Id, to: string) => call<wire.PromiseRow>('promise_offer', { id, to }),
  accept: (id: wire.Id, offer: wire.Id) => call<wire.PromiseRow>('promise_accept', { id, offer }),
  decline: (id: wire.Id, offer: wire.Id, reason: string) => call<wire.PromiseRow>('promise_decline', { id, offer, reason }),
  /** What it would mean to hand it to somebody; nothing is written. */
  readHanding: (id: wire.Id, to: string) => call<wire.Handing>('handing_read', { id, to }),
  offers: async () => (await call<{ offers: wire.Offered[] }>('offers')).offers,
  /** How a try to reach the customer ended; plans what comes of it. */
  dispose: (id: wire.Id, outcome: wire.Outcome, text?: string) =>
    call<wire.Disposition>('promise_disposition', { id, outcome, text }),
  risk: (owner?: string) => call<wire.Risks>('risk', { owner }),
  snooze: (id: wire.Id, until: string) => call<wire.PromiseRow>('promise_snooze', { id, until }),
  /** Somebody saw what is due; gives how many of them waited for that. */
  see: (ids: readonly wire.Id[]) => call<{ seen: number }>('reminder_seen', { ids }),
  /** This desk tells nothing until then; null ends it. */
  pauseReminders: (until: string | null) => call<{ until: string | null }>('reminders_pause', { until }),
  repeat: (id: wire.Id, repeat: string, on_closed: wire.OnClosed) => call<wire.PromiseRow>('promise_repeat', { id, repeat, on_closed }),
  series: (id: wire.Id) => call<{ total: number; promises: wire.PromiseRow[]; next: wire.ComesNext | null }>('promise_series', { id }),
  readRepeat: (text: string, due: string, on_closed: wire.OnClosed) => call<wire.ReadRepeat>('repeat_read', { text, due, on_closed }),
  readWhen: (text: string, past = false) => call<wire.ReadWhen>('when_read', { text, past }),
  /** Where a range begins or ends: a day alone is its first instant. */
  readEdge: (text: string) => call<wire.ReadWhen>('when_read', { text, edge: true }),

  previewImport: (request: wire.ImportRequest) => call<wire.ImportReport>('import_preview', request),
  runImport: (request: wire.ImportRequest) => call<wire.ImportReport>('import_run', request),
  progress: () => call<{ job: wire.Progress | null }>('progress'),
  cancelProgress: () => call<{ cancelled: boolean }>('progress_cancel'),
  imports: () => call<{ imports: wire.ImportRow[] }>('imports'),
  undoImport: (id: wire.Id) => call<wire.ImportUndone>('import_undo', { id }),

  capture: (text: string, customer?: wire.Id) => call<wire.Captured>('capture', { text, customer }),
  doubles: (draft: wire.NewCustomer) => call<{ doubles: wire.Double[] }>('customer_doubles', { draft }),
  drafts: async () => (await call<{ drafts: wire.Draft[] }>('draft_list')).drafts,
  putDraft: (key: string, value: string | null) => call<null>('draft_put', { key, value }),
  preferences: async () => (await call<{ preferences: Preferences }>('preference_list')).preferences,
  setPreference: (name: string, value: unknown) => call<unknown>('preference_set', { name, value }),
  backups: () => call<{ newest: wire.Backup | null; count: number; backups: wire.Backup[] }>('backups'),
  backUp: () => call<wire.Backup>('backup_now'),
  lookIntoBackup: (file: string) => call<wire.BackupHeld>('backup_look', { file }),
  check: () => call<wire.Checked>('check'),
  about: () => call<wire.About>('about'),
}

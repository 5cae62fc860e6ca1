import { api, Refusal } from '../api'
import type { Office, OfficeChange } from '../api/wire'
import { words } from '../words'
import { readLadder, type Step, steps, writeLadder } from './ladder'

/** What is proposed where nothing was set. */
const proposal = { from: '20:00', to: '08:00', days: '3', minutes: { again: '5', backup: '15', managers: '30' } } as const

/** How the office is reminded, while it is edited: quiet hours, steps, and when a customer has gone quiet. Only what differs is written. */
export class RemindersForm {
  isQuiet = $state(false)
  from = $state<string>(proposal.from)
  to = $state<string>(proposal.to)
  on = $state<Record<Step, boolean>>({ again: true, backup: true, managers: true })
  minutes = $state<Record<Step, string>>({ ...proposal.minutes })
  isGoneQuiet = $state(true)
  days = $state<string>(proposal.days)
  problem = $state<string>()
  isBusy = $state(false)
  #before = $state.raw<Office>()

  begin(office: Office): void {
    this.#before = office
    const [from, to] = office.quiet.split('-')
    this.isQuiet = from !== undefined && to !== undefined
    this.from = this.isQuiet ? (from ?? proposal.from) : proposal.from
    this.to = this.isQuiet ? (to ?? proposal.to) : proposal.to
    const ladder = readLadder(office.ladder)
    for (const step of steps) {
      this.on[step] = ladder[step] !== undefined
      this.minutes[step] = String(ladder[step] ?? proposal.minutes[step])
    }
    this.isGoneQuiet = office.gone_quiet > 0
    this.days = office.gone_quiet > 0 ? String(office.gone_quiet) : proposal.days
    this.problem = undefined
  }

  /** What differs from what is set. */
  get change(): OfficeChange {
    const before = this.#before
    if (!before) return {}
    const quiet = this.isQuiet ? `${this.from.trim()}-${this.to.trim()}` : ''
    const minutes = (step: Step) => (this.on[step] ? Number(this.minutes[step].trim() || NaN) : undefined)
    const ladder = writeLadder({ again: minutes('again'), backup: minutes('backup'), managers: minutes('managers') })
    const days = this.isGoneQuiet ? this.days.trim() : 'off'
    return {
      ...(quiet === before.quiet.replace('off', '') ? {} : { quiet: quiet || 'off' }),
      ...(ladder === writeLadder(readLadder(before.ladder)) ? {} : { ladder }),
      ...(days === (before.gone_quiet > 0 ? String(before.gone_quiet) : 'off') ? {} : { gone_quiet: days || '0' }),
    }
  }

  get isChanged(): boolean {
    return Object.keys(this.change).length > 0
  }

  /** Whether it was written. What cannot be read the core says in a sentence. */
  async save(): Promise<boolean> {
    if (this.isBusy) return false
    this.isBusy = true
    this.problem = undefined
    try {
      this.begin(await api.changeOffice(this.change))
      return true
    } catch (thrown) {
      this.problem = thrown instanceof Refusal ? thrown.message : words.failed.silent
      return false
    } finally {
      this.isBusy = false
    }
  }

  discard(): void {
    if (this.#before) this.begin(this.#before)
  }
}

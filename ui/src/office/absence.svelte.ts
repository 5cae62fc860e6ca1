import { api, Refusal } from '../api'
import type { AbsenceRow, Member } from '../api/wire'
import { DueDraft } from '../promise/due.svelte'
import { words } from '../words'

/** An absence being typed: from when, until when, and who stands in. */
export class AbsenceDraft {
  readonly from = new DueDraft(api.readEdge)
  readonly to = new DueDraft(api.readEdge)
  backup = $state('')
  needs = $state.raw<{ from?: string; to?: string; backup?: string }>({})
  problem = $state<string>()
  isBusy = $state(false)
  readonly member: string

  constructor(member: Member) {
    this.member = member.name
    this.backup = member.backup ?? ''
  }

  /** The member as they stand then, once it is written. */
  async save(): Promise<Member | undefined> {
    const said = words.absences
    const [from, to] = [await this.from.read(), await this.to.read()]
    this.needs = {
      ...(this.from.typed.trim() ? {} : { from: said.needFrom }),
      ...(this.to.typed.trim() ? {} : { to: said.needTo }),
      ...(this.backup ? {} : { backup: said.needBackup }),
    }
    if (!from || !to || !this.backup || this.isBusy) return undefined
    this.isBusy = true
    this.problem = undefined
    try {
      return await api.setAway({ member: this.member, from: from.at, to: to.at, backup: this.backup })
    } catch (thrown) {
      this.problem = thrown instanceof Refusal ? thrown.message : words.failed.silent
      return undefined
    } finally {
      this.isBusy = false
    }
  }
}

/** Lets a member be away as they were to be before. */
export async function restoreAbsences(member: string, absences: readonly AbsenceRow[]): Promise<void> {
  // Somebody who is not away cannot come back, which is no matter here.
  await api.setBack(member).catch(() => undefined)
  for (const { from, to, backup } of absences) await api.setAway({ member, from, to, backup })
}

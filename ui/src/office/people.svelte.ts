import { api, Refusal } from '../api'
import type { Member, MemberGone, Role } from '../api/wire'
import { words } from '../words'

/** What is being done to a member. */
export type Doing = { is: 'rename'; name: string; to: string } | { is: 'leave'; name: string; heir: string; owes?: { total: number; late: number } }

/** The people of the office while they are changed. */
export class People {
  doing = $state<Doing>()
  problem = $state<string>()
  /** What is wrong with the colleague being added. */
  refused = $state<string>()
  isBusy = $state(false)
  readonly #changed: () => Promise<unknown>

  /** `changed` reads again who is here. */
  constructor(changed: () => Promise<unknown>) {
    this.#changed = changed
  }

  rename(member: Member): void {
    this.problem = undefined
    this.doing = { is: 'rename', name: member.name, to: member.name }
  }

  /** Asks who takes over, and counts meanwhile what there is to take over. */
  async leave(member: Member): Promise<void> {
    this.problem = undefined
    this.doing = { is: 'leave', name: member.name, heir: '' }
    try {
      const { total, late } = await api.queue(member.name, 1)
      if (this.doing?.is === 'leave' && this.doing.name === member.name) this.doing.owes = { total, late }
    } catch (thrown) {
      this.problem = said(thrown)
    }
  }

  type(name: string): void {
    if (this.doing?.is === 'rename') this.doing.to = name
  }

  choose(heir: string): void {
    if (this.doing?.is === 'leave') this.doing.heir = heir
  }

  stop(): void {
    this.doing = undefined
    this.problem = undefined
  }

  async add(name: string, role: Role): Promise<Member | undefined> {
    let added: Member | undefined
    this.refused = undefined
    try {
      added = await api.addMember(name, role)
      await this.#changed()
    } catch (thrown) {
      this.refused = said(thrown)
    }
    return added
  }

  setRole(member: Member, role: Role): Promise<boolean> {
    return this.#tell(() => api.setRole(member.name, role))
  }

  setDepartment(member: Member, department: string): Promise<boolean> {
    return this.#tell(() => api.setDepartment(member.name, department))
  }

  /** The new name, once it is written. */
  async finishRename(): Promise<string | undefined> {
    const { doing } = this
    if (doing?.is !== 'rename') return undefined
    const done = await this.#tell(() => api.renameMember(doing.name, doing.to))
    if (done) this.stop()
    return done ? doing.to.trim() : undefined
  }

  /** Who has gone and with how many promises handed over, once it is written. */
  async finishLeave(): Promise<MemberGone | undefined> {
    const { doing } = this
    if (doing?.is !== 'leave') return undefined
    if (!doing.heir) {
      this.problem = words.people.chooseHeir
      return undefined
    }
    let gone: MemberGone | undefined
    const done = await this.#tell(async () => { gone = await api.dismissMember(doing.name, doing.heir) })
    if (done) this.stop()
    return gone
  }

  async #tell(act: () => Promise<unknown>): Promise<boolean> {
    this.problem = undefined
    this.isBusy = true
    try {
      await act()
      await this.#changed()
      return true
    } catch (thrown) {
      this.problem = said(thrown)
      return false
    } finally {
      this.isBusy = false
    }
  }
}

function said(thrown: unknown): string {
  return thrown instanceof Refusal ? thrown.message : words.failed.silent
}

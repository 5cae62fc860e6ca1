import { api, Load, Refusal } from '../api'
import type { Restored, Saving } from '../api/host'
import type { BackupHeld, Checked } from '../api/wire'
import { words } from '../words'

/** What is being done about the office's file. */
export type Busy = 'backing_up' | 'checking' | 'looking' | 'restoring' | 'saving' | 'telling'

/** Keeping the office safe, by hand. One thing at a time. */
export class Keeping {
  busy = $state<Busy>()
  /** What was asked and could not be done. */
  problem = $state.raw<{ about: Busy; text: string }>()
  checked = $state.raw<Checked>()
  /** A backup that was looked into, before it is restored. */
  looked = $state.raw<{ file: string; held?: BackupHeld }>()
  diagnostics = $state<string>()
  readonly backups = new Load(api.backups)

  async backUp(): Promise<number | undefined> {
    const made = await this.#do('backing_up', api.backUp)
    await this.backups.again()
    return made?.bytes
  }

  async check(): Promise<void> {
    this.checked = undefined
    this.checked = await this.#do('checking', api.check)
  }

  /** Where it was saved; nothing where nobody chose a place. */
  async save(what: Saving): Promise<{ path: string; customers: number } | undefined> {
    const saved = await this.#do('saving', () => api.save(what))
    return saved?.path ? { path: saved.path, customers: saved.customers ?? 0 } : undefined
  }

  async look(file: string): Promise<void> {
    this.looked = { file }
    const held = await this.#do('looking', () => api.lookIntoBackup(file))
    if (this.looked?.file === file) this.looked = held ? { file, held } : undefined
  }

  async lookElsewhere(): Promise<void> {
    const chosen = await this.#do('looking', api.chooseBackup)
    if (chosen?.path) await this.look(chosen.path)
  }

  async restore(): Promise<Restored | undefined> {
    const file = this.looked?.file
    if (!file) return undefined
    const restored = await this.#do('restoring', () => api.restore(file))
    if (restored) this.looked = undefined
    return restored
  }

  async tell(): Promise<void> {
    this.diagnostics = (await this.#do('telling', api.diagnostics))?.text
  }

  async #do<T>(what: Busy, act: () => Promise<T>): Promise<T | undefined> {
    if (this.busy) return undefined
    this.busy = what
    this.problem = undefined
    try {
      return await act()
    } catch (thrown) {
      this.problem = { about: what, text: thrown instanceof Refusal ? thrown.message : words.failed.silent }
      return undefined
    } finally {
      this.busy = undefined
    }
  }
}

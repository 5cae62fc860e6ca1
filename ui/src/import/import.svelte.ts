import { api, Load, Refusal } from '../api'
import type { Id, ImportReport, ImportUndone } from '../api/wire'
import { words } from '../words'

/** One import, from the choice of a file to its report. */
export class Import {
  step = $state<'choose' | 'reading' | 'preview' | 'running' | 'done'>('choose')
  preview = $state.raw<ImportReport>()
  done = $state.raw<ImportReport>()
  problem = $state<string>()
  readonly earlier = new Load(() => api.imports())
  #path = ''

  async choose(): Promise<void> {
    await this.#tell('choose', async () => {
      const { path } = await api.chooseImport()
      if (!path) return
      this.#path = path
      this.step = 'reading'
      this.preview = await api.previewImport([path])
      this.step = 'preview'
    })
  }

  async run(): Promise<void> {
    const { preview } = this
    if (!preview || this.step !== 'preview') return
    await this.#tell('preview', async () => {
      this.step = 'running'
      this.done = await api.runImport([this.#path], preview.fingerprint)
      this.step = 'done'
      await this.earlier.again()
    })
  }

  async undo(id: Id): Promise<ImportUndone | undefined> {
    let undone: ImportUndone | undefined
    await this.#tell(this.step, async () => {
      undone = await api.undoImport(id)
      await this.earlier.again()
    })
    return undone
  }

  /** On a refusal the sentence stands where one was. */
  async #tell(where: Import['step'], act: () => Promise<void>): Promise<void> {
    this.problem = undefined
    try {
      await act()
    } catch (thrown) {
      this.step = where
      this.problem = thrown instanceof Refusal ? thrown.message : words.failed.silent
    }
  }
}

import { api, Load, Refusal } from '../api'
import type { DateOrder, Id, ImportFileReport, ImportReport, ImportRequest, ImportUndone, Progress } from '../api/wire'
import { words } from '../words'

/** How often the count is asked for while something long runs. In milliseconds. */
const beat = 150

/** What a person has said about how the files are to be read, where it should not be found out. */
export type Choices = {
  encoding?: string | undefined
  delimiter?: string | undefined
  date_order?: DateOrder | undefined
  no_match?: boolean
  map: Readonly<Record<string, string>>
}

/** One import, from the choice of a file to its report. It goes on while one looks at something else. */
export class Import {
  step = $state<'choose' | 'reading' | 'preview' | 'running' | 'done'>('choose')
  preview = $state.raw<ImportReport>()
  done = $state.raw<ImportReport>()
  problem = $state<string>()
  choices = $state.raw<Choices>({ map: {} })
  /** How the file was read before anybody said otherwise. */
  found = $state.raw({ encoding: '', delimiter: '' })
  progress = $state.raw<Progress | null>(null)
  isCancelling = $state(false)
  /** Something that went as it should and is worth a word where the problem would stand. */
  note = $state<string>()
  /** Whether files are held over the window. */
  dragging = $state(false)
  readonly earlier = new Load(() => api.imports())
  #paths: string[] = []
  /** Of several previews asked for, the last counts. */
  #asked = 0
  #reading: Promise<unknown> = Promise.resolve()

  /** Whether something is being done that must not be mixed with another file. */
  get isBusy(): boolean {
    return this.step === 'running'
  }

  async choose(): Promise<void> {
    await this.#tell(async () => {
      const { path } = await api.chooseImport()
      if (path) await this.take([path])
    })
  }

  /** Begins with these files, as they were chosen or let go over the window. */
  async take(paths: readonly string[]): Promise<void> {
    this.#paths = [...paths]
    this.choices = { map: {} }
    this.preview = undefined
    this.done = undefined
    await this.#read()
  }

  /** Says how the files are to be read, and reads them again. */
  async say(choice: Partial<Choices>): Promise<void> {
    // Other letters or another mark make other columns: what was said of the old ones may mean none of them.
    const map = 'delimiter' in choice || 'encoding' in choice ? {} : this.choices.map
    this.choices = { ...this.choices, map, ...choice }
    await this.#read()
  }

  /** What a column becomes; nothing: as it was found. */
  async map(column: string, field: string | undefined): Promise<void> {
    const others = Object.entries(this.choices.map).filter(([other]) => other !== column)
    await this.say({ map: Object.fromEntries(field === undefined ? others : [...others, [column, field]]) })
  }

  async run(): Promise<void> {
    const { preview } = this
    if (!preview || this.step !== 'preview') return
    await this.#reading
    await this.#watched('running', 'preview', async () => {
      this.done = await api.runImport({ ...this.#request, fingerprint: preview.fingerprint })
      this.step = 'done'
      await this.earlier.again()
    })
  }

  /** Calls off what is under way; nothing of it is written. */
  async cancel(): Promise<void> {
    this.isCancelling = (await api.cancelProgress()).cancelled
  }

  async undo(id: Id): Promise<ImportUndone | undefined> {
    let undone: ImportUndone | undefined
    await this.#tell(async () => {
      undone = await api.undoImport(id)
      await this.earlier.again()
    })
    return undone
  }

  /** Where the report was saved; nothing where nobody chose a place. */
  async save(): Promise<string | null> {
    const report = this.done ?? this.preview
    let path: string | null = null
    if (report) await this.#tell(async () => { path = (await api.save({ what: 'import_report', name: words.importing.reportName, report })).path })
    return path
  }

  get #request(): ImportRequest {
    const { map, encoding, delimiter, date_order, no_match } = this.choices
    return {
      paths: this.#paths,
      ...(Object.keys(map).length > 0 && { map }), ...(encoding && { encoding }), ...(delimiter && { delimiter }),
      ...(date_order && { date_order }), ...(no_match && { no_match }),
    }
  }

  /** Reads the files anew. What was read before stays on screen; a reading that is no longer wanted is called off. */
  async #read(): Promise<void> {
    const turn = ++this.#asked
    if (this.progress || this.step === 'reading') await api.cancelProgress()
    await this.#reading
    if (turn !== this.#asked) return
    const where = this.preview ? 'preview' : 'choose'
    const reading = this.#watched('reading', where, async () => {
      const preview = await api.previewImport(this.#request)
      if (turn !== this.#asked) return
      this.preview = preview
      const [file] = preview.files
      this.found = {
        encoding: this.choices.encoding ? this.found.encoding : (file?.encoding ?? ''),
        delimiter: this.choices.delimiter ? this.found.delimiter : (file?.delimiter ?? ''),
      }
      this.step = 'preview'
    })
    this.#reading = reading
    await reading
  }

  /** Does something long, counts it meanwhile, and stands at `otherwise` where it was refused or called off. */
  async #watched(step: 'reading' | 'running', otherwise: Import['step'], act: () => Promise<void>): Promise<void> {
    this.step = step
    this.isCancelling = false
    this.note = undefined
    const count = setInterval(() => void this.#count(), beat)
    try {
      await this.#tell(act)
    } finally {
      clearInterval(count)
      this.progress = null
    }
    if (this.step === step) this.step = otherwise
    if (this.isCancelling && this.problem !== undefined) {
      this.problem = undefined
      this.note = words.importing.cancelled
    }
    this.isCancelling = false
  }

  async #count(): Promise<void> {
    try {
      const { job } = await api.progress()
      if (this.step === 'reading' || this.step === 'running') this.progress = job
    } catch {
      // What is under way says itself what is wrong.
    }
  }

  /** On a refusal the sentence stands where one was. */
  async #tell(act: () => Promise<void>): Promise<void> {
    this.problem = undefined
    try {
      await act()
    } catch (thrown) {
      this.problem = thrown instanceof Refusal ? thrown.message : words.failed.silent
    }
  }
}

/** A column of a file: its title, its place from 1, what it becomes and what stands in it. */
export type Column = { title: string; key: string; field: string | null; cells: readonly string[] }

/** The columns of a file. One whose title comes twice is spoken of by its place. */
export function columnsOf(file: ImportFileReport): Column[] {
  return Object.entries(file.columns).map(([title, field], at, all) => {
    const isTwin = all.some(([other], n) => n !== at && (other === `${title} (${n + 1})` || title === `${other} (${at + 1})`))
    return { title, key: isTwin ? String(at + 1) : title, field, cells: file.cells[title] ?? [] }
  })
}

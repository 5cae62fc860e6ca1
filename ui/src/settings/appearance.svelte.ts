import { untrack } from 'svelte'
import { hearKeys } from '../frame/keys'
import type { ThemeChoice } from '../frame/theme.svelte'
import type { Preferences } from './preferences.svelte'

export type Density = 'normal' | 'compact' | 'comfortable'

/** Steps of size, as parts of the actual one. */
export const zooms = [1, 0.8, 0.9, 1.1, 1.25, 1.5, 1.75, 2] as const satisfies readonly [number, ...number[]]
const densities = ['normal', 'compact', 'comfortable'] as const satisfies readonly [Density, ...Density[]]
const inOrder = [...zooms].toSorted((one, other) => one - other)

/** How the window looks at this desk: theme, how close rows stand, and size. */
export class Appearance {
  readonly #theme: ThemeChoice
  readonly #preferences: Preferences
  readonly #zoomWindow: ((factor: number) => unknown) | undefined
  #isLoaded = $state(false)
  readonly density = $derived.by(() => this.#preferences.oneOf('density', densities))
  readonly zoom = $derived.by(() => this.#preferences.oneOf('zoom', zooms))

  /** `zoomWindow` sets the size of the desktop's window; there is none where a browser does it itself. */
  constructor(theme: ThemeChoice, preferences: Preferences, zoomWindow?: (factor: number) => unknown) {
    this.#theme = theme
    this.#preferences = preferences
    this.#zoomWindow = zoomWindow
  }

  /** Whether size is this window's own to choose. */
  get canZoom(): boolean {
    return this.#zoomWindow !== undefined
  }

  setDensity(density: Density): void {
    void this.#preferences.set('density', density)
  }

  setZoom(zoom: number): void {
    void this.#preferences.set('zoom', zoom)
  }

  /** One step larger or smaller, as far as there are any. */
  step(by: 1 | -1): void {
    const next = inOrder[inOrder.indexOf(this.zoom) + by]
    if (next !== undefined) this.setZoom(next)
  }

  /** Reads what was chosen and shows it, until the returned function is called. */
  run(): () => void {
    const stop = $effect.root(() => {
      $effect(() => { document.documentElement.dataset['density'] = this.density })
      $effect(() => { this.#zoomWindow?.(this.zoom) })
      $effect(() => { this.#keepTheme(this.#theme.theme) })
    })
    const keys = this.canZoom
      ? hearKeys({
          'Control+=': () => this.step(1), 'Control+Shift++': () => this.step(1), 'Control++': () => this.step(1),
          'Control+-': () => this.step(-1), 'Control+0': () => this.setZoom(1),
        })
      : undefined
    void this.load()
    return () => { stop(); keys?.() }
  }

  /** The page remembers the theme itself, so that its first paint is right; what the desk has kept counts. */
  async load(): Promise<void> {
    try {
      await this.#preferences.load()
    } catch {
      // An office that is not open yet keeps no choices: they are read once it is.
      return
    }
    const kept = this.#preferences.get('theme')
    if ((kept === 'light' || kept === 'dark' || kept === 'auto') && kept !== this.#theme.theme) this.#theme.choose(kept)
    this.#isLoaded = true
  }

  /** Keeps a theme that was chosen, wherever in the window that was. */
  #keepTheme(theme: string): void {
    if (this.#isLoaded && theme !== untrack(() => this.#preferences.get('theme') ?? 'auto')) void this.#preferences.set('theme', theme)
  }
}

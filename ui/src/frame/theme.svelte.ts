export type Theme = 'light' | 'dark' | 'auto'

const place = 'kept.theme'

/** Light, dark, or as the system: this desk's own choice, shared with nobody. */
export class ThemeChoice {
  theme = $state<Theme>('auto')

  constructor() {
    const stored = localStorage.getItem(place)
    if (stored === 'light' || stored === 'dark') this.theme = stored
    this.#show()
  }

  choose(theme: Theme): void {
    this.theme = theme
    localStorage.setItem(place, theme)
    this.#show()
  }

  /** From what is seen now to the other of the two. */
  next(): void {
    const isDark = this.theme === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : this.theme === 'dark'
    this.choose(isDark ? 'light' : 'dark')
  }

  #show(): void {
    if (this.theme === 'auto') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = this.theme
  }
}

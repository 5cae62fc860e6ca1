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

  #show(): void {
    if (this.theme === 'auto') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = this.theme
  }
}

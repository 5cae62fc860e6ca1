import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { flushSync } from 'svelte'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Refusal } from '../api'
import { ThemeChoice } from '../frame/theme.svelte'
import { either, Labels } from '../time/labels'
import { Appearance } from './appearance.svelte'
import { licences } from './licences'
import { Preferences } from './preferences.svelte'
import { Week } from './week.svelte'

const top = (path: string) => readFileSync(join(process.cwd(), '..', path), 'utf8')
const settled = () => new Promise((done) => setTimeout(done, 0))

function desk(before: Record<string, unknown> = {}) {
  const kept = new Map(Object.entries(before))
  const set = vi.fn((name: string, value: unknown) => Promise.resolve(void kept.set(name, value)))
  return { kept, set, preferences: new Preferences({ list: () => Promise.resolve(Object.fromEntries(kept)), set }) }
}

describe('a preference', () => {
  it('is what was chosen, where that is one of the choices, and else the first', async () => {
    const { preferences } = desk({ density: 'compact', zoom: 17 })
    expect(preferences.oneOf('density', ['normal', 'compact'])).toBe('normal')
    await preferences.load()
    expect(preferences.oneOf('density', ['normal', 'compact'])).toBe('compact')
    expect(preferences.oneOf('zoom', [1, 2])).toBe(1)
  })

  it('chosen before the old ones were read stays', async () => {
    const { preferences } = desk({ density: 'compact' })
    await preferences.set('density', 'comfortable')
    await preferences.load()
    expect(preferences.get('density')).toBe('comfortable')
  })
})

describe('appearance', () => {
  beforeEach(() => localStorage.clear())

  it('is shown as it was chosen, and a theme chosen anywhere is kept', async () => {
    const { preferences, set } = desk({ density: 'compact', theme: 'dark', zoom: 1.25 })
    const theme = new ThemeChoice()
    const zoomed: number[] = []
    const look = new Appearance(theme, preferences, (factor) => zoomed.push(factor))
    const stop = look.run()
    await settled()
    flushSync()
    expect(document.documentElement.dataset['density']).toBe('compact')
    expect(document.documentElement.dataset['theme']).toBe('dark')
    expect(zoomed.at(-1)).toBe(1.25)
    expect(set).not.toHaveBeenCalled()
    theme.choose('light')
    flushSync()
    expect(set).toHaveBeenCalledWith('theme', 'light')
    stop()
  })

  it('grows and shrinks a step at a time and stops at the ends', () => {
    const { preferences } = desk()
    const look = new Appearance(new ThemeChoice(), preferences, () => undefined)
    const seen: number[] = []
    for (let n = 0; n < 9; n++) { look.step(1); seen.push(look.zoom) }
    expect(seen.slice(0, 5)).toEqual([1.1, 1.25, 1.5, 1.75, 2])
    expect(look.zoom).toBe(2)
    for (let n = 0; n < 12; n++) look.step(-1)
    expect(look.zoom).toBe(0.8)
  })
})

describe('a week of opening hours', () => {
  const read = (text: string) =>
    text.includes('x') ? Promise.reject(new Refusal({ code: 'invalid', message: 'That is no time.', suggest: [] }))
      : Promise.resolve({ hours: text, week: Array.from({ length: 7 }, () => []) })

  it('is written day by day, days without a time left out', async () => {
    const week = new Week(read)
    await week.begin('')
    expect(week.text).toBe('')
    week.setAlways(false)
    expect(week.text).toBe('mon 09:00-18:00; tue 09:00-18:00; wed 09:00-18:00; thu 09:00-18:00; fri 09:00-18:00')
    week.add(0)
    week.days[0] = [{ from: '8', to: '12' }, { from: '13', to: '18' }]
    week.remove(4, 0)
    week.copy(0, [0, 1, 2, 3, 4])
    expect(week.text.startsWith('mon 8-12,13-18; tue 8-12,13-18;')).toBe(true)
  })

  it('closed on every day is asked of the core, which says so', async () => {
    const week = new Week(read)
    await week.begin('mon 9-18')
    week.isAlways = false
    week.days = Array.from({ length: 7 }, () => [])
    expect(week.text).toBe('sun closed')
  })

  it('keeps what was right while what is typed is wrong', async () => {
    const week = new Week(read)
    await week.begin('mon 9-18')
    week.days[0] = [{ from: 'x', to: '18' }]
    await week.check()
    expect([week.problem, week.hours]).toEqual(['That is no time.', 'mon 9-18'])
  })

  it('knows the day that is wrong, and nothing typed is lost', async () => {
    const week = new Week(read)
    await week.begin('mon 9-18')
    week.isAlways = false
    week.days = week.days.map((_, day) => (day === 2 ? [{ from: 'x', to: '18' }] : [{ from: '9', to: '18' }]))
    await week.check()
    expect([week.problemDay, week.days[2]]).toEqual([2, [{ from: 'x', to: '18' }]])
    week.setOpen(2, false)
    await settled()
    expect([week.problem, week.problemDay]).toEqual([undefined, undefined])
    week.setOpen(2, true)
    expect(week.days[2]).toEqual([{ from: 'x', to: '18' }])
  })
})

describe('the list of licences', () => {
  it('names everything that Kept is built on', () => {
    const listed = new Set(licences.flatMap((one) => one.packages))
    const page = Object.keys((JSON.parse(top('ui/package.json')) as { dependencies: object }).dependencies)
    const crates = ['core', 'host', '.'].flatMap((crate) => {
      const [, dependencies = ''] = top(`src-tauri/${crate}/Cargo.toml`).split(/^\[dependencies\]$/m)
      return [...(dependencies.split(/^\[/m)[0] ?? '').matchAll(/^([\w-]+)[ .]/gm)].map(([, name]) => name ?? '')
    })
    expect(crates.length).toBeGreaterThan(15)
    const missing = [...page, ...crates].filter((name) => !listed.has(name) && !name.startsWith('kept-') && !name.startsWith('tauri-'))
    expect(missing).toEqual([])
  })
})

describe('labels', () => {
  it('tell a size, a choice of names and the week in the locale’s order', () => {
    const labels = new Labels('UTC', 'en-US')
    expect(labels.size(4_210_000)).toBe('4.2 MB')
    expect(labels.size(120_400)).toBe('120 kB')
    expect(either(['Ruth', 'Amy', 'Dan'])).toBe('Ruth, Amy or Dan')
    expect(new Labels('UTC', 'de-DE').weekdays()[0]).toEqual({ day: 0, name: 'Montag' })
    expect(labels.weekdays().map((one) => one.day).toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6])
  })
})

// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

/** The colours of a rule, by token. */
function colours(rule: string): Record<string, string> {
  const at = css.indexOf(rule)
  const body = css.slice(css.indexOf('{', at + rule.length - 1) + 1, css.indexOf('}', at))
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map(([, name, value]) => [name ?? '', value ?? '']))
}

const themes = {
  light: colours(':root {'),
  'dark by the system': colours(':root:not([data-theme=light]) {'),
  'dark by choice': colours(':root[data-theme=dark] {'),
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const surfaces = ['paper', 'surface', 'sunken']
const texts = ['ink', 'ink-2', 'ink-3', 'accent', 'late', 'soon', 'kept', 'info']
const pairs: [string, string][] = [
  ...texts.flatMap((text) => surfaces.map((surface): [string, string] => [text, surface])),
  ['accent-ink', 'accent'], ['late', 'late-soft'], ['soon', 'soon-soft'], ['kept', 'kept-soft'], ['info', 'info-soft'],
  ['ink', 'soon-soft'], ['late', 'soon-soft'], ['ink', 'accent-soft'], ['accent', 'accent-soft'],
]

describe.each(Object.entries(themes))('%s', (_, theme) => {
  const of = (name: string) => {
    const value = theme[name]
    if (!value) throw new Error(`${name} is not a colour of this theme`)
    return value
  }

  it.each(pairs)('%s can be read on %s', (text, surface) => {
    expect(contrast(of(text), of(surface))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(surfaces)('borders of controls and the ring of focus can be made out on %s', (surface) => {
    expect(contrast(of('line-strong'), of(surface))).toBeGreaterThanOrEqual(3)
    expect(contrast(of('accent'), of(surface))).toBeGreaterThanOrEqual(3)
  })
})

it('the two dark themes are the same', () => {
  expect(themes['dark by the system']).toEqual(themes['dark by choice'])
})

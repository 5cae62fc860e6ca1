import { plusDays, weekday } from '../hours/week_picture'
import { words } from '../words'

/** How a series is put together from choices, or typed. */
export type RepeatKind = keyof typeof words.repeat.kinds
/** By which a month's day is named: its date, the weekday counted from its beginning, or the last such weekday. */
export type MonthBy = 'date' | 'nth' | 'last'

/** What was chosen of a rule. */
export type Choices = {
  kind: RepeatKind; every: string; days: Iterable<number>; by: MonthBy
  ends: 'never' | 'until' | 'times'; until: string; times: string; typed: string
}

const short = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/** The place of a date among the same weekdays of its month, from 0, and whether it is the last of them. */
export function nthOf(date: string): { nth: number; isLast: boolean } {
  return { nth: Math.floor((Number(date.slice(8)) - 1) / 7), isLast: plusDays(date, 7).slice(0, 7) !== date.slice(0, 7) }
}

/** The rule in words that the core reads; empty where nothing is to come again. `local`: its first time, as far as that is known. */
export function ruleText(chosen: Choices, local: string | undefined): string {
  if (chosen.kind === 'none') return ''
  if (chosen.kind === 'words') return chosen.typed.trim()
  const every = chosen.every.trim() || '1'
  const unit = chosen.kind
  const begin = every === '1' ? `every ${unit}` : `every ${every} ${unit}s`
  const time = local ? `, ${local.slice(11, 16)}` : ''
  const end = chosen.ends === 'until' ? `, until ${chosen.until.trim()}` : chosen.ends === 'times' ? `, ${chosen.times.trim()} times` : ''
  return `${begin}${local ? place(chosen, local.slice(0, 10), every) : ''}${time}${end}`.replace('every week on', 'every')
}

function place({ kind, days, by }: Choices, date: string, every: string): string {
  const [, month = 1, day = 1] = date.split('-').map(Number)
  if (kind === 'week') {
    const all = [...new Set([weekday(date), ...days])].sort((one, other) => one - other).map((one) => short[one] ?? '')
    return ` on ${all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}` : (all[0] ?? '')}`
  }
  if (kind === 'month') {
    const { nth } = nthOf(date)
    const name = words.repeat.names[by === 'last' ? 4 : nth] ?? ''
    return by === 'date' ? ` on the ${ordinal(day)}` : ` on the ${name} ${short[weekday(date)] ?? ''}`
  }
  return kind === 'year' && every ? ` on ${day} ${months[month - 1] ?? ''}` : ''
}

function ordinal(n: number): string {
  return `${n}${n > 10 && n < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`
}

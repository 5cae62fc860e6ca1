import { api, Refusal } from '../api'
import type { ReadWhen } from '../api/wire'
import { words } from '../words'

type How = { past?: boolean; time?: '0:00' | '23:59' }

/**
 * Reads a day alone, typed in words, and says it back as any time is said back, without the hour that is only asked for.
 * `past`: which way a weekday or a date without a year looks. `time`: whether the day's beginning is meant, or its end.
 */
export async function readDay(text: string, { past = false, time = '0:00' }: How = {}): Promise<ReadWhen> {
  const day = text.trim()
  try {
    return said(day, await read(day, time, past))
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    throw new Refusal(thrown.code === 'invalid'
      ? { code: thrown.code, message: words.time.noDay, suggest: [] }
      : { code: thrown.code, message: thrown.message, suggest: days(day, thrown.suggest) })
  }
}

/** A last day: to its end. */
export const readLastDay = (text: string) => readDay(text, { time: '23:59' })

/** A day that was: `friday` is the last one. */
export const readPastDay = (text: string) => readDay(text, { past: true })

/** Where the clocks skip that hour, its noon is as good. */
async function read(day: string, time: string, past: boolean): Promise<ReadWhen> {
  try {
    return await api.readWhen(`${day} ${time}`, past)
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'impossible') return api.readWhen(`${day} noon`, past)
    throw thrown
  }
}

function said(day: string, when: ReadWhen): ReadWhen {
  return {
    ...when, echo: dayOf(when.echo),
    problems: when.problems.map((problem) => ({ ...problem, message: dayOf(problem.message), suggest: days(day, problem.suggest) })),
  }
}

/** `Friday 6 March, 00:00, in 3 days` without its hour. */
function dayOf(echo: string): string {
  return echo.replace(/, \d\d:\d\d(?: \([^)]*\))*/, '')
}

/** Suggestions of days: without an hour, and in the year that was typed. */
function days(typed: string, suggest: readonly string[]): string[] {
  const year = yearOf(typed)
  const all = suggest.map((one) => one.replace(/ \d?\d:\d\d$/, ''))
  return [...new Set(all.map((one) => (year && !yearOf(one) ? `${one} ${year}` : one)))]
}

/** The year that was typed, if one was. */
export function yearOf(typed: string): string | undefined {
  return /(?<!\d)\d{4}(?!\d)/.exec(typed)?.[0]
}

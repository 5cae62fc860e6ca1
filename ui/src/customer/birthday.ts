import type { ReadWhen } from '../api/wire'
import { readPastDay, yearOf } from '../promise/day'
import { words } from '../words'

/** A leap year: the 29th of February is somebody's birthday. */
const anyYear = '2000'

/** Reads a birthday as it is typed, with the year or without, and says it back. */
export async function readBirthday(text: string): Promise<ReadWhen> {
  const typed = text.trim().replace(/^--/, `${anyYear}-`)
  if (yearOf(typed) && typed === text.trim()) {
    const when = await readPastDay(typed)
    return { ...when, echo: day(when.echo) }
  }
  const when = await readPastDay(yearOf(typed) ? typed : `${typed} ${anyYear}`)
  return { ...when, echo: `${day(when.echo).replace(/^\S+ /, '').replace(new RegExp(`(?: de)? ${anyYear}$`), '')}, ${words.form.noYear}` }
}

/** How it is kept: `1969-07-20`, or `--07-20` where the year is not known. What could not be read stays as it was typed. */
export function birthdayOf(typed: string, when: ReadWhen | undefined): string {
  if (!when) return typed.trim()
  return yearOf(typed) ? when.local.slice(0, 10) : `--${when.local.slice(5, 10)}`
}

/** `Sunday 20 July 1969`, without how long ago that is. */
function day(echo: string): string {
  return echo.split(', ')[0] ?? echo
}

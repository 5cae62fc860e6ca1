import { words } from '../words'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How times are told in this office: in its zone, in its locale's form. Instants are milliseconds since 1970, UTC. */
export class Labels {
  readonly zone: string
  readonly #locale: string
  /** As it is written there: `09:00`, but `9:00 AM`. */
  readonly #hour: 'numeric' | '2-digit'
  /** The days of quarters of an hour: no zone changes its day within one, and a long history asks thousands of times. */
  readonly #days = new Map<number, string>()
  readonly #formats = new Map<string, Intl.DateTimeFormat>()

  constructor(zone: string, locale: string) {
    this.zone = zone
    this.#locale = locale
    this.#hour = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 ? 'numeric' : '2-digit'
  }

  /** The wall time: `15:10`. */
  time(at: number): string {
    return this.#form({ hour: this.#hour, minute: '2-digit' }).format(at)
  }

  /** A wall time of the wire, such as `08:30`, in the locale's form; `24:00` is the day's end. */
  wall(time: string): string {
    const [hour = 0, minute = 0] = time.split(':').map(Number)
    if (hour === 24 && this.#hour === '2-digit') return time
    return this.#form({ hour: this.#hour, minute: '2-digit', timeZone: 'UTC' }).format(Date.UTC(2026, 0, 1, hour, minute))
  }

  /** A whole hour of a scale, in minutes since midnight: `08`, `8 AM`. */
  wallHour(minutes: number): string {
    if (minutes === 24 * 60 && this.#hour === '2-digit') return '24'
    return this.#form({ hour: this.#hour, timeZone: 'UTC' }).format(Date.UTC(2026, 0, 1, 0, minutes))
  }

  /** A calendar date in short: `Mon 16 Nov`. */
  shortDate(date: string): string {
    return this.#form({ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(atNoon(date))
  }

  /** The same with its year: `Fri 25 Dec 2026`. */
  shortDateYear(date: string): string {
    return this.#form({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(atNoon(date))
  }

  /** Minutes since midnight by the clock on the wall. */
  minuteOfDay(at: number): number {
    const parts = this.#form({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', numberingSystem: 'latn' }).formatToParts(at)
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0)
    return part('hour') * 60 + part('minute')
  }

  /** Weekday, day and month, and the year where it is not this one's: `Friday 20 November`. */
  day(at: number, now: number): string {
    return this.#form({ weekday: 'long', day: 'numeric', month: 'long', ...this.#year(at, now) }).format(at)
  }

  /** The day of a calendar date such as `2026-11-23`, whatever the zone. */
  date(date: string, now: number): string {
    const { near, parts } = this.#calendar(date, now)
    const form = near ? { weekday: 'long' as const } : { weekday: 'long' as const, day: 'numeric' as const, month: 'long' as const }
    return this.#form({ ...form, timeZone: 'UTC' }).format(parts)
  }

  /** The day of a calendar date in full: `Saturday 21 November`. */
  fullDate(date: string): string {
    return this.#form({ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(atNoon(date))
  }

  /** A date without weekday: `13 November 1961`. */
  plainDate(date: string): string {
    const at = atNoon(date)
    return Number.isNaN(at) ? date : this.#form({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at)
  }

  /** A heading of the timeline: `Yesterday · Friday 20 November`. */
  heading(at: number, now: number): string {
    const said = this.#relative(at, now)
    const told = this.day(at, now)
    return said ? words.time.dayAndDate(said, told) : told
  }

  /** The shortest that cannot be misread: `18:42` today, `Fri 18:42` this week, else `13 Nov`. */
  short(at: number, now: number): string {
    const days = this.#daysBetween(at, now)
    if (days === 0) return this.time(at)
    if (Math.abs(days) < 7) return `${this.#form({ weekday: 'short' }).format(at)} ${this.time(at)}`
    return this.#form({ day: 'numeric', month: 'short', ...this.#year(at, now) }).format(at)
  }

  /** When something is due: `today 16:00`, `tomorrow 10:00`, `Tue 24 Nov 09:00`. */
  due(at: number, now: number): string {
    const said = this.#relative(at, now)
    if (said) return `${said.toLocaleLowerCase()} ${this.time(at)}`
    const date = this.#form({ weekday: 'short', day: 'numeric', month: 'short', ...this.#year(at, now) }).format(at)
    return `${date} ${this.time(at)}`
  }

  /** Where a range begins or ends: a day alone at its first instant, else as it is due: `tomorrow`, `Mon 23 Nov`. */
  edge(at: number, now: number): string {
    const isWhole = this.#form({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at) === '00:00'
    if (!isWhole) return this.due(at, now)
    return this.#relative(at, now)?.toLocaleLowerCase() ?? this.#form({ weekday: 'short', day: 'numeric', month: 'short', ...this.#year(at, now) }).format(at)
  }

  /** Everything: weekday, date, year and time. */
  full(at: number): string {
    return `${this.#form({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at)}, ${this.time(at)}`
  }

  /** The calendar day in the office's zone, as `2026-11-21`: two instants of one day have the same. */
  dayKey(at: number): string {
    const quarter = Math.floor(at / (15 * minute))
    let day = this.#days.get(quarter)
    if (day === undefined) {
      const parts = this.#form({ year: 'numeric', month: '2-digit', day: '2-digit', calendar: 'iso8601', numberingSystem: 'latn' })
        .formatToParts(at)
      const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
      day = `${part('year')}-${part('month')}-${part('day')}`
      if (this.#days.size >= 50_000) this.#days.clear()
      this.#days.set(quarter, day)
    }
    return day
  }

  /** A count in the locale's form: `12,403`. */
  count(n: number): string {
    return new Intl.NumberFormat(this.#locale).format(n)
  }

  /** A file's size: `4.2 MB`. */
  size(bytes: number): string {
    const [unit, of] = bytes < 1_000_000 ? (['kilobyte', 1_000] as const) : bytes < 1_000_000_000 ? (['megabyte', 1_000_000] as const) : (['gigabyte', 1_000_000_000] as const)
    return new Intl.NumberFormat(this.#locale, { style: 'unit', unit, maximumSignificantDigits: 2 }).format(bytes / of)
  }

  /** The days of a week in the locale's order, each with its place from Monday on: `[6, 'Sunday'], [0, 'Monday']`. */
  weekdays(): { day: number; name: string }[] {
    // A week that begins on a Monday, like every one that is counted from there.
    const names = Array.from({ length: 7 }, (_, day) => this.#form({ weekday: 'long', timeZone: 'UTC' }).format(atNoon(`2026-03-0${day + 2}`)))
    const first = firstDay(this.#locale)
    return names.map((_, n) => { const day = (first + n) % 7; return { day, name: names[day] ?? '' } })
  }

  /** A weekday in short, 0 for Monday. */
  weekdayShort(day: number): string {
    return this.#form({ weekday: 'short', timeZone: 'UTC' }).format(atNoon(`2026-03-0${day + 2}`))
  }

  #relative(at: number, now: number): string | undefined {
    const days = this.#daysBetween(at, now)
    return days === 0 ? words.time.today : days === 1 ? words.time.tomorrow : days === -1 ? words.time.yesterday : undefined
  }

  /** Calendar days from now's day to the day of `at`, in the office's zone. */
  #daysBetween(at: number, now: number): number {
    return Math.round((atNoon(this.dayKey(at)) - atNoon(this.dayKey(now))) / day)
  }

  #calendar(date: string, now: number): { near: boolean; parts: number } {
    const parts = atNoon(date)
    const days = Math.round((parts - atNoon(this.dayKey(now))) / day)
    return { near: days >= 0 && days < 7, parts }
  }

  #year(at: number, now: number): { year?: 'numeric' } {
    return this.dayKey(at).slice(0, 4) === this.dayKey(now).slice(0, 4) ? {} : { year: 'numeric' }
  }

  #form(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = JSON.stringify(options)
    let form = this.#formats.get(key)
    if (!form) {
      form = new Intl.DateTimeFormat(this.#locale, { timeZone: this.zone, ...options })
      this.#formats.set(key, form)
    }
    return form
  }
}

/** The first day of a week, 0 for Monday, where the system knows it for that locale. */
function firstDay(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } }
  return ((known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1) - 1
}

/** Names of which one is meant: `Ruth or Amy`. */
export function either(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names)
}

/** How long ago or how late, in the largest whole unit: `25 min`, `3 h`, `1 day`. Less than a minute is one. */
export function span(ms: number): string {
  const length = Math.abs(ms)
  if (length < hour) return words.time.minutes(Math.max(1, Math.floor(length / minute)))
  if (length < day) return words.time.hours(Math.floor(length / hour))
  return words.time.days(Math.floor(length / day))
}

/** Minutes in hours and minutes, none of them left out: `1 h 26 min`, `4 h`, `6 min`. */
export function wholeSpan(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return words.time.minutes(rest)
  return rest === 0 ? words.time.hours(hours) : `${words.time.hours(hours)} ${words.time.minutes(rest)}`
}

/** How far ahead, rounded up to the minute: what is due in 5 min 50 s is due in 6. */
export function ahead(ms: number): string {
  return span(Math.ceil(ms / minute) * minute)
}

/** An instant of the wire in milliseconds since 1970, UTC. */
export function instant(wire: string): number {
  return Date.parse(wire)
}

function atNoon(date: string): number {
  return Date.parse(`${date}T12:00:00Z`)
}

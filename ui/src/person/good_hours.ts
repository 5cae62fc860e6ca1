import { words } from '../words'

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Good hours in their canonical form, as they are said: `Mon–Fri after 17:00`. `day` names the n-th day from Monday on, `time` a time of day. */
export function saidHours(hours: string, day: (n: number) => string, time: (at: string) => string): string {
  return hours.split(';').map((rule) => {
    const [which = '', times = ''] = rule.trim().split(/ (.*)/)
    return [saidDays(which, day), saidTimes(times, time)].filter(Boolean).join(' ')
  }).join('; ')
}

function saidDays(which: string, day: (n: number) => string): string {
  if (which === 'mon-sun') return ''
  return which.split(',').map((part) => part.split('-').map((name) => day(days.indexOf(name))).join('–')).join(', ')
}

function saidTimes(times: string, time: (at: string) => string): string {
  if (times === '00:00-24:00') return ''
  return times.split(',').map((span) => {
    const [from = '', to = ''] = span.split('-')
    if (to === '24:00') return words.person.reach.after(time(from))
    return from === '00:00' ? words.person.reach.before(time(to)) : `${time(from)}–${time(to)}`
  }).join(', ')
}


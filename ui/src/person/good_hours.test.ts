import { expect, test } from 'vitest'
import { saidHours } from './good_hours'

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const said = (hours: string) => saidHours(hours, (n) => days[n] ?? '', (at) => at)

test('good hours are said as one would say them', () => {
  expect(said('mon-fri 17:00-24:00')).toBe('Mon–Fri after 17:00')
  expect(said('mon-sun 00:00-12:00')).toBe('before 12:00')
  expect(said('mon-fri 17:00-20:00; sat 10:00-12:00,14:00-15:00')).toBe('Mon–Fri 17:00–20:00; Sat 10:00–12:00, 14:00–15:00')
  expect(said('mon,wed-fri 00:00-24:00')).toBe('Mon, Wed–Fri')
})

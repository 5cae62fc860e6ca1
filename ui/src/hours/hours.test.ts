import { describe, expect, it } from 'vitest'
import type { CalendarDay } from '../api/wire'
import { Labels } from '../time/labels'
import { dayTimes, openTimes, standing, whyDiffers } from './tell'
import { axisOf, minutes, pictured, placeOn, plusDays, weekday, weekOf } from './week_picture'

const span = (from: string, to: string) => ({ from, to })
const day = (date: string, more: Partial<CalendarDay>): CalendarDay => ({ day: date, source: 'own', is_holiday: false, name: '', times: 'closed', open: [], ...more })
const labels = new Labels('Europe/London', 'en-GB')
const week = Array.from({ length: 7 }, (_, n) => (n < 5 ? [span('08:00', '12:00'), span('13:00', '18:00')] : []))

describe('the picture of a week', () => {
  it('begins where the locale’s week does, over the end of a year and of February', () => {
    expect(weekOf('2026-11-21', 0)).toEqual(['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'])
    expect(weekOf('2026-11-22', 6)[0]).toBe('2026-11-22')
    expect(weekOf('2027-01-01', 0)[0]).toBe('2026-12-28')
    expect([plusDays('2028-02-28', 1), plusDays('2026-03-01', -1), weekday('1969-12-28')]).toEqual(['2028-02-29', '2026-02-28', 6])
  })

  it('shows the days that differ in the place of their weekday, and proposals not at all', () => {
    const differing = [
      day('2026-11-17', { name: 'Works outing' }), day('2026-11-18', { source: 'national', is_holiday: true }), day('2026-11-19', { source: 'regional', open: week[3] ?? [] }),
      day('2026-11-20', { times: '10:00-12:00', open: [span('10:00', '12:00')] }), day('2026-11-16', { times: 'usual', is_holiday: true, open: [] }),
    ]
    const shown = pictured(weekOf('2026-11-16', 0), week, differing)
    expect(shown.map((one) => [one.source, one.open.length])).toEqual([['own', 2], ['own', 0], ['national', 0], ['week', 2], ['own', 1], ['week', 0], ['week', 0]])
  })

  it('of an office that is always open is open on holidays too, but not on a day that it closed itself', () => {
    const shown = pictured(weekOf('2026-11-16', 0), null, [day('2026-11-17', {}), day('2026-11-18', { source: 'national', is_holiday: true })])
    expect(shown.map((one) => one.open.length)).toEqual([1, 0, 1, 1, 1, 1, 1])
  })

  it('spans the hours that are open, and begins and ends with a tick', () => {
    const all = pictured(weekOf('2026-11-16', 0), week, [])
    expect(axisOf(all)).toEqual({ from: 480, to: 1080, ticks: [480, 600, 720, 840, 960, 1080] })
    const late = pictured(weekOf('2026-11-16', 0), [[span('06:30', '24:00')]], [])
    expect(axisOf(late)).toEqual({ from: 240, to: 1440, ticks: [240, 480, 720, 960, 1200, 1440] })
    expect([placeOn(axisOf(all), 480), placeOn(axisOf(all), 780), placeOn(axisOf(all), 1300), minutes('24:00')]).toEqual([0, 50, 100, 1440])
  })
})

describe('the calendar in words', () => {
  it('tells times in the locale’s form, and a whole day as such', () => {
    expect(openTimes(labels, week[0] ?? [])).toBe('08:00–12:00, 13:00–18:00')
    expect(openTimes(new Labels('UTC', 'en-US'), [span('08:00', '12:30')])).toBe('8:00 AM–12:30 PM')
    expect(openTimes(labels, [span('00:00', '24:00')])).toBe('Open all day')
    expect(openTimes(labels, [span('08:00', '24:00')])).toBe('08:00–24:00')
  })

  it('tells what holds on a day and where that comes from', () => {
    expect(dayTimes(labels, day('2026-12-25', { times: 'usual', open: week[4] ?? [] }))).toBe('As usual, 08:00–12:00, 13:00–18:00')
    expect(dayTimes(labels, day('2026-12-24', { times: '10:00-12:00', open: [span('10:00', '12:00')] }))).toBe('10:00–12:00')
    expect(dayTimes(labels, day('2026-12-25', { source: 'national', times: '' }))).toBe('Closed')
    expect([whyDiffers({ source: 'national', name: '' }), whyDiffers({ source: 'own', name: 'Stocktaking' }), whyDiffers({ source: 'week', name: '' })]).toEqual(['national holiday', 'Stocktaking', ''])
  })

  it('says to which opening the clock was moved', () => {
    const at = { at: '2026-11-21T15:04:00.000Z', open: false, opens_at: '2026-11-23T08:00:00.000Z', opens_local: '2026-11-23T08:00:00', rolled: true, closes_at: null, closes_local: null }
    expect(standing(labels, at)).toBe('Closed until Mon 08:00. What waits for opening waits until then.')
    expect(standing(labels, { ...at, opens_at: null })).toBe('Closed for more than a year.')
    expect(standing(labels, { ...at, open: true, closes_at: '2026-11-21T18:00:00.000Z' })).toBe('Open now, until 18:00.')
  })
})

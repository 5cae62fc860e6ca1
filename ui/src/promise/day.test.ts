import { beforeEach, describe, expect, it, vi } from 'vitest'
import { api, Refusal } from '../api'
import { birthdayOf, readBirthday } from '../customer/birthday'
import { readDay, readLastDay, readPastDay, yearOf } from './day'

const asked = vi.spyOn(api, 'readWhen')
const when = (local: string, echo: string) => ({ at: `${local}.000Z`, local, zone: 'Europe/London', echo, note: null, problems: [] })

beforeEach(() => { asked.mockReset() })

describe('a day alone', () => {
  it('is said back like any time, without the hour that was asked for', async () => {
    asked.mockResolvedValue(when('2026-12-24T23:59:00', 'Thursday 24 December, 23:59, in 33 days'))
    expect(await readLastDay(' 24 dec ')).toMatchObject({ local: '2026-12-24T23:59:00', echo: 'Thursday 24 December, in 33 days' })
    expect(asked).toHaveBeenCalledWith('24 dec 23:59', false)
    asked.mockResolvedValue(when('2026-10-25T00:00:00', 'Sunday 25 October, 00:00 (the second time), 27 days ago'))
    expect((await readPastDay('25 oct')).echo).toBe('Sunday 25 October, 27 days ago')
    expect(asked).toHaveBeenLastCalledWith('25 oct 0:00', true)
  })

  it('is read by its noon where the clocks skip its midnight', async () => {
    asked.mockRejectedValueOnce(new Refusal({ code: 'impossible', message: 'skipped', suggest: [] })).mockResolvedValue(when('2026-09-06T12:00:00', 'Sunday 6 September, 12:00, 76 days ago'))
    expect((await readDay('6 sep')).echo).toBe('Sunday 6 September, 76 days ago')
    expect(asked).toHaveBeenLastCalledWith('6 sep noon', false)
  })

  it('keeps what could be meant, as days and in the year that was typed', async () => {
    asked.mockRejectedValue(new Refusal({ code: 'ambiguous', message: '5 and 4 could be …', suggest: ['5 april', '4 may'] }))
    await expect(readDay('5/4/1980')).rejects.toMatchObject({ suggest: ['5 april 1980', '4 may 1980'] })
    asked.mockResolvedValue({ ...when('2026-11-21T00:00:00', 'x'), problems: [{ code: 'past', message: 'Saturday 21 November, 00:00 has already passed.', suggest: ['sun 22 nov 00:00'] }] })
    expect((await readDay('today')).problems).toEqual([{ code: 'past', message: 'Saturday 21 November has already passed.', suggest: ['sun 22 nov'] }])
  })

  it('that is none is told so as a day', async () => {
    asked.mockRejectedValue(new Refusal({ code: 'invalid', message: 'write fri 15:30', suggest: ['in 20 min'] }))
    await expect(readDay('no day')).rejects.toMatchObject({ message: expect.stringContaining('not understood as a day;') as string, suggest: [] })
  })
})

describe('a birthday', () => {
  it('is kept with the year that was typed', async () => {
    asked.mockResolvedValue(when('1969-07-20T00:00:00', 'Sunday 20 July 1969, 00:00, 20943 days ago'))
    for (const typed of ['20 jul 1969', '1969-07-20']) {
      const read = await readBirthday(typed)
      expect([read.echo, birthdayOf(typed, read)]).toEqual(['Sunday 20 July 1969', '1969-07-20'])
    }
  })

  it('without a year is read in a leap year, and kept without one', async () => {
    asked.mockResolvedValue(when('2000-02-29T00:00:00', 'Tuesday 29 February 2000, 00:00, 9762 days ago'))
    for (const [typed, sent] of [['29 feb', '29 feb 2000 0:00'], ['--02-29', '2000-02-29 0:00']] as const) {
      const read = await readBirthday(typed)
      expect(asked).toHaveBeenLastCalledWith(sent, true)
      expect([read.echo, birthdayOf(typed, read)]).toEqual(['29 February, the year is not known', '--02-29'])
    }
  })

  it('that cannot be read stays as it was typed', () => {
    expect(birthdayOf(' soon ', undefined)).toBe('soon')
    expect([yearOf('7/20/1969'), yearOf('20 jul'), yearOf('12345')]).toEqual(['1969', undefined, undefined])
  })
})

import { describe, expect, it } from 'vitest'
import type { Member, Office } from '../api/wire'
import { comingAbsences, isAway } from '../office/away'
import { isThird } from '../promise/third'
import { late, stateOf } from '../gallery/sample'
import { readLadder, writeLadder } from './ladder'
import { RemindersForm } from './reminders.svelte'

const member: Member = { name: 'Amy', role: 'manager', left: false, signed_in: true }
const office = (more: Partial<Office> = {}): Office => ({ ...(stateOf(member).office as Office), ...more })
const form = (of: Office) => {
  const made = new RemindersForm()
  made.begin(of)
  return made
}

describe('the steps', () => {
  it('are the usual ones where nothing is set', () => {
    expect(readLadder('')).toEqual({ again: 5, backup: 15, managers: 30 })
    expect(writeLadder(readLadder(''))).toBe('')
  })

  it('are read as the core writes them, and written as it reads them', () => {
    for (const text of ['off', 'again 3', 'backup 15, managers 45', 'again 1, backup 2, managers 3']) expect(writeLadder(readLadder(text))).toBe(text)
  })
})

describe('the form of how the office is reminded', () => {
  it('says nothing is changed of what it was begun with', () => {
    for (const of of [office(), office({ quiet: 'off' }), office({ quiet: '20:00-08:00', ladder: 'backup 20', gone_quiet: 0 })]) {
      expect(form(of).change).toEqual({})
      expect(form(of).isChanged).toBe(false)
    }
  })

  it('writes only what differs', () => {
    const made = form(office({ quiet: '20:00-08:00' }))
    made.isQuiet = false
    made.on.backup = false
    made.minutes.managers = '45'
    expect(made.change).toEqual({ quiet: 'off', ladder: 'again 5, managers 45' })
    made.discard()
    made.isGoneQuiet = false
    expect(made.change).toEqual({ gone_quiet: 'off' })
    made.isGoneQuiet = true
    made.days = '5'
    made.to = '07:30'
    expect(made.change).toEqual({ quiet: '20:00-07:30', gone_quiet: '5' })
  })
})

describe('an absence', () => {
  const at = (text: string) => Date.parse(text)
  const dan: Member = {
    ...member, name: 'Dan', absences: [
      { from: '2026-12-24T00:00:00.000Z', to: '2027-01-04T00:00:00.000Z', backup: 'Ruth' },
      { from: '2026-11-20T00:00:00.000Z', to: '2026-11-23T00:00:00.000Z', backup: 'Amy' },
    ],
  }

  it('goes from its first moment to the first one back', () => {
    expect(isAway([dan], 'Dan', at('2026-11-20T00:00:00Z'))?.backup).toBe('Amy')
    expect(isAway([dan], 'Dan', at('2026-11-23T00:00:00Z'))).toBeUndefined()
    expect(isAway([dan], 'Amy', at('2026-11-21T00:00:00Z'))).toBeUndefined()
    expect(isAway(undefined, 'Dan', 0)).toBeUndefined()
  })

  it('is listed while it goes on or is to come, the first first', () => {
    expect(comingAbsences(dan, at('2026-11-21T00:00:00Z')).map((one) => one.backup)).toEqual(['Amy', 'Ruth'])
    expect(comingAbsences(dan, at('2026-12-01T00:00:00Z')).map((one) => one.backup)).toEqual(['Ruth'])
  })
})

it('the third snooze tells the managers, where there is one besides the owner', () => {
  const ruth: Member = { ...member, name: 'Ruth Keller' }
  expect([2, 3, 4].map((nth) => isThird(late, nth, [ruth]))).toEqual([false, true, true])
  expect(isThird(late, 3, [{ ...member, name: late.owner }])).toBe(false)
})

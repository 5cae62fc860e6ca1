import type { Id } from '../src/api/wire'
import { type Office, start } from './bridge'

/** The people of the five stories. */
export type Cast = { carl: Id; greta: Id; kane: Id; ana: Id; mats: Id; quote: Id }

/** A car dealer on a Saturday afternoon: something late, something soon, something for next week. */
export async function harbour(office: Office): Promise<Cast> {
  await office.at('2026-11-13T16:05:00.000Z')
  await office.setUp()
  const carl = await office.customer('Carl Lindgren', {
    phones: [{ typed: '+1 206 555 0142' }], emails: [{ address: 'carl@lindgren.example' }], tags: ['after 17:00'],
    fields: { Car: '2021 Sienna', Plate: '7ABC123' }, address: { street: '118 Alder Street', city: 'Seattle', region: 'WA', postcode: '98104', country: 'US' },
  })
  const greta = await office.customer('Greta Hale', { phones: [{ typed: '+1 919 555 0117' }] })
  const kane = await office.customer('M. Kane', { phones: [{ typed: '+44 20 7946 0812' }] })
  const ana = await office.customer('Ana Sousa', { phones: [{ typed: '+351 912 345 678' }] })
  await office.customer('דוד כהן', { phones: [{ typed: '+972 3 555 0101' }], organization: 'מוסך הצפון' })
  await office.contact(carl, { contact: 'visit', text: 'Bought 2021 Sienna. Hand-over checklist started: 5 promises.' })
  await office.at('2026-11-18T15:20:00.000Z')
  await office.contact(carl, { contact: 'visit', text: 'Dropped by: temporary tag has expired. He was not aware of this.' })
  const mats = await office.promise(carl, { text: 'Floor mats fitted', due: '2026-11-20T17:00:00Z', owner: 'Amy Reyes' })
  await office.promise(greta, { text: 'Confirm dog-training class and start date', due: '2026-11-21T11:50:00Z' })
  await office.promise(kane, { text: 'Test drive: confirm Mon 14:00, small car — not a truck', due: '2026-11-21T14:39:00Z' })
  await office.at('2026-11-20T18:42:00.000Z')
  await office.contact(carl, { contact: 'call', direction: 'out', outcome: 'left_voicemail', text: 'Left a voicemail about mats and bumper.' })
  const quote = await office.promise(ana, { text: 'Ring with the quote for the cabin filter', due: '2026-11-21T15:10:00Z' })
  await office.promise(carl, { text: 'Call with bumper date', due: '2026-11-21T16:30:00Z', owner: 'Amy Reyes' })
  await office.promise(carl, { text: 'Heated seats fitted', due: '2026-11-24T14:00:00Z', owner: 'Dan Ortiz' })
  await office.promise(greta, { text: 'Second try after voicemail on Friday', due: '2026-11-23T09:00:00Z', tentative: true })
  await office.at(start)
  await office.hasLooked(start)
  return { carl, greta, kane, ana, mats: mats.id, quote: quote.id }
}

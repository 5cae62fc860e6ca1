import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** A number in E.164 with the spaces of its country, to read it aloud by; whatever else was typed stays as it is. */
export function readable(phone: string): string {
  if (!/^\+\d{7,15}$/.test(phone)) return phone
  return parsePhoneNumberFromString(phone)?.formatInternational() ?? phone
}

/** How to reach someone, the shortest: a number, else an e-mail address. */
export function reach(who: { phones: readonly string[]; emails: readonly string[] }): string {
  return who.phones[0] ? readable(who.phones[0]) : (who.emails[0] ?? '')
}

/** Countries' codes of one and two digits; all others have three. */
const short = new Set(
  '1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(' '),
)

/** A number in E.164 with spaces to read it aloud by, the last four together; whatever else was typed stays as it is. */
export function readable(phone: string): string {
  if (!/^\+\d{7,15}$/.test(phone)) return phone
  const digits = phone.slice(1)
  const code = [1, 2, 3].map((length) => digits.slice(0, length)).find((start) => short.has(start)) ?? digits.slice(0, 3)
  const rest = digits.slice(code.length)
  const head = rest.slice(0, -4)
  const first = head.slice(0, head.length % 3 || 3)
  const groups = head.length < 5 ? [head] : [first, ...(head.slice(first.length).match(/.{1,3}/g) ?? [])]
  return [`+${code}`, ...groups, rest.slice(-4)].filter(Boolean).join(' ')
}

/** How to reach someone, the shortest: a number, else an e-mail address. */
export function reach(who: { phones: readonly string[]; emails: readonly string[] }): string {
  return who.phones[0] ? readable(who.phones[0]) : (who.emails[0] ?? '')
}

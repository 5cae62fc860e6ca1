/** A word and digits behind a number: an extension, or another number altogether. Neither is dialled. */
const behind = [
  /(?<=[\d)])\s*(?:x|e?xt|extn|extension|durchwahl|dw)[\s.:=-]*\d+\s*\)?$/iu,
  /[\s,;(]+\p{L}+[\s.:=-]*\d+\s*\)?$/u,
  /(?<=[\d)])\s*#\s*\d+\s*\)?$/u,
]
/** Where another number, or what is dialled after it, begins. */
const next = /[,;&|\n]|\s\/\s/u
/** The longest number of any country, in digits. */
const longest = 15

/**
 * The `tel:` address of a number as it was typed, or in E.164. An extension that was typed with it is left out, since nobody
 * knows what it would dial behind the number; `extension` is one that is known for what it is. Nothing where it is not
 * certain what would be dialled.
 */
export function tel(number: string, extension = ''): string | undefined {
  const line = ascii(number).trim().replace(/^(?:tel|sip|callto):\s*/iu, '').replace(/^[^\d+*#(]*[\s:]/u, '')
  const isCode = /^[*#]/u.test(line)
  const without = isCode ? line : behind.reduce((rest, pattern) => rest.replace(pattern, ''), line)
  const first = (without.split(next)[0] ?? '').replace(/\([^\d()]*\)/gu, '').replace(/^(\+\d+\s*)\(0\)/u, '$1')
  if (/[^\d+*#\s()./\p{Pd}·]/u.test(first)) return undefined
  const dialled = first.replace(/[^\d+*#]/gu, '')
  const digits = dialled.replace(/\D/gu, '').length
  if (digits === 0 || digits > longest || !/^\+?[\d*#]+$/u.test(dialled)) return undefined
  const inside = ascii(extension).replace(/\D/gu, '')
  return `tel:${dialled.replaceAll('#', '%23')}${inside ? `;ext=${inside}` : ''}`
}

/** Digits of every script as those of a telephone, without the marks that only turn the direction of writing. */
function ascii(text: string): string {
  return text.normalize('NFKC').replace(/\p{Cf}/gu, '').replace(/\p{Nd}/gu, (digit) => String(value(digit.codePointAt(0) ?? 0)))
}

/** The digits of a script stand in a row, from nought to nine. */
function value(code: number): number {
  let below = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(code - below - 1))) below += 1
  return below % 10
}

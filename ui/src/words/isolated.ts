const fromRight = String.raw`\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}`
const letter = new RegExp(`[${fromRight}]`, 'u')
const run = new RegExp(`[${fromRight}](?:[${fromRight}\\p{M}\\p{Nd} '’"״׳.-]*[${fromRight}\\p{M}])?`, 'gu')

const wrapped = (text: string) => `\u2068${text}\u2069`

/**
 * A name as it stands in a sentence of the program: one that is written from right to left is set apart (U+2068, U+2069), so
 * that it moves nothing around it. The sentence itself stands in an element with `dir="ltr"`.
 */
export function isolated(name: string): string {
  return letter.test(name) ? wrapped(name) : name
}

/** A whole sentence of the core's, with every part that is written from right to left set apart. */
export function isolatedIn(sentence: string): string {
  return sentence.replace(run, wrapped)
}

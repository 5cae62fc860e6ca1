import type { CustomerForm } from './form.svelte'

type FieldName = keyof Pick<CustomerForm, 'good_hours' | 'language' | 'birthday' | 'name'>

/** How the core begins what it says of a field, which it does not name. */
const begins: readonly (readonly [string, FieldName])[] = [
  ['Good hours', 'good_hours'], ['A language', 'language'], ['The language', 'language'], ['A birthday', 'birthday'], ['The name', 'name'], ['A name', 'name'],
]

/** The field that a refusal of the core's is about, where that is one of the form's. */
export function refusedField(message: string): FieldName | undefined {
  return begins.find(([begin]) => message.startsWith(begin))?.[1]
}

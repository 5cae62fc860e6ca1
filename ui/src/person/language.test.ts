import { expect, test } from 'vitest'
import { languageName, languageSaid, languageTag } from './language'

test('a language typed by its name, in whichever language, is its tag', () => {
  expect(['Portuguese', 'Português', 'portugues', 'portugiesisch', ' Deutsch ', 'עברית'].map(languageTag)).toEqual(['pt', 'pt', 'pt', 'pt', 'de', 'he'])
})

test('a tag, and what is no language, stays as it was typed', () => {
  expect(['pt', 'zh-Hant', 'Klingonisch', ''].map(languageTag)).toEqual(['pt', 'zh-Hant', 'Klingonisch', ''])
})

test('what is understood is said: the name of a tag, and the tag of a name', () => {
  expect([languageSaid('pt'), languageSaid('português')]).toEqual(['Portuguese', 'Portuguese · pt'])
  expect(languageName('not a tag')).toBe('not a tag')
})

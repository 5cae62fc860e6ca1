import { expect, test } from 'vitest'
import { isolated, isolatedIn } from './isolated'

test('a name written from right to left is set apart, any other stays as it is', () => {
  expect(isolated('דוד כהן')).toBe('\u2068דוד כהן\u2069')
  expect(isolated('Ana Sousa')).toBe('Ana Sousa')
  expect(isolated('')).toBe('')
})

test('within a sentence of the core a whole name is one part, without what stands around it', () => {
  expect(isolatedIn('דוד כהן: works for them.')).toBe('\u2068דוד כהן\u2069: works for them.')
  expect(isolatedIn('Good morning, דוד. This is Amy.')).toBe('Good morning, \u2068דוד\u2069. This is Amy.')
  expect(isolatedIn('Good morning, Carl.')).toBe('Good morning, Carl.')
})

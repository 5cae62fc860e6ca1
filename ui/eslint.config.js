import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

const clock = {
  message: 'Only src/time/clock.svelte.ts reads the clock; take the time from it.',
}

export default ts.config(
  { ignores: ['dist', 'node_modules', 'test-results'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: globals.browser } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  {
    rules: {
      // People's words are text, never markup.
      'svelte/no-at-html-tags': 'error',
      'svelte/no-inline-styles': 'error',
      // Maps here are private stores that nothing renders from.
      'svelte/prefer-svelte-reactivity': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date']", ...clock },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", ...clock },
      ],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@tauri-apps/*'], message: 'Only src/api/tauri.ts knows the window.' }] },
      ],
    },
  },
  // A fixture that needs nothing says so with an empty pattern.
  { files: ['tests/**'], rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] } },
  // It gives another library the moment that the core had.
  { files: ['tests/adversary.mjs'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['src/time/clock.svelte.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['src/api/tauri.ts'], rules: { 'no-restricted-imports': 'off' } },
)

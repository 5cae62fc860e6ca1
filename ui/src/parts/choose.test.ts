import { flushSync, mount, unmount } from 'svelte'
import { afterEach, expect, it, vi } from 'vitest'
import Choose from './Choose.svelte'

const choices = [{ value: 'US', label: 'United States' }, { value: 'CA', label: 'Canada' }]
let shown: ReturnType<typeof mount> | undefined
afterEach(async () => { if (shown) await unmount(shown) })

function field(): HTMLInputElement {
  shown = mount(Choose, { target: document.body, props: { value: 'US', choices, none: 'Nothing of that name' } })
  flushSync()
  const input = document.querySelector('input')
  if (!input) throw new Error('there is a field')
  input.focus()
  return input
}

function press(input: HTMLInputElement, key: string) {
  input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
}

async function type(input: HTMLInputElement, text: string) {
  press(input, text.at(-1) ?? '')
  input.value = text
  input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  await vi.waitFor(() => { expect(document.querySelector('[data-highlighted]')).not.toBeNull() })
}

it.each(['Enter', 'Tab'])('a choice left half-typed by %s says again what is chosen', async (key) => {
  const input = field()
  await type(input, 'United Sta')
  press(input, key)
  await vi.waitFor(() => { expect(input.value).toBe('United States') })
  expect(input.getAttribute('aria-expanded')).toBe('false')
})

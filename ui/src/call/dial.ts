import { api, Refusal } from '../api'
import type { CallGuard, Callee } from '../guard/guard.svelte'
import type { Toasts } from '../parts/toasts.svelte'
import { words } from '../words'
import type { Calls } from './calls.svelte'
import { tel } from './tel'

/** How it went: `left` where the guard spoke against it and nobody rang all the same, `not` where nothing could be dialled. */
export type Dialled = 'dialled' | 'left' | 'not'

/** Dials, where nothing speaks against it or somebody rings all the same, and keeps the call with its clock; says so where it cannot. */
export async function dial(window: { guard: CallGuard; toasts: Toasts; readonly calls: Calls | undefined }, callee: Callee, number: string, extension = ''): Promise<Dialled> {
  if (!await window.guard.mayCall(callee)) return 'left'
  const url = tel(number, extension)
  if (!url) {
    window.toasts.fail(words.call.notDialled(number.trim()))
    return 'not'
  }
  try {
    await api.openExternal(url, callee.id)
    await window.calls?.dialled(url, callee)
    return 'dialled'
  } catch (thrown) {
    window.toasts.fail(thrown instanceof Refusal ? thrown.message : words.failed.silent)
    return 'not'
  }
}

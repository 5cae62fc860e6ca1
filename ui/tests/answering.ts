import type { Page } from '@playwright/test'
import type { BellState } from '../src/api/host'

/** The bell as it stands when nothing is wrong. */
export const well: BellState = { looked_at: '2026-11-21T15:03:55.000Z', stuck: false, paused_until: null, unread: [], service: 'takes', quiet_until: null }

/** Lets the page hear that the bell stands so; answers how to let it stand otherwise from the next question on. */
export async function bellStands(page: Page, state: Partial<BellState>): Promise<(state: Partial<BellState>) => void> {
  let stands = { ...well, ...state }
  await page.route('**/call', async (route) => {
    const { name } = route.request().postDataJSON() as { name: string }
    if (name === 'bell_state') await route.fulfill({ json: stands })
    else await route.fallback()
  })
  return (state) => { stands = { ...well, ...state } }
}

import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

/** Where `cargo xtask bridge` listens while the UI is being written. */
const bridge = process.env['KEPT_BRIDGE'] ?? 'http://127.0.0.1:7411'

export default defineConfig({
  plugins: [svelte()],
  // A test sees what the window sees: with effects, as in a browser.
  ...(process.env['VITEST'] && { resolve: { conditions: ['browser'] } }),
  build: {
    target: ['chrome111', 'safari16.4'],
    // The content security policy allows files of the program only, no data: fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/call': bridge, '/events': bridge },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'happy-dom' },
})

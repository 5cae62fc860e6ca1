import { defineConfig } from '@playwright/test'
import stories from './playwright.config'

/** What is measured, one after the other and alone, in the same browser that the stories use. */
export default defineConfig({
  ...stories,
  testDir: 'bench',
  testMatch: '*.bench.ts',
  outputDir: '../target/bench-window',
  fullyParallel: false,
  workers: 1,
  reporter: [['line']],
  timeout: 900_000,
  use: { ...stories.use, trace: 'off' },
})

import { appendFileSync } from 'node:fs'

/** Where the rows go that are printed at the end. */
const file = process.env['KEPT_BENCH_TABLE']

/** A row of the table: what was measured, how often, and what came out, beside what it may be. */
export function row(what: string, count: number, figures: string, target = ''): void {
  const line = `| ${what} | ${count} | ${figures} | ${target} |\n`
  if (file) appendFileSync(file, line)
  else console.log(line)
}

/** The value that so many of a hundred are at or below. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN
}

/** Milliseconds to read. */
export const ms = (value: number): string => (value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toFixed(1)} ms`)

// The lines that the core's tests left behind, read by chrono-node: a good reader of dates that always answers something.
// How often it means another moment is told; where it does, ours must be the one that was meant, or a question.
import { parse } from 'chrono-node'
import { readFileSync } from 'node:fs'
import process from 'node:process'

/** @typedef {{ line: string, now: string, meant: string | null, ours: string | null }} Row */

const file = process.argv[2]
/** @type {Row[]} */
const rows = file ? JSON.parse(readFileSync(file, 'utf8')) : []
const minute = (/** @type {string | null} */ at) => at?.slice(0, 16)

/** What chrono-node takes the line to mean. @param {Row} row */
function theirs(row) {
  const found = parse(row.line, { instant: new Date(row.now), timezone: 0 }, { forwardDate: true })
  return found[0]?.date().toISOString() ?? null
}

const otherwise = rows.filter((row) => minute(theirs(row)) !== minute(row.meant))
const wrong = rows.filter((row) => row.ours !== null && row.ours !== row.meant)
const asked = rows.filter((row) => row.ours === null && row.meant !== null)
console.log(
  `${rows.length} lines: chrono-node means another moment in ${otherwise.length}, Kept in ${wrong.length}; ` +
    `Kept asks about ${asked.length} that were clear.`,
)
for (const row of otherwise.slice(0, 3)) console.log(`  ${row.line} (${row.meant ?? 'contradicts itself'}): ${theirs(row)}`)
if (rows.length !== 10_000 || otherwise.length === 0) {
  console.error('The adversary did not read the lines: run the tests of the core first.')
  process.exit(1)
}
if (wrong.length > 0) {
  console.error(`Read as another moment than was meant: ${wrong.map((row) => row.line).join(' | ')}`)
  process.exit(1)
}

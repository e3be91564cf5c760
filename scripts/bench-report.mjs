import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'

const FILE = join(import.meta.dirname, '..', 'docs', 'benchmarks.md')

const TOP = `# Benchmarks of the playground

Written by \`npm run bench:playground -- --policy FOLDER\`, which measures the built page in a browser from a cold cache and exits 1 when a target
is missed. A key press is timed from the browser's own stamp of the event to the end of the frame that shows the answer to that very text:
the diagnostics and the effect on every applicant (with the population on the screen: the whole population too). A key is pressed every
120 ms; the presses go through all figures of the official text one step up and down, or put a character into a clause and take it away. Of the words in the code,
each press makes an error that is underlined, or mends it. The code beside a sentence that is edited is drawn in the frame after.
`

const percentile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]
const ms = (value) => `${value.toFixed(0)} ms`

/** @param found what was measured of one policy */
export function report({ policy, browser, visits, keys }) {
  const missed = []
  const row = (what, values, wanted) => {
    const p95 = percentile(values, 0.95)
    if (!(p95 < wanted)) missed.push(`${what}: p95 ${ms(p95)}, wanted under ${ms(wanted)}`)
    return `| ${what} | ${ms(percentile(values, 0.5))} | ${ms(p95)} | ${values.length} | p95 < ${ms(wanted)} |`
  }
  const rows = [
    row('key press in a sentence’s figure → diagnostics and applicants', keys.paper, 50),
    row('key press in the code, a figure → diagnostics and applicants', keys.code, 50),
    row('key press in the code, words → diagnostics and applicants', keys.words, 50),
    ...(keys.everyone === null ? [] : [row('key press → population', keys.everyone, 500)]),
    row('first paint, cold cache', visits.map((each) => each.painted), 1000),
    row('usable (effect on the screen), cold cache', visits.map((each) => each.usable), 3000),
  ]
  const bytes = Math.max(...visits.map((each) => each.bytes)) / 1000
  if (!(bytes < 250)) missed.push(`scripts until usable, gzip: ${bytes.toFixed(0)} KB, wanted under 250 KB`)
  rows.push(`| scripts until usable, workers among them, without Monaco, gzip | ${bytes.toFixed(0)} KB | | | < 250 KB |`)
  rows.push(`| texts of the policy and its dossiers, gzip | ${(Math.max(...visits.map((each) => each.texts)) / 1000).toFixed(0)} KB | | | |`)
  const [cpu] = cpus()
  const about = `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, Chromium ${browser}, \`npm run bench:playground -- --policy ${policy}\``
  return { missed, text: ['| what | median | p95 | n | target |', '|---|---:|---:|---:|---|', ...rows, '', about, ''].join('\n') }
}

/** Puts a policy's section in its place; those of the others stay. */
export function write(policy, text) {
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : ''
  const sections = new Map(before.split(/^## /m).slice(1).map((section) => [section.slice(0, section.indexOf('\n')), section.slice(section.indexOf('\n') + 2)]))
  sections.set(policy, text)
  writeFileSync(FILE, [TOP, ...[...sections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, body]) => `## ${name}\n\n${body.trimEnd()}\n`)].join('\n'))
}

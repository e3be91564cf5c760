// `npm start`: the eight measures over the sample dossiers, as if the draft were published on a fixed day, and then the
// playground. `npm start -- --once` ends after the table.
import { buildPlayground, runNode } from './ensure.mjs'

const FOLDER = 'policies/suzhou-ai-plus'
const given = process.argv.slice(2)
const once = given.includes('--once') || given.includes('--help')

const status = runNode('bin/heng.js', [
  'eval', `${FOLDER}/consultation-draft`,
  '--facts', `${FOLDER}/dossiers/applicants.json`,
  '--ledger', `${FOLDER}/dossiers/ledger.json`,
  '--decisions', `${FOLDER}/dossiers/decisions.json`,
  '--as-if-published', '2026-01-01',
  '--on', '2026-06-30',
  ...given.filter((argument) => argument !== '--once'),
], { stdio: 'inherit' })

if (status !== 0 || once) process.exit(status)

buildPlayground()
const { servePlayground } = await import('./playground-serve.mjs')
try {
  const { address } = await servePlayground()
  console.log(`\n在浏览器中试算 / Try it in the browser: ${address}`)
  console.log('按 Ctrl+C 结束 / Ctrl+C ends it')
} catch (problem) {
  process.stderr.write(`${problem.message}\n`)
  process.exitCode = 2
}

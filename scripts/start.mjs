// `npm start`: the eight measures over the sample dossiers, as if the draft were published on a fixed day.
import { runNode } from './ensure.mjs'

const FOLDER = 'policies/suzhou-ai-plus'
const extra = process.argv.slice(2).filter((argument) => argument !== '--once')

process.exit(runNode('bin/heng.js', [
  'eval', `${FOLDER}/consultation-draft`,
  '--facts', `${FOLDER}/dossiers/applicants.json`,
  '--ledger', `${FOLDER}/dossiers/ledger.json`,
  '--decisions', `${FOLDER}/dossiers/decisions.json`,
  '--as-if-published', '2026-01-01',
  '--on', '2026-06-30',
  ...extra,
], { stdio: 'inherit' }))

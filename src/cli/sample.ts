/** The policy and the dossiers that come with the checkout: what the examples of `--help` run on. */
export const SAMPLE = 'policies/suzhou-ai-plus/consultation-draft'
export const SAMPLE_FACTS = 'policies/suzhou-ai-plus/dossiers/applicants.json'
export const SAMPLE_INPUT: readonly string[] = [
  '--facts', SAMPLE_FACTS,
  '--ledger', 'policies/suzhou-ai-plus/dossiers/ledger.json',
  '--decisions', 'policies/suzhou-ai-plus/dossiers/decisions.json',
  '--as-if-published', '2026-01-01',
  '--on', '2026-06-30',
]

import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The policies that come with the checkout: above src/cli, or above dist/src/cli. */
const POLICIES = ['../../policies/', '../../../policies/'].map((path) => fileURLToPath(new URL(path, import.meta.url))).find(existsSync)

/** What a policy's tour.json says of a first look at it. */
interface Tour {
  readonly version: string
  readonly clause: string
  readonly asIfPublished: string
  readonly on: string
  readonly applicant: string
}

const OF_ONES_OWN: Tour = { version: 'draft', clause: '1.1', asIfPublished: '2026-01-01', on: '2026-06-30', applicant: 'A1' }

function firstLook(): { readonly folder: string; readonly tour: Tour } {
  const folder = POLICIES === undefined ? undefined : readdirSync(POLICIES).sort().find((each) => existsSync(`${POLICIES}${each}/tour.json`))
  if (folder === undefined) return { folder: 'my-policy', tour: OF_ONES_OWN }
  const tour: Partial<Tour> = JSON.parse(readFileSync(`${POLICIES}${folder}/tour.json`, 'utf8'))
  return { folder: `policies/${folder}`, tour: { ...OF_ONES_OWN, ...tour } }
}

const { folder, tour } = firstLook()

/** The policy and the dossiers that come with the checkout: what the examples of `--help` run on. */
export const SAMPLE = `${folder}/${tour.version}`
export const SAMPLE_FACTS = `${folder}/dossiers/applicants.json`
export const SAMPLE_LINE: readonly string[] = [tour.applicant, tour.clause]
export const SAMPLE_INPUT: readonly string[] = [
  '--facts', SAMPLE_FACTS,
  '--ledger', `${folder}/dossiers/ledger.json`,
  '--decisions', `${folder}/dossiers/decisions.json`,
  '--as-if-published', tour.asIfPublished,
  '--on', tour.on,
]

import type { Policy } from '../../src/core/core.ts'
import { saidBy } from '../../src/core/said.ts'
import type { Applicant, Decision, Input, LedgerEntry } from '../../src/engines/engine.ts'
import { renameInFile } from '../../src/intake/rename.ts'
import { readJsonDossiers } from '../../src/intake/read-json.ts'
import { readJsonDecisions, readJsonLedger } from '../../src/intake/read-records.ts'
import type { Scenario } from './protocol.ts'
import { sameTexts } from './texts.ts'
import type { Texts } from './texts.ts'

interface Read {
  readonly key: string
  readonly others: Texts
  readonly applicants: readonly Applicant[]
  readonly ledger: readonly LedgerEntry[]
  readonly decisions: readonly Decision[]
}

/** The sample files are read anew only when they or the vocabulary have changed. */
let latest: Read | null = null

function read(policy: Policy, scenario: Scenario): Read {
  const { others, renames } = scenario
  const names = JSON.stringify([policy.clauses.map((each) => each.id), policy.limits.map((each) => each.id), renames])
  const key = [names, ...[policy.applicant, ...policy.matters, ...policy.enumerations].map(saidBy)].join('\n')
  if (latest?.key === key && sameTexts(latest.others, others)) return latest
  const changed = new Map(renames)
  const named = (name: string): readonly string[] => Object.entries(others).filter(([path]) => path.endsWith(`dossiers/${name}.json`)).map(([, text]) => renameInFile(policy, text.replace(/^\ufeff/, ''), changed))
  latest = {
    key, others,
    applicants: named('applicants').flatMap((text) => readJsonDossiers(policy, text).value),
    ledger: named('ledger').flatMap((text) => readJsonLedger(policy, text).value),
    decisions: named('decisions').flatMap((text) => readJsonDecisions(policy, text).value),
  }
  return latest
}

export function sameScenario(a: Scenario, b: Scenario): boolean {
  return a.on === b.on && a.asIfPublished === b.asIfPublished && JSON.stringify([a.readings, a.renames]) === JSON.stringify([b.readings, b.renames]) && sameTexts(a.others, b.others)
}

export function inputOf(policy: Policy, scenario: Scenario): Input {
  const { applicants, ledger, decisions } = read(policy, scenario)
  return { on: scenario.on, asIfPublished: scenario.asIfPublished, readings: scenario.readings, applicants, ledger, decisions }
}

/** An applicant's name as its dossier gives it: the first text among the facts of the applicant type. */
export function nameOfApplicant(policy: Policy, applicant: Applicant): string {
  const field = policy.applicant.fields.find((each) => each.type.kind === 'text')
  const fact = field === undefined ? undefined : applicant.facts.get(field.name.zh)
  return fact?.state === 'given' && typeof fact.value === 'string' ? fact.value : applicant.id
}

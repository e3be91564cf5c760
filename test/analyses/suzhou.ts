import { readdirSync, readFileSync } from 'node:fs'
import { compile } from '../../src/compile.ts'
import type { Policy } from '../../src/core/core.ts'
import type { Input } from '../../src/engines/engine.ts'
import { readDecisions, readDossiers, readLedger } from '../../src/intake/read.ts'

type Version = 'consultation-draft' | 'illustrative-amendment'
const FOLDER = new URL('../../policies/suzhou-ai-plus/', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, FOLDER), 'utf8')

export const suzhouSource = (version: Version): string => read(`${version}/source.txt`)

/** @param edit pairs of words to change, in the official text and in the code */
export function suzhou(version: Version, ...edit: readonly (readonly [from: string, to: string])[]): Policy {
  const changed = (text: string): string => edit.reduce((now, [from, to]) => now.replaceAll(from, to), text)
  const names = readdirSync(new URL(`${version}/`, FOLDER)).filter((name) => name.endsWith('.heng')).sort()
  const { policy, diagnostics } = compile({ files: names.map((file) => ({ file, text: changed(read(`${version}/${file}`)) })), source: changed(suzhouSource(version)) })
  if (policy === null) throw new Error(`does not compile: ${diagnostics.map((each) => each.code).join(', ')}`)
  return policy
}

/** The sample dossiers, read with a policy's vocabulary. */
export function suzhouInput(policy: Policy): Input {
  return {
    on: '2026-06-30', asIfPublished: '2026-01-01', readings: [],
    applicants: readDossiers(policy, read('dossiers/applicants.json'), 'json').value,
    ledger: readLedger(policy, read('dossiers/ledger.json'), 'json').value,
    decisions: readDecisions(policy, read('dossiers/decisions.json')).value,
  }
}

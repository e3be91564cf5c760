import { expect } from 'vitest'
import { readingsThatMatter } from '../../src/analyses/readings-that-matter.ts'
import { compile } from '../../src/compile.ts'
import type { Policy } from '../../src/core/core.ts'
import type { Input, Line, Result } from '../../src/engines/engine.ts'
import { interpret, interpreter } from '../../src/engines/interpret/interpret.ts'
import { readJsonDossiers } from '../../src/intake/read-json.ts'
import { readJsonDecisions, readJsonLedger } from '../../src/intake/read-records.ts'
import { readVersion, root } from '../properties/policies.ts'

export const WAN = 1_000_000n

export function versionOf(name: string): ReturnType<typeof readVersion> {
  return readVersion(`${root()}/policies/suzhou-ai-plus/${name}`)
}

export function policyOf(name: string): Policy {
  const { policy, diagnostics } = compile(versionOf(name))
  if (policy === null) throw new Error(JSON.stringify(diagnostics.map(({ code, file, facts }) => [code, file, facts])))
  return policy
}

type Facts = { readonly [field: string]: string | number | boolean | null | { readonly state: 'not-applicable' } }
export interface Dossier {
  readonly id: string
  readonly facts?: Facts
  readonly matters?: readonly { readonly kind: string; readonly id: string; readonly facts: Facts }[]
}

export interface Circumstances {
  readonly ledger?: readonly object[]
  readonly decisions?: readonly object[]
  readonly readings?: Readonly<Record<string, string>>
  /** null: as it is, a draft that is not published. */
  readonly published?: string | null
}

/** Asked on 2026-06-30 as if published on 2026-01-01. The dossiers go through the intake, as a user's do. */
export function inputOf(policy: Policy, applicants: readonly Dossier[], { ledger = [], decisions = [], readings = {}, published = '2026-01-01' }: Circumstances = {}): Input {
  const read = readJsonDossiers(policy, JSON.stringify(applicants))
  const grants = readJsonLedger(policy, JSON.stringify(ledger))
  const decided = readJsonDecisions(policy, JSON.stringify(decisions))
  expect([...read.problems, ...grants.problems, ...decided.problems]).toEqual([])
  const chosen = Object.entries(readings).map(([ambiguity, reading]) => ({ ambiguity, reading }))
  return { on: '2026-06-30', asIfPublished: published, readings: chosen, applicants: read.value, ledger: grants.value, decisions: decided.value }
}

export function evaluate(policy: Policy, applicants: readonly Dossier[], circumstances: Circumstances = {}): Result {
  return interpret(policy, inputOf(policy, applicants, circumstances))
}

/** The ambiguities that an explanation names for an applicant. */
export function named(policy: Policy, applicants: readonly Dossier[], applicant: string): readonly string[] {
  const input = inputOf(policy, applicants)
  return readingsThatMatter(interpreter, policy, input, interpret(policy, input)).get(applicant) ?? []
}

/** The only line of a clause, or that of one subject. */
export function lineOf(result: Result, clause: string, subject?: string): Line {
  const found = result.applicants.flatMap(({ lines }) => lines).filter((line) => line.clause === clause && (subject === undefined || line.subject === subject))
  const [line] = found
  if (line === undefined || found.length > 1) throw new Error(`${found.length} lines of ${clause} ${subject ?? ''}`)
  return line
}

/** What a line comes to: committed and possible fen. */
export const range = ({ committed, possible }: Line): readonly [bigint, bigint | null] => [committed, possible]
export const exactly = (fen: bigint): readonly [bigint, bigint] => [fen, fen]
export const upTo = (fen: bigint): readonly [bigint, bigint] => [0n, fen]

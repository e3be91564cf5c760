import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Policy } from '../core/core.ts'
import { NOWHERE, problem, type Problem } from './problem.ts'
import { decisionsSchema, dossierSchema, ledgerSchema, type Schema } from './schema.ts'

/** The only file that knows the validator: a build without code generation at run time replaces this one. */
export type Document = 'dossier' | 'ledger' | 'decisions'

const SCHEMAS = { dossier: dossierSchema, ledger: ledgerSchema, decisions: decisionsSchema } as const satisfies Record<Document, (policy: Policy) => Schema>

/** A policy is immutable, so what was compiled for it holds as long as it lives. */
const compiled = new WeakMap<Policy, Map<Document, ValidateFunction>>()

function validatorOf(policy: Policy, document: Document): ValidateFunction {
  const known = compiled.get(policy) ?? new Map<Document, ValidateFunction>()
  compiled.set(policy, known)
  const before = known.get(document)
  if (before !== undefined) return before
  const validator = new Ajv2020({ strict: true, allErrors: true, strictTypes: false, strictRequired: false, validateFormats: false, allowUnionTypes: true }).compile(SCHEMAS[document](policy))
  known.set(document, validator)
  return validator
}

/** What the generated schema says against a plain value; empty when it fits. */
export function schemaProblems(policy: Policy, document: Document, value: unknown): readonly Problem[] {
  const validate = validatorOf(policy, document)
  if (validate(value)) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => problem('schema', NOWHERE, { found: instancePath, expected: `${instancePath} ${message ?? ''}`.trim() }))
}

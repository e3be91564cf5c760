import type { Policy } from '../../src/core/core.ts'
import type { Document } from '../../src/intake/validate.ts'
import type { Problem } from '../../src/intake/problem.ts'

/** Stands in for src/intake/validate.ts in the page: what the readers themselves refuse is all that is refused here. */
export function schemaProblems(_policy: Policy, _document: Document, _value: unknown): readonly Problem[] {
  return []
}

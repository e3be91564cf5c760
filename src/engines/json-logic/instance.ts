import type { Clause } from '../../core/core.ts'
import type { Applicant } from '../engine.ts'
import type { Rule } from './rule.ts'

/** One clause and one subject, with the data that its rules are run on. */
export interface Instance {
  readonly clause: Clause
  readonly applicant: Applicant
  readonly subject: string
  readonly entity: string
  readonly data: Rule
}

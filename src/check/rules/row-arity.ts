import type { Span } from '../../base/span.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** A row of a table with more or fewer values than there are columns. */
export function rowArity(row: Span, found: number, expected: number): Finding | null {
  return found === expected ? null : finding('row-arity', row, { found, expected })
}

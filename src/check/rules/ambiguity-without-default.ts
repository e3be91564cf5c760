import type { Statement } from '../../syntax/tree.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** An evaluation that chooses no reading needs one to take. */
export function ambiguityWithoutDefault(statement: Statement & { readonly kind: 'ambiguity' }): Finding | null {
  if (statement.readings.some((reading) => reading.isDefault)) return null
  return finding('ambiguity-without-default', statement.id.span, { id: statement.id.text })
}

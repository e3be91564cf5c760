import type { Statement } from '../../syntax/tree.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** One reading is taken unless another is chosen. */
export function severalDefaults(statement: Statement & { readonly kind: 'ambiguity' }): Finding | null {
  const second = statement.readings.filter((reading) => reading.isDefault)[1]
  return second === undefined ? null : finding('several-defaults', second.span, { id: statement.id.text })
}

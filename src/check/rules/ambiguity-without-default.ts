import type { Statement } from '../../syntax/tree.ts'
import { finding, insertion } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { KEYWORDS } from '../../../grammar/keywords.ts'

/** An evaluation that chooses no reading needs one to take. */
export function ambiguityWithoutDefault(statement: Statement & { readonly kind: 'ambiguity' }): Finding | null {
  if (statement.readings.some((reading) => reading.isDefault)) return null
  const [first] = statement.readings
  const fixes = first === undefined ? [] : [insertion((first.name.alias ?? first.name.name).span.end + (first.name.alias === null ? 0 : 1), ` ${KEYWORDS.Default.zh}`)]
  return finding('ambiguity-without-default', statement.id.span, { id: statement.id.text }, fixes)
}

import type { Statement } from '../../syntax/tree.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** The header names the official text, and it is not there. */
export function missingSource(statement: Statement & { readonly kind: 'policy' }): Finding | null {
  const item = statement.items.find((one) => one.kind === 'source')
  return item === undefined ? null : finding('missing-source', item.file.span, { file: item.file.text })
}

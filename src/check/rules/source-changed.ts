import type { Statement } from '../../syntax/tree.ts'
import { finding, insertion, replacement } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** The official text is not the one that the header's fingerprint was taken of. */
export function sourceChanged(statement: Statement & { readonly kind: 'policy' }, fingerprint: string): Finding | null {
  const item = statement.items.find((one) => one.kind === 'source')
  if (item === undefined || item.fingerprint?.text === fingerprint) return null
  if (item.fingerprint === null) return finding('source-changed', item.file.span, { fingerprint }, [insertion(item.span.end, ` 指纹 “${fingerprint}”`)])
  return finding('source-changed', item.fingerprint.span, { fingerprint }, [replacement(item.fingerprint.span, fingerprint)])
}

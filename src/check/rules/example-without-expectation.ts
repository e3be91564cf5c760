import type { Statement } from '../../syntax/tree.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** An example that expects nothing tests nothing. */
export function exampleWithoutExpectation(statement: Statement & { readonly kind: 'example' }): Finding | null {
  if (statement.items.some((item) => item.kind === 'expect')) return null
  return finding('example-without-expectation', statement.name.name.span, { name: statement.name.name.text })
}

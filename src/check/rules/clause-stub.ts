import type { Statement } from '../../syntax/tree.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** 条款 1.1 with nothing but 参见, as `heng new` writes it: the place of a clause that is still to be written. It gives nothing, and nothing can refer to it. */
export function isStub(statement: Statement): statement is Statement & { readonly kind: 'clause' } {
  return statement.kind === 'clause' && statement.name === null && statement.items.length > 0 && statement.items.every((item) => item.kind === 'see')
}

export function clauseStub({ id }: Statement & { readonly kind: 'clause' }): Finding {
  return finding('clause-stub', id.span, { id: id.text })
}

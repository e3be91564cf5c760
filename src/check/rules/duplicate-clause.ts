import type { Word } from '../../syntax/tree.ts'
import { finding, replacement } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** Two clauses of one number: nobody could say which one a reference means. */
export function duplicateClause(id: Word, taken: { readonly has: (id: string) => boolean }): Finding {
  const free = freeId(id.text, taken)
  return finding('duplicate-clause', id.span, { id: id.text, free }, [replacement(id.span, free)])
}

const LAST_NUMBER = /^(.*?)(\d+)$/

function freeId(id: string, taken: { readonly has: (id: string) => boolean }): string {
  const match = LAST_NUMBER.exec(id)
  const stem = match?.[1] ?? `${id}.`
  let number = BigInt(match?.[2] ?? '0') + 1n
  while (taken.has(`${stem}${number}`)) number += 1n
  return `${stem}${number}`
}

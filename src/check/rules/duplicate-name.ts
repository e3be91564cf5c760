import type { Word } from '../../syntax/tree.ts'
import { finding } from '../finding.ts'
import type { Findings } from '../finding.ts'

/** Declares `name` in `known`; a second declaration is reported and left out. */
export function declareOnce<T>(known: Map<string, T>, name: string, word: Word, value: T, to: () => Findings): boolean {
  if (known.has(name)) {
    to().push(finding('duplicate-name', word.span, { name }))
    return false
  }
  known.set(name, value)
  return true
}

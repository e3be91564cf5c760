import type { Word } from '../../syntax/tree.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** One name, several meanings, and nothing around it decides. */
export function ambiguousName(word: Word, candidates: readonly string[]): Finding {
  return finding('ambiguous-name', word.span, { name: word.text, candidates: candidates.join('、'), candidates_en: candidates.join(', ') })
}

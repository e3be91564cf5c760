import type { Quote, Word } from '../../syntax/tree.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** Two matters, or two applicants, of one name: expected results could not tell them apart. */
export function duplicateSubject(word: Word | Quote): Finding {
  return finding('duplicate-subject', word.span, { name: word.text })
}

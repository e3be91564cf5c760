import type { Quote, Word } from '../../syntax/tree.ts'
import { finding, replacement } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { nearest, suggestion } from '../names.ts'

/** An example names a matter that it does not give. */
export function unknownSubject(word: Word | Quote, given: Iterable<string>): Finding {
  const near = nearest(word.text, given)
  const hint = suggestion(near, { zh: `先写“设 …… ${word.text}”`, en: `write “given … ${word.text}” first` })
  return finding('unknown-subject', word.span, { name: word.text, ...hint }, near === null ? [] : [replacement(word.span, near)])
}

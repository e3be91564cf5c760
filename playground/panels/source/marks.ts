import type { Text } from '../../../src/explain/text.ts'
import { WORDS } from '../../words/words.ts'
import type { Coverage } from '../../workers/protocol.ts'

/** How a sentence is taken up by the code: a shape, a word and a colour. */
export const MARKS: Readonly<Record<Coverage, { readonly shape: string; readonly words: Text }>> = {
  encoded: { shape: '●', words: WORDS.encoded },
  ambiguous: { shape: '◐', words: WORDS.ambiguous },
  direction: { shape: '▷', words: WORDS.direction },
  structure: { shape: '─', words: WORDS.structure },
  drifted: { shape: '≠', words: WORDS.driftMark },
  uncovered: { shape: '□', words: WORDS.uncovered },
}

import type { Text } from '../../../src/explain/text.ts'
import { say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import type { StandingName } from '../../workers/protocol.ts'

/** A shape, a word and a colour: never colour alone. */
export const STANDINGS: Readonly<Record<StandingName, { readonly shape: string; readonly words: Text }>> = {
  'holds': { shape: '●', words: WORDS.holds },
  'fails': { shape: '○', words: WORDS.fails },
  'undetermined': { shape: '◐', words: WORDS.undetermined },
  'awaits-decision': { shape: '◇', words: WORDS.awaits },
  'withdrawn': { shape: '⊘', words: WORDS.withdrawn },
}

export function StandingMark({ standing }: { readonly standing: StandingName }) {
  const { shape, words } = STANDINGS[standing]
  return <span class={`standing ${standing}`}><span aria-hidden="true">{shape}</span> {say(words)}</span>
}

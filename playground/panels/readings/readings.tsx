import { say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'

export function Readings() {
  return <p class="empty">{say(WORDS.loading)}</p>
}

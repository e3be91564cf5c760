import { say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'

export function Changes() {
  return <p class="empty">{say(WORDS.loading)}</p>
}

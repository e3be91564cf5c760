import { answerWith } from './answer.ts'
import { FIRST } from './quick-handlers.ts'

answerWith(FIRST, async () => (await import('./quick-others.ts')).OTHERS)

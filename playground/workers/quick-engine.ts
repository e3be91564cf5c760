import { answerWith } from './answer.ts'
import { QUICK } from './quick-handlers.ts'

answerWith(QUICK)

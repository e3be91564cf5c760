import { answerWith } from './answer.ts'
import { HANDLERS } from './handlers.ts'

answerWith(HANDLERS)

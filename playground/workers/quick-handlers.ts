import type { Handlers } from './answer.ts'
import { dossier } from './dossier.ts'
import { evaluate } from './evaluate.ts'
import type { QuickName } from './protocol.ts'
import { SERVICE } from './service.ts'
import { receive, share } from './share.ts'
import { translate } from './translate.ts'

/** What is asked at each key press and at the start: the first script that a visitor waits for. */
export const QUICK: Handlers<QuickName> = { evaluate, dossier, receive, share, translate, ...SERVICE }

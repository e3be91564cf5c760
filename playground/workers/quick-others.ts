import type { Handlers } from './answer.ts'
import type { FirstName, QuickName } from './protocol.ts'
import { SERVICE } from './service.ts'
import { receive, share } from './share.ts'
import { translate } from './translate.ts'

/** What the editor and the menus ask of the worker for key presses: it has the policy at hand already. */
export const OTHERS: Handlers<Exclude<QuickName, FirstName>> = { receive, share, translate, ...SERVICE }

import type { Handlers } from './answer.ts'
import { dossier } from './dossier.ts'
import { evaluate } from './evaluate.ts'
import type { FirstName } from './protocol.ts'

/** What is asked at each key press and at the start: the first script that a visitor waits for. */
export const FIRST: Handlers<FirstName> = { evaluate, dossier }

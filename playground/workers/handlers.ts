import { shares } from './attribution.ts'
import { curve } from './curve.ts'
import { differences } from './diff.ts'
import { dossier } from './dossier.ts'
import { evaluate } from './evaluate.ts'
import { examples } from './examples.ts'
import { accept, pin } from './pin.ts'
import { figureStep } from './figure-step.ts'
import { population } from './population.ts'
import { enterprises } from './population-groups.ts'
import type { CallName, Calls } from './protocol.ts'
import { readings } from './readings.ts'
import { renameFiles } from './rename-files.ts'
import { SERVICE } from './service.ts'
import { receive, share } from './share.ts'
import { translate } from './translate.ts'

type Handlers = { readonly [Name in CallName]: (ask: Calls[Name]['ask']) => Calls[Name]['answer'] }

/** Who answers what. */
export const HANDLERS: Handlers = { differences, accept, pin, dossier, evaluate, examples, readings, receive, share, shares, translate, population, enterprises, curve, figureStep, renameFiles, ...SERVICE }

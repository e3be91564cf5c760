import type { Handlers } from './answer.ts'
import { shares } from './attribution.ts'
import { curve } from './curve.ts'
import { differences } from './diff.ts'
import { examples } from './examples.ts'
import { accept, pin } from './pin.ts'
import { figureStep } from './figure-step.ts'
import { population } from './population.ts'
import { enterprises } from './population-groups.ts'
import type { CallName } from './protocol.ts'
import { FIRST } from './quick-handlers.ts'
import { OTHERS } from './quick-others.ts'
import { readings } from './readings.ts'
import { renameFiles } from './rename-files.ts'

/** Who answers what. */
export const HANDLERS: Handlers<CallName> = { ...FIRST, ...OTHERS, differences, accept, pin, examples, readings, shares, population, enterprises, curve, figureStep, renameFiles }

import { checkVerb } from './verbs/check.ts'
import { coverVerb } from './verbs/cover.ts'
import { evalVerb } from './verbs/eval.ts'
import { explainVerb } from './verbs/explain.ts'
import { exportVerb } from './verbs/export.ts'
import { fixVerb } from './verbs/fix.ts'
import { fmtVerb } from './verbs/fmt.ts'
import { newVerb } from './verbs/new.ts'
import { playVerb } from './verbs/play.ts'
import { sampleVerb } from './verbs/sample.ts'
import { schemaVerb } from './verbs/schema.ts'
import { testVerb } from './verbs/test.ts'
import type { Verb } from './verb.ts'

/** Every verb, in the order of the help page. */
export const VERBS: readonly Verb[] = [newVerb, checkVerb, fmtVerb, coverVerb, testVerb, evalVerb, explainVerb, schemaVerb, sampleVerb, fixVerb, exportVerb, playVerb]

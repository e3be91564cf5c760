import { decisionsSchema, dossierSchema, ledgerSchema } from '../../intake/schema.ts'
import type { Policy } from '../../core/core.ts'
import { soundPolicy } from '../build.ts'
import { EVAL_SCHEMA } from '../eval-schema.ts'
import { SAMPLE } from '../sample.ts'
import type { Verb } from '../verb.ts'

const SCHEMAS: Readonly<Record<string, (policy: Policy) => unknown>> = {
  dossiers: dossierSchema,
  ledger: ledgerSchema,
  decisions: decisionsSchema,
  eval: () => EVAL_SCHEMA,
}

export const schemaVerb: Verb = {
  name: 'schema',
  summary: { zh: '由词表生成材料、台账、决定的 JSON Schema', en: 'JSON Schemas of dossiers, ledger, decisions and of eval’s result' },
  positionals: ['POLICY'],
  options: {
    of: { type: 'string', value: Object.keys(SCHEMAS).join('|'), values: Object.keys(SCHEMAS), help: { zh: '哪一种文件，默认dossiers', en: 'of which file, dossiers unless given' } },
  },
  formats: ['json'],
  example: [SAMPLE, '--of', 'ledger'],
  run: (given, context) => {
    const { policy } = soundPolicy(given.positionals[0] ?? '', context)
    const make = SCHEMAS[given.text('of') ?? 'dossiers'] ?? dossierSchema
    context.io.out(`${JSON.stringify(make(policy), null, 2)}\n`)
    return 0
  },
}

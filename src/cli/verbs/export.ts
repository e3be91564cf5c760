import { exportRules } from '../../engines/json-logic/export-rules.ts'
import { soundPolicy } from '../build.ts'
import { BadInput } from '../misuse.ts'
import { readReadings } from '../readings.ts'
import { SAMPLE } from '../sample.ts'
import type { Verb } from '../verb.ts'

const TARGETS: readonly string[] = ['json-logic']

export const exportVerb: Verb = {
  name: 'export',
  summary: { zh: '把政策译成别的系统能用的规则', en: 'translate the policy into rules that other systems run' },
  positionals: ['TARGET', 'POLICY'],
  options: { reading: { type: 'string', value: 'A2=ID', multiple: true, help: { zh: '某处歧义取哪种解读', en: 'which reading of an ambiguity to take' } } },
  formats: ['json'],
  example: ['json-logic', SAMPLE],
  run: (given, context) => {
    const [target = '', path = ''] = given.positionals
    if (!TARGETS.includes(target)) throw new BadInput({ zh: `不能译成“${target}”，能译成：${TARGETS.join('、')}`, en: `cannot translate into “${target}”; there is ${TARGETS.join(', ')}` })
    const { policy } = soundPolicy(path, context)
    context.io.out(`${JSON.stringify(exportRules(policy, readReadings(policy, given.texts('reading'))), null, 2)}\n`)
    return 0
  },
}

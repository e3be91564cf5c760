import { otherReadings, readingsThatMatter } from '../../analyses/readings-that-matter.ts'
import { policyHash } from '../../core/hash.ts'
import { compiled } from '../../engines/compiled/compiled.ts'
import { interpreter } from '../../engines/interpret/interpret.ts'
import { soundPolicy } from '../build.ts'
import { toCsv } from '../csv.ts'
import { ENGINES, evaluate } from '../engines.ts'
import { type Evaluation, evalJson } from '../eval-json.ts'
import { evalMarkdown, evalTable } from '../eval-report.ts'
import { sheet } from '../eval-rows.ts'
import { INPUT_OPTIONS, readInput } from '../intake.ts'
import { toJson } from '../json.ts'
import { progress } from '../progress.ts'
import { SAMPLE, SAMPLE_INPUT } from '../sample.ts'
import type { Context, Verb } from '../verb.ts'

function print(evaluation: Evaluation, format: string, all: boolean, context: Context): string {
  switch (format) {
    case 'json':
      return `${toJson(evalJson(evaluation))}\n`
    case 'csv':
      return toCsv(sheet(evaluation.policy, evaluation.result.applicants.flatMap((each) => each.lines), evaluation.result.readings, context.say))
    case 'markdown':
      return evalMarkdown(evaluation, context, all)
    default:
      return evalTable(evaluation, context, all)
  }
}

export const evalVerb: Verb = {
  name: 'eval',
  summary: { zh: '按材料计算每个申请人每一条的结果', en: 'what each applicant gets under each clause' },
  positionals: ['POLICY'],
  options: {
    ...INPUT_OPTIONS,
    engine: { type: 'string', value: Object.keys(ENGINES).join('|'), values: Object.keys(ENGINES), help: { zh: '用哪个引擎计算，默认interpret', en: 'which engine computes, interpret unless given' } },
    all: { type: 'boolean', help: { zh: '连同引导性条款一并列出', en: 'list directions and references as well' } },
  },
  formats: ['table', 'json', 'markdown', 'csv'],
  example: [SAMPLE, ...SAMPLE_INPUT],
  run: (given, context) => {
    const { policy } = soundPolicy(given.positionals[0] ?? '', context)
    const input = readInput(policy, given, context)
    const engine = ENGINES[given.text('engine') ?? 'interpret'] ?? interpreter
    const result = evaluate(engine, policy, input, context)
    const bar = progress(context, { zh: '比较各种解读', en: 'comparing readings' }, otherReadings(policy, input.readings).length)
    const mattering = readingsThatMatter(compiled, policy, input, result, bar.step)
    bar.end()
    if (given.text('format') === 'csv') for (const note of result.notes) context.io.err(`${context.say({ zh: '注意：', en: 'Note: ' })}${context.say(note.message)}\n`)
    context.io.out(print({ policy, hash: policyHash(policy), engine: engine.name, input, result, mattering }, given.text('format') ?? 'table', given.flag('all'), context))
    return 0
  },
}

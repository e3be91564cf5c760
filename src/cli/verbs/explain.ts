import { linesUnderOtherReadings } from '../../analyses/other-lines.ts'
import { otherReadings } from '../../analyses/readings-that-matter.ts'
import { invariant } from '../../base/invariant.ts'
import { wrap } from '../../base/width.ts'
import type { Policy } from '../../core/core.ts'
import type { ApplicantResult, Input, Line, Result } from '../../engines/engine.ts'
import { compiled } from '../../engines/compiled/compiled.ts'
import { interpreter } from '../../engines/interpret/interpret.ts'
import { type Explanation, explainLine } from '../../explain/line.ts'
import { otherReadingsPart } from '../../explain/other-readings.ts'
import { counts } from '../../explain/outcome.ts'
import { runsOf } from '../../explain/periods.ts'
import { nearest } from '../arguments.ts'
import { soundPolicy } from '../build.ts'
import { readingsOf } from '../eval-json.ts'
import { evaluate } from '../engines.ts'
import { INPUT_OPTIONS, readInput } from '../intake.ts'
import { toJson } from '../json.ts'
import { progress } from '../progress.ts'
import { BadInput } from '../misuse.ts'
import { SAMPLE, SAMPLE_INPUT, SAMPLE_LINE } from '../sample.ts'
import type { Context, Verb } from '../verb.ts'

function applicantOf(result: Result, id: string): ApplicantResult {
  const found = result.applicants.find((each) => each.id === id)
  if (found !== undefined) return found
  const ids = result.applicants.map((each) => each.id)
  const meant = nearest(id, ids)
  throw new BadInput({
    zh: `材料里没有申请人“${id}”${meant === null ? '' : `，是不是“${meant}”？`}`,
    en: `there is no applicant “${id}” in the dossiers${meant === null ? '' : `; did you mean “${meant}”?`}`,
  })
}

/** The lines to explain: those of one clause, or all that give something, may, or were taken away. */
function linesOf(policy: Policy, applicant: ApplicantResult, clause: string | undefined): readonly Line[] {
  if (clause === undefined) return applicant.lines.filter((line) => counts(line) && line.standing !== 'fails')
  if (!policy.clauses.some((each) => each.id === clause)) {
    throw new BadInput({ zh: `没有条款${clause}，有的是：${policy.clauses.map((each) => each.id).join('、')}`, en: `there is no clause ${clause}; there are ${policy.clauses.map((each) => each.id).join(', ')}` })
  }
  const lines = applicant.lines.filter((line) => line.clause === clause)
  if (lines.length === 0) throw new BadInput({ zh: `${applicant.id}没有条款${clause}所说的事项`, en: `${applicant.id} has nothing that clause ${clause} is about` })
  return lines
}

interface Explained {
  readonly line: Line
  readonly explanation: Explanation
}

function alike({ line: { clause, subject, standing, committed, possible }, explanation: { parts } }: Explained): string {
  return JSON.stringify([clause, subject, standing, String(committed), String(possible), parts])
}

type Explain = (line: Line, periods?: Parameters<typeof explainLine>[3]) => Explanation

/** One explanation of lines of consecutive periods that are explained alike. */
function together(run: readonly Explained[], explain: Explain): Explanation {
  const [first] = run
  invariant(first !== undefined, 'a run has lines')
  return explain(first.line, run.flatMap(({ line: { period } }) => period ?? []))
}

/** Lines in sentences, with the readings that would change each. */
function explainer(policy: Policy, input: Input, result: Result, lines: readonly Line[], context: Context): Explain {
  const bar = progress(context, { zh: '比较各种解读', en: 'comparing readings' }, otherReadings(policy, input.readings).length)
  const others = linesUnderOtherReadings(compiled, policy, input, result, lines, bar.step)
  bar.end()
  const readings = readingsOf(policy, result)
  return (line, periods) => {
    const explanation = explainLine(policy, line, readings, periods)
    const part = otherReadingsPart(policy, others(line))
    return part === null ? explanation : { ...explanation, parts: [...explanation.parts, part] }
  }
}

function pretty(explanation: Explanation, { io, say, paint }: Context): string {
  const body = explanation.parts.flatMap((part) => [
    `  ${paint.dim(say(part.title))}`,
    ...part.sentences.flatMap((sentence) => wrap(say(sentence), Math.max(20, io.columns - 4)).map((line) => `    ${line}`)),
  ])
  return [paint.bold(say(explanation.heading)), ...body, ''].join('\n')
}

export const explainVerb: Verb = {
  name: 'explain',
  summary: { zh: '用平常的话说明某个申请人的结果，并引用原文', en: 'explain an applicant’s results in plain sentences that quote the text' },
  positionals: ['POLICY', 'APPLICANT', '[CLAUSE]'],
  options: INPUT_OPTIONS,
  formats: ['pretty', 'json'],
  example: [SAMPLE, ...SAMPLE_INPUT, ...SAMPLE_LINE],
  run: (given, context) => {
    const { policy } = soundPolicy(given.positionals[0] ?? '', context)
    const input = readInput(policy, given, context)
    const result = evaluate(interpreter, policy, input, context)
    const applicant = applicantOf(result, given.positionals[1] ?? '')
    const lines = linesOf(policy, applicant, given.positionals[2])
    const explain = explainer(policy, input, result, lines, context)
    const explained = lines.map((line) => ({ line, explanation: explain(line) }))
    const explanations = explained.map(({ explanation }) => explanation)
    if (given.text('format') === 'json') context.io.out(`${toJson(explanations.map((each) => ({ ...each, heading: { ...each.heading }, parts: each.parts.map((part) => ({ about: part.about, title: { ...part.title }, sentences: part.sentences.map((text) => ({ ...text })) })) })))}\n`)
    else if (explanations.length === 0) context.io.out(`${context.say({ zh: `${applicant.id}没有成立或可能成立的条款；写明条款号可看为什么不成立`, en: `no clause holds or may hold for ${applicant.id}; name a clause to see why it fails` })}\n`)
    else context.io.out(`${runsOf(explained, ({ line }) => line.period, alike).map((run) => pretty(together(run, explain), context)).join('\n')}`)
    return 0
  },
}

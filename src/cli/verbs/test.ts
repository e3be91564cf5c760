import { join } from 'node:path'
import { type ExampleFinding, runExample } from '../../analyses/examples.ts'
import type { Example, Policy } from '../../core/core.ts'
import { differenceText, partingStep } from '../../explain/difference.ts'
import { lineStarts, positionAt } from '../../base/span.ts'
import { interpreter } from '../../engines/interpret/interpret.ts'
import { soundPolicy } from '../build.ts'
import { ENGINES } from '../engines.ts'
import type { Json } from '../json.ts'
import { toJson } from '../json.ts'
import type { PolicyFolder } from '../policy-folder.ts'
import { progress } from '../progress.ts'
import { SAMPLE } from '../sample.ts'
import type { Context, Verb } from '../verb.ts'

/** Where an example stands: its file and the line of its name. */
function placeOf(folder: PolicyFolder, example: Example): { readonly path: string; readonly line: number } {
  const text = folder.files.find((each) => each.file === example.file)?.text ?? ''
  const words = [example.name.zh, example.name.en].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const found = new RegExp(`^[ \\t]*(?:示例|example)[ \\t：:]*「?(?:${words})`, 'mu').exec(text)
  return { path: join(folder.folder, example.file), line: positionAt(lineStarts(text), found?.index ?? 0).line }
}

function about(finding: ExampleFinding): { readonly zh: string; readonly en: string } {
  const { expectation } = finding
  if (expectation === null) return { zh: '整个示例', en: 'the whole example' }
  if (expectation.clause === null) return { zh: '总计', en: 'total' }
  const subject = finding.line?.subject ?? expectation.subject
  return { zh: `条款 ${expectation.clause}${subject === null ? '' : `（${subject}）`}`, en: `clause ${expectation.clause}${subject === null ? '' : ` (${subject})`}` }
}

function pretty(folder: PolicyFolder, policy: Policy, findings: readonly ExampleFinding[], { say, paintErr }: Context): string {
  const [first] = findings
  if (first === undefined) return ''
  const { path, line } = placeOf(folder, first.example)
  const differences = findings.flatMap((finding) => {
    const { expected, found } = differenceText(finding.difference)
    const step = partingStep(policy, finding)
    return [
      `  ${say(about(finding))}`,
      `    ${say({ zh: '应为', en: 'expected' })}  ${paintErr.green(say(expected))}`,
      `    ${say({ zh: '得到', en: 'found   ' })}  ${paintErr.red(say(found))}`,
      ...(step === null ? [] : [`    ${say({ zh: '分歧', en: 'parting ' })}  ${say(step)}`]),
    ]
  })
  return `${[`${paintErr.bold(`${path}:${line}`)} ${paintErr.red('✗')} ${say(first.example.name)}`, ...differences].join('\n')}\n`
}

function json(folder: PolicyFolder, policy: Policy, finding: ExampleFinding): Json {
  const { path, line } = placeOf(folder, finding.example)
  const { expected, found } = differenceText(finding.difference)
  const step = partingStep(policy, finding)
  return {
    file: path, line, example: { ...finding.example.name }, clause: finding.expectation?.clause ?? null, subject: finding.line?.subject ?? finding.expectation?.subject ?? null,
    kind: finding.difference.kind, expected: { ...expected }, found: { ...found }, parting: step === null ? null : { ...step },
  }
}

export const testVerb: Verb = {
  name: 'test',
  summary: { zh: '运行条文旁的示例，说明哪里与所期望的不同', en: 'run the examples beside the clauses, and say where they part from what is expected' },
  positionals: ['POLICY'],
  options: {
    engine: { type: 'string', value: Object.keys(ENGINES).join('|'), values: Object.keys(ENGINES), help: { zh: '用哪个引擎计算，默认interpret', en: 'which engine computes, interpret unless given' } },
  },
  formats: ['pretty', 'json'],
  example: [SAMPLE],
  run: (given, context) => {
    const { io, say, paint } = context
    const { folder, policy } = soundPolicy(given.positionals[0] ?? '', context)
    const engine = ENGINES[given.text('engine') ?? 'interpret'] ?? interpreter
    const bar = progress(context, { zh: '运行示例', en: 'running examples' }, policy.examples.length)
    const runs = policy.examples.map((example, at) => {
      const findings = runExample(engine, policy, example)
      bar.step(at + 1)
      return findings
    })
    bar.end()
    const failed = runs.filter((findings) => findings.length > 0)
    const counts = { passed: runs.length - failed.length, failed: failed.length }
    if (given.text('format') === 'json') {
      io.out(`${toJson({ ...counts, findings: failed.flat().map((each) => json(folder, policy, each)) })}\n`)
    } else {
      for (const findings of failed) io.err(`${pretty(folder, policy, findings, context)}\n`)
      const text = say({ zh: `示例${runs.length}个：通过${counts.passed}个，不符${counts.failed}个`, en: `${runs.length} examples: ${counts.passed} passed, ${counts.failed} failed` })
      io.out(`${counts.failed === 0 ? paint.green(text) : text}\n`)
    }
    return failed.length === 0 ? 0 : 1
  },
}

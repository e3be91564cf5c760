import { runExample } from '../../src/analyses/examples.ts'
import type { ExampleFinding } from '../../src/analyses/examples.ts'
import { compile } from '../../src/compile.ts'
import type { Build } from '../../src/compile.ts'
import type { Policy } from '../../src/core/core.ts'
import { hintOf, messageOf, severityOf } from '../../src/diagnostics/render.ts'
import { interpreter } from '../../src/engines/interpret/interpret.ts'
import { differenceText } from '../../src/explain/difference.ts'
import type { Text } from '../../src/explain/text.ts'
import { changesBetween } from './changes.ts'
import { effectOf } from './effect.ts'
import type { Run } from './effect.ts'
import { inputOf } from './input.ts'
import { emptyMemory, usable } from './last-good.ts'
import type { Memory } from './last-good.ts'
import type { Changes, Evaluation, ExampleView, Finding, Scenario, Situation } from './protocol.ts'
import { statementAt, viewOf } from './reading.ts'
import type { TextView } from './reading.ts'
import { compilable, sameTexts } from './texts.ts'
import type { Texts } from './texts.ts'

/** What the worker remembers of the draft, so that a key press costs about as much as the clause that was edited. */
let draft: { readonly build: Build; readonly memory: Memory; readonly base: Texts } | null = null
/** What the draft is compared with: read and run once. */
let base: { readonly texts: Texts; readonly view: TextView; readonly policy: Policy | null } | null = null
let baseRun: { readonly policy: Policy; readonly scenario: string; readonly run: Run | null } | null = null

const view = (build: Build, texts: Texts): TextView => viewOf(build.trees, compilable(texts).source ?? '', uncovered(build))

function uncovered(build: Build): ReadonlySet<string> {
  return new Set(build.coverage.filter((row) => row.uncovered.length > 0).map((row) => row.segment.id))
}

/** Texts in, everything that the page shows out. */
export function evaluate(situation: Situation): Evaluation {
  const started = performance.now()
  const { texts, scenario } = situation
  if (base === null || !sameTexts(base.texts, situation.base)) {
    const build = compile(compilable(situation.base))
    base = { texts: situation.base, view: view(build, situation.base), policy: build.policy }
    if (draft !== null && !sameTexts(draft.base, situation.base)) draft = null
  }
  const build = compile(compilable(texts), draft?.build)
  draft = { build, memory: draft?.memory ?? emptyMemory(), base: situation.base }
  const text = view(build, texts)
  const changes = changesBetween(base.view, text)
  const current = usable(texts, build, text.known, draft.memory)
  const run = current === null ? null : runOf(current.policy, scenario)
  const before = base.policy === null ? null : beforeRun(base.policy, scenario)
  return {
    texts, title: text.title, outline: text.outline, segments: text.segments, figures: text.figures, findings: findingsOf(build, text),
    examples: current === null ? [] : examplesOf(current.policy), changes,
    effect: run === null ? null : effectOf(run, before, new Set(current?.stale ?? []), changedClauses(changes)),
    milliseconds: performance.now() - started,
  }
}

function runOf(policy: Policy, scenario: Scenario): Run | null {
  const input = inputOf(policy, scenario)
  if (input.applicants.length === 0) return null
  const outcome = interpreter.evaluate(policy, input)
  return outcome.kind === 'result' ? { policy, input, result: outcome.result } : null
}

function beforeRun(policy: Policy, scenario: Scenario): Run | null {
  const key = JSON.stringify(scenario)
  if (baseRun?.policy !== policy || baseRun.scenario !== key) baseRun = { policy, scenario: key, run: runOf(policy, scenario) }
  return baseRun.run
}

function changedClauses(changes: Changes): ReadonlySet<string> {
  return new Set([...changes.figures.flatMap((each) => each.clause ?? []), ...changes.statements, ...changes.added])
}

function findingsOf(build: Build, text: TextView): readonly Finding[] {
  return build.diagnostics.map((diagnostic): Finding => {
    const statement = statementAt(text.known, diagnostic.file, diagnostic.span.start)
    const id = text.outline.find((each) => each.key === statement?.key)?.id ?? null
    return {
      code: diagnostic.code, severity: severityOf(diagnostic.code), file: diagnostic.file, span: diagnostic.span, statement: statement?.key ?? null, clause: id,
      message: { zh: messageOf(diagnostic, 'zh'), en: messageOf(diagnostic, 'en') }, hint: { zh: hintOf(diagnostic, 'zh'), en: hintOf(diagnostic, 'en') }, fixes: diagnostic.fixes,
    }
  })
}

function examplesOf(policy: Policy): readonly ExampleView[] {
  return policy.examples.map((example) => {
    const found = runExample(interpreter, policy, example)
    return { key: `example ${example.name.zh}`, name: example.name, passed: found.length === 0, problems: found.map(problemOf) }
  })
}

function problemOf({ expectation, difference }: ExampleFinding): Text {
  const { expected, found } = differenceText(difference)
  const where = expectation?.clause ?? null
  return {
    zh: `${where === null ? '' : `条款 ${where}：`}应为${expected.zh}，得到${found.zh}`,
    en: `${where === null ? '' : `clause ${where}: `}expected ${expected.en}, found ${found.en}`,
  }
}

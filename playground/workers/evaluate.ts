import { compile } from '../../src/compile.ts'
import type { Build } from '../../src/compile.ts'
import type { Policy } from '../../src/core/core.ts'
import { hintOf, messageOf, severityOf } from '../../src/diagnostics/render.ts'
import type { Result } from '../../src/engines/engine.ts'
import { interpretAgain } from '../../src/engines/interpret/again.ts'
import type { Remembered } from '../../src/engines/interpret/again.ts'
import { vocabularyRenames } from '../../src/intake/rename.ts'
import { changesBetween } from './changes.ts'
import { withDrift } from './drift.ts'
import { effectOf } from './effect.ts'
import type { Run } from './effect.ts'
import { SOURCE_FILE } from '../state/source-file.ts'
import { inputOf, sameScenario } from './input.ts'
import { emptyMemory, usable } from './last-good.ts'
import type { Memory, Usable } from './last-good.ts'
import type { Changes, Evaluation, Finding, Scenario, Situation } from './protocol.ts'
import { statementAt, viewOf } from './reading.ts'
import type { TextView } from './reading.ts'
import { compilable, sameTexts } from './texts.ts'
import type { Texts } from './texts.ts'

/** What a key press can take over from the one before, so that it costs about as much as the clause that was edited. */
interface Reading {
  readonly texts: Texts
  readonly build: Build
  readonly view: TextView
  readonly usable: Usable | null
}

interface Base {
  readonly texts: Texts
  readonly build: Build
  readonly view: TextView
}

let base: Base | null = null
let latest: Reading | null = null
let memory: Memory = emptyMemory()
const runs = { now: null as Kept | null, before: null as Kept | null }

interface Kept {
  readonly policy: Policy
  readonly scenario: Scenario
  readonly run: Run | null
  /** What the next run takes over. */
  readonly remembered: Remembered | null
}

const view = (build: Build, texts: Texts): TextView => viewOf(build.trees, compilable(texts).source ?? '', uncovered(build))

function uncovered(build: Build): ReadonlySet<string> {
  return new Set(build.coverage.filter((row) => row.uncovered.length > 0).map((row) => row.segment.id))
}

function readBase(texts: Texts): Base {
  if (base !== null && sameTexts(base.texts, texts)) return base
  const build = compile(compilable(texts))
  memory = emptyMemory()
  latest = null
  const read = { texts, build, view: view(build, texts) }
  // A draft may be opened with an error in it, from a link or from the storage: then the text that it is a change of was the last without one.
  if (build.policy !== null) usable(texts, build, read.view.known, memory)
  return read
}

function readDraft(texts: Texts, compared: Base): Reading {
  if (latest !== null && sameTexts(latest.texts, texts)) return latest
  const build = compile(compilable(texts), latest?.build ?? compared.build)
  const text = withDrift(view(build, texts), compared.view, texts[SOURCE_FILE] ?? '', compared.texts[SOURCE_FILE] ?? '')
  return { texts, build, view: text, usable: usable(texts, build, text.known, memory) }
}

/** Texts in, everything that the page shows out. */
export function evaluate({ texts, base: compared, scenario, explain }: Situation): Evaluation {
  const started = performance.now()
  base = readBase(compared)
  latest = readDraft(texts, base)
  const { build, view: text, usable: current } = latest
  const changes = changesBetween(base.view, text)
  const renames = base.build.policy === null || current === null ? [] : [...vocabularyRenames(base.build.policy, current.policy)]
  const under = { ...scenario, renames }
  // Compared with the saved text under the default readings: so a reading shows its effect as an edit does.
  const usual = { ...scenario, readings: [], renames: [] }
  runs.before = base.build.policy === null ? null : kept([runs.before], base.build.policy, usual)
  runs.now = current === null ? null : kept([runs.now, runs.before], current.policy, under)
  const run = runs.now?.run ?? null
  return {
    texts, title: text.title, outline: text.outline, segments: text.segments, figures: text.figures, findings: findingsOf(build, text), changes, readings: readingsOf(current?.policy ?? null, scenario),
    effect: run === null ? null : effectOf(run, runs.before?.run ?? null, { stale: new Set(current?.stale ?? []), clauses: changedClauses(changes), explain }),
    renames, milliseconds: performance.now() - started,
  }
}

function readingsOf(policy: Policy | null, { readings }: Scenario): Evaluation['readings'] {
  return readings.flatMap(({ ambiguity, reading }) => {
    const name = policy?.ambiguities.find((each) => each.id === ambiguity)?.readings.find((each) => each.name.zh === reading)?.name
    return name === undefined ? [] : [{ ambiguity, name }]
  })
}

/** What the last evaluation read and how it came out: the language service goes on from there. */
export function latestReading(): { readonly texts: Texts; readonly build: Build; readonly result: Result | null } | null {
  return latest === null ? null : { texts: latest.texts, build: latest.build, result: runs.now?.run?.result ?? null }
}

/** One of the earlier runs where it is the same; else a new one, which takes over what it can from the first there is. */
function kept(earlier: readonly (Kept | null)[], policy: Policy, scenario: Scenario): Kept {
  const same = earlier.find((each) => each?.policy === policy && sameScenario(each.scenario, scenario))
  if (same != null) return same
  const input = inputOf(policy, scenario)
  if (input.applicants.length === 0) return { policy, scenario, run: null, remembered: null }
  const remembered = interpretAgain(policy, input, earlier.find((each) => each?.remembered != null)?.remembered ?? null)
  return { policy, scenario, run: { policy, input, result: remembered.result }, remembered }
}

function changedClauses(changes: Changes): ReadonlySet<string> {
  return new Set([...changes.figures.flatMap((each) => each.clause ?? []), ...changes.statements, ...changes.added])
}

function findingsOf(build: Build, text: TextView): readonly Finding[] {
  // The finding about a quotation that its sentence has left says that already.
  const drifted = new Set(text.segments.filter(({ coverage }) => coverage === 'drifted').map(({ id }) => id))
  return build.diagnostics.filter(({ code, facts }) => code !== 'sentence-uncovered' || !drifted.has(String(facts['sentence']))).map((diagnostic): Finding => {
    const statement = statementAt(text.known, diagnostic.file, diagnostic.span.start)
    const id = text.outline.find((each) => each.key === statement?.key)?.id ?? null
    return {
      code: diagnostic.code, severity: severityOf(diagnostic.code), file: diagnostic.file, span: diagnostic.span, statement: statement?.key ?? null, clause: id,
      message: { zh: messageOf(diagnostic, 'zh'), en: messageOf(diagnostic, 'en') }, hint: { zh: hintOf(diagnostic, 'zh'), en: hintOf(diagnostic, 'en') }, fixes: diagnostic.fixes,
    }
  })
}

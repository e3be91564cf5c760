import { compile } from '../../src/compile.ts'
import type { Build } from '../../src/compile.ts'
import type { Policy } from '../../src/core/core.ts'
import type { Applicant, Input, Result } from '../../src/engines/engine.ts'
import { renameApplicants, vocabularyRenames } from '../../src/intake/rename.ts'
import { generatePopulation } from '../../src/population/generate.ts'
import type { Population } from '../../src/population/population.ts'
import { readPopulation } from '../../src/population/read.ts'
import { segmentSource } from '../../src/source/segments.ts'
import { knownStatements } from '../figures/statements.ts'
import { emptyMemory, usable } from './last-good.ts'
import type { Memory, Usable } from './last-good.ts'
import { evaluatePopulation } from './population-engine.ts'
import type { PopulationAsk, PopulationProblem } from './population-protocol.ts'
import type { Scenario } from './protocol.ts'
import type { Renames } from '../../src/intake/rename.ts'
import { compilable, sameTexts } from './texts.ts'
import type { Texts } from './texts.ts'

/** A population evaluated under two texts. What the one before has in common is kept: for a key press only the draft is computed. */
export interface Weighed {
  readonly population: Population
  readonly size: { readonly count: number; readonly seed: string }
  readonly now: Run
  /** null: the text to compare with has an error. */
  readonly before: Run | null
  readonly stale: readonly string[]
}

export interface Run {
  readonly policy: Policy
  readonly input: Input
  readonly result: Result
  /** The same policy, day and readings for other applicants. */
  readonly again: (applicants: readonly Applicant[]) => Result
}

export type Weighing = { readonly kind: 'weighed'; readonly weighed: Weighed } | { readonly kind: 'none' | 'no-policy' } | { readonly kind: 'problems'; readonly problems: readonly PopulationProblem[] }

interface Text {
  readonly texts: Texts
  readonly build: Build
  readonly usable: Usable | null
}

interface Made {
  readonly key: string
  readonly population: Population
  readonly applicants: readonly Applicant[]
}

interface Kept {
  readonly policy: Policy
  readonly applicants: readonly Applicant[]
  readonly scenario: string
  readonly run: Run
}

const memories: { readonly base: Memory; draft: Memory } = { base: emptyMemory(), draft: emptyMemory() }
const read: { base: Text | null; draft: Text | null } = { base: null, draft: null }
const runs: { base: Kept | null; draft: Kept | null } = { base: null, draft: null }
let made: Made | null = null

const PLACE = /(?:^|\/)population\.json$/

function readText(side: 'base' | 'draft', texts: Texts): Text {
  const earlier = read[side]
  if (earlier !== null && sameTexts(earlier.texts, texts)) return earlier
  const build = compile(compilable(texts), earlier?.build ?? read.base?.build)
  const known = knownStatements(build.trees, segmentSource(compilable(texts).source ?? ''))
  // A draft that is opened with an error in it: the text that it is a change of was the last without one.
  if (side === 'base' && build.policy !== null) usable(texts, build, known, memories.draft = emptyMemory())
  const text = { texts, build, usable: side === 'base' ? (build.policy === null ? null : { policy: build.policy, stale: [] }) : usable(texts, build, known, memories[side]) }
  read[side] = text
  return text
}

/** The applicants; made anew only when the file, the vocabulary or the size is another. */
function makePopulation(policy: Policy, file: string, ask: PopulationAsk): Made | readonly PopulationProblem[] {
  const key = JSON.stringify([policy.applicant, policy.matters, policy.enumerations, ask.count, ask.seed, file])
  if (made?.key === key) return made
  const { value, mistakes } = readPopulation(policy, file)
  if (value === null) return mistakes.map(({ place, message, hint }) => ({ line: place.line, column: place.column, message, hint }))
  const size = { count: ask.count ?? value.count, seed: ask.seed ?? value.seed }
  made = { key, population: value, applicants: generatePopulation(policy, value, size) }
  return made
}

let renamed: { readonly from: readonly Applicant[]; readonly key: string; readonly to: readonly Applicant[] } | null = null

function underNewNames(before: Policy, applicants: readonly Applicant[], renames: Renames): readonly Applicant[] {
  if (renames.size === 0) return applicants
  const key = JSON.stringify([...renames])
  if (renamed?.from !== applicants || renamed.key !== key) renamed = { from: applicants, key, to: renameApplicants(before, applicants, renames) }
  return renamed.to
}

function run(side: 'base' | 'draft', policy: Policy, applicants: readonly Applicant[], scenario: Scenario, key: string): Run {
  const same = (kept: Kept | null): kept is Kept => kept !== null && kept.policy === policy && kept.applicants === applicants && kept.scenario === key
  const kept = [runs[side], runs.base].find(same)
  const now: Kept = kept ?? { policy, applicants, scenario: key, run: evaluatePopulation(side, policy, { on: scenario.on, asIfPublished: scenario.asIfPublished, readings: scenario.readings, applicants }) }
  runs[side] = now
  return now.run
}

export function weigh(ask: PopulationAsk): Weighing {
  // A version's own distributions come before those of its policy, as in the command line.
  const file = ask.texts['population.json'] ?? Object.entries(ask.scenario.others).find(([path]) => PLACE.test(path))?.[1]
  if (file === undefined) return { kind: 'none' }
  const base = readText('base', ask.base)
  const draft = readText('draft', ask.texts)
  if (draft.usable === null) return { kind: 'no-policy' }
  // The draft that is the base, letter for letter, is the same run.
  const policy = base.usable !== null && sameTexts(ask.base, ask.texts) ? base.usable.policy : draft.usable.policy
  const before = base.usable?.policy ?? policy
  const renames = vocabularyRenames(before, policy)
  // The file has the names of the text that is compared with; a unit keeps its draws whatever its facts are called.
  const population = makePopulation(renames.size === 0 ? policy : before, file, ask)
  if (!('key' in population)) return { kind: 'problems', problems: population }
  const key = JSON.stringify([ask.scenario.on, ask.scenario.asIfPublished, ask.scenario.readings])
  const earlier = base.usable === null ? null : run('base', base.usable.policy, population.applicants, ask.scenario, key)
  const now = run('draft', policy, underNewNames(before, population.applicants, renames), ask.scenario, key)
  const size = { count: ask.count ?? population.population.count, seed: ask.seed ?? population.population.seed }
  return { kind: 'weighed', weighed: { population: population.population, size, now, before: earlier, stale: draft.usable.stale } }
}

/** The policy of a text that differs a little from the draft, to be evaluated beside it; null when it has an error. */
export function policyBeside(texts: Texts): Policy | null {
  return compile(compilable(texts), read.draft?.build).policy
}

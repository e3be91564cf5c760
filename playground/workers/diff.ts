import { jointPolicy } from '../../src/analyses/attribution.ts'
import { changeEffect } from '../../src/analyses/change-effect.ts'
import type { ApplicantChange, LineChange } from '../../src/analyses/change-effect.ts'
import { policyDifference } from '../../src/analyses/diff.ts'
import { editsBetween } from '../../src/analyses/edits.ts'
import { compile } from '../../src/compile.ts'
import type { Build } from '../../src/compile.ts'
import type { Policy, ReadingRef } from '../../src/core/core.ts'
import type { Facts, Input, Line, Result } from '../../src/engines/engine.ts'
import { interpreter } from '../../src/engines/interpret/interpret.ts'
import { changeText } from '../../src/explain/change.ts'
import type { Ran } from '../../src/explain/change.ts'
import { benefit } from '../../src/explain/outcome.ts'
import { renameApplicants, vocabularyRenames } from '../../src/intake/rename.ts'
import { countText, partsText, statementText } from '../../src/explain/policy-diff.ts'
import { readable } from '../../src/explain/text.ts'
import type { Text } from '../../src/explain/text.ts'
import type { ChangedApplicant, ChangedLine, DifferencesAnswer, DifferencesAsk, DifferencesView, Outcome } from './diff-protocol.ts'
import { inputOf, nameOfApplicant } from './input.ts'
import { plus } from './range.ts'
import { compilable, sameTexts } from './texts.ts'
import type { Texts } from './texts.ts'

interface Compiled {
  readonly texts: Texts
  readonly build: Build
}

let base: Compiled | null = null
let draft: Compiled | null = null

export type Versions = { readonly before: Policy; readonly after: Policy; readonly input: Input } | { readonly error: 'draft' | 'base' }

/** Both versions, and the dossiers read with the vocabulary of both. */
export function versionsOf({ texts, base: compared, scenario }: DifferencesAsk): Versions {
  if (base === null || !sameTexts(base.texts, compared)) base = { texts: compared, build: compile(compilable(compared)) }
  if (draft === null || !sameTexts(draft.texts, texts)) draft = { texts, build: compile(compilable(texts), draft?.build ?? base.build) }
  const [before, after] = [base.build.policy, draft.build.policy]
  if (after === null) return { error: 'draft' }
  if (before === null) return { error: 'base' }
  return { before, after, input: withNewNames(inputOf(jointPolicy(before, after), { ...scenario, renames: [] }), before, after) }
}

/** Facts under both names where the draft has renamed them: each version reads them by its own. */
function withNewNames(input: Input, before: Policy, after: Policy): Input {
  const renames = vocabularyRenames(before, after)
  if (renames.size === 0) return input
  const renamed = renameApplicants(before, input.applicants, renames)
  const both = (one: Facts, other: Facts | undefined): Facts => new Map([...one, ...(other ?? [])])
  return {
    ...input, applicants: input.applicants.map((each, at) => ({
      ...each, facts: both(each.facts, renamed[at]?.facts), matters: each.matters.map((matter, index) => ({ ...matter, facts: both(matter.facts, renamed[at]?.matters[index]?.facts) })),
    })),
  }
}

/** Choices that the policy knows. */
export function known(policy: Policy, readings: readonly ReadingRef[]): readonly ReadingRef[] {
  return readings.filter(({ ambiguity, reading }) => policy.ambiguities.some((each) => each.id === ambiguity && each.readings.some(({ name }) => name.zh === reading)))
}

function evaluate(policy: Policy, input: Input): Result | null {
  const outcome = interpreter.evaluate(policy, { ...input, readings: known(policy, input.readings) })
  return outcome.kind === 'result' ? outcome.result : null
}

/** What differs between the draft and the text that it is compared with, for whom, and why; both under the readings that are chosen. */
export function differences(question: DifferencesAsk): DifferencesAnswer {
  const versions = versionsOf(question)
  if ('error' in versions) return { kind: 'error', in: versions.error }
  const { before, after, input } = versions
  const [was, is] = [evaluate(before, input), evaluate(after, input)]
  const difference = policyDifference(before, after)
  const effect = was === null || is === null ? null : changeEffect(was, is)
  const rans = { before: { policy: before, readings: was?.readings ?? [] }, after: { policy: after, readings: is?.readings ?? [] } }
  const view: DifferencesView = {
    count: countText(difference),
    statements: [...difference.statements, ...difference.others].map((each) => ({
      key: each.key, clause: each.kind === 'clause' || each.kind === 'constraint' ? each.id : null, change: each.change,
      name: statementText(each), parts: partsText(each.parts), wording: each.parts.includes('wording') || each.change !== 'changed',
    })),
    vocabulary: difference.vocabulary.map(({ change, of, name }) => vocabularyText(change, readable(of), readable(name))),
    applicants: effect === null ? [] : effect.applicants.filter((each) => each.lines.length > 0).map((each) => applicantView(each, rans, input)).sort((a, b) => ORDER[a.direction] - ORDER[b.direction]),
    gain: effect?.gain ?? 0, lose: effect?.lose ?? 0, unchanged: effect?.unchanged ?? 0,
    edits: editsBetween(before, after).length,
  }
  return { kind: 'view', view }
}

const ORDER = { loses: 0, gains: 1, unchanged: 2 } as const

function vocabularyText(change: 'added' | 'removed' | 'changed', of: Text, name: Text): Text {
  const words = { added: { zh: '增加', en: 'added' }, removed: { zh: '删去', en: 'removed' }, changed: { zh: '修改', en: 'changed' } }[change]
  return { zh: `${words.zh}${of.zh}的“${name.zh}”`, en: `${name.en} of ${of.en} ${words.en}` }
}

interface Rans {
  readonly before: Ran
  readonly after: Ran
}

function applicantView({ id, direction, before, after, lines }: ApplicantChange, rans: Rans, input: Input): ChangedApplicant {
  const dossier = input.applicants.find((each) => each.id === id)
  return {
    id, name: dossier === undefined ? id : nameOfApplicant(rans.after.policy, dossier), direction,
    before: { committed: before.committed, possible: before.possible }, after: { committed: after.committed, possible: after.possible },
    lines: together(lines.map((each) => lineView(each, rans))),
  }
}

function lineView(change: LineChange, { before, after }: Rans): ChangedApplicant['lines'][number] {
  const outcome = (policy: Policy, line: Line | null): Outcome | null =>
    line === null ? null : { standing: line.standing, range: { committed: line.committed, possible: line.possible }, gives: line.kind === 'status' || line.kind === 'in-kind' ? benefit(policy, line) : null }
  return { clause: change.clause, subject: change.subject, periods: periodOf(change), before: outcome(before.policy, change.before), after: outcome(after.policy, change.after), why: changeText(before, after, change) }
}

/** Periods that follow each other and changed alike are one row. */
function together(lines: readonly ChangedLine[]): readonly ChangedLine[] {
  const rows: { readonly first: ChangedLine; readonly all: ChangedLine[] }[] = []
  for (const line of lines) {
    const last = rows.at(-1)
    if (last !== undefined && line.periods.length > 0 && alike(last.first) === alike(line)) last.all.push(line)
    else rows.push({ first: line, all: [line] })
  }
  return rows.map(({ first, all }) => ({ ...first, periods: all.flatMap(({ periods }) => periods), before: inAll(all.map(({ before }) => before)), after: inAll(all.map(({ after }) => after)) }))
}

function alike({ clause, subject, before, after, why }: ChangedLine): string {
  return JSON.stringify([clause, subject, before, after, why], (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}

function inAll(outcomes: readonly (Outcome | null)[]): Outcome | null {
  return outcomes.reduce((sum, each) => (sum === null || each === null ? null : { ...sum, range: plus(sum.range, each.range) }))
}

function periodOf({ before, after }: LineChange): ChangedLine['periods'] {
  const period = (after ?? before)?.period ?? null
  return period === null ? [] : [period]
}

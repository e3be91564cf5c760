import type { Span } from '../../src/base/span.ts'
import type { ReadingRef } from '../../src/core/core.ts'
import type { Edit } from '../../src/diagnostics/diagnostic.ts'
import type { Severity } from '../../src/diagnostics/entry.ts'
import type { LinePeriod } from '../../src/engines/engine.ts'
import type { Part } from '../../src/explain/line.ts'
import type { Text } from '../../src/explain/text.ts'
import type { SegmentKind } from '../../src/source/segments.ts'
import type { NumberKind } from '../figures/number.ts'
import type { Patch, Patched } from '../share/patch.ts'
import type { Texts } from '../state/catalogue.ts'
import type { Difference } from './difference.ts'
import type { DifferencesAnswer, DifferencesAsk, SharesAnswer } from './diff-protocol.ts'
import type { FigureStepAnswer, FigureStepAsk, CurveAnswer, CurveAsk, EnterprisesAnswer, EnterprisesAsk, PopulationAnswer, PopulationAsk } from './population-protocol.ts'
import type { ServiceCalls } from './service-protocol.ts'

/**
 * What the page and its workers say to each other: plain data, cloned. Each request has an id; of the requests for an
 * evaluation only the latest is answered, an answer that is older than the text on the screen is dropped.
 */

/** Pairs of an old and a new name. */
export type RenamedNames = readonly (readonly [string, string])[]

export interface Scenario {
  readonly on: string
  readonly asIfPublished: string
  /** Choices that differ from the defaults. */
  readonly readings: readonly ReadingRef[]
  /** The policy's other files: dossiers, ledger, decisions. By path. */
  readonly others: Texts
  /** Names of the vocabulary that the draft has changed, old and new: the files still have the old ones. */
  readonly renames: RenamedNames
}

/** Everything that an evaluation depends on. */
export interface Situation {
  readonly texts: Texts
  /** What the effect is compared with: the saved version, or another one. */
  readonly base: Texts
  readonly scenario: Scenario
  /** Whose reasoning is shown: all lines of a clause, and single lines (`lineKey`). The others come without, which saves time at each key press. */
  readonly explain: { readonly clause: string | null; readonly lines: readonly string[] }
}

// ---------------------------------------------------------------- the text

export interface OutlineEntry {
  /** Stable over edits: `clause 6.1`, `definition 新设`. */
  readonly key: string
  readonly kind: string
  /** The number of a clause, constraint, measure; null for others. */
  readonly id: string | null
  readonly name: Text
  readonly file: string
  readonly span: Span
  /** Segments of the official text that it quotes. */
  readonly segments: readonly string[]
  /** Quotations that the official text has not. */
  readonly drifted: readonly Drift[]
}

/** A quotation and its sentence have parted. */
export interface Drift {
  /** Of the quotation in the statement's file. */
  readonly span: Span
  readonly quote: string
  /** What stands in its place in the official text now, and where; null when nothing does. */
  readonly now: { readonly text: string; readonly span: Span; readonly segment: string } | null
}

/** How a segment is taken up by the code. */
export type Coverage = 'encoded' | 'ambiguous' | 'direction' | 'structure' | 'drifted' | 'uncovered'

export interface SegmentView {
  readonly id: string
  readonly kind: SegmentKind
  readonly span: Span
  readonly coverage: Coverage
  /** Keys of the outline's entries that quote it. */
  readonly statements: readonly string[]
  readonly ambiguities: readonly string[]
}

/** A figure: a literal of the code, or several that one place of the official text states, with all the places where it is spelled. */
export interface Figure {
  /** Stable while the figure is edited. */
  readonly id: string
  readonly kind: NumberKind
  readonly value: string
  readonly digits: string
  readonly unit: string
  readonly statement: string
  readonly clause: string | null
  /** The places to write it to: literals and quotations in the code, and the official text. */
  readonly places: readonly Place[]
  /** In source.txt; null when no quotation states it. */
  readonly source: Span | null
  readonly segment: string | null
  /** The words before and after it. */
  readonly around: { readonly before: string; readonly after: string }
}

export interface Place {
  readonly file: string
  readonly span: Span
  readonly role: 'literal' | 'quote' | 'source'
  readonly unit: string
  readonly kind: NumberKind
  readonly digits: string
}

export interface Finding {
  readonly code: string
  readonly severity: Severity
  readonly file: string
  readonly span: Span
  readonly statement: string | null
  readonly clause: string | null
  readonly message: Text
  readonly hint: Text
  readonly fixes: readonly { readonly title: Text; readonly edits: readonly Edit[] }[]
}

// ---------------------------------------------------------------- the effect

export type StandingName = 'holds' | 'fails' | 'undetermined' | 'awaits-decision' | 'withdrawn'

/** Fen as texts; `possible` null where the text sets no limit. */
export interface Range {
  readonly committed: bigint
  readonly possible: bigint | null
}

export interface LineView {
  readonly clause: string
  readonly subject: string
  readonly entity: string
  /** Where the clause pays by period. */
  readonly period: LinePeriod | null
  readonly kind: string
  readonly standing: StandingName
  readonly range: Range
  /** A status, an in-kind duration: what a line gives that is not money. */
  readonly gives: Text | null
  readonly before: { readonly standing: StandingName; readonly range: Range; readonly gives: Text | null } | null
  readonly changed: boolean
  /** A limit took some of it away. */
  readonly adjusted: boolean
  /** The limits that cut it, now or before the change. */
  readonly limits: readonly string[]
  readonly stale: boolean
  /** Why, in one short phrase. */
  readonly summary: Text
  /** The reasoning, in sentences that quote the text; empty when it was not asked for. */
  readonly parts: readonly Part[]
}

export function lineKey(applicant: string, clause: string, subject: string): string {
  return [applicant, clause, subject].join('\u0000')
}

export interface CardView {
  readonly id: string
  readonly name: string
  readonly lines: readonly LineView[]
  readonly total: Range & { readonly unstated: number }
  readonly totalBefore: (Range & { readonly unstated: number }) | null
  /** What is to be paid back: not in the total. */
  readonly repayment: Range
  readonly repaymentBefore: Range | null
  readonly changed: boolean
}

export interface EffectView {
  readonly cards: readonly CardView[]
  /** Keys of statements for which the last good text is used. */
  readonly stale: readonly string[]
  readonly gain: number
  readonly lose: number
  /** By how much the totals of all applicants changed. */
  readonly change: { readonly committed: bigint; readonly possible: bigint }
  /** Applicants with a line that is not determined for lack of facts. */
  readonly undetermined: number
  readonly notes: readonly Text[]
}

/** What the examples in the policy say. */
export interface ExampleView {
  readonly name: Text
  readonly key: string
  readonly passed: boolean
  readonly problems: readonly Text[]
}

export interface ChangedFigure {
  readonly figure: string
  readonly clause: string | null
  readonly before: Text
  readonly after: Text
  readonly rises: boolean
}

export interface Changes {
  readonly figures: readonly ChangedFigure[]
  /** Clauses changed in other ways. */
  readonly statements: readonly string[]
  /** Clauses whose sentence was rewritten while their quotation was not. */
  readonly drifted: readonly string[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

export interface Evaluation {
  readonly texts: Texts
  readonly title: Text
  readonly outline: readonly OutlineEntry[]
  readonly segments: readonly SegmentView[]
  readonly figures: readonly Figure[]
  readonly findings: readonly Finding[]
  readonly effect: EffectView | null
  readonly changes: Changes
  /** Readings other than the default ones. */
  readonly readings: readonly { readonly ambiguity: string; readonly name: Text }[]
  /** Names of the vocabulary that differ from the text that it is compared with. */
  readonly renames: RenamedNames
  readonly milliseconds: number
}

export interface AmbiguityView {
  readonly id: string
  readonly name: Text
  readonly question: Text
  /** Clauses that it is about; empty: the whole document. */
  readonly at: readonly string[]
  readonly readings: readonly ReadingView[]
}

export interface ReadingEffect {
  readonly applicants: number
  readonly change: { readonly committed: bigint; readonly possible: bigint }
  /** Of all applicants, under the reading. */
  readonly total: Range
  /** Those whose lines differ, by what they have now and would have. */
  readonly who: readonly { readonly id: string; readonly name: string; readonly before: Range; readonly after: Range; readonly clauses: readonly string[] }[]
}

export interface ReadingView {
  readonly name: Text
  readonly meaning: Text
  readonly isDefault: boolean
  readonly chosen: boolean
  /** What it would change against the readings that are chosen; null for a chosen one. */
  readonly effect: ReadingEffect | null
}

// ---------------------------------------------------------------- dossiers of one's own

export interface FieldView {
  readonly name: Text
  readonly question: Text | null
  readonly judgedBy: Text | null
  readonly form: 'yes-no' | 'choice' | 'day' | 'number' | 'words'
  /** The usual unit of a number. */
  readonly unit: Text
  readonly values: readonly Text[]
}

/** A fact that lines wait for; the ones that decide most come first. */
export interface Wanted {
  readonly subject: string
  readonly field: string
  readonly clauses: readonly string[]
}

interface EntityView {
  readonly name: Text
  readonly fields: readonly FieldView[]
}

export interface DossierView {
  readonly applicant: EntityView
  readonly matters: readonly EntityView[]
  /** What the intake refuses. */
  readonly problems: readonly { readonly subject: string | null; readonly field: string | null; readonly message: Text }[]
  readonly wanted: readonly Wanted[]
}

// ---------------------------------------------------------------- messages

/** Questions that a worker answers, by name. A view that needs one of its own adds a row here and a handler in `handlers.ts`. */
export interface Calls extends ServiceCalls {
  /** The policy's own examples; null while the text has an error. */
  readonly examples: { readonly ask: { readonly texts: Texts }; readonly answer: readonly ExampleView[] | null }
  /** Edits that write an applicant's card into the policy as an example; null while the text has an error. */
  readonly pin: { readonly ask: { readonly texts: Texts; readonly scenario: Scenario; readonly applicant: string; readonly clause: string | null; readonly surface: 'zh' | 'en' }; readonly answer: readonly Edit[] | null }
  /** Edits that let an example (by its Chinese name) expect what comes out now; null where there is nothing to accept. */
  readonly accept: { readonly ask: { readonly texts: Texts; readonly example: string; readonly reason: string; readonly surface: 'zh' | 'en' }; readonly answer: readonly Edit[] | null }
  /** The form of a dossier: vocabulary, problems, and what still matters; null while the text has an error. */
  readonly dossier: { readonly ask: { readonly texts: Texts; readonly scenario: Scenario; readonly own: string; readonly applicant: string }; readonly answer: DossierView | null }
  readonly differences: { readonly ask: DifferencesAsk; readonly answer: DifferencesAnswer }
  readonly evaluate: { readonly ask: Situation; readonly answer: Evaluation }
  /** The ambiguities with the effect of each reading; null while the text has an error. */
  readonly readings: { readonly ask: { readonly texts: Texts; readonly scenario: Scenario }; readonly answer: readonly AmbiguityView[] | null }
  /** null: one of the texts has an error. */
  readonly shares: { readonly ask: DifferencesAsk; readonly answer: SharesAnswer | null }
  /** What a draft changes against the version as it was loaded (in Chinese). */
  readonly share: { readonly ask: { readonly texts: Texts; readonly original: Texts; readonly surface: 'zh' | 'en' }; readonly answer: Patch }
  /** The draft that a link means, in the surface of the page. */
  readonly receive: { readonly ask: { readonly original: Texts; readonly patch: Patch; readonly surface: 'zh' | 'en' }; readonly answer: Patched }
  readonly population: { readonly ask: PopulationAsk; readonly answer: PopulationAnswer }
  /** The enterprises behind a number of the population. */
  readonly enterprises: { readonly ask: EnterprisesAsk; readonly answer: EnterprisesAnswer }
  /** null: nobody in the population draws from the clause. */
  readonly curve: { readonly ask: CurveAsk; readonly answer: CurveAnswer | null }
  /** null: there is no population, or the draft has an error. */
  readonly figureStep: { readonly ask: FigureStepAsk; readonly answer: FigureStepAnswer | null }
  /** The files beside the policy under the names of the draft, those that differ. */
  readonly renameFiles: { readonly ask: { readonly texts: Texts; readonly others: Texts; readonly renames: RenamedNames }; readonly answer: Texts }
  readonly translate: { readonly ask: { readonly texts: readonly Texts[]; readonly to: 'zh' | 'en' }; readonly answer: readonly Texts[] }
}
export type CallName = keyof Calls
/** Those that the worker for key presses answers; the others have all. */
export type FirstName = 'evaluate' | 'dossier'
export type QuickName = FirstName | 'receive' | 'share' | 'translate' | keyof ServiceCalls

export interface Request<Name extends CallName = CallName> {
  readonly id: number
  readonly name: Name
  readonly ask: Calls[Name]['ask']
}

export type Reply<Name extends CallName = CallName> =
  | { readonly id: number; readonly answer: Calls[Name]['answer'] }
  /** An evaluation, as what differs from the one that the same worker sent before it. */
  | { readonly id: number; readonly evaluation: Difference | null }
  | { readonly id: number; readonly failed: string }

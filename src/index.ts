/** The public API: every name that an embedder may rely on. Nothing here needs Node. */

// The pipeline: files and official text in, policy, diagnostics and coverage out.
export { compile } from './compile.ts'
export type { Build, CompileInput } from './compile.ts'

// Diagnostics.
export { CODES } from './diagnostics/codes.ts'
export type { Code } from './diagnostics/codes.ts'
export { hintOf, messageOf, renderDiagnostic, severityOf } from './diagnostics/render.ts'
export type { Diagnostic, Edit, Fix, Language } from './diagnostics/diagnostic.ts'
export type { Severity } from './diagnostics/entry.ts'

// The core, its hash and its words.
export type {
  Ambiguity, Citation, Claim, Clause, ClauseKind, Entity, Example, Expr, Field, Limit, LimitKind, Measure, Name, Policy, Reading, ReadingRef,
} from './core/core.ts'
export type { Standing } from './core/example.ts'
export { expressionText, literalText } from './core/expression-text.ts'
export { policyHash } from './core/hash.ts'

// The text of a policy: parsing, formatting, translating.
export { formatFile } from './syntax/format.ts'
export { namesOf } from './syntax/names.ts'
export { parseFile } from './syntax/parse.ts'
export { segmentSource } from './source/segments.ts'
export type { Segment } from './source/segments.ts'

// Engines.
export { interpreter } from './engines/interpret/interpret.ts'
export { jsonLogic } from './engines/json-logic/json-logic.ts'
export { exportRules } from './engines/json-logic/export-rules.ts'
export type {
  Adjustment, Applicant, ApplicantResult, Decision, Engine, Fact, Facts, FactValue, Input, LedgerEntry, Line, Matter, Missing, Note, Outcome, Reason, ReasonCode, Refusal, Result, Sum, Totals, Trace,
} from './engines/engine.ts'

// Intake.
export { readDecisions, readDossiers, readLedger } from './intake/read.ts'
export { decisionsSchema, dossierSchema, ledgerSchema } from './intake/schema.ts'
export type { Intake, Problem } from './intake/problem.ts'

// Analyses.
export { runExample, runExamples } from './analyses/examples.ts'
export type { Difference, ExampleFinding } from './analyses/examples.ts'
export { readingsThatMatter } from './analyses/readings-that-matter.ts'
export type { Mattering } from './analyses/readings-that-matter.ts'

// Explanations.
export { differenceText, partingStep } from './explain/difference.ts'
export { explainLine } from './explain/line.ts'
export type { Explanation, Part } from './explain/line.ts'
export { money, moneyEn, moneyRange, moneyZh } from './explain/money.ts'
export { summary } from './explain/summary.ts'
export type { Text } from './explain/text.ts'

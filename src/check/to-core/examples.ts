import type { Example, ReadingRef } from '../../core/core.ts'
import type { ExampleApplicant, ExampleDecision, ExampleFacts, ExampleGrant, Expectation } from '../../core/example.ts'
import type { ExampleItem, ExpectedAmount, ExpectedOutcome, Literal, Quote, Statement, Word } from '../../syntax/tree.ts'
import { canonical } from '../canonical.ts'
import type { Context } from '../context.ts'
import { clauseNamed, entityNamed } from '../infer-matters.ts'
import { DURATION, MONEY } from '../literals.ts'
import { nameOf } from '../names.ts'
import type { Content } from '../piece.ts'
import { duplicateSubject } from '../rules/duplicate-subject.ts'
import { exampleWithoutApplicant } from '../rules/example-without-applicant.ts'
import { exampleWithoutExpectation } from '../rules/example-without-expectation.ts'
import { unknownClause } from '../rules/unknown-clause.ts'
import { unknownName } from '../rules/unknown-name.ts'
import { unknownReading } from '../rules/unknown-reading.ts'
import { unknownSubject } from '../rules/unknown-subject.ts'
import type { ClauseSymbol, EntitySymbol } from '../symbols.ts'
import { limitId } from './limit-ids.ts'
import { agencyNamed } from './declarations.ts'
import { exampleFacts, literalOf } from './example-facts.ts'
import { guards } from './guards.ts'
import { day } from './header.ts'

type Item<K extends ExampleItem['kind']> = ExampleItem & { readonly kind: K }

/** What an example is evaluated as published on, when it does not say. */
const PUBLISHED = '2026-01-01'

interface Building {
  readonly applicants: { id: string; facts: ExampleFacts; matters: ExampleApplicant['matters'][number][] }[]
  readonly readings: ReadingRef[]
  readonly ledger: ExampleGrant[]
  readonly decisions: ExampleDecision[]
  readonly expected: Expectation[]
  published: string | null
  on: string | null
}

/** Null core when something in the example is wrong. The file's name is filled in where the example is placed. */
export function example(ctx: Context, statement: Statement & { readonly kind: 'example' }): Content {
  const before = ctx.findings.length
  const made: Building = { applicants: [], readings: [], ledger: [], decisions: [], expected: [], published: PUBLISHED, on: null }
  for (const item of statement.items) if (item.kind === 'given') given(ctx, made, item)
  for (const item of statement.items) if (item.kind !== 'given') add(ctx, made, item)
  const wrong = ctx.findings.length > before
  const none = exampleWithoutExpectation(statement)
  if (none !== null) ctx.findings.push(none)
  const { published, on, readings, applicants, ledger, decisions, expected } = made
  const core: Example = { name: nameOf(statement.name), file: '', published, on, readings, applicants, ledger, decisions, expected }
  return { kind: 'example', example: wrong ? null : core }
}

function add(ctx: Context, made: Building, item: Exclude<ExampleItem, { readonly kind: 'given' }>): void {
  switch (item.kind) {
    case 'published':
      made.published = day(ctx, item.day)
      return
    case 'today':
      made.on = day(ctx, item.day)
      return
    case 'reading':
      made.readings.push(...guards(ctx, [item.under]))
      return
    case 'paid':
      return paid(ctx, made, item)
    case 'decided':
      return decided(ctx, made, item)
    case 'exception':
      return exception(ctx, made, item)
    case 'expect':
      return expectation(ctx, made, item)
  }
}

function given(ctx: Context, made: Building, item: Item<'given'>): void {
  const entity = entityNamed(ctx, item.entity)
  if (entity === undefined) return
  const id = item.id.text
  const facts = exampleFacts(ctx, item.facts, [entity])
  if (entity === ctx.symbols.applicant) {
    if (made.applicants.some((one) => one.id === id)) ctx.findings.push(duplicateSubject(item.id))
    made.applicants.push({ id, facts, matters: [] })
    return
  }
  const owner = made.applicants.at(-1)
  if (owner === undefined) {
    ctx.findings.push(exampleWithoutApplicant(item.entity, ctx.symbols.applicant, item.span.start))
    return
  }
  if (owner.matters.some((one) => one.id === id)) ctx.findings.push(duplicateSubject(item.id))
  owner.matters.push({ entity: entity.name.zh, id, facts })
}

function* subjects(made: Building): Iterable<string> {
  for (const applicant of made.applicants) {
    yield applicant.id
    for (const matter of applicant.matters) yield matter.id
  }
}

/** Reports a subject that the example does not give. */
function checkSubject(ctx: Context, made: Building, word: Word | Quote): void {
  for (const id of subjects(made)) if (id === word.text) return
  ctx.findings.push(unknownSubject(word, subjects(made)))
}

function ownerOf(made: Building, subject: string | null): string {
  const owner = made.applicants.find((one) => one.id === subject || one.matters.some((matter) => matter.id === subject))
  return (owner ?? made.applicants.at(-1))?.id ?? ''
}

function paid(ctx: Context, made: Building, item: Item<'paid'>): void {
  const clause = clauseNamed(ctx, item.clause)
  const amount = literalOf(ctx, item.amount, MONEY)
  const when = day(ctx, item.day)
  const about = clause?.entity === null || clause === undefined ? undefined : ctx.symbols.entities.get(canonical(ctx.symbols, clause.entity))
  const entities = [about, ctx.symbols.applicant].filter((one): one is EntitySymbol => one !== undefined && one !== null)
  const facts = exampleFacts(ctx, item.facts, entities)
  if (clause === undefined || amount === undefined || when === null) return
  const subject = item.subject?.text ?? null
  made.ledger.push({ clause: clause.id, applicant: ownerOf(made, subject), subject, day: when, amount: amount.value, facts })
}

function decided(ctx: Context, made: Building, item: Item<'decided'>): void {
  if (item.ofConstraint) return widenedTotal(ctx, made, item)
  const clause = clauseNamed(ctx, item.clause)
  if (item.subject !== null) checkSubject(ctx, made, item.subject)
  if (clause === undefined) return
  const subject = item.subject?.text ?? onlySubject(ctx, made, clause)
  if (subject === null) {
    ctx.findings.push(unknownSubject(item.clause, []))
    return
  }
  const about = { clause: clause.id, subject }
  if (item.decision.kind === 'use') {
    made.decisions.push({ kind: 'use', ...about, used: item.decision.used })
    return
  }
  const amount = literalOf(ctx, item.decision.amount, MONEY)
  if (amount !== undefined) made.decisions.push({ kind: item.decision.kind, ...about, amount: amount.value })
}

/** 决定 约束 8（甲） 放宽至 700万元 */
function widenedTotal(ctx: Context, made: Building, item: Item<'decided'>): void {
  const constraint = ctx.symbols.clauses.get(item.clause.text)
  if (constraint?.kind !== 'constraint') ctx.findings.push(unknownClause(item.clause, constraintIds(ctx)))
  if (item.subject !== null) checkSubject(ctx, made, item.subject)
  if (constraint?.kind !== 'constraint' || item.subject === null || item.decision.kind !== 'limit') return
  const amount = literalOf(ctx, item.decision.amount, MONEY)
  if (amount !== undefined) made.decisions.push({ kind: 'limit', clause: constraint.id, subject: item.subject.text, amount: amount.value })
}

/** The only matter (or applicant) of the example that the clause can be about; null when there is not exactly one. */
function onlySubject(ctx: Context, made: Building, clause: ClauseSymbol): string | null {
  const entity = clause.entity === null ? ctx.symbols.applicant?.name.zh : canonical(ctx.symbols, clause.entity)
  const ids = entity === ctx.symbols.applicant?.name.zh ? made.applicants.map((one) => one.id)
    : made.applicants.flatMap((one) => one.matters.filter((matter) => matter.entity === entity).map((matter) => matter.id))
  return ids.length === 1 ? ids[0] ?? null : null
}

/** An exception from a constraint lifts each of its limits. */
function exception(ctx: Context, made: Building, item: Item<'exception'>): void {
  for (const subject of item.subjects) checkSubject(ctx, made, subject)
  const constraint = ctx.symbols.clauses.get(item.constraint.text)
  if (constraint?.kind !== 'constraint') {
    ctx.findings.push(unknownClause(item.constraint, constraintIds(ctx)))
    return
  }
  for (let count = 1; count <= constraint.limits; count += 1) {
    made.decisions.push({ kind: 'exception', limit: limitId(constraint.id, count), subjects: item.subjects.map((one) => one.text) })
  }
}

function* constraintIds(ctx: Context): Iterable<string> {
  for (const clause of ctx.symbols.clauses.values()) if (clause.kind === 'constraint') yield clause.id
}

function expectation(ctx: Context, made: Building, item: Item<'expect'>): void {
  const clause = item.clause === null ? null : clauseNamed(ctx, item.clause)
  if (item.subject !== null) checkSubject(ctx, made, item.subject)
  const outcome = outcomeOf(ctx, item.outcome)
  if (clause !== undefined) made.expected.push({ clause: clause?.id ?? null, subject: item.subject?.text ?? null, ...outcome })
}

function outcomeOf(ctx: Context, outcome: ExpectedOutcome): Omit<Expectation, 'clause' | 'subject'> {
  const money = (tree: Literal): string => literalOf(ctx, tree, MONEY)?.value ?? '0'
  const rangeOf = ({ low, high }: ExpectedAmount) => ({ committed: money(low), possible: high === 'unstated' ? null : money(high ?? low) })
  const range = outcome.amount === null ? null : rangeOf(outcome.amount)
  return {
    standing: outcome.standing, range, status: outcome.status === null ? null : statusNamed(ctx, outcome.status),
    duration: outcome.duration === null ? null : literalOf(ctx, outcome.duration, DURATION)?.value ?? null,
    payers: outcome.payers.map(({ agency, amount }) => ({ agency: agencyNamed(ctx, agency), ...rangeOf(amount) })),
    missing: outcome.missing.map((word) => fieldNamed(ctx, word)), ambiguities: outcome.mentions.map((word) => ambiguityNamed(ctx, word)),
  }
}

function statusNamed(ctx: Context, word: Word): string {
  const name = canonical(ctx.symbols, word.text)
  if (!ctx.symbols.valuesByName.has(name)) ctx.findings.push(unknownName(word, 'value', ctx.symbols.valuesByName.keys()))
  return name
}

function fieldNamed(ctx: Context, word: Word): string {
  const name = canonical(ctx.symbols, word.text)
  const entities = [...ctx.symbols.entities.values()]
  if (!entities.some((entity) => entity.fields.has(name))) ctx.findings.push(unknownName(word, 'field', entities.flatMap((entity) => [...entity.fields.keys()])))
  return name
}

function ambiguityNamed(ctx: Context, word: Word): string {
  if (!ctx.symbols.ambiguities.has(word.text)) ctx.findings.push(unknownReading(word, 'ambiguity', ctx.symbols.ambiguities.keys()))
  return word.text
}

import type { Clause, ClauseKind, Condition, Effect, Guarded, Power } from '../../core/core.ts'
import type { ClauseItem, Statement, Word } from '../../syntax/tree.ts'
import { canonical } from '../canonical.ts'
import { boxesOf } from '../conditions.ts'
import { applicantFrame, subjectScope } from '../context.ts'
import type { Context, Scope } from '../context.ts'
import type { Elaboration } from '../environment.ts'
import { inferAs } from '../infer-as.ts'
import { clauseNamed, entityNamed } from '../infer-matters.ts'
import { statementName } from '../item-names.ts'
import { BOOLEAN } from '../literals.ts'
import { nameOf } from '../names.ts'
import { NO_SUMMARY, outcomeValues } from '../piece.ts'
import type { ClauseSummary, Content } from '../piece.ts'
import { capDenied } from '../rules/cap-denied.ts'
import { clauseWithoutCitation } from '../rules/clause-without-citation.ts'
import { dateDoesNotExist } from '../rules/date-does-not-exist.ts'
import { doubledItem } from '../rules/doubled-item.ts'
import { limitWithoutAmount } from '../rules/limit-without-amount.ts'
import { misplacedItem } from '../rules/misplaced-item.ts'
import { readingMisplaced } from '../rules/reading-misplaced.ts'
import { repaymentWithoutEvent } from '../rules/repayment-without-event.ts'
import { repaymentWithoutGranted } from '../rules/repayment-without-granted.ts'
import { isBounded, shareIn } from '../rules/share-without-cap.ts'
import type { EntitySymbol } from '../symbols.ts'
import { citations, measureOf } from './citations.ts'
import { checkOutcomes, effects } from './effects.ts'
import type { FoundEffect } from './effects.ts'
import { guards } from './guards.ts'
import { clauseLimits } from './limits.ts'
import { hasTerm, termsOf } from './terms.ts'

type ClauseStatement = Statement & { readonly kind: 'clause' | 'constraint' | 'direction' | 'recital' }

/** A clause or a direction. */
export function clause(ctx: Elaboration, statement: ClauseStatement): Content & { readonly kind: 'clause' } {
  const { id } = statement
  const items = usableItems(ctx, statement)
  const cites = citations(ctx, items, id.text)
  reportUncited(ctx, statement)
  const subject = subjectOf(ctx, statement, items)
  const scope = subject === null ? applicantFrame(ctx.symbols) : subjectScope(ctx.symbols, subject)
  const conditions = conditionsOf(ctx, scope, items)
  const boxes = boxesOf(conditions.flatMap((one) => (one.under.length === 0 ? [one.value] : [])))
  const found: readonly FoundEffect[] = statement.kind === 'direction' ? [] : effects(ctx, scope, items, boxes)
  const pays = found.some((one) => paying(one.item))
  if (statement.kind === 'clause') checkOutcomes(ctx, id, found)
  if (found.length > 0 && !pays) for (const item of items) if (item.kind === 'deduct') ctx.findings.push(limitWithoutAmount(item, id.text))
  reportRepayments(ctx, found, conditions.length > 0 || items.some((item) => item.kind === 'may') || subject !== ctx.symbols.applicant)
  const limits = clauseLimits(ctx, { id: id.text, scope, pays: pays || found.length === 0, cites, byPeriod: hasTerm(items) }, items)
  const exceptions = references(ctx, items, 'exception-to')
  const reinstates = references(ctx, items, 'reinstates')
  const known = statement.kind === 'direction' ? DIRECTION : wholeEffects(found)
  const kind = known[0]?.value.kind
  const core: Clause | null = kind === undefined || known.length < found.length ? null : {
    id: id.text, name: statement.name === null ? { zh: id.text, en: id.text } : nameOf(statement.name), measure: ctx.symbols.measures.has(measureOf(id.text)) ? measureOf(id.text) : null,
    kind: kind satisfies ClauseKind, subject: subject?.name.zh ?? null, addressee: addresseeOf(ctx, items), powers: powersOf(ctx, scope, items), terms: termsOf(ctx, scope, items),
    conditions, effects: known, exceptionTo: exceptions.map((word) => word.text), reinstates: reinstates.map((word) => word.text), valid: validity(ctx, items), cites,
  }
  const capped = limits.some((limit) => limit.measure === 'amount')
  reportNoCap(ctx, id.text, items, pays || found.length === 0, capped)
  const summary = { ...summaryOf(found, conditions, capped || items.some((item) => item.kind === 'no-cap')), exceptionTo: exceptions.map((word) => ({ id: word.text, span: word.span })) }
  return { kind: 'clause', clause: core, limits, summary: core === null ? NO_SUMMARY : summary }
}

/** 不设最高额 where there is a cap, or no amount to be capped. */
function reportNoCap(ctx: Context, id: string, items: readonly ClauseItem[], pays: boolean, capped: boolean): void {
  for (const item of items) {
    if (item.kind !== 'no-cap') continue
    if (!pays) ctx.findings.push(limitWithoutAmount(item, id))
    else if (capped) ctx.findings.push(capDenied(item.span))
  }
}

/** `conditional`: something says when, be it that there is a matter of the kind. */
function reportRepayments(ctx: Context, found: readonly FoundEffect[], conditional: boolean): void {
  for (const { item, effect: { value } } of found) {
    if (value?.kind !== 'repayment') continue
    const wrong = repaymentWithoutGranted(item.span, value.amount) ?? repaymentWithoutEvent(item.span, value.amount, conditional)
    if (wrong !== null) ctx.findings.push(wrong)
  }
}

const DIRECTION: readonly Guarded<Effect>[] = [{ under: [], value: { kind: 'direction', content: null } }]

function paying(item: ClauseItem): boolean {
  return item.kind === 'grant' || (item.kind === 'cases' && item.result !== 'status')
}

function wholeEffects(found: readonly FoundEffect[]): readonly Guarded<Effect>[] {
  return found.flatMap(({ effect: { under, value } }) => (value === null ? [] : [{ under, value }]))
}

const SINGLE = { 'for-each': 'ForEach', may: 'May', 'no-cap': 'NoCap', priority: 'Priority', 'in-principle': 'InPrinciple', addressee: 'Addressee' } as const

/** The items that can stand in the statement; the others are reported, and so is what can be said only once. */
export function usableItems(ctx: Context, statement: { readonly kind: Statement['kind']; readonly items: readonly ClauseItem[] }): readonly ClauseItem[] {
  const seen = new Set<ClauseItem['kind']>()
  return statement.items.filter((item) => {
    const misplaced = misplacedItem(statement.kind, item)
    if (misplaced !== null) ctx.findings.push(misplaced)
    const reading = readingMisplaced(item)
    if (reading !== null) ctx.findings.push(reading)
    if (Object.hasOwn(SINGLE, item.kind)) {
      if (seen.has(item.kind)) ctx.findings.push(doubledItem(item.span, SINGLE[item.kind as keyof typeof SINGLE]))
      seen.add(item.kind)
    }
    return misplaced === null
  })
}

export function reportUncited(ctx: Context, statement: ClauseStatement): void {
  const uncited = clauseWithoutCitation(statement.id, statementName(statement.kind), statement.items)
  if (uncited !== null) ctx.findings.push(uncited)
}

/** What the clause is about: 对 每个, or the applicant or matter that it addresses; a clause that names nothing is about the applicant. */
function subjectOf(ctx: Context, statement: ClauseStatement, items: readonly ClauseItem[]): EntitySymbol | null {
  for (const item of items) if (item.kind === 'for-each') return entityNamed(ctx, item.entity) ?? null
  for (const item of items) {
    if (item.kind !== 'addressee') continue
    const entity = ctx.symbols.entities.get(canonical(ctx.symbols, item.names[0]?.text ?? ''))
    if (entity === undefined) break
    ctx.uses.add(entity)
    return entity
  }
  return statement.kind === 'clause' ? ctx.symbols.applicant : null
}

function addresseeOf(ctx: Context, items: readonly ClauseItem[]): string | null {
  for (const item of items) {
    if (item.kind !== 'addressee') continue
    for (const { text } of item.names) {
      const agency = ctx.symbols.agencies.get(canonical(ctx.symbols, text))
      if (agency !== undefined) ctx.uses.add(agency)
      for (const enumeration of ctx.symbols.valuesByName.get(canonical(ctx.symbols, text)) ?? []) ctx.uses.add(enumeration)
    }
    return item.names.map((name) => canonical(ctx.symbols, name.text)).join('、')
  }
  return null
}

function conditionsOf(ctx: Context, scope: Scope, items: readonly ClauseItem[]): readonly Guarded<Condition>[] {
  const conditions: Guarded<Condition>[] = []
  for (const item of items) {
    if (item.kind !== 'when' && item.kind !== 'unless') continue
    const under = guards(ctx, item.under)
    const expr = inferAs(ctx, scope, item.expr, BOOLEAN)
    if (expr !== null) conditions.push({ under, value: { expr, negated: item.kind === 'unless', cites: [] } })
  }
  return conditions
}

/** 可, and 须经决定 如 EXPR. */
function powersOf(ctx: Context, scope: Scope, items: readonly ClauseItem[]): readonly Guarded<Power>[] {
  return items.flatMap((item): Guarded<Power>[] => {
    if (item.kind !== 'may') return []
    const when = item.when === null ? null : inferAs(ctx, scope, item.when, BOOLEAN)
    return item.when !== null && when === null ? [] : [{ under: guards(ctx, item.under), value: { when, cites: [] } }]
  })
}

function references(ctx: Context, items: readonly ClauseItem[], kind: 'exception-to' | 'reinstates'): readonly Word[] {
  return items.flatMap((item) => (item.kind === kind ? item.clauses.filter((word) => clauseNamed(ctx, word) !== undefined) : []))
}

function validity(ctx: Context, items: readonly ClauseItem[]): Clause['valid'] {
  let [from, until]: [string | null, string | null] = [null, null]
  for (const item of items) {
    if (item.kind !== 'valid') continue
    const wrong = dateDoesNotExist(item.day.span, item.day.text)
    if (wrong !== null) ctx.findings.push(wrong)
    else if (item.end === 'from') from = item.day.text
    else until = item.day.text
  }
  return from === null && until === null ? null : { from, until }
}

function summaryOf(found: readonly FoundEffect[], conditions: readonly Guarded<Condition>[], capped: boolean): ClauseSummary {
  let summary = NO_SUMMARY
  for (const { item, effect: { value } } of found) {
    if (value === null) continue
    if ((value.kind === 'grant' || value.kind === 'ceiling') && value.amount !== null && !capped && !isBounded(value.amount)) {
      const share = shareIn(value.amount)
      if (share !== null) summary = { ...summary, uncapped: { span: item.span, share } }
    }
    if (value.kind === 'status') summary = { ...summary, recognises: { enumeration: value.enumeration, values: outcomeValues(value), conditions } }
  }
  return summary
}


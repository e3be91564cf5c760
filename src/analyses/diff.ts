import { canonicalJson } from '../core/hash.ts'
import type { Clause, Effect, Name, Policy } from '../core/core.ts'
import { figureChanges, type FigureChange } from './literals.ts'
import { bareLimit, isOfClause, mergedOrder, ownerOf, unitsOf, type Unit, type UnitKind } from './units.ts'

/** What of a statement differs. `meaning`: of a statement that is no clause, what it says. */
export type ChangedPart = 'name' | 'measure' | 'kind' | 'subject' | 'condition' | 'amount' | 'deduction' | 'content' | 'limit' | 'exception' | 'power' | 'period' | 'term' | 'wording' | 'meaning'

export interface StatementChange {
  readonly change: 'added' | 'removed' | 'changed'
  readonly key: string
  readonly kind: UnitKind
  readonly id: string
  readonly name: Name
  /** Empty when it was added or removed. */
  readonly parts: readonly ChangedPart[]
  /** Its figures that differ, when nothing but figures does. */
  readonly figures: readonly FigureChange[]
  /** The sentences that it rests on. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** A fact or a value of an enumeration that only one version knows, or whose type differs. */
export interface VocabularyChange {
  readonly change: 'added' | 'removed' | 'changed'
  readonly of: Name
  readonly name: Name
}

export interface PolicyDifference {
  /** Clauses and constraints, in the order of the text. */
  readonly statements: readonly StatementChange[]
  /** Named values, tables, definitions, ambiguities, commencement. */
  readonly others: readonly StatementChange[]
  readonly vocabulary: readonly VocabularyChange[]
  /** Clauses and constraints that are the same in both. */
  readonly unchanged: number
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)
const isStatement = ({ kind }: { readonly kind: UnitKind }): boolean => kind === 'clause' || kind === 'constraint'

/** What differs between two versions of a policy; statements are known again by their number or name. */
export function policyDifference(before: Policy, after: Policy): PolicyDifference {
  const old = new Map(unitsOf(before).map((each) => [each.key, each]))
  const now = new Map(unitsOf(after).map((each) => [each.key, each]))
  const keys = mergedOrder([...old.keys()], [...now.keys()])
  const changes = keys.flatMap((key) => changeOf(old.get(key), now.get(key), before, after))
  const statements = changes.filter(isStatement)
  const gone = statements.filter((each) => each.change === 'removed').length
  return {
    statements,
    others: changes.filter((each) => !isStatement(each)),
    vocabulary: vocabularyChanges(before, after),
    unchanged: [...old.values()].filter(isStatement).length - gone - statements.filter((each) => each.change === 'changed').length,
  }
}

function changeOf(old: Unit | undefined, now: Unit | undefined, before: Policy, after: Policy): readonly StatementChange[] {
  const unit = now ?? old
  if (unit === undefined) return []
  const change = { key: unit.key, kind: unit.kind, id: unit.id, name: unit.name, before: old?.quotes ?? [], after: now?.quotes ?? [] }
  if (old === undefined) return [{ ...change, change: 'added', parts: [], figures: [] }]
  if (now === undefined) return [{ ...change, change: 'removed', parts: [], figures: [] }]
  const parts = partsOf(old, now, before, after)
  return parts.length === 0 ? [] : [{ ...change, change: 'changed', parts, figures: figureChanges(old.meaning, now.meaning) ?? [] }]
}

function partsOf(old: Unit, now: Unit, before: Policy, after: Policy): readonly ChangedPart[] {
  const wording: readonly ChangedPart[] = same(old.quotes, now.quotes) ? [] : ['wording']
  if (old.kind !== 'clause') return [...(same(old.meaning, now.meaning) ? [] : (['meaning'] as const)), ...wording]
  const [was, is] = [clausePieces(before, old.id), clausePieces(after, now.id)]
  const differing = PIECES.filter((part) => !same(was.get(part), is.get(part)))
  return [...differing, ...wording]
}

const PIECES: readonly ChangedPart[] = ['name', 'measure', 'kind', 'subject', 'condition', 'amount', 'deduction', 'content', 'limit', 'exception', 'power', 'period', 'term']

function clausePieces(policy: Policy, id: string): ReadonlyMap<ChangedPart, unknown> {
  const clause = policy.clauses.find((each) => each.id === id)
  if (clause === undefined) return new Map()
  const limits = policy.limits.filter((each) => isOfClause(each) && ownerOf(each) === id).map(bareLimit)
  return new Map<ChangedPart, unknown>([
    ['name', clause.name], ['measure', clause.measure], ['kind', clause.kind], ['subject', [clause.subject, clause.addressee]], ['condition', clause.conditions],
    ['amount', effects(clause, amountOf)], ['deduction', effects(clause, deductionsOf)], ['content', effects(clause, contentOf)],
    ['limit', limits], ['exception', [clause.exceptionTo, clause.reinstates]], ['power', clause.powers], ['period', clause.valid], ['term', clause.terms],
  ])
}

function effects(clause: Clause, piece: (effect: Effect) => unknown): unknown {
  return clause.effects.map(({ under, value }) => [under, piece(value)])
}

const isMoney = (effect: Effect): effect is Effect & { kind: 'grant' | 'ceiling' } => effect.kind === 'grant' || effect.kind === 'ceiling'
const amountOf = (effect: Effect): unknown => (isMoney(effect) || effect.kind === 'repayment' ? effect.amount : null)
const deductionsOf = (effect: Effect): unknown => (isMoney(effect) ? effect.deductions : null)
const contentOf = (effect: Effect): unknown => (isMoney(effect) || effect.kind === 'repayment' ? null : effect)

interface Word {
  readonly of: Name
  readonly name: Name
  readonly meaning: unknown
}

function vocabularyOf(policy: Policy): ReadonlyMap<string, Word> {
  const words: Word[] = [policy.applicant, ...policy.matters].flatMap((entity) => entity.fields.map(({ name, type, judgedBy }) => ({ of: entity.name, name, meaning: [type, judgedBy] })))
  words.push(...policy.enumerations.flatMap((each) => each.values.map((name) => ({ of: each.name, name, meaning: null }))))
  return new Map(words.map((word) => [`${word.of.zh} ${word.name.zh}`, word]))
}

function vocabularyChanges(before: Policy, after: Policy): readonly VocabularyChange[] {
  const [old, now] = [vocabularyOf(before), vocabularyOf(after)]
  return mergedOrder([...old.keys()], [...now.keys()]).flatMap((key): VocabularyChange[] => {
    const [was, is] = [old.get(key), now.get(key)]
    const word = is ?? was
    if (word === undefined || (was !== undefined && is !== undefined && same(was.meaning, is.meaning))) return []
    return [{ change: was === undefined ? 'added' : is === undefined ? 'removed' : 'changed', of: word.of, name: word.name }]
  })
}

import type { Applicant, Decision, Fact, FactValue, Facts, Input, LedgerEntry, Line, Matter, Result } from '../src/engines/engine.ts'
import { LIMIT_ORDER, type Case, type Citation, type Clause, type Condition, type Definition, type Effect, type Entity, type Enumeration, type Expr, type Field, type Guarded, type Limit, type Name, type Parameter, type Policy, type ReadingRef, type Share, type Table } from '../src/core/core.ts'
import { rational, type Rational } from '../src/values/rational.ts'
import type { Type } from '../src/values/types.ts'

/** Small builders of cores by hand, for tests of engines and analyses. */

export const name = (zh: string, en = zh): Name => ({ zh, en })
export const cite = (sentence: string): Citation => ({ sentence, start: 0, end: 1, quote: `“${sentence}”` })

// ---------------------------------------------------------------- types

export const BOOLEAN: Type = { kind: 'boolean' }
export const MONEY: Type = { kind: 'money' }
export const RATIO: Type = { kind: 'ratio' }
export const DATE: Type = { kind: 'date' }
export const DURATION: Type = { kind: 'duration' }
export const DAYS: Type = { kind: 'days' }
export const TEXT: Type = { kind: 'text' }
export const IDENTIFIER: Type = { kind: 'identifier' }
export const COUNT: Type = { kind: 'integer', unit: null }
export const enumeration = (of: string): Type => ({ kind: 'enumeration', name: of })
export const matter = (of: string): Type => ({ kind: 'matter', name: of })

// ---------------------------------------------------------------- expressions

const literal = (type: Type, value: string): Expr => ({ kind: 'literal', type, value })
export const yuan = (amount: number | string): Expr => {
  const [whole = '0', cents = ''] = String(amount).split('.')
  return literal(MONEY, (BigInt(whole) * 100n + BigInt(cents.padEnd(2, '0') || '0')).toString())
}
export const percent = (of: number): Expr => {
  const { n, d } = rational(BigInt(of), 100n)
  return literal(RATIO, d === 1n ? `${n}` : `${n}/${d}`)
}
export const count = (n: number): Expr => literal(COUNT, String(n))
export const months = (n: number): Expr => literal(DURATION, String(n))
export const days = (n: number): Expr => literal(DAYS, String(n))
export const day = (text: string): Expr => literal(DATE, text)
export const text = (value: string): Expr => literal(TEXT, value)
export const member = (of: string, value: string): Expr => literal(enumeration(of), value)
export const yes: Expr = literal(BOOLEAN, 'true')
export const no: Expr = literal(BOOLEAN, 'false')

export const subject = (of: string): Expr => ({ kind: 'subject', type: matter(of) })
export const applicant = (of = '企业'): Expr => ({ kind: 'applicant', type: matter(of) })
export const item = (of: string, depth = 0): Expr => ({ kind: 'item', type: matter(of), depth })
export const today: Expr = { kind: 'today', type: DATE }
export const inForceDay: Expr = { kind: 'in-force-day', type: DATE }
export const field = (type: Type, of: Expr, called: string): Expr => ({ kind: 'field', type, of, entity: of.type.kind === 'matter' ? of.type.name : '', field: called })
export const parameter = (type: Type, called: string): Expr => ({ kind: 'parameter', type, name: called })
export const definition = (type: Type, called: string, of: Expr): Expr => ({ kind: 'definition', type, name: called, of })

type BinaryOp = (Expr & { kind: 'binary' })['op']
const COMPARISONS: readonly BinaryOp[] = ['eq', 'ne', 'lt', 'le', 'gt', 'ge']
export const binary = (op: BinaryOp, left: Expr, right: Expr, type: Type = COMPARISONS.includes(op) ? BOOLEAN : left.type): Expr => ({ kind: 'binary', type, op, left, right })
export const share = (rate: Expr, of: Expr): Expr => binary('multiply', rate, of, of.type)
export const not = (arg: Expr): Expr => ({ kind: 'unary', type: BOOLEAN, op: 'not', arg })
export const negate = (arg: Expr): Expr => ({ kind: 'unary', type: arg.type, op: 'negate', arg })
export const yearStart = (arg: Expr): Expr => ({ kind: 'unary', type: DATE, op: 'year-start', arg })
export const monthStart = (arg: Expr): Expr => ({ kind: 'unary', type: DATE, op: 'month-start', arg })
export const periodStart: Expr = { kind: 'period-start', type: DATE }
export const periodNumber: Expr = { kind: 'period-number', type: COUNT }
export const yearOf = (arg: Expr): Expr => ({ kind: 'unary', type: COUNT, op: 'year-of', arg })
export const and = (...args: readonly Expr[]): Expr => ({ kind: 'variadic', type: BOOLEAN, op: 'and', args })
export const or = (...args: readonly Expr[]): Expr => ({ kind: 'variadic', type: BOOLEAN, op: 'or', args })
export const min = (...args: readonly Expr[]): Expr => ({ kind: 'variadic', type: args[0]?.type ?? MONEY, op: 'min', args })
export const max = (...args: readonly Expr[]): Expr => ({ kind: 'variadic', type: args[0]?.type ?? MONEY, op: 'max', args })
export const oneOf = (value: Expr, ...set: readonly Expr[]): Expr => ({ kind: 'in', type: BOOLEAN, value, set })
export const choose = (cases: readonly (readonly [Expr, Expr])[], otherwise: Expr | null = null): Expr => ({ kind: 'choose', type: cases[0]?.[1].type ?? MONEY, cases: cases.map(([when, then]): Case => ({ when, then })), otherwise })
export const marginal = (base: Expr, ...parts: readonly (readonly [Expr | null, Expr])[]): Expr => ({ kind: 'marginal', type: base.type, base, parts: parts.map(([upTo, rate]) => ({ upTo, rate })) })
export const lookup = (type: Type, table: string, column: string, key: Expr): Expr => ({ kind: 'lookup', type, table, column, key })
export const aggregate = (op: (Expr & { kind: 'aggregate' })['op'], entity: string, value: Expr | null, where: Expr | null): Expr =>
  ({ kind: 'aggregate', type: op === 'exists' ? BOOLEAN : op === 'count' ? COUNT : (value?.type ?? MONEY), op, entity, where, value })
export const granted = (clauses: readonly string[], key: readonly Expr[] = [], period: 'ever' | 'year' | 'month' = 'ever', measure: 'amount' | 'count' = 'amount', window: { readonly from?: Expr; readonly until?: Expr } = {}): Expr =>
  ({ kind: 'granted', type: measure === 'amount' ? MONEY : COUNT, measure, clauses, key, period, from: window.from ?? null, until: window.until ?? null })

// ---------------------------------------------------------------- policy

export const under = <T>(value: T, ...readings: readonly (readonly [string, string])[]): Guarded<T> => ({ value, under: readings.map(([ambiguity, reading]): ReadingRef => ({ ambiguity, reading })) })
export const fieldOf = (called: string, type: Type, judgedBy: string | null = null): Field => ({ name: name(called), type, question: null, judgedBy })
export const entity = (called: string, ...fields: readonly Field[]): Entity => ({ name: name(called), fields })
export const values = (called: string, ...of: readonly string[]): Enumeration => ({ name: name(called), values: of.map((one) => name(one)) })
export const define = (called: string, on: string, type: Type, value: Expr): Definition => ({ name: name(called), entity: on, type, value, cites: [] })
export const table = (called: string, keyType: Type, columns: readonly (readonly [string, Type])[], rows: Table['rows']): Table =>
  ({ name: name(called), keyType, columns: columns.map(([of, type]) => ({ name: name(of), type })), rows, cites: [] })
export const parameterOf = (called: string, type: Type, ...dated: readonly (readonly [string | null, Expr])[]): Parameter =>
  ({ name: name(called), type, values: dated.map(([from, value]) => ({ from, value, cites: [] })) })

export const grant = (amount: Expr, ...deductions: readonly Expr[]): Effect => ({ kind: 'grant', amount, deductions: deductions.map((one) => under(one)) })
export const ceiling = (amount: Expr | null, ...deductions: readonly Expr[]): Effect => ({ kind: 'ceiling', amount, deductions: deductions.map((one) => under(one)) })
export const status = (of: string, value: Expr): Effect => ({ kind: 'status', enumeration: of, value })
export const inKind = (duration: Expr | null): Effect => ({ kind: 'in-kind', what: name('办公场地', 'office space'), duration })
export const referral: Effect = { kind: 'referral', to: name('相关政策文件', 'the policy documents') }
export const repayment = (amount: Expr): Effect => ({ kind: 'repayment', amount })
export const direction: Effect = { kind: 'direction', content: null }

/** 可 */
export const POWER: Clause['powers'] = [under({ when: null, cites: [] })]
export const when = (expr: Expr): Guarded<Condition> => under({ expr, negated: false, cites: [] })
export const unless = (expr: Expr): Guarded<Condition> => under({ expr, negated: true, cites: [] })

/** A clause of measure 1 on `subject`, unconditional unless `more` says otherwise. */
export function clause(id: string, on: string | null, effect: Effect | readonly Guarded<Effect>[], more: Partial<Clause> = {}): Clause {
  const effects = 'kind' in effect ? [under(effect)] : effect
  const kind = effects[0]?.value.kind ?? 'direction'
  return { id, name: name(`条款${id}`, `clause ${id}`), measure: '1', kind, subject: on, addressee: null, powers: [], terms: [], conditions: [], effects, exceptionTo: [], reinstates: [], valid: null, cites: [cite(id)], ...more }
}

/** A limit over `clauses`, every line under the same key unless `more` says otherwise. */
export function limit(id: string, kind: Limit['kind'], clauses: readonly string[], maximum: Expr, more: Partial<Omit<Limit, 'key'>> & { readonly key?: Limit['key'] | readonly Expr[] } = {}): Limit {
  const measure = maximum.type.kind === 'money' ? 'amount' : 'count'
  const share: Share = kind === 'non-cumulation' ? { kind: 'highest' } : kind === 'once' ? { kind: 'undetermined' } : { kind: 'text-order' }
  const { key = [], ...rest } = more
  const keys = Array.isArray(key) ? Object.fromEntries(clauses.map((one) => [one, key as readonly Expr[]])) : (key as Limit['key'])
  return { id, kind, clauses, max: maximum, measure, share, whole: false, period: kind === 'once' ? 'ever' : null, widened: null, when: [], spared: [], cumulable: [], elsewhere: null, inPrinciple: false, under: [], cites: [cite(id)], ...rest, key: keys }
}

export const ranked = (by: { readonly [clause: string]: Expr }, direction: 'descending' | 'ascending' = 'descending'): Share => ({ kind: 'ranked', direction, order: by })

/** A published policy with an applicant 企业, in force from 2026-01-01. */
export function policy(parts: Partial<Policy>): Policy {
  return {
    heng: 1, id: name('样本', 'sample'), title: name('样本', 'Sample'), jurisdiction: name('某市', 'a city'), edition: 'model-text',
    published: '2026-01-01', commencement: { id: '9', from: { kind: 'publication', days: 0 }, until: null, cites: [cite('9')] },
    source: { file: 'source.txt', fingerprint: '' }, rounding: { grant: 'half-up', ceiling: 'down' }, order: LIMIT_ORDER,
    applicant: entity('企业'), matters: [], enumerations: [], agencies: [name('市科技局')], units: [], parameters: [], tables: [], definitions: [],
    measures: [{ id: '1', name: name('措施一'), responsible: ['市科技局'], cooperating: [], heading: null, responsibility: null }],
    clauses: [], limits: [], sharing: [], ambiguities: [], claims: [], examples: [], ...parts,
  }
}

// ---------------------------------------------------------------- input

/** A fact: a value, `null` for unknown, 'n/a' for not applicable. Plain numbers are exact whole numbers. */
export type PlainFact = FactValue | number | bigint | null | { readonly notApplicable: true }
export const NOT_APPLICABLE = { notApplicable: true } as const
/** Money in yuan, as a fact. */
export const rmb = (amount: number | string): Rational => {
  const [whole = '0', cents = ''] = String(amount).split('.')
  return rational(BigInt(whole) * 100n + BigInt(cents.padEnd(2, '0') || '0'))
}

export function fact(value: PlainFact): Fact {
  if (value === null) return { state: 'unknown' }
  if (typeof value === 'object' && 'notApplicable' in value) return { state: 'not-applicable' }
  return { state: 'given', value: typeof value === 'number' ? rational(BigInt(value)) : typeof value === 'bigint' ? rational(value) : value }
}

export function facts(of: { readonly [field: string]: PlainFact }): Facts {
  return new Map(Object.entries(of).map(([key, value]) => [key, fact(value)]))
}

export const matterOf = (of: string, id: string, has: { readonly [field: string]: PlainFact } = {}): Matter => ({ entity: of, id, facts: facts(has) })
export const dossier = (id: string, has: { readonly [field: string]: PlainFact } = {}, ...matters: readonly Matter[]): Applicant => ({ id, facts: facts(has), matters })
export const paid = (of: string, by: string, on: string | null, amount: number, when_: string, has: { readonly [field: string]: PlainFact } = {}): LedgerEntry =>
  ({ clause: of, applicant: by, subject: on, day: when_, amount: BigInt(amount) * 100n, facts: facts(has) })
export const decide = (of: string, by: string, on: string, what: number | boolean): Decision =>
  typeof what === 'boolean' ? { kind: 'use', clause: of, applicant: by, subject: on, used: what } : { kind: 'amount', clause: of, applicant: by, subject: on, amount: BigInt(what) * 100n }
export const except = (of: string, ...subjects: readonly string[]): Decision => ({ kind: 'exception', limit: of, applicant: null, subjects, reason: '会议纪要' })

export function input(applicants: readonly Applicant[], more: Partial<Input> = {}): Input {
  return { on: '2026-06-30', asIfPublished: null, readings: [], applicants, ledger: [], decisions: [], ...more }
}

// ---------------------------------------------------------------- result

export function line(result: Result, of: string, on: string): Line {
  const found = result.applicants.flatMap(({ lines }) => lines).find((one) => one.clause === of && one.subject === on)
  if (found === undefined) throw new Error(`no line ${of} ${on}`)
  return found
}

/** `holds 200000.00`, `undetermined 0.00..200000.00 ?总投入`: a line as one text, amounts in yuan. */
export function brief(one: Line): string {
  const amount = (fen: bigint): string => `${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}`
  const range = one.possible === null ? `${amount(one.committed)}..∞` : one.committed === one.possible ? amount(one.committed) : `${amount(one.committed)}..${amount(one.possible)}`
  const missing = one.missing.map(({ field: of }) => ` ?${of}`).join('')
  return `${one.standing} ${range}${missing}`
}

import type { Expr, Field, Policy } from '../../src/core/core.ts'
import { add, divide, floor, ONE, type Rational, rational, rationalFromText, subtract } from '../../src/values/rational.ts'

/** What a policy's own words say about values worth trying: its literals, what is compared with them, what is a key, what ranks. */
export interface Hints {
  /** Numbers, days, texts to try, by `entity field`. */
  readonly numbers: ReadonlyMap<string, readonly Rational[]>
  readonly days: ReadonlyMap<string, readonly string[]>
  /** Yes/no facts whose `false` is what a clause waits for. */
  readonly wantedFalse: ReadonlySet<string>
  readonly money: readonly Rational[]
  readonly ratios: readonly Rational[]
  readonly durations: readonly Rational[]
  /** Fields by which lines are ranked: few values, so that ties happen. */
  readonly ranking: ReadonlySet<string>
  /** Clauses that pay or recognise: what a dossier should be about. */
  readonly themes: readonly Theme[]
}

/** Entities that belong together: those of the clauses that a limit covers, or of one clause. */
export interface Theme {
  readonly entities: readonly string[]
  readonly clauses: readonly string[]
}

export const fieldKey = (entity: string, field: string): string => `${entity} ${field}`

type Node = { readonly [key: string]: unknown }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Every object in a tree of plain data, parents first; `inside` says under how many negations. */
export function visitNodes(value: unknown, visit: (node: Node, negated: boolean) => void, negated = false): void {
  if (Array.isArray(value)) {
    for (const one of value) visitNodes(one, visit, negated)
    return
  }
  if (!isNode(value)) return
  visit(value, negated)
  const turns = value.kind === 'unary' && value.op === 'not'
  for (const [key, child] of Object.entries(value)) {
    if (key !== 'cites' && key !== 'type') visitNodes(child, visit, turns || value.negated === true ? !negated : negated)
  }
}

const isExpr = (node: Node): node is Node & Expr => typeof node.kind === 'string' && isNode(node.type)

/** The literals of a policy by the kind of their type. */
function literals(policy: Policy, kind: string): Rational[] {
  const texts = new Set<string>()
  for (const part of [policy.clauses, policy.limits, policy.definitions, policy.parameters, policy.tables, policy.claims]) {
    visitNodes(part, (node) => {
      if (isExpr(node) && node.kind === 'literal' && node.type.kind === kind) texts.add(node.value)
    })
  }
  return [...texts].flatMap((text) => rationalFromText(text) ?? [])
}

function around(values: readonly Rational[], step: Rational): Rational[] {
  return values.flatMap((value) => [value, subtract(value, step), add(value, step)])
}

function distinct(values: readonly Rational[]): Rational[] {
  return [...new Map(values.filter(({ n }) => n >= 0n).map((value) => [`${value.n}/${value.d}`, value])).values()]
}

/** Literals and one fen beside them; the bases at which a rate reaches them; odd fen, whose shares need rounding. */
function moneyValues(money: readonly Rational[], ratios: readonly Rational[]): Rational[] {
  const bases = ratios.filter(({ n }) => n > 0n).flatMap((rate) => money.map((amount) => rational(floor(divide(amount, rate)))))
  const odd = [0n, 1n, 3n, 33_333_333n, 99_999_999n, 100_000_001n].map((fen) => rational(fen))
  return distinct([...around(money, ONE), ...around(bases, ONE), ...odd])
}

interface Compared {
  readonly field: string
  readonly literal: Expr & { kind: 'literal' }
}

const COMPARISONS = new Set<string>(['eq', 'ne', 'lt', 'le', 'gt', 'ge'])

function comparisons(policy: Policy): Compared[] {
  const found: Compared[] = []
  visitNodes([policy.clauses, policy.definitions, policy.limits], (node) => {
    if (!isExpr(node) || node.kind !== 'binary' || !COMPARISONS.has(node.op)) return
    for (const [one, other] of [[node.left, node.right], [node.right, node.left]] as const) {
      if (one.kind === 'field' && other.kind === 'literal') found.push({ field: fieldKey(one.entity, one.field), literal: other })
    }
  })
  return found
}

function fieldsIn(value: unknown): string[] {
  const found: string[] = []
  visitNodes(value, (node) => {
    if (isExpr(node) && node.kind === 'field') found.push(fieldKey(node.entity, node.field))
  })
  return found
}

function wantedFalse(policy: Policy): Set<string> {
  const wanted = new Set<string>()
  visitNodes([policy.clauses.map(({ conditions }) => conditions), policy.definitions], (node, negated) => {
    if (negated && isExpr(node) && node.kind === 'field' && node.type.kind === 'boolean') wanted.add(fieldKey(node.entity, node.field))
  })
  return wanted
}

/** Entities that the facts in an expression refer to: a key may be a matter of its own. */
function entitiesIn(policy: Policy, value: unknown): string[] {
  const names = new Set(policy.matters.map(({ name }) => name.zh))
  const found: string[] = []
  visitNodes(value, (node) => {
    if (isExpr(node) && node.type.kind === 'matter' && names.has(node.type.name)) found.push(node.type.name)
    if (isExpr(node) && node.kind === 'aggregate') found.push(node.entity)
  })
  return found
}

function themes(policy: Policy): Theme[] {
  const matters = new Set(policy.matters.map(({ name }) => name.zh))
  const of = (ids: readonly string[], extra: unknown): Theme => {
    const clauses = policy.clauses.filter(({ id }) => ids.includes(id))
    const own = clauses.flatMap(({ subject }) => (subject !== null && matters.has(subject) ? [subject] : []))
    const named = entitiesIn(policy, [clauses.map(({ conditions, effects }) => [conditions, effects]), extra])
    return { entities: [...new Set([...own, ...named])], clauses: clauses.map(({ id }) => id) }
  }
  const paying = policy.clauses.filter(({ kind }) => kind !== 'direction')
  return [...paying.map(({ id }) => of([id], [])), ...policy.limits.filter(({ clauses }) => clauses.length <= 4).map(({ clauses, key }) => of(clauses, key))]
}

function numberHints(policy: Policy, compared: readonly Compared[]): Map<string, Rational[]> {
  const hints = new Map<string, Rational[]>()
  for (const { field, literal } of compared) {
    const value = rationalFromText(literal.value)
    if (value !== null) hints.set(field, distinct([...(hints.get(field) ?? []), ...around([value], ONE)]))
  }
  const whole = literals(policy, 'integer')
  const every = (field: Field, key: string): void => {
    if (hints.has(key)) return
    if (field.type.kind === 'integer') hints.set(key, distinct(around([rational(1n), ...whole], ONE)))
  }
  for (const entity of [policy.applicant, ...policy.matters]) for (const field of entity.fields) every(field, fieldKey(entity.name.zh, field.name.zh))
  return hints
}

/** Reads the hints off a policy; once a policy, they are the same for every dossier. */
export function hintsOf(policy: Policy): Hints {
  const compared = comparisons(policy)
  const days = new Map<string, string[]>()
  for (const { field, literal } of compared) {
    if (literal.type.kind === 'date') days.set(field, [...(days.get(field) ?? []), literal.value])
  }
  const ratios = literals(policy, 'ratio')
  return {
    numbers: numberHints(policy, compared),
    days,
    wantedFalse: wantedFalse(policy),
    money: moneyValues(literals(policy, 'money'), ratios),
    ratios: distinct(ratios),
    durations: distinct(around([rational(12n), ...literals(policy, 'duration')], ONE)),
    ranking: new Set(policy.limits.flatMap(({ share }) => (share.kind === 'ranked' ? fieldsIn(share.order) : []))),
    themes: themes(policy),
  }
}

import { expressionsOf } from './expressions-of.ts'
import { add, compare, ONE, rationalFromText, ZERO, type Rational } from '../values/rational.ts'
import type { Clause, Effect, Expr, Guarded, Limit, Policy, ReadingRef, Sharing } from './core.ts'

/** Something that must hold in a core and does not: where, and what. For us, not for drafters: the checker promises that there is none. */
export interface Violation {
  readonly at: string
  readonly promise: string
}

/** Everything that engines and analyses rely on without looking. */
export function verifyPolicy(policy: Policy): readonly Violation[] {
  const index = indexOf(policy)
  return [
    ...uniqueNumbers(policy),
    ...policy.clauses.flatMap((clause) => clauseViolations(policy, index, clause)),
    ...policy.limits.flatMap((limit) => limitViolations(index, limit)),
    ...policy.sharing.flatMap((one) => sharingViolations(index, one)),
    ...policy.ambiguities.filter((one) => one.readings.filter((reading) => reading.isDefault).length !== 1).map((one) => broken(one.id, 'an ambiguity has one default reading')),
    ...expressionsOf(policy).flatMap(({ at, expr }) => exprViolations(index, at, expr)),
  ]
}

interface Index {
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>
  readonly enumerations: ReadonlyMap<string, ReadonlySet<string>>
  readonly parameters: ReadonlySet<string>
  readonly definitions: ReadonlySet<string>
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>
  readonly clauses: ReadonlySet<string>
  readonly agencies: ReadonlySet<string>
  readonly readings: ReadonlyMap<string, ReadonlySet<string>>
}

const broken = (at: string, promise: string): Violation => ({ at, promise })

function indexOf(policy: Policy): Index {
  return {
    fields: new Map([policy.applicant, ...policy.matters].map((entity) => [entity.name.zh, new Set(entity.fields.map((field) => field.name.zh))])),
    enumerations: new Map(policy.enumerations.map((one) => [one.name.zh, new Set(one.values.map((value) => value.zh))])),
    parameters: new Set(policy.parameters.map((one) => one.name.zh)),
    definitions: new Set(policy.definitions.map((one) => one.name.zh)),
    tables: new Map(policy.tables.map((one) => [one.name.zh, new Set(one.columns.map((column) => column.name.zh))])),
    clauses: new Set(policy.clauses.map((one) => one.id)),
    agencies: new Set(policy.agencies.map((one) => one.zh)),
    readings: new Map(policy.ambiguities.map((one) => [one.id, new Set(one.readings.map((reading) => reading.name.zh))])),
  }
}

function uniqueNumbers(policy: Policy): readonly Violation[] {
  const seen = new Set<string>()
  return policy.clauses.flatMap(({ id }) => {
    const again = seen.has(id)
    seen.add(id)
    return again ? [broken(id, 'no two clauses have one number')] : []
  })
}

function clauseViolations(policy: Policy, index: Index, clause: Clause): readonly Violation[] {
  const found: Violation[] = []
  const { id } = clause
  if (clause.subject !== null && !index.fields.has(clause.subject)) found.push(broken(id, 'the subject is a declared entity'))
  if (clause.measure !== null && !policy.measures.some((one) => one.id === clause.measure)) found.push(broken(id, 'the measure is declared'))
  for (const other of [...clause.exceptionTo, ...clause.reinstates]) if (!index.clauses.has(other)) found.push(broken(id, `clause ${other} is declared`))
  for (const { under } of [...clause.conditions, ...clause.effects, ...clause.powers, ...clause.terms]) found.push(...guardViolations(index, id, under))
  const [first] = clause.effects
  if (first !== undefined && first.value.kind !== clause.kind) found.push(broken(id, `the kind, ${clause.kind}, is that of the first effect`))
  for (const { value } of clause.effects) found.push(...effectViolations(clause, value))
  if (!perChoice(policy, clause.effects, (kept) => kept === 1)) found.push(broken(id, 'exactly one effect holds under every choice of readings'))
  if (!perChoice(policy, clause.terms, (kept) => kept <= 1)) found.push(broken(id, 'at most one term holds under every choice of readings'))
  return found
}

function effectViolations(clause: Clause, effect: Effect): readonly Violation[] {
  const found: Violation[] = []
  if ((effect.kind === 'grant' || effect.kind === 'ceiling') && effect.amount !== null && effect.amount.type.kind !== 'money') found.push(broken(clause.id, 'an amount is money'))
  if (effect.kind === 'in-kind' && effect.duration !== null && effect.duration.type.kind !== 'duration') found.push(broken(clause.id, 'a duration is months'))
  return found
}

function guardViolations(index: Index, at: string, under: readonly ReadingRef[]): readonly Violation[] {
  return under.filter((ref) => index.readings.get(ref.ambiguity)?.has(ref.reading) !== true).map((ref) => broken(at, `reading ${ref.ambiguity} ${ref.reading} is declared`))
}

const MOST_CHOICES = 4096

function perChoice(policy: Policy, all: readonly Guarded<unknown>[], isRight: (kept: number) => boolean): boolean {
  const used = new Set(all.flatMap((one) => one.under.map((ref) => ref.ambiguity)))
  let choices: ReadingRef[][] = [[]]
  for (const ambiguity of policy.ambiguities) {
    if (!used.has(ambiguity.id) || choices.length * ambiguity.readings.length > MOST_CHOICES) continue
    choices = choices.flatMap((choice) => ambiguity.readings.map((reading) => [...choice, { ambiguity: ambiguity.id, reading: reading.name.zh }]))
  }
  const holds = (choice: readonly ReadingRef[], under: readonly ReadingRef[]): boolean =>
    under.every((ref) => choice.some((one) => one.ambiguity === ref.ambiguity && one.reading === ref.reading))
  return choices.every((choice) => isRight(all.filter((one) => holds(choice, one.under)).length))
}

function limitViolations(index: Index, limit: Limit): readonly Violation[] {
  const found = [...guardViolations(index, limit.id, limit.under)]
  for (const spared of limit.spared) if (!limit.clauses.includes(spared)) found.push(broken(limit.id, `clause ${spared}, which it spares, is covered`))
  for (const { under } of [...limit.when, ...limit.cumulable]) found.push(...guardViolations(index, limit.id, under))
  for (const { value } of limit.when) if (Object.entries(value.expr).some(([clause, expr]) => !limit.clauses.includes(clause) || expr.type.kind !== 'boolean')) found.push(broken(limit.id, 'it is decided for covered clauses whether it covers a line'))
  for (const expr of Object.values(limit.elsewhere ?? {})) if (expr.type.kind !== 'money') found.push(broken(limit.id, 'support from elsewhere is money'))
  for (const clause of limit.clauses) {
    if (!index.clauses.has(clause)) found.push(broken(limit.id, `clause ${clause} is declared`))
    if (limit.key[clause] === undefined) found.push(broken(limit.id, `clause ${clause} has a key`))
    if (limit.share.kind === 'ranked' && limit.share.order[clause] === undefined) found.push(broken(limit.id, `clause ${clause} has an order`))
  }
  if (limit.widened !== null && (limit.measure !== 'amount' || limit.widened.max.type.kind !== 'money')) found.push(broken(limit.id, 'a limit of money is widened to money'))
  if (limit.whole && (limit.measure !== 'amount' || (limit.share.kind !== 'ranked' && limit.share.kind !== 'text-order'))) found.push(broken(limit.id, 'whole lines are of money and in an order'))
  const wanted = limit.measure === 'amount' ? 'money' : 'integer'
  if (limit.max.type.kind !== wanted) found.push(broken(limit.id, `a limit of ${limit.measure} is ${wanted}`))
  return found
}

function sharingViolations(index: Index, { id, clauses, payers, when, under }: Sharing): readonly Violation[] {
  const found = [...guardViolations(index, id, under)]
  for (const clause of clauses) {
    if (!index.clauses.has(clause)) found.push(broken(id, `clause ${clause} is declared`))
    if (when !== null && when[clause]?.expr.type.kind !== 'boolean') found.push(broken(id, `clause ${clause} has a condition`))
  }
  for (const { agency } of payers) if (!index.agencies.has(agency)) found.push(broken(id, `${agency} is a declared agency`))
  const shares = payers.map(({ share }) => rationalFromText(share))
  if (shares.some((share) => share === null || compare(share, ZERO) <= 0)) found.push(broken(id, 'a share is a ratio above zero'))
  else if (compare(shares.reduce<Rational>((sum, share) => add(sum, share ?? ZERO), ZERO), ONE) !== 0) found.push(broken(id, 'shares add up to one'))
  return found
}

/** Every name resolves. */
function exprViolations(index: Index, at: string, expr: Expr): readonly Violation[] {
  switch (expr.kind) {
    case 'field':
      return index.fields.get(expr.entity)?.has(expr.field) === true ? [] : [broken(at, `${expr.entity}·${expr.field} is a declared fact`)]
    case 'parameter':
      return index.parameters.has(expr.name) ? [] : [broken(at, `${expr.name} is a declared parameter`)]
    case 'definition':
      return index.definitions.has(expr.name) ? [] : [broken(at, `${expr.name} is defined`)]
    case 'lookup':
      return index.tables.get(expr.table)?.has(expr.column) === true ? [] : [broken(at, `${expr.table}·${expr.column} is a declared column`)]
    case 'aggregate':
      return index.fields.has(expr.entity) ? [] : [broken(at, `${expr.entity} is a declared entity`)]
    case 'granted':
      return [
        ...expr.clauses.filter((clause) => !index.clauses.has(clause)).map((clause) => broken(at, `clause ${clause} is declared`)),
        ...[expr.from, expr.until].filter((day) => day !== null && day.type.kind !== 'date').map(() => broken(at, 'grants count from a day to a day')),
      ]
    case 'literal':
      return expr.type.kind !== 'enumeration' || index.enumerations.get(expr.type.name)?.has(expr.value) === true ? [] : [broken(at, `${expr.value} is a value of ${expr.type.name}`)]
    default:
      return []
  }
}

import type { Expr } from '../../core/core.ts'
import type { Fact, FactValue, Missing } from '../engine.ts'
import { isNumeric, type Type } from '../../values/types.ts'
import { entityOf, fieldOf, identity, type Instance, type Run, type Scope } from './scope.ts'
import { ANY_TEXT, anything, exactly, hull, known, lacking, point, truth, value, WITHIN, type Possible, type Value } from './values.ts'

/** "Facts are in one of four states: given, known to be unknown, not asked, not applicable. Missing is never zero or false." */
export function factOf(run: Run, instance: Instance, field: string, type: Type): Value {
  const fact: Fact | undefined = instance.facts.get(field)
  if (fact?.state === 'given') {
    const given = possibleOf(type, fact.value, instance)
    if (given !== null) return known(given)
  }
  if (fact?.state === 'not-applicable') return lacking('not-applicable')
  return value(unknownFact(run, instance, type), [], [missingFact(run, instance, field, fact)])
}

function missingFact(run: Run, instance: Instance, field: string, fact: Fact | undefined): Missing {
  const judgedBy = fieldOf(run.policy, instance.entity, field)?.judgedBy ?? null
  return { entity: instance.entity, field, subject: instance.id ?? '', state: fact?.state === 'unknown' ? 'unknown' : 'not-asked', judgedBy }
}

/** A value of the wrong type is intake's to refuse; here it says nothing, as if it were unknown. */
function possibleOf(type: Type, given: FactValue, instance: Instance): Possible | null {
  if (type.kind === 'boolean') return typeof given === 'boolean' ? truth(given, !given) : null
  if (isNumeric(type)) return typeof given === 'object' ? exactly(given) : null
  if (typeof given !== 'string') return null
  return point(type.kind === 'matter' && type.name !== '' ? identityText(instance, given) : given)
}

/** A reference to a matter is to one of the same applicant's. */
function identityText(instance: Instance, id: string): string {
  return `${instance.owner}${WITHIN}${id}`
}

function unknownFact(run: Run, instance: Instance, type: Type): Possible {
  if (type.kind === 'matter') return { ...ANY_TEXT, within: instance.owner }
  return anything(type, (name) => enumerationValues(run, name), true)
}

export function enumerationValues(run: Run, name: string): readonly string[] {
  return run.policy.enumerations.find((one) => one.name.zh === name)?.values.map((one) => one.zh) ?? []
}

/** The matters that an expression may stand for. `open`: perhaps another one, which is not known. */
export interface Referents {
  readonly instances: readonly Instance[]
  readonly open: boolean
  readonly from: Value
}

/** What `of` stands for: the subject, the applicant, the matter an aggregate looks at, or the matter that a fact names. */
export function referents(expr: Expr, scope: Scope, evaluated: () => Value): Referents {
  switch (expr.kind) {
    case 'subject':
      return direct(scope.subject)
    case 'applicant':
      return direct(scope.applicant)
    case 'item': {
      const item = scope.items[expr.depth]
      return item === undefined ? { instances: [], open: true, from: known(ANY_TEXT) } : direct(item)
    }
    default:
      return named(expr, scope, evaluated())
  }
}

function direct(instance: Instance): Referents {
  return { instances: [instance], open: false, from: known(identity(instance)) }
}

function named(expr: Expr, scope: Scope, from: Value): Referents {
  if (from.possible === null) return { instances: [], open: false, from }
  const points = from.possible.kind === 'points' ? from.possible.values : null
  if (points === null) return { instances: [], open: true, from }
  return { instances: points.map((one) => instanceNamed(expr, scope, one)), open: false, from }
}

/** A matter that is named but not in the dossier: of it nothing was asked. */
function instanceNamed(expr: Expr, scope: Scope, name: string): Instance {
  const found = [scope.applicant, ...(scope.matters ?? [])].find((one) => identity(one).values?.[0] === name)
  if (found !== undefined) return found
  const entity = expr.type.kind === 'matter' ? expr.type.name : ''
  const isApplicant = entityOf(scope.run.policy, entity) === scope.run.policy.applicant
  return { entity, id: name.slice(name.lastIndexOf(WITHIN) + 1), owner: scope.applicant.owner, isApplicant, facts: new Map() }
}

/** What holds of each matter that is meant, joined; of one that is not known, anything. */
export function overReferents(of: Referents, type: Type, scope: Scope, each: (instance: Instance) => Value): Value {
  const values = of.instances.map(each)
  const rest: Value[] = of.open ? [{ possible: anything(type, (name) => enumerationValues(scope.run, name), false), lacks: [], missing: [] }] : []
  const all = hull([...values, ...rest], of.from.missing)
  return value(all.possible, [...new Set([...all.lacks, ...of.from.lacks])], all.missing)
}

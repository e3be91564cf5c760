import type { Expr, Policy } from '../../core/core.ts'
import { isNumeric, type Type } from '../../values/types.ts'
import type { FactValue } from '../engine.ts'
import { exactOf } from './exact.ts'
import { identity, type Frame, type Instance } from './frame.ts'
import { ANY_TEXT, anything, hull, lacking, lacksOf, missingOf, NOT_APPLICABLE, passed, possibleOf, value, WITHIN, type Val } from './values.ts'

export type Read = (instance: Instance) => Val

const NO_VALUE = lacking(NOT_APPLICABLE)

/** The value of a fact of whatever is asked. */
export function reader(policy: Policy, field: string, type: Type): Read {
  const convert = converter(type)
  const values = (name: string): readonly string[] => enumerationValues(policy, name)
  return (instance) => {
    const fact = instance.facts.get(field)
    if (fact?.state === 'given') {
      const given = convert(fact.value, instance)
      if (given !== null) return given
    }
    if (fact?.state === 'not-applicable') return NO_VALUE
    const { entity, id, owner } = instance
    const possible = type.kind === 'matter' ? { ...ANY_TEXT, within: owner } : anything(type, values, true)
    return value(possible, 0, [{ entity, field, subject: id ?? '', state: fact?.state === 'unknown' ? 'unknown' : 'not-asked', judgedBy: judgeOf(policy, entity, field) }])
  }
}

function judgeOf(policy: Policy, entity: string, field: string): string | null {
  const found = policy.applicant.name.zh === entity ? policy.applicant : policy.matters.find((matter) => matter.name.zh === entity)
  return found?.fields.find((one) => one.name.zh === field)?.judgedBy ?? null
}

/** A value of the wrong type says nothing, as if it were unknown. */
function converter(type: Type): (given: FactValue, instance: Instance) => Val | null {
  if (type.kind === 'boolean') return (given) => (typeof given === 'boolean' ? given : null)
  if (isNumeric(type)) return (given) => (typeof given === 'object' ? exactOf(given) : null)
  if (type.kind === 'matter' && type.name !== '') return (given, { owner }) => (typeof given === 'string' ? `${owner}${WITHIN}${given}` : null)
  return (given) => (typeof given === 'string' ? given : null)
}

export function enumerationValues(policy: Policy, name: string): readonly string[] {
  return policy.enumerations.find((one) => one.name.zh === name)?.values.map((one) => one.zh) ?? []
}

/** What holds of the matters that an expression may stand for, joined; of one that is not known, anything. */
export function ofNamed(policy: Policy, named: Expr, from: Val, type: Type, frame: Frame, read: (instance: Instance) => Val): Val {
  const possible = possibleOf(from)
  const points = possible?.kind === 'points' ? possible.values : null
  const isOpen = possible !== null && points === null
  const values = (points ?? []).map((one) => read(instanceNamed(policy, named, frame, one)))
  const rest: readonly Val[] = isOpen ? [passed({ possible: anything(type, (name) => enumerationValues(policy, name), false), lacks: 0, missing: [] })] : []
  const all = hull([...values, ...rest], missingOf(from))
  return value(possibleOf(all), lacksOf(all) | lacksOf(from), missingOf(all))
}

/** A matter that is named but not in the dossier: of it nothing was asked. */
function instanceNamed(policy: Policy, { type }: Expr, { applicant, matters }: Frame, name: string): Instance {
  const found = [applicant, ...(matters ?? [])].find((one) => identity(one) === name)
  if (found !== undefined) return found
  const entity = type.kind === 'matter' ? type.name : ''
  return { entity, id: name.slice(name.lastIndexOf(WITHIN) + 1), owner: applicant.owner, isApplicant: entity === policy.applicant.name.zh, facts: new Map() }
}

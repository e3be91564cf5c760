import type { Clause, Entity, Expr, Policy } from '../../src/core/core.ts'
import { partsOf } from '../../src/core/expressions-of.ts'
import { readable } from '../../src/explain/text.ts'
import { isNumeric } from '../../src/values/types.ts'
import type { CurveChoice } from './population-protocol.ts'

/** The clauses that pay money, each with the numeric facts of its subject and of the applicant; those that it reads first. */
export function curveChoices(policy: Policy): readonly CurveChoice[] {
  return policy.clauses.flatMap((clause) => {
    if (clause.kind !== 'grant' && clause.kind !== 'ceiling') return []
    const entity = [policy.applicant, ...policy.matters].find((each) => each.name.zh === clause.subject)
    if (entity === undefined) return []
    const read = factsRead(policy, clause)
    const fields = [...new Set([entity, policy.applicant])].flatMap((each) => numericFields(each, read)).sort((a, b) => Number(b.read) - Number(a.read))
    return fields.length === 0 ? [] : [{ clause: clause.id, name: readable({ zh: `${clause.id} ${clause.name.zh}`, en: `${clause.id} ${clause.name.en}` }), fields }]
  })
}

function numericFields(entity: Entity, read: ReadonlySet<string>): CurveChoice['fields'] {
  return entity.fields.filter(({ type }) => isNumeric(type)).map(({ name }) => ({ entity: entity.name.zh, field: name.zh, name: readable(name), read: read.has(`${entity.name.zh} ${name.zh}`) }))
}

/** Facts that a clause reads, directly, through definitions or through its limits, as “entity field”. */
function factsRead(policy: Policy, clause: Clause): ReadonlySet<string> {
  const facts = new Set<string>()
  const seen = new Set<string>()
  const walk = (expr: Expr | null): void => {
    if (expr === null) return
    if (expr.kind === 'field') facts.add(`${expr.entity} ${expr.field}`)
    if (expr.kind === 'definition' && !seen.has(expr.name)) {
      seen.add(expr.name)
      for (const each of policy.definitions) if (each.name.zh === expr.name) walk(each.value)
    }
    for (const part of partsOf(expr)) walk(part)
  }
  for (const { value } of clause.conditions) walk(value.expr)
  for (const { value } of clause.effects) {
    if (value.kind !== 'grant' && value.kind !== 'ceiling') continue
    walk(value.amount)
    for (const each of value.deductions) walk(each.value)
  }
  for (const limit of policy.limits) if (limit.clauses.includes(clause.id)) walk(limit.max)
  return facts
}

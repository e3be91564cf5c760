import { perObject } from '../base/per-object.ts'
import type { Citation, Clause, ClauseKind, Field, Limit, Measure, Policy } from '../core/core.ts'
import type { Standing } from '../core/example.ts'
import { type Text, listed, same } from './text.ts'

export const STANDINGS: Readonly<Record<Standing, Text>> = {
  holds: { zh: '成立', en: 'holds' },
  fails: { zh: '不成立', en: 'fails' },
  undetermined: { zh: '待定', en: 'undetermined' },
  'awaits-decision': { zh: '待决定', en: 'awaits a decision' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
}

export const CLAUSE_KINDS: Readonly<Record<ClauseKind, Text>> = {
  grant: { zh: '给予', en: 'grant' },
  ceiling: { zh: '最高限额', en: 'ceiling' },
  status: { zh: '认定', en: 'recognition' },
  'in-kind': { zh: '实物或服务', en: 'in kind' },
  direction: { zh: '引导', en: 'direction' },
  referral: { zh: '另行规定', en: 'set elsewhere' },
  repayment: { zh: '退回', en: 'repayment' },
}

export function clauseOf(policy: Policy, id: string): Clause | null {
  return policy.clauses.find((clause) => clause.id === id) ?? null
}

export function measureOf(policy: Policy, id: string): Measure | null {
  const measure = clauseOf(policy, id)?.measure ?? null
  return policy.measures.find((each) => each.id === measure) ?? null
}

export function limitOf(policy: Policy, id: string): Limit | null {
  return policy.limits.find((limit) => limit.id === id) ?? null
}

/** An agency by its Chinese name, in both languages. */
export function agency(policy: Policy, name: string): Text {
  return policy.agencies.find((each) => each.zh === name) ?? same(name)
}

export function agencies(policy: Policy, names: readonly string[]): Text {
  return listed(names.map((name) => agency(policy, name)))
}

/** Fields by their Chinese name: by entity, and of the first entity that has one. */
const fieldsOf = perObject(({ applicant, matters }: Policy) => {
  const entities = [applicant, ...matters]
  const byName = (fields: readonly Field[]): ReadonlyMap<string, Field> => new Map(fields.toReversed().map((field) => [field.name.zh, field]))
  return { of: new Map(entities.map(({ name, fields }) => [name.zh, byName(fields)])), any: byName(entities.flatMap(({ fields }) => fields)) }
})

/** A field by its Chinese name: of the entity that is meant, else of the applicant, else of any matter. */
export function fieldOf(policy: Policy, entity: string, name: string): Field | null {
  const { of, any } = fieldsOf(policy)
  return of.get(entity)?.get(name) ?? any.get(name) ?? null
}

/** What a field is called. */
export function label(policy: Policy, entity: string, name: string): Text {
  return fieldOf(policy, entity, name)?.name ?? same(name)
}

/** “第6.1句” / “sentence 6.1”. */
export function sentence(cite: Citation): Text {
  return { zh: `第${cite.sentence}句`, en: `sentence ${cite.sentence}` }
}

import type { Clause, Definition, Limit, Name, Policy } from '../core/core.ts'

export type UnitKind = 'clause' | 'constraint' | 'parameter' | 'table' | 'definition' | 'ambiguity' | 'header'

/** A statement of the policy that can be changed on its own: a clause with its limits, a constraint, a named value, … */
export interface Unit {
  /** `clause 6.1`, `parameter 基数`: the same in two versions of a policy. */
  readonly key: string
  readonly kind: UnitKind
  /** The number of a clause or constraint, the Chinese name of another. */
  readonly id: string
  readonly name: Name
  /** What it means, without citations. */
  readonly meaning: unknown
  /** The words of the official text that it rests on. */
  readonly quotes: readonly string[]
}

/** The statement that a limit stands in: `6.1#cap` is a limit of clause 6.1, `K.2` a constraint of its own. */
export function ownerOf(limit: Limit): string {
  return limit.id.split('#')[0] ?? limit.id
}

export function isOfClause(limit: Limit): boolean {
  return limit.id.includes('#')
}

export function definitionId({ entity, name }: Pick<Definition, 'entity' | 'name'>): string {
  return `${entity} ${name.zh}`
}

/** A limit without its citations. */
export function bareLimit(limit: Limit): Limit {
  return { ...limit, cites: [] }
}

const quotesOf = (cites: readonly { readonly quote: string }[]): readonly string[] => [...new Set(cites.map((each) => each.quote))]
const HEADER: Name = { zh: '施行与取整', en: 'commencement and rounding' }

function clauseUnit(policy: Policy, clause: Clause): Unit {
  const { cites, ...bare } = clause
  const limits = policy.limits.filter((each) => isOfClause(each) && ownerOf(each) === clause.id).map(bareLimit)
  return { key: `clause ${clause.id}`, kind: 'clause', id: clause.id, name: clause.name, meaning: { clause: bare, limits }, quotes: quotesOf(cites) }
}

function constraintUnits(policy: Policy): readonly Unit[] {
  const own = policy.limits.filter((each) => !isOfClause(each))
  return [...new Set([...own.map(ownerOf), ...policy.sharing.map((each) => each.id)])].map((id) => {
    const limits = own.filter((each) => ownerOf(each) === id)
    const sharing = policy.sharing.filter((each) => each.id === id)
    const meaning = sharing.length === 0 ? limits.map(bareLimit) : { limits: limits.map(bareLimit), sharing: sharing.map((each) => ({ ...each, cites: [] })) }
    return { key: `constraint ${id}`, kind: 'constraint', id, name: { zh: '', en: '' }, meaning, quotes: quotesOf([...limits, ...sharing].flatMap((each) => each.cites)) }
  })
}

function headerUnit({ commencement, published, rounding, order }: Policy): Unit {
  const { cites = [], ...bare } = commencement ?? {}
  return { key: 'header', kind: 'header', id: HEADER.zh, name: HEADER, meaning: { commencement: commencement === null ? null : bare, published, rounding, order }, quotes: quotesOf(cites) }
}

/** The statements of a policy, clauses first, in the order of the text. */
export function unitsOf(policy: Policy): readonly Unit[] {
  const named = (kind: UnitKind, name: Name, meaning: unknown, cites: readonly { readonly quote: string }[]): Unit => ({ key: `${kind} ${name.zh}`, kind, id: name.zh, name, meaning, quotes: quotesOf(cites) })
  return [
    ...policy.clauses.map((each) => clauseUnit(policy, each)),
    ...constraintUnits(policy),
    ...policy.parameters.map(({ name, type, values }) => named('parameter', name, { type, values: values.map(({ from, value }) => ({ from, value })) }, values.flatMap((each) => each.cites))),
    ...policy.tables.map(({ cites, ...bare }) => named('table', bare.name, bare, cites)),
    // One name may be defined for several kinds of matter.
    ...policy.definitions.map(({ cites, ...bare }) => ({ ...named('definition', bare.name, bare, cites), key: `definition ${definitionId(bare)}` })),
    ...policy.ambiguities.map((each): Unit => ({ key: `ambiguity ${each.id}`, kind: 'ambiguity', id: each.id, name: each.name, meaning: { readings: each.readings.map(({ name, isDefault }) => [name.zh, isDefault]) }, quotes: [] })),
    headerUnit(policy),
  ]
}

/** Two lists in one order: the second's, what only the first has after what it follows there. */
export function mergedOrder(before: readonly string[], after: readonly string[]): readonly string[] {
  const merged = [...after]
  before.forEach((key, at) => {
    if (merged.includes(key)) return
    const previous = before[at - 1]
    merged.splice(previous === undefined ? 0 : merged.indexOf(previous) + 1, 0, key)
  })
  return merged
}

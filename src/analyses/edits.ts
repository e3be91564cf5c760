import { canonicalJson } from '../core/hash.ts'
import type { Ambiguity, Clause, Entity, Limit, Name, Policy, Sharing } from '../core/core.ts'
import { figureChanges, withFigures, type FigureChange } from './literals.ts'
import { definitionId, isOfClause, mergedOrder, ownerOf, unitsOf, type Unit, type UnitKind } from './units.ts'

/** A change that can be made or left alone: one figure of a statement, or a statement as a whole. */
export interface Edit {
  readonly id: string
  /** Key of the statement, as in `unitsOf`. */
  readonly unit: string
  readonly kind: UnitKind
  readonly statement: string
  readonly name: Name
  readonly change: 'added' | 'removed' | 'changed'
  /** Null: the statement as a whole. */
  readonly figure: FigureChange | null
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)
/** Additions of these give nobody anything until a clause uses them. */
const SUPPORT: ReadonlySet<UnitKind> = new Set(['parameter', 'table', 'definition', 'ambiguity'])

/**
 * The independent changes that lead from one version to another, in the order of the text: figure by figure where a statement differs
 * in figures alone, else the statement as one. What changes only words is none.
 */
export function editsBetween(before: Policy, after: Policy, byFigure = true): readonly Edit[] {
  const old = new Map(unitsOf(before).map((each) => [each.key, each]))
  const now = new Map(unitsOf(after).map((each) => [each.key, each]))
  return mergedOrder([...old.keys()], [...now.keys()]).flatMap((key) => editsOf(old.get(key), now.get(key), byFigure))
}

function editsOf(old: Unit | undefined, now: Unit | undefined, byFigure: boolean): readonly Edit[] {
  const unit = now ?? old
  if (unit === undefined) return []
  const edit = { id: unit.key, unit: unit.key, kind: unit.kind, statement: unit.id, name: unit.name, figure: null }
  if (old === undefined || now === undefined) return SUPPORT.has(unit.kind) ? [] : [{ ...edit, change: old === undefined ? 'added' : 'removed' }]
  if (same(meaningful(old), meaningful(now))) return []
  const figures = byFigure ? figureChanges(old.meaning, now.meaning) : null
  if (figures === null || figures.length === 0) return [{ ...edit, change: 'changed' }]
  return figures.map((figure, at) => ({ ...edit, id: `${unit.key}#${at}`, change: 'changed', figure }))
}

/** Of a clause its name and measure decide nothing. */
function meaningful({ kind, meaning }: Unit): unknown {
  if (kind !== 'clause' || typeof meaning !== 'object' || meaning === null || !('clause' in meaning)) return meaning
  const { clause } = meaning
  return typeof clause === 'object' ? { ...meaning, clause: { ...clause, name: null, measure: null } } : meaning
}

/** What keeps two versions from being mixed: facts, definitions or tables of another type. Their names. */
export function incompatible(before: Policy, after: Policy): readonly Name[] {
  const types = ({ applicant, matters, definitions, parameters, tables }: Policy): ReadonlyMap<string, { readonly name: Name; readonly type: unknown }> => new Map<string, { readonly name: Name; readonly type: unknown }>([
    ...[applicant, ...matters].flatMap((entity) => entity.fields.map(({ name, type }) => [`${entity.name.zh} ${name.zh}`, { name, type }] as const)),
    ...definitions.map((each) => [`definition ${definitionId(each)}`, { name: each.name, type: each.type }] as const),
    ...parameters.map(({ name, type }) => [`parameter ${name.zh}`, { name, type }] as const),
    ...tables.map(({ name, keyType, columns }) => [`table ${name.zh}`, { name, type: [keyType, columns] }] as const),
  ])
  const old = types(before)
  const parted = [...types(after)].flatMap(([key, { name, type }]) => (old.has(key) && !same(old.get(key)?.type, type) ? [name] : []))
  return before.applicant.name.zh === after.applicant.name.zh ? parted : [after.applicant.name, ...parted]
}

/**
 * The policy with some of the edits made. Both versions' vocabulary is in it, so that the same dossiers fit every such mixture.
 * @param made ids of edits of `editsBetween(before, after)`, or its coarser form
 */
export function withEdits(before: Policy, after: Policy, edits: readonly Edit[], made: ReadonlySet<string>): Policy {
  const takes = (unit: string): boolean => edits.some((each) => each.unit === unit && made.has(each.id))
  const figures = (unit: string): readonly FigureChange[] | null => {
    const own = edits.filter((each) => each.unit === unit && each.figure !== null)
    return own.length === 0 ? null : own.flatMap((each) => (each.figure !== null && made.has(each.id) ? [each.figure] : []))
  }
  /** One statement of the mixture: an unchanged one is the later version's. */
  const pick = <T>(unit: string, old: T | undefined, now: T | undefined): T | undefined => {
    if (!edits.some((each) => each.unit === unit)) return now ?? old
    const parts = figures(unit)
    if (parts !== null && old !== undefined && now !== undefined) return withFigures(old, now, parts)
    return takes(unit) ? now : old
  }
  const merge = <T>(kind: UnitKind, old: readonly T[], now: readonly T[], key: (each: T) => string): readonly T[] =>
    mergedOrder(old.map(key), now.map(key)).flatMap((id) => {
      const each = pick(`${kind} ${id}`, old.find((one) => key(one) === id), now.find((one) => key(one) === id))
      return each === undefined ? [] : [each]
    })
  const clauses = merge('clause', before.clauses.map((each) => withLimits(before, each)), after.clauses.map((each) => withLimits(after, each)), ({ clause }) => clause.id)
  const own = merge('constraint', constraints(before), constraints(after), ({ id }) => id)
  const header = takes('header') || !edits.some((each) => each.unit === 'header') ? after : before
  const zh = ({ name }: { readonly name: Name }): string => name.zh
  return {
    ...after,
    published: header.published, commencement: header.commencement, rounding: header.rounding, order: header.order,
    applicant: jointEntity(before.applicant, after.applicant),
    matters: joint(before.matters, after.matters, zh, jointEntity),
    enumerations: joint(before.enumerations, after.enumerations, zh, (old, now) => ({ ...now, values: joint(old.values, now.values, (each) => each.zh) })),
    agencies: joint(before.agencies, after.agencies, (each) => each.zh),
    units: joint(before.units, after.units, (each) => each.zh),
    measures: joint(before.measures, after.measures, (each) => each.id),
    parameters: merge('parameter', before.parameters, after.parameters, zh),
    tables: merge('table', before.tables, after.tables, zh),
    definitions: merge('definition', before.definitions, after.definitions, definitionId),
    ambiguities: joint(before.ambiguities, after.ambiguities, (each) => each.id, (old, now) => jointAmbiguity(old, now, takes(`ambiguity ${now.id}`) || !edits.some((each) => each.unit === `ambiguity ${now.id}`))),
    clauses: present(clauses.map(({ clause }) => clause)),
    limits: limitsOf(before, after, clauses, own),
    sharing: sharingOf(clauses, own),
    claims: [], examples: [],
  }
}

interface ClauseWithLimits {
  readonly clause: Clause
  readonly limits: readonly Limit[]
}

interface Constraint {
  readonly id: string
  readonly limits: readonly Limit[]
  readonly sharing: readonly Sharing[]
}

const ofClause = (policy: Policy, id: string): readonly Limit[] => policy.limits.filter((each) => isOfClause(each) && ownerOf(each) === id)
const withLimits = (policy: Policy, clause: Clause): ClauseWithLimits => ({ clause, limits: ofClause(policy, clause.id) })

function constraints(policy: Policy): readonly Constraint[] {
  const own = policy.limits.filter((each) => !isOfClause(each))
  return [...new Set([...own.map(ownerOf), ...policy.sharing.map((each) => each.id)])]
    .map((id) => ({ id, limits: own.filter((each) => ownerOf(each) === id), sharing: policy.sharing.filter((each) => each.id === id) }))
}

/** Who pays, of the clauses that there are. */
function sharingOf(clauses: readonly ClauseWithLimits[], own: readonly Constraint[]): readonly Sharing[] {
  const there = new Set(clauses.map(({ clause }) => clause.id))
  return own.flatMap(({ sharing }) => sharing).flatMap((each) => {
    const covered = each.clauses.filter((id) => there.has(id))
    return covered.length === 0 ? [] : [{ ...each, clauses: covered }]
  })
}

/** What refers to a clause that is not there counts without it. */
function present(clauses: readonly Clause[]): readonly Clause[] {
  const there = new Set(clauses.map((each) => each.id))
  return clauses.map((each) => ({ ...each, exceptionTo: each.exceptionTo.filter((id) => there.has(id)), reinstates: each.reinstates.filter((id) => there.has(id)) }))
}

/** In the order in which the two texts have them. */
function limitsOf(before: Policy, after: Policy, clauses: readonly ClauseWithLimits[], own: readonly Constraint[]): readonly Limit[] {
  const there = new Set(clauses.map(({ clause }) => clause.id))
  const by = new Map<string, readonly Limit[]>()
  for (const { clause, limits } of clauses) by.set(`#${clause.id}`, limits)
  for (const { id, limits } of own) by.set(id, limits)
  const owner = (limit: Limit): string => (isOfClause(limit) ? `#${ownerOf(limit)}` : ownerOf(limit))
  const order = mergedOrder([...new Set(before.limits.map(owner))], [...new Set(after.limits.map(owner))])
  return order.flatMap((each) => by.get(each) ?? []).flatMap((limit) => {
    const covered = limit.clauses.filter((id) => there.has(id))
    return covered.length === 0 ? [] : [{ ...limit, clauses: covered }]
  })
}

/** Both lists, the later one's where both have it. */
function joint<T>(before: readonly T[], after: readonly T[], key: (each: T) => string, both: (old: T, now: T) => T = (_, now) => now): readonly T[] {
  return mergedOrder(before.map(key), after.map(key)).flatMap((id) => {
    const [old, now] = [before.find((each) => key(each) === id), after.find((each) => key(each) === id)]
    if (old === undefined || now === undefined) return [old ?? now].filter((each) => each !== undefined)
    return [both(old, now)]
  })
}

const jointEntity = (old: Entity, now: Entity): Entity => ({ ...now, fields: joint(old.fields, now.fields, (each) => each.name.zh) })

function jointAmbiguity(old: Ambiguity, now: Ambiguity, later: boolean): Ambiguity {
  const chosen = (later ? now : old).readings.find((each) => each.isDefault)?.name.zh
  return { ...now, readings: joint(old.readings, now.readings, (each) => each.name.zh).map((each) => ({ ...each, isDefault: each.name.zh === chosen })) }
}

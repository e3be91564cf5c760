import { COUNT_UNITS } from '../../grammar/units.ts'
import type { Clause, Entity, Example, Guarded, Limit, Name, Policy } from '../core/core.ts'
import type { Entry } from './entry.ts'
import { compareIds } from './names.ts'
import type { ConditionOn, Content, Header } from './piece.ts'

type Mutable<T> = { -readonly [key in keyof T]: T[key] extends readonly (infer U)[] ? U[] : T[key] }
type Parts = Mutable<Pick<Policy, 'matters' | 'enumerations' | 'agencies' | 'parameters' | 'tables' | 'definitions' | 'measures' | 'clauses' | 'limits' | 'sharing' | 'ambiguities' | 'claims' | 'examples'>>

/** The policy of all pieces; null without a header or an applicant. Clauses in the order of their numbers, which is that of the text. */
export function assemble(entries: readonly Entry[], fingerprint: string | null): Policy | null {
  let header: Header | null = null
  let commencement: Policy['commencement'] = null
  let applicant: Entity | null = null
  const conditions: ConditionOn[] = []
  const cumulable: Guarded<readonly string[]>[] = []
  const units = new Map<string, Name>(Object.entries(COUNT_UNITS).map(([zh, en]) => [zh, { zh, en }]))
  const parts: Parts = { matters: [], enumerations: [], agencies: [], parameters: [], tables: [], definitions: [], measures: [], clauses: [], limits: [], sharing: [], ambiguities: [], claims: [], examples: [] }
  for (const { file, piece: { content } } of entries) {
    if (content.kind === 'entity') for (const unit of content.units) if (!units.has(unit.zh)) units.set(unit.zh, unit)
    if (content.kind === 'header') header ??= content.header
    else if (content.kind === 'commencement') commencement ??= content.commencement
    else if (content.kind === 'entity' && content.role === 'applicant') applicant ??= content.entity
    else add(parts, content, file)
    if (content.kind !== 'constraint') continue
    conditions.push(...content.conditions)
    cumulable.push(...content.cumulable)
  }
  if (header === null || applicant === null) return null
  const { id, title, jurisdiction, edition, published, rounding, order } = header
  return {
    heng: 1, id, title, jurisdiction, edition, published, commencement, source: { file: header.source.file, fingerprint: fingerprint ?? header.source.fingerprint },
    rounding, order, applicant, units: [...units.values()], ...parts, measures: parts.measures.toSorted(byId), clauses: inOrder(parts.clauses).map((clause) => conditioned(clause, conditions)), limits: inOrderOfLimits(parts.limits, parts.clauses).map((limit) => permitted(limit, cumulable)),
  }
}

/** 可并享 is said of every non-cumulation that covers two of the clauses, or the one that is listed alone. */
function permitted(limit: Limit, all: readonly Guarded<readonly string[]>[]): Limit {
  if (limit.kind !== 'non-cumulation' || all.length === 0) return limit
  const cumulable = all.flatMap(({ under, value: listed }) => {
    const value = listed.filter((clause) => limit.clauses.includes(clause))
    return value.length > 1 || (value.length === 1 && listed.length === 1) ? [{ under, value }] : []
  })
  return cumulable.length === 0 ? limit : { ...limit, cumulable }
}

const joined = new WeakMap<Clause, { readonly added: readonly ConditionOn[]; readonly clause: Clause }>()

/** A clause with the conditions that constraints set to it, after its own; the same clause and conditions give the same object. */
function conditioned(clause: Clause, all: readonly ConditionOn[]): Clause {
  const added = all.filter((one) => one.clause === clause.id)
  if (added.length === 0) return clause
  const before = joined.get(clause)
  if (before !== undefined && before.added.length === added.length && before.added.every((one, at) => one === added[at])) return before.clause
  const found: Clause = {
    ...clause,
    conditions: [...clause.conditions, ...added.flatMap((one) => (one.kind === 'condition' ? [one.condition] : []))],
    powers: [...clause.powers, ...added.flatMap((one) => (one.kind === 'power' ? [one.power] : []))],
  }
  joined.set(clause, { added, clause: found })
  return found
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareIds(a.id, b.id)
}

function inOrder(clauses: readonly Clause[]): readonly Clause[] {
  return isSorted(clauses) ? clauses : clauses.toSorted(byId)
}

function isSorted(list: readonly { readonly id: string }[]): boolean {
  return list.every((one, index) => index === 0 || compareIds(list[index - 1]?.id ?? '', one.id) <= 0)
}

/** The limits of a clause stand with it; those of constraints in the order of their numbers. */
function inOrderOfLimits(limits: Policy['limits'], clauses: readonly Clause[]): Policy['limits'] {
  if (isSorted(clauses)) return limits
  return limits.toSorted((a, b) => compareIds(a.id.split('#')[0] ?? '', b.id.split('#')[0] ?? ''))
}

function add(parts: Parts, content: Content, file: string): void {
  switch (content.kind) {
    case 'entity':
      parts.matters.push(content.entity)
      return
    case 'enumeration':
      parts.enumerations.push(content.enumeration)
      return
    case 'agency':
      parts.agencies.push(...content.agencies)
      return
    case 'parameter':
      if (content.parameter !== null) parts.parameters.push(content.parameter)
      return
    case 'definition':
      parts.definitions.push(...content.definitions)
      return
    case 'table':
      if (content.table !== null) parts.tables.push(content.table)
      return
    case 'measure':
      parts.measures.push(content.measure)
      return
    case 'clause':
      if (content.clause !== null) parts.clauses.push(content.clause)
      parts.limits.push(...content.limits)
      return
    case 'constraint':
      parts.limits.push(...content.limits)
      parts.sharing.push(...content.sharing.map(({ sharing }) => sharing))
      return
    case 'ambiguity':
      parts.ambiguities.push(content.ambiguity)
      return
    case 'claim':
      if (content.claim !== null) parts.claims.push(content.claim)
      return
    case 'example':
      if (content.example !== null) parts.examples.push(inFile(content.example, file))
      return
    default:
      return
  }
}

function inFile(example: Example, file: string): Example {
  return { ...example, file }
}

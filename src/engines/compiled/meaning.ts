import type { Clause, Limit, Policy } from '../../core/core.ts'

/** What a piece of a core says, without the places of its quotations, and the names that it uses. */
interface Said {
  readonly text: string
  readonly uses: readonly string[]
  /** Clauses whose earlier grants it counts. */
  readonly grantedFor: readonly string[]
}

const known = new WeakMap<object, Said>()
const USED: Readonly<Record<string, string>> = { definition: 'name', parameter: 'name', lookup: 'table' }

/** By identity first; pieces that say the same have the same text. */
export function said(piece: object): Said {
  const before = known.get(piece)
  if (before !== undefined) return before
  const uses = new Set<string>()
  const grantedFor = new Set<string>()
  const text = JSON.stringify(piece, (key, value: unknown) => {
    if (key === 'cites') return undefined
    if (typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string') {
      const name: unknown = Object.entries(value).find(([each]) => each === USED[String(value.kind)])?.[1]
      if (typeof name === 'string') uses.add(name)
      if (value.kind === 'granted' && 'clauses' in value && Array.isArray(value.clauses)) for (const one of value.clauses) grantedFor.add(String(one))
    }
    return value
  })
  const found = { text, uses: [...uses], grantedFor: [...grantedFor] }
  known.set(piece, found)
  return found
}

/** Clauses with all that their lines depend on in the policy: what they use, and the terms that say which period an earlier grant was for. */
export function meaningOf(policy: Policy, pieces: readonly object[]): string {
  const texts: string[] = []
  const seen = new Set<string>()
  const granted = new Set<string>()
  const add = (piece: object): void => {
    const { text, uses, grantedFor } = said(piece)
    texts.push(text)
    for (const id of grantedFor) granted.add(id)
    for (const name of uses) {
      if (seen.has(name)) continue
      seen.add(name)
      for (const one of [...policy.definitions, ...policy.parameters, ...policy.tables]) if (one.name.zh === name) add(one)
    }
  }
  const addTerms = (id: string): void => {
    for (const clause of policy.clauses) if (clause.id === id) add(clause.terms)
  }
  for (const piece of pieces) add(piece)
  // Terms may count earlier grants in turn.
  for (const id of granted) addTerms(id)
  return texts.join('\n')
}

/** A limit with all that it finds of a line depends on: it counts earlier grants of its clauses. */
export function meaningOfLimit(policy: Policy, limit: Limit): string {
  return meaningOf(policy, [limit, ...policy.clauses.filter(({ id }) => limit.clauses.includes(id)).map(({ terms }) => terms)])
}

/** What every clause depends on. */
export function vocabularyOf(policy: Policy): string {
  const entities = [policy.applicant, ...policy.matters].map(({ name, fields }) => [name.zh, fields.map((field) => [field.name.zh, field.judgedBy])])
  return JSON.stringify([entities, policy.enumerations.map(({ name, values }) => [name.zh, values.map(({ zh }) => zh)]), policy.rounding, policy.clauses.map(({ id, subject }) => [id, subject])])
}

/** The clauses that may bear on each other's lines, by exceptions and by what reinstates: in the order of the text, none for a clause that stands alone. */
export function relatedClauses(policy: Policy): ReadonlyMap<string, readonly Clause[]> {
  const groups = new Map<string, ReadonlySet<string>>()
  for (const { id, exceptionTo, reinstates } of policy.clauses) {
    for (const other of [...exceptionTo, ...reinstates]) {
      const joined = new Set([id, other, ...(groups.get(id) ?? []), ...(groups.get(other) ?? [])])
      for (const one of joined) groups.set(one, joined)
    }
  }
  return new Map([...groups].map(([id, ids]) => [id, policy.clauses.filter((one) => ids.has(one.id))]))
}

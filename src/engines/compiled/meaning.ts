import type { Clause, Limit, Policy } from '../../core/core.ts'
import { clauseName, namesIn } from '../../core/said.ts'

const known = new WeakMap<object, string>()

/** What a piece of a core says, without its quotations. By identity first; pieces that say the same have the same text. */
export function said(piece: object): string {
  const before = known.get(piece)
  if (before !== undefined) return before
  const text = JSON.stringify(piece, (key, value: unknown) => (key === 'cites' ? undefined : value))
  known.set(piece, text)
  return text
}

/** Pieces with all that their lines depend on in the policy: what they name, and the terms that say which period an earlier grant was for. */
export function meaningOf(policy: Policy, pieces: readonly object[]): string {
  const texts: string[] = []
  const seen = new Set<string>()
  const add = (piece: object): void => {
    texts.push(said(piece))
    for (const name of namesIn(piece)) {
      if (seen.has(name)) continue
      seen.add(name)
      for (const one of [...policy.definitions, ...policy.parameters, ...policy.tables]) if (one.name.zh === name) add(one)
      for (const { id, terms } of policy.clauses) if (clauseName(id) === name) add(terms)
    }
  }
  for (const piece of pieces) add(piece)
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

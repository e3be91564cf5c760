import type { Statement } from '../../src/syntax/tree.ts'
import { declaredName, nameOf } from './statements.ts'
import type { Known } from './statements.ts'

/**
 * A definition, a table or a parameter that cites nothing speaks for the clauses that name it: “界限以内的部分按1%奖励” may be
 * encoded by a definition, and its 1% is the figure of the sentence that the clause quotes.
 */

const LENDERS: ReadonlySet<Statement['kind']> = new Set(['definition', 'table', 'parameter'])
const named = new WeakMap<Statement, ReadonlySet<string>>()

/** The names that a statement's expressions use. Statements that did not change are the same objects. */
function namesIn(statement: Statement): ReadonlySet<string> {
  const known = named.get(statement)
  if (known !== undefined) return known
  const names = new Set<string>()
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) walk(each)
    else if (typeof value === 'object' && value !== null) {
      if ('kind' in value && value.kind === 'name' && 'name' in value && typeof value.name === 'object' && value.name !== null && 'text' in value.name) names.add(String(value.name.text))
      for (const each of Object.values(value)) walk(each)
    }
  }
  walk(statement)
  named.set(statement, names)
  return names
}

function ownNames(statement: Statement): readonly string[] {
  const all = [declaredName(statement), ...(statement.kind === 'table' ? statement.columns : [])]
  return all.flatMap((each) => Object.values(nameOf(each))).filter((name) => name !== '')
}

/** For each statement those that speak for it, directly or by one another. */
export function lenders(statements: readonly Known[]): (known: Known) => readonly Known[] {
  const byName = new Map<string, Known>()
  for (const each of statements) {
    const { statement } = each.placed
    if (LENDERS.has(statement.kind) && !each.quotes.some(({ cites }) => cites)) for (const name of ownNames(statement)) byName.set(name, each)
  }
  return (known) => {
    const found = new Set<Known>()
    const visit = ({ placed }: Known): void => {
      for (const name of namesIn(placed.statement)) {
        const lender = byName.get(name)
        if (lender === undefined || found.has(lender) || lender === known) continue
        found.add(lender)
        visit(lender)
      }
    }
    if (byName.size > 0) visit(known)
    return [...found]
  }
}

import type { Statement, Word } from '../syntax/tree.ts'
import type { ClauseSymbol } from './symbols.ts'
import { isStub } from './rules/clause-stub.ts'
import { limitNumbers } from './to-core/limit-ids.ts'

const SUPPORTS: ReadonlySet<Items[number]['kind']> = new Set(['grant', 'cases', 'recognise', 'provide', 'refer'])

/** What others may know of a numbered statement; null for one that cannot be referred to. */
export function clauseSymbol(statement: Statement): { readonly word: Word; readonly symbol: ClauseSymbol } | null {
  switch (statement.kind) {
    case 'clause':
    case 'direction':
    case 'constraint': {
      if (isStub(statement)) return null
      let entity: string | null = null
      let [pays, supports] = [false, false]
      for (const item of statement.items) {
        if (item.kind === 'for-each') entity = item.entity.text
        else if (item.kind === 'grant' || (item.kind === 'cases' && item.result !== 'status')) pays = true
        if (SUPPORTS.has(item.kind)) supports = true
      }
      const limits = statement.kind === 'constraint' ? Math.max(0, ...limitNumbers(statement.items)) : 0
      return { word: statement.id, symbol: { id: statement.id.text, kind: statement.kind, entity: entity ?? addressee(statement.items), pays, supports, limits } }
    }
    case 'commencement':
      return statement.id === null ? null : { word: statement.id, symbol: { id: statement.id.text, kind: 'commencement', entity: null, pays: false, supports: false, limits: 0 } }
    default:
      return null
  }
}

type Items = (Statement & { readonly kind: 'clause' })['items']

/** An addressee that is an entity is the subject (see to-core/clause.ts); whether it is one is seen when the name is looked up. */
function addressee(items: Items): string | null {
  for (const item of items) if (item.kind === 'addressee') return item.names[0]?.text ?? null
  return null
}

export function sameSymbol(a: ClauseSymbol, b: ClauseSymbol): boolean {
  return a.id === b.id && a.kind === b.kind && a.entity === b.entity && a.pays === b.pays && a.supports === b.supports && a.limits === b.limits
}

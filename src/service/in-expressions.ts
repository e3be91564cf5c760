import { canonical } from '../check/canonical.ts'
import type { EnumerationSymbol, Symbols } from '../check/symbols.ts'
import type { ClauseList, Expression, Word } from '../syntax/tree.ts'
import { partsOf } from '../syntax/visit.ts'
import { entityOf, enumerationOf, inside, resolveName } from './resolve.ts'
import type { Frames } from './resolve.ts'
import type { Occurrence, Target } from './target.ts'

export type Found = Occurrence[]

export function add(found: Found, word: Word | null, target: Target | null, declares = false, numbered = false): void {
  if (word !== null && word.text !== '' && target !== null) found.push({ span: word.span, text: word.text, target, declares, numbered })
}

export function addEntity(found: Found, symbols: Symbols, word: Word | null): void {
  if (word === null) return
  const name = canonical(symbols, word.text)
  if (symbols.entities.has(name)) add(found, word, { kind: 'entity', owner: null, name })
}

/** 条款 1.1 and a measure's number; a clause and a measure never have the same one. */
export function addClause(found: Found, symbols: Symbols, word: Word | null): void {
  if (word === null) return
  const kind = symbols.clauses.has(word.text) || !symbols.measures.has(word.text) ? 'clause' : 'measure'
  add(found, word, { kind, owner: null, name: word.text }, false, true)
}

export function addClauses(found: Found, symbols: Symbols, list: ClauseList): void {
  for (const word of list.kind === 'listed' ? list.clauses : list.except) addClause(found, symbols, word)
}

/** The names of an expression. `wanted`: the enumeration whose values may stand here. */
export function addExpression(found: Found, symbols: Symbols, frames: Frames, expr: Expression, wanted: EnumerationSymbol | null = null): void {
  switch (expr.kind) {
    case 'name':
      return add(found, expr.name, resolveName(symbols, frames, expr.name.text, wanted))
    case 'group':
      return addExpression(found, symbols, frames, expr.inner, wanted)
    case 'of': {
      addExpression(found, symbols, frames, expr.left)
      const entity = expr.left.kind === 'name' ? entityOf(symbols, frames, expr.left.name.text) : undefined
      return addExpression(found, symbols, inside(frames, entity), expr.right, wanted)
    }
    case 'compare': {
      const values = enumerationOf(symbols, frames, expr.left)
      addExpression(found, symbols, frames, expr.left)
      return expr.bounds.forEach(({ right }) => addExpression(found, symbols, frames, right, values))
    }
    case 'in': {
      const values = enumerationOf(symbols, frames, expr.value)
      addExpression(found, symbols, frames, expr.value)
      return expr.set.forEach((one) => addExpression(found, symbols, frames, one, values))
    }
    case 'aggregate': {
      addEntity(found, symbols, expr.entity)
      const inner = inside(frames, symbols.entities.get(canonical(symbols, expr.entity.text)))
      return partsOf(expr).forEach((part) => addExpression(found, symbols, inner, part))
    }
    case 'granted':
      addClauses(found, symbols, expr.clauses)
      return partsOf(expr).forEach((part) => addExpression(found, symbols, frames, part))
    default:
      return partsOf(expr).forEach((part) => addExpression(found, symbols, frames, part, wanted))
  }
}

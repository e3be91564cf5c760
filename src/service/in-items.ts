import { canonical } from '../check/canonical.ts'
import type { EntitySymbol, EnumerationSymbol, Symbols } from '../check/symbols.ts'
import type { ClauseItem, UnderReading, Word } from '../syntax/tree.ts'
import { expressionsOfItem, expressionsOfKey } from '../syntax/visit.ts'
import { add, addClause, addClauses, addEntity, addExpression } from './in-expressions.ts'
import type { Found } from './in-expressions.ts'
import { enumerationOf, resolveName } from './resolve.ts'
import type { Frames } from './resolve.ts'

/** The values that 认定为 may give. */
export function addStatus(found: Found, symbols: Symbols, word: Word): void {
  const name = canonical(symbols, word.text)
  const owner = symbols.valuesByName.get(name)?.[0]
  if (owner !== undefined) add(found, word, { kind: 'value', owner: owner.name.zh, name })
}

export function addReading(found: Found, symbols: Symbols, { ambiguity, reading }: UnderReading): void {
  const known = symbols.ambiguities.get(ambiguity.text)
  add(found, ambiguity, { kind: 'ambiguity', owner: null, name: ambiguity.text }, false, true)
  const name = canonical(symbols, reading.text)
  if (known?.readings.has(name) === true) add(found, reading, { kind: 'reading', owner: known.id, name })
}

/** `frames`: who the clause is about; `each`: the same for a key of each of several clauses. */
export function addItem(found: Found, symbols: Symbols, frames: Frames, item: ClauseItem): void {
  for (const under of item.under) addReading(found, symbols, under)
  switch (item.kind) {
    case 'for-each':
      return addEntity(found, symbols, item.entity)
    case 'addressee':
      return item.names.forEach((name) => { if (!('quoted' in name)) addAddressee(found, symbols, name) })
    case 'recognise':
      return addStatus(found, symbols, item.value)
    case 'priority':
      return item.order.forEach((word) => addStatus(found, symbols, word))
    case 'cases':
      return addCases(found, symbols, frames, item)
    case 'exception-to':
    case 'reinstates':
      return item.clauses.forEach((word) => addClause(found, symbols, word))
    case 'same':
    case 'condition-over':
    case 'power-over':
    case 'cumulable':
    case 'together': {
      addClauses(found, symbols, item.clauses)
      if (item.kind === 'together') item.spared.forEach((word) => addClause(found, symbols, word))
      const all = everyone(symbols, frames)
      return expressionsOfItem(item).forEach((expr) => addExpression(found, symbols, all, expr))
    }
    case 'shared-by': {
      addClauses(found, symbols, item.clauses)
      for (const { agency } of item.payers) add(found, agency, { kind: 'agency', owner: null, name: canonical(symbols, agency.text) })
      const all = everyone(symbols, frames)
      return expressionsOfItem(item).forEach((expr) => addExpression(found, symbols, all, expr))
    }
    default:
      return expressionsOfItem(item).forEach((expr) => addExpression(found, symbols, frames, expr))
  }
}

/** The key of a limit over several clauses is a fact of each of their matters. */
export function everyone(symbols: Symbols, frames: Frames): Frames {
  return [...frames, ...[...symbols.entities.values()].filter((each: EntitySymbol) => !frames.includes(each))]
}

function addCases(found: Found, symbols: Symbols, frames: Frames, item: Extract<ClauseItem, { readonly kind: 'cases' }>): void {
  const keys: EnumerationSymbol | null = item.by === null ? null : enumerationOf(symbols, frames, item.by)
  if (item.by !== null) addExpression(found, symbols, frames, item.by)
  for (const { key, value, when } of item.rows) {
    if (item.by !== null || item.result !== 'status') for (const expr of when === null ? expressionsOfKey(key) : []) addExpression(found, symbols, frames, expr, keys)
    if (item.result === 'status' && value.kind === 'name') addStatus(found, symbols, value.name)
    else addExpression(found, symbols, frames, value)
    if (when !== null) addExpression(found, symbols, frames, when)
  }
}

function addAddressee(found: Found, symbols: Symbols, word: Word): void {
  const name = canonical(symbols, word.text)
  if (symbols.agencies.has(name)) return add(found, word, { kind: 'agency', owner: null, name })
  add(found, word, resolveName(symbols, [], word.text, null))
}

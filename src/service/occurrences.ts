import { unreachable } from '../base/invariant.ts'
import { canonical } from '../check/canonical.ts'
import type { Symbols } from '../check/symbols.ts'
import type { Declared, FieldType, Statement, Word } from '../syntax/tree.ts'
import { expressionsOf, expressionsOfKey } from '../syntax/visit.ts'
import { addExample } from './in-examples.ts'
import { add, addClause, addClauses, addEntity, addExpression } from './in-expressions.ts'
import type { Found } from './in-expressions.ts'
import { addItem, addStatus, everyone } from './in-items.ts'
import { definitionTarget, enumerationOf, framesOf } from './resolve.ts'
import type { Frames } from './resolve.ts'
import type { Occurrence, Target } from './target.ts'

const known = new WeakMap<Symbols, WeakMap<Statement, readonly Occurrence[]>>()

/** Every word of a statement that stands for something declared, in the order of the text. */
export function occurrencesIn(symbols: Symbols, statement: Statement): readonly Occurrence[] {
  let byStatement = known.get(symbols)
  if (byStatement === undefined) known.set(symbols, (byStatement = new WeakMap()))
  let found = byStatement.get(statement)
  if (found === undefined) {
    const all: Found = []
    collect(all, symbols, statement)
    byStatement.set(statement, (found = all.sort((a, b) => a.span.start - b.span.start)))
  }
  return found
}

/** Both spellings of a declared name. */
function declare(found: Found, symbols: Symbols, declared: Declared | null, target: (name: string) => Target): void {
  if (declared === null) return
  const made = target(canonical(symbols, declared.name.text))
  add(found, declared.name, made, true)
  add(found, declared.alias, made, true)
}

const plain = (kind: Target['kind'], owner: string | null = null) => (name: string): Target => ({ kind, owner, name })

/** Who a clause, a definition or a table is about. */
export function framesIn(symbols: Symbols, statement: Statement): Frames {
  switch (statement.kind) {
    case 'clause':
    case 'direction': {
      const each = statement.items.find((item) => item.kind === 'for-each')
      return framesOf(symbols, each?.entity ?? null)
    }
    case 'definition':
      return framesOf(symbols, statement.entities[0] ?? null)
    case 'constraint':
    case 'table':
    case 'claim':
      return everyone(symbols, framesOf(symbols, null))
    default:
      return framesOf(symbols, null)
  }
}

function collect(found: Found, symbols: Symbols, statement: Statement): void {
  const frames = framesIn(symbols, statement)
  switch (statement.kind) {
    case 'policy':
      return declare(found, symbols, statement.name, plain('policy'))
    case 'entity': {
      declare(found, symbols, statement.name, plain('entity'))
      const owner = canonical(symbols, statement.name.name.text)
      for (const field of statement.fields) {
        declare(found, symbols, field.name, plain('field', owner))
        addType(found, symbols, field.type)
        addAgencies(found, symbols, field.judgedBy === null ? [] : [field.judgedBy])
      }
      return
    }
    case 'enumeration': {
      declare(found, symbols, statement.name, plain('enumeration'))
      const owner = canonical(symbols, statement.name.name.text)
      return statement.values.forEach((value) => declare(found, symbols, value, plain('value', owner)))
    }
    case 'agency':
      return statement.names.forEach((name) => declare(found, symbols, name, plain('agency')))
    case 'parameter':
      declare(found, symbols, statement.name, plain('parameter'))
      return expressionsOf(statement).forEach((expr) => addExpression(found, symbols, frames, expr))
    case 'definition': {
      const about = statement.entities.map((word) => canonical(symbols, word.text))
      declare(found, symbols, statement.name, (name) => definitionTarget(name, about))
      statement.entities.forEach((word) => addEntity(found, symbols, word))
      addExpression(found, symbols, frames, statement.value)
      return statement.items.forEach((item) => addItem(found, symbols, frames, item))
    }
    case 'table':
      return addTable(found, symbols, frames, statement)
    case 'measure':
      add(found, statement.id, { kind: 'measure', owner: null, name: statement.id.text }, true, true)
      declare(found, symbols, statement.name, () => ({ kind: 'measure', owner: null, name: statement.id.text }))
      return addAgencies(found, symbols, [...statement.responsible, ...statement.cooperating])
    case 'commencement':
    case 'clause':
    case 'constraint':
    case 'direction':
    case 'recital': {
      const { id } = statement
      if (id !== null) {
        const own: Target = { kind: 'clause', owner: null, name: id.text }
        add(found, id, own, true, true)
        if (statement.kind !== 'commencement') declare(found, symbols, statement.name, () => own)
      }
      return statement.items.forEach((item) => addItem(found, symbols, frames, item))
    }
    case 'ambiguity': {
      const own: Target = { kind: 'ambiguity', owner: null, name: statement.id.text }
      add(found, statement.id, own, true, true)
      declare(found, symbols, statement.name, () => own)
      if (statement.at !== 'whole') statement.at.forEach((word) => addClause(found, symbols, word))
      return statement.readings.forEach(({ name }) => declare(found, symbols, name, plain('reading', statement.id.text)))
    }
    case 'claim':
      declare(found, symbols, statement.name, plain('claim'))
      return addClaim(found, symbols, frames, statement)
    case 'example':
      declare(found, symbols, statement.name, plain('example'))
      return addExample(found, symbols, statement)
    default:
      return unreachable(statement)
  }
}

function addTable(found: Found, symbols: Symbols, frames: Frames, table: Statement & { readonly kind: 'table' }): void {
  const owner = canonical(symbols, table.name.name.text)
  declare(found, symbols, table.name, plain('table'))
  table.columns.forEach((column) => declare(found, symbols, column, plain('column', owner)))
  addExpression(found, symbols, frames, table.by)
  const keys = enumerationOf(symbols, frames, table.by)
  for (const { key, values } of table.rows) {
    for (const expr of expressionsOfKey(key)) addExpression(found, symbols, frames, expr, keys)
    for (const expr of values) addExpression(found, symbols, frames, expr)
  }
  table.items.forEach((item) => addItem(found, symbols, frames, item))
}

function addClaim(found: Found, symbols: Symbols, frames: Frames, { body }: Statement & { readonly kind: 'claim' }): void {
  switch (body?.kind) {
    case 'bound':
      addClauses(found, symbols, body.clauses)
      return [body.max, ...(body.key ?? [])].forEach((expr) => addExpression(found, symbols, frames, expr))
    case 'exclusive':
      return body.values.forEach((word) => addStatus(found, symbols, word))
    case 'monotone': {
      addClause(found, symbols, body.clause)
      addEntity(found, symbols, body.entity)
      const owner = canonical(symbols, body.entity.text)
      const name = canonical(symbols, body.field.text)
      return add(found, body.field, symbols.entities.get(owner)?.fields.has(name) === true ? { kind: 'field', owner, name } : null)
    }
    default:
      return
  }
}

function addType(found: Found, symbols: Symbols, type: FieldType): void {
  if (type.kind === 'quantity') declare(found, symbols, type.unit, plain('unit'))
  if (type.kind !== 'named') return
  const name = canonical(symbols, type.name.text)
  if (symbols.enumerations.has(name)) add(found, type.name, { kind: 'enumeration', owner: null, name })
  else addEntity(found, symbols, type.name)
}

function addAgencies(found: Found, symbols: Symbols, words: readonly Word[]): void {
  for (const word of words) {
    const name = canonical(symbols, word.text)
    if (symbols.agencies.has(name)) add(found, word, { kind: 'agency', owner: null, name })
  }
}

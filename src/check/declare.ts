import type { Name } from '../core/core.ts'
import type { FieldTree, Statement, Word } from '../syntax/tree.ts'
import type { Type } from '../values/types.ts'
import type { Findings } from './finding.ts'
import { plainName } from './names.ts'
import { ambiguityWithoutDefault } from './rules/ambiguity-without-default.ts'
import { doubledItem } from './rules/doubled-item.ts'
import { duplicateClause } from './rules/duplicate-clause.ts'
import { declareOnce } from './rules/duplicate-name.ts'
import { severalDefaults } from './rules/several-defaults.ts'
import { unknownName } from './rules/unknown-name.ts'
import { readAliases } from './spellings.ts'
import { canonicalUnit } from './units.ts'
import type { AgencySymbol, AmbiguitySymbol, ClauseSymbol, ColumnSymbol, DefinitionSymbol, EntitySymbol, EnumerationSymbol, FieldSymbol, ParameterSymbol, ReadingSymbol, Symbols, TableSymbol } from './symbols.ts'

interface Draft {
  readonly chinese: Map<string, string>
  readonly english: Map<string, string>
  applicant: EntitySymbol | null
  readonly entities: Map<string, EntitySymbol>
  readonly enumerations: Map<string, EnumerationSymbol>
  readonly valuesByName: Map<string, EnumerationSymbol[]>
  readonly agencies: Map<string, AgencySymbol>
  readonly parameters: Map<string, ParameterSymbol>
  readonly definitions: Map<string, DefinitionSymbol[]>
  readonly tables: Map<string, TableSymbol>
  readonly columns: Map<string, ColumnSymbol[]>
  readonly ambiguities: Map<string, AmbiguitySymbol>
  readonly measures: Map<string, Statement & { readonly kind: 'measure' }>
  readonly quantityUnits: Set<string>
  readonly countUnits: Set<string>
  readonly clauses: Map<string, ClauseSymbol>
  readonly findings: Map<Statement, Findings>
  /** Entities, enumerations, parameters, definitions and tables share one space of names. */
  readonly taken: Map<string, Statement>
}

/** Whether a statement declares something that others can name. */
export function declares(statement: Statement): boolean {
  switch (statement.kind) {
    case 'entity': case 'enumeration': case 'agency': case 'parameter': case 'definition': case 'table': case 'measure': case 'ambiguity':
      return true
    default:
      return false
  }
}

/** The symbols of a package: `declarations` in the order of the files, and every numbered statement with what others may know of it. */
export function declareAll(declarations: readonly Statement[], numbered: readonly { readonly statement: Statement; readonly word: Word; readonly symbol: ClauseSymbol }[]): Symbols {
  const draft: Draft = {
    chinese: new Map(), english: new Map(), applicant: null, entities: new Map(), enumerations: new Map(), valuesByName: new Map(), agencies: new Map(),
    parameters: new Map(), definitions: new Map(), tables: new Map(), columns: new Map(), ambiguities: new Map(), measures: new Map(),
    quantityUnits: new Set(), countUnits: new Set(), clauses: new Map(), findings: new Map(), taken: new Map(),
  }
  for (const statement of declarations) readAliases(draft, statement, findingsOf(draft, statement))
  for (const statement of declarations) declareNames(draft, statement)
  for (const statement of declarations) if (statement.kind === 'entity') declareFields(draft, statement)
  for (const { statement, word, symbol } of numbered) {
    if (draft.clauses.has(symbol.id)) findingsOf(draft, statement)().push(duplicateClause(word, draft.clauses))
    else draft.clauses.set(symbol.id, symbol)
  }
  return draft
}

function findingsOf(draft: Draft, statement: Statement): () => Findings {
  return () => {
    let list = draft.findings.get(statement)
    if (list === undefined) draft.findings.set(statement, (list = []))
    return list
  }
}

/** The name in both languages, the alias being known from any declaration of it. */
function fullName(draft: Draft, word: Word): Name {
  const zh = draft.chinese.get(word.text) ?? word.text
  return { zh, en: draft.english.get(zh) ?? zh }
}

function declareNames(draft: Draft, statement: Statement): void {
  const to = findingsOf(draft, statement)
  switch (statement.kind) {
    case 'entity':
      return declareEntity(draft, statement)
    case 'enumeration':
      return declareEnumeration(draft, statement)
    case 'agency':
      for (const { name: word } of statement.names) {
        const name = fullName(draft, word)
        declareOnce(draft.agencies, name.zh, word, { kind: 'agency', name, statement, span: word.span }, to)
      }
      return
    case 'parameter': {
      const name = fullName(draft, statement.name.name)
      if (declareOnce(draft.taken, name.zh, statement.name.name, statement, to)) draft.parameters.set(name.zh, { kind: 'parameter', name, statement, span: statement.name.name.span })
      return
    }
    case 'definition': {
      const name = fullName(draft, statement.name.name)
      const entities = statement.entities.map((word) => draft.chinese.get(word.text) ?? word.text)
      if (declareOnce(draft.taken, name.zh, statement.name.name, statement, to)) draft.definitions.set(name.zh, [{ kind: 'definition', name, statement, entities, span: statement.name.name.span }])
      return
    }
    case 'table':
      return declareTable(draft, statement)
    case 'measure':
      declareOnce(draft.measures, statement.id.text, statement.id, statement, to)
      return
    case 'ambiguity':
      return declareAmbiguity(draft, statement)
    default:
      return
  }
}

function declareEntity(draft: Draft, statement: Statement & { readonly kind: 'entity' }): void {
  const to = findingsOf(draft, statement)
  const word = statement.name.name
  const name = fullName(draft, word)
  if (!declareOnce(draft.taken, name.zh, word, statement, to)) return
  const symbol: EntitySymbol = { kind: 'entity', role: statement.role, name, statement, span: word.span, type: { kind: 'matter', name: name.zh }, fields: new Map() }
  draft.entities.set(name.zh, symbol)
  if (statement.role !== 'applicant') return
  if (draft.applicant === null) draft.applicant = symbol
  else to().push(doubledItem(word.span, 'Applicant'))
}

function declareEnumeration(draft: Draft, statement: Statement & { readonly kind: 'enumeration' }): void {
  const to = findingsOf(draft, statement)
  const word = statement.name.name
  const name = fullName(draft, word)
  if (!declareOnce(draft.taken, name.zh, word, statement, to)) return
  const values = new Map<string, Name>()
  const symbol: EnumerationSymbol = { kind: 'enumeration', name, statement, span: word.span, type: { kind: 'enumeration', name: name.zh }, values }
  draft.enumerations.set(name.zh, symbol)
  for (const value of statement.values) {
    const valueName = fullName(draft, value.name)
    if (!declareOnce(values, valueName.zh, value.name, valueName, to)) continue
    const owners = draft.valuesByName.get(valueName.zh)
    if (owners === undefined) draft.valuesByName.set(valueName.zh, [symbol])
    else owners.push(symbol)
  }
}

function declareTable(draft: Draft, statement: Statement & { readonly kind: 'table' }): void {
  const to = findingsOf(draft, statement)
  const word = statement.name.name
  const name = fullName(draft, word)
  if (!declareOnce(draft.taken, name.zh, word, statement, to)) return
  const table: TableSymbol = { kind: 'table', name, statement, span: word.span }
  draft.tables.set(name.zh, table)
  const seen = new Map<string, true>()
  for (const [index, column] of statement.columns.entries()) {
    const columnName = fullName(draft, column.name)
    if (!declareOnce(seen, columnName.zh, column.name, true, to)) continue
    const symbol: ColumnSymbol = { kind: 'column', name: columnName, statement, span: column.name.span, table, index }
    const others = draft.columns.get(columnName.zh)
    if (others === undefined) draft.columns.set(columnName.zh, [symbol])
    else others.push(symbol)
  }
}

function declareAmbiguity(draft: Draft, statement: Statement & { readonly kind: 'ambiguity' }): void {
  const to = findingsOf(draft, statement)
  const readings = new Map<string, ReadingSymbol>()
  const symbol: AmbiguitySymbol = { id: statement.id.text, name: plainName(statement.id), statement, readings }
  declareOnce(draft.ambiguities, statement.id.text, statement.id, symbol, to)
  for (const reading of statement.readings) {
    const name = fullName(draft, reading.name.name)
    declareOnce(readings, name.zh, reading.name.name, { kind: 'reading', ambiguity: symbol.id, name, statement, span: reading.span }, to)
  }
  const none = ambiguityWithoutDefault(statement)
  if (none !== null) to().push(none)
  const several = severalDefaults(statement)
  if (several !== null) to().push(several)
}

function declareFields(draft: Draft, statement: Statement & { readonly kind: 'entity' }): void {
  const to = findingsOf(draft, statement)
  const entity = draft.entities.get(fullName(draft, statement.name.name).zh)
  if (entity?.statement !== statement) return
  const fields = entity.fields as Map<string, FieldSymbol>
  for (const field of statement.fields) {
    const name = fullName(draft, field.name.name)
    declareOnce(fields, name.zh, field.name.name, { kind: 'field', entity: entity.name.zh, name, statement, span: field.span, type: fieldType(draft, field, to) }, to)
  }
}

function fieldType(draft: Draft, field: FieldTree, to: () => Findings): Type | null {
  const { type } = field
  switch (type.kind) {
    case 'integer': {
      const unit = type.unit === null ? null : canonicalUnit(draft, type.unit.text)
      if (unit !== null) draft.countUnits.add(unit)
      return { kind: 'integer', unit }
    }
    case 'quantity': {
      const unit = fullName(draft, type.unit.name).zh
      draft.quantityUnits.add(unit)
      return { kind: 'quantity', unit }
    }
    case 'named': {
      const name = draft.chinese.get(type.name.text) ?? type.name.text
      const named = draft.enumerations.get(name) ?? draft.entities.get(name)
      if (named === undefined) {
        to().push(unknownName(type.name, 'type', [...draft.enumerations.keys(), ...draft.entities.keys()]))
        return null
      }
      return named.type
    }
    default:
      return { kind: type.kind }
  }
}

import type { Citation, Entity, Expr, Field, Measure, Name, Parameter } from '../../core/core.ts'
import type { Statement, Word } from '../../syntax/tree.ts'
import { common } from '../../values/operators.ts'
import { canonical } from '../canonical.ts'
import { applicantFrame, subjectScope } from '../context.ts'
import type { Context } from '../context.ts'
import { tableScopes } from '../declared-types.ts'
import type { Elaboration } from '../environment.ts'
import { reportMismatch, bareNumber } from '../expect.ts'
import { infer, inferAs } from '../infer-as.ts'
import { entityNamed } from '../infer-matters.ts'
import { nameOf, textsOf } from '../names.ts'
import type { Content } from '../piece.ts'
import { dateDoesNotExist } from '../rules/date-does-not-exist.ts'
import { rowArity } from '../rules/row-arity.ts'
import { unknownClause } from '../rules/unknown-clause.ts'
import { unknownName } from '../rules/unknown-name.ts'
import { checkRows } from './brackets.ts'
import type { KeyedRow } from './brackets.ts'
import { citation, citations } from './citations.ts'
import { usableItems } from './clause.ts'
import { unitNamed } from '../units.ts'
import { rowKey } from './row-keys.ts'

type Of<K extends Statement['kind']> = Statement & { readonly kind: K }

/** The declared name with its alias, from wherever the alias was given. */
export function declaredName(ctx: Context, word: Word): Name {
  const zh = canonical(ctx.symbols, word.text)
  return { zh, en: ctx.symbols.english.get(zh) ?? zh }
}

export function entity(ctx: Context, statement: Of<'entity'>): Content {
  const name = declaredName(ctx, statement.name.name)
  const symbols = ctx.symbols.entities.get(name.zh)?.fields
  const fields: Field[] = []
  const units: Name[] = []
  for (const tree of statement.fields) {
    const fieldName = declaredName(ctx, tree.name.name)
    const symbol = symbols?.get(fieldName.zh)
    const judgedBy = tree.judgedBy === null ? null : agencyNamed(ctx, tree.judgedBy)
    if (symbol?.type === null || symbol === undefined) continue
    if ('unit' in symbol.type && symbol.type.unit !== null) units.push(unitNamed(ctx.symbols, symbol.type.unit))
    fields.push({ name: fieldName, type: symbol.type, question: tree.question === null ? null : textsOf(tree.question), judgedBy })
  }
  const core: Entity = { name, fields }
  return { kind: 'entity', entity: core, units, role: statement.role }
}

export function agencyNamed(ctx: Context, word: Word): string {
  const name = canonical(ctx.symbols, word.text)
  const agency = ctx.symbols.agencies.get(name)
  if (agency === undefined) ctx.findings.push(unknownName(word, 'agency', ctx.symbols.agencies.keys()))
  else ctx.uses.add(agency)
  return name
}

export function enumeration(ctx: Context, statement: Of<'enumeration'>): Content {
  return { kind: 'enumeration', enumeration: { name: declaredName(ctx, statement.name.name), values: statement.values.map((value) => declaredName(ctx, value.name)) } }
}

export function agencies(ctx: Context, statement: Of<'agency'>): Content {
  return { kind: 'agency', agencies: statement.names.map((declared) => declaredName(ctx, declared.name)) }
}

/** Sorted by day; all values have one type. */
export function parameter(ctx: Elaboration, statement: Of<'parameter'>): Content {
  const name = declaredName(ctx, statement.name.name)
  const symbol = ctx.symbols.parameters.get(name.zh)
  const type = symbol === undefined ? null : ctx.types.parameter(symbol)
  const values: Parameter['values'][number][] = []
  for (const value of statement.values) {
    const expr = type === null ? infer(ctx, [], value.value, null) : inferAs(ctx, [], value.value, type)
    const wrong = value.from === null ? null : dateDoesNotExist(value.from.span, value.from.text)
    if (wrong !== null) ctx.findings.push(wrong)
    const cites = value.quotes.map((quote) => citation(ctx, quote, '', null, true)).filter((one): one is Citation => one !== null)
    if (expr !== null) values.push({ from: value.from?.text ?? null, value: expr, cites })
  }
  const sorted = values.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : (a.from ?? '') > (b.from ?? '') ? 1 : 0))
  return { kind: 'parameter', parameter: type === null ? null : { name, type, values: sorted } }
}

/** One for each entity that it is about; one that names none is about the applicant. */
export function definition(ctx: Elaboration, statement: Of<'definition'>): Content {
  const name = declaredName(ctx, statement.name.name)
  const cites = citations(ctx, usableItems(ctx, statement), '')
  const about = statement.entities.length === 0 ? [ctx.symbols.applicant ?? undefined] : statement.entities.map((word) => entityNamed(ctx, word))
  const definitions = []
  for (const one of about) {
    if (one === undefined) continue
    const value = infer(ctx, subjectScope(ctx.symbols, one), statement.value, null)
    if (value !== null) definitions.push({ name, entity: one.name.zh, type: value.type, value, cites })
  }
  return { kind: 'definition', definitions }
}

export function table(ctx: Elaboration, statement: Of<'table'>): Content {
  const name = declaredName(ctx, statement.name.name)
  const cites = citations(ctx, usableItems(ctx, statement), '')
  const symbol = ctx.symbols.tables.get(name.zh)
  const by = tableKey(ctx, statement)
  if (symbol === undefined || by === null) return { kind: 'table', table: null }
  const columns = statement.columns.map((column, index) => ({ name: declaredName(ctx, column.name), type: columnTypes(ctx, column.name, index) }))
  const rows = []
  const keyed: KeyedRow[] = []
  for (const row of statement.rows) {
    const arity = rowArity(row.span, row.values.length, columns.length)
    if (arity !== null) ctx.findings.push(arity)
    const key = rowKey(ctx, applicantFrame(ctx.symbols), row.key, by.type)
    const values: Expr[] = []
    for (const [index, tree] of row.values.entries()) {
      const type = columns[index]?.type ?? null
      const value = infer(ctx, applicantFrame(ctx.symbols), tree, type)
      if (value === null) continue
      if (type !== null && common(type, value.type) === null) reportMismatch(ctx, tree.span, bareNumber(tree), type, value.type)
      values.push(value)
    }
    if (key === null) continue
    keyed.push({ key, keySpan: row.key.span })
    rows.push({ key, values })
  }
  checkRows(ctx, keyed, by, statement.by.span, [new Map()])
  const typed = columns.flatMap(({ name: columnName, type }) => (type === null ? [] : [{ name: columnName, type }]))
  return { kind: 'table', table: typed.length < columns.length ? null : { name, keyType: by.type, columns: typed, rows, cites } }
}

function columnTypes(ctx: Context, word: Word, index: number) {
  const symbol = ctx.symbols.columns.get(canonical(ctx.symbols, word.text))?.find((one) => one.index === index)
  return symbol === undefined ? null : ctx.types.column(symbol)
}

/** What the table goes by, in the scope of the first entity that has it. */
function tableKey(ctx: Context, statement: Of<'table'>): Expr | null {
  const scopes = tableScopes(ctx.symbols)
  for (const scope of scopes) {
    const expr = ctx.infer({ ...ctx, findings: [] }, scope, statement.by, null)
    if (expr !== null) return expr
  }
  return infer(ctx, scopes[0] ?? [], statement.by, null)
}

export function measure(ctx: Elaboration, statement: Of<'measure'>): Content {
  const id = statement.id.text
  const cites = statement.quotes.map((quote) => citation(ctx, quote, id, id, true)).filter((one): one is Citation => one !== null)
  const official = ctx.source?.byMeasure.get(id) ?? []
  ctx.reads.measures.push({ id, segments: official })
  const cited = (kind: 'heading' | 'responsibility'): Citation | null => {
    const segment = official.find((one) => one.kind === kind)
    if (segment === undefined) return null
    return cites.find((one) => one.sentence === segment.id) ?? { sentence: segment.id, start: segment.start, end: segment.end, quote: segment.text }
  }
  const core: Measure = {
    id, name: nameOf(statement.name),
    responsible: statement.responsible.map((word) => agencyNamed(ctx, word)), cooperating: statement.cooperating.map((word) => agencyNamed(ctx, word)),
    heading: cited('heading'), responsibility: cited('responsibility'),
  }
  return { kind: 'measure', measure: core }
}

export function ambiguity(ctx: Context, statement: Of<'ambiguity'>): Content {
  const name = nameOf(statement.name)
  return {
    kind: 'ambiguity',
    ambiguity: {
      id: statement.id.text, name, question: statement.question === null ? name : textsOf(statement.question),
      at: statement.at === 'whole' ? [] : statement.at.filter((word) => isPlace(ctx, word)).map((word) => word.text),
      readings: statement.readings.map((reading) => {
        const readingName = declaredName(ctx, reading.name.name)
        return { name: readingName, meaning: reading.meaning === null ? readingName : textsOf(reading.meaning), isDefault: reading.isDefault }
      }),
    },
  }
}

function isPlace(ctx: Context, word: Word): boolean {
  if (ctx.symbols.clauses.has(word.text)) return true
  ctx.findings.push(unknownClause(word, ctx.symbols.clauses.keys()))
  return false
}

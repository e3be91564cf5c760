import type { KeywordId } from '../../grammar/keywords.ts'
import { unreachable } from '../base/invariant.ts'
import { exampleText, headerText } from './print-example.ts'
import { clauseList, expression, rowKey } from './print-expression.ts'
import { aligned, itemLines, per, period, type Line } from './print-items.ts'
import { translateUnit } from './names.ts'
import { bare, clauses, comma, declared, keyword, name, names, quoted, spaced, texts, type Printer } from './printer.ts'
import { literal } from './print-literal.ts'
import type { ClaimBody, FieldTree, FieldType, Quote, Statement, Word } from './tree.ts'

type Of<Kind extends Statement['kind']> = Extract<Statement, { readonly kind: Kind }>

const CLAUSES = { clause: 'Clause', constraint: 'Constraint', direction: 'Direction', recital: 'Recital' } as const

/** The lines of a statement, comments not yet among them. */
export function statementLines(printer: Printer, one: Statement): readonly Line[] {
  const head = (...parts: readonly (string | null)[]): Line => ({ text: spaced(...parts), at: 0 })
  const word = (id: KeywordId): string => keyword(printer, id)
  switch (one.kind) {
    case 'policy':
      return [head(word('Policy'), declared(printer, one.name)), ...one.items.map((item) => indented(headerText(printer, item), item.span.start))]
    case 'commencement':
      return [head(word('Commencement'), one.id?.text ?? null, ...commencement(printer, one)), ...one.items.flatMap((item) => itemLines(printer, item))]
    case 'entity':
      return [
        head(word(one.role === 'applicant' ? 'Applicant' : 'Matter'), declared(printer, one.name)),
        ...one.fields.map((field) => indented(fieldText(printer, field), field.span.start)),
      ]
    case 'enumeration':
      return [head(word('Enumeration'), declared(printer, one.name)), ...one.values.map((value) => indented(declared(printer, value), value.name.span.start))]
    case 'agency':
      return one.names.length === 1
        ? [head(word('Agency'), ...one.names.map((agency) => declared(printer, agency)))]
        : [head(word('Agency')), ...one.names.map((agency) => indented(declared(printer, agency), agency.name.span.start))]
    case 'parameter':
      return [head(word('Parameter'), declared(printer, one.name)), ...parameterLines(printer, one)]
    case 'definition':
      return [
        head(word('Definition'), declared(printer, one.name), one.entities.length === 0 ? null : `${word('About')} ${names(printer, one.entities)}`),
        indented(`${word('Is')} ${expression(printer, one.value)}`, one.value.span.start),
        ...one.items.flatMap((item) => itemLines(printer, item)),
      ]
    case 'table':
      return tableLines(printer, one)
    case 'measure':
      return [
        head(word('Measure'), one.id.text, declared(printer, one.name)), ...units(printer, 'Responsible', one.responsible),
        ...units(printer, 'Cooperating', one.cooperating), ...one.quotes.map((quote) => cites(printer, quote)),
      ]
    case 'clause':
    case 'constraint':
    case 'direction':
    case 'recital':
      return [
        head(word(CLAUSES[one.kind]), one.id.text, one.name === null ? null : declared(printer, one.name)),
        ...one.items.flatMap((item) => itemLines(printer, item)),
      ]
    case 'ambiguity':
      return ambiguityLines(printer, one)
    case 'claim': {
      const body = one.body === null ? '' : claimText(printer, one.body)
      return [{ text: `${spaced(word('Claim'), declared(printer, one.name))}${printer.surface === 'zh' ? '：' : ': '}${body}`, at: 0 }]
    }
    case 'example':
      return [head(word('Example'), declared(printer, one.name)), ...one.items.map((item) => indented(exampleText(printer, item), item.span.start))]
    default:
      return unreachable(one)
  }
}

function indented(text: string, at: number): Line {
  return { text: `  ${text}`, at }
}

function cites(printer: Printer, quote: Quote): Line {
  return indented(spaced(keyword(printer, 'Cites'), quoted(quote)), quote.span.start)
}

function commencement(printer: Printer, { from, until }: Of<'commencement'>): readonly (string | null)[] {
  const start = from === null ? null
    : from.kind === 'day' ? `${keyword(printer, 'From')} ${from.day.text}`
      : spaced(keyword(printer, 'FromPublication'), from.days === null ? null : literal(printer, from.days))
  return [start, until === null ? null : `${keyword(printer, 'To')} ${until.text}`]
}

function fieldText(printer: Printer, { name: own, type, question, judgedBy }: FieldTree): string {
  return spaced(
    declared(printer, own), fieldType(printer, type), question === null ? null : `${keyword(printer, 'Ask')} ${texts(question)}`,
    judgedBy === null ? null : `${keyword(printer, 'JudgedBy')} ${name(printer, judgedBy)}`,
  )
}

const PLAIN_TYPES = {
  boolean: 'TypeBoolean', money: 'TypeMoney', ratio: 'TypeRatio', date: 'TypeDate', duration: 'TypeDuration', text: 'TypeText', identifier: 'TypeIdentifier',
} as const

function fieldType(printer: Printer, type: FieldType): string {
  switch (type.kind) {
    case 'integer':
      return spaced(keyword(printer, 'TypeInteger'), type.unit === null ? null : translateUnit(printer.names, printer.surface, type.unit.text))
    case 'quantity':
      return spaced(keyword(printer, 'TypeQuantity'), declared(printer, type.unit))
    case 'named':
      return name(printer, type.name)
    default:
      return keyword(printer, PLAIN_TYPES[type.kind])
  }
}

function parameterLines(printer: Printer, { values }: Of<'parameter'>): readonly Line[] {
  return values.map(({ from, value, quotes, span }) => indented(spaced(
    from === null ? null : `${keyword(printer, 'From')} ${from.text}`, expression(printer, value),
    ...quotes.map((quote) => `${keyword(printer, 'Cites')} ${quoted(quote)}`),
  ), span.start))
}

function tableLines(printer: Printer, { name: own, by, columns, rows, items }: Of<'table'>): readonly Line[] {
  const [first] = columns
  const head = { text: spaced(keyword(printer, 'Table'), declared(printer, own), keyword(printer, 'Per'), expression(printer, by)), at: 0 }
  const named = first === undefined ? []
    : [indented(`${keyword(printer, 'Columns')} ${columns.map((column) => declared(printer, column)).join(comma(printer))}`, first.name.span.start)]
  const body = rows.map(({ key, values, span }) => ({ cells: [rowKey(printer, key), ...values.map((value) => expression(printer, value))], at: span.start }))
  return [head, ...named, ...aligned(body, '  '), ...items.flatMap((item) => itemLines(printer, item))]
}

function units(printer: Printer, word: 'Responsible' | 'Cooperating', ones: readonly Word[]): readonly Line[] {
  const [first] = ones
  return first === undefined ? [] : [indented(spaced(keyword(printer, word), names(printer, ones)), first.span.start)]
}

function ambiguityLines(printer: Printer, { id, name: own, at, question, readings }: Of<'ambiguity'>): readonly Line[] {
  const lines: Line[] = [{ text: spaced(keyword(printer, 'Ambiguity'), bare(printer, id.text), declared(printer, own)), at: 0 }]
  if (at === 'whole') lines.push(indented(spaced(keyword(printer, 'At'), keyword(printer, 'WholeText')), own.name.span.end))
  else if (at.length > 0) lines.push(indented(spaced(keyword(printer, 'At'), clauses(printer, at)), at[0]?.span.start ?? 0))
  if (question !== null) lines.push(indented(spaced(keyword(printer, 'Ask'), texts(question)), question.zh.span.start))
  for (const { name: reading, isDefault, meaning, span } of readings) {
    lines.push(indented(spaced(
      keyword(printer, 'Reading'), declared(printer, reading), isDefault ? keyword(printer, 'Default') : null, meaning === null ? null : texts(meaning),
    ), span.start))
  }
  return lines
}

function claimText(printer: Printer, body: ClaimBody): string {
  switch (body.kind) {
    case 'bound':
      return spaced(
        clauseList(printer, body.clauses), period(printer, body.period), keyword(printer, 'AtMost'), expression(printer, body.max), per(printer, body.key),
      )
    case 'exclusive':
      return spaced(names(printer, body.values), keyword(printer, 'NeverBoth'))
    case 'monotone':
      return spaced(
        clauses(printer, [body.clause]), keyword(printer, 'Monotone'), name(printer, body.entity), keyword(printer, 'Of'), name(printer, body.field),
      )
    default:
      return unreachable(body)
  }
}

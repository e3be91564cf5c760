import type { CstNode } from 'chevrotain'
import type { Span } from '../base/span.ts'
import { declared, declaredAll, declaredOrNameless, firstToken, has, id, ids, kid, kids, maybeWord, names, oneOf, quote, reportRepeated, reportUnexpected, spanOf, texts, tok, toks, word, type Reader } from './cst.ts'
import { clauseList, expression, keys, rowKey, sum } from './from-cst-expressions.ts'
import { exampleItems } from './from-cst-examples.ts'
import { headerItems } from './from-cst-header.ts'
import { items, periodOf } from './from-cst-items.ts'
import { literalOf } from './literals.ts'
import type { ClaimBody, Declared, Expression, FieldTree, FieldType, RowKey, Statement, Word } from './tree.ts'

type Bare<T> = T extends unknown ? Omit<T, 'span' | 'comments'> : never
/** A statement without its place: `parse.ts` adds span and comments. */
export type BareStatement = Bare<Statement>

const NO_ID: Word = { text: '', span: { start: 0, end: 0 } }

/** The statement that a CST of the rule `statement` holds; null when not even its kind can be told. */
export function fromCst(reader: Reader, cst: CstNode): BareStatement | null {
  const rule = Object.keys(cst.children)[0] ?? ''
  const node = kid(cst, rule)
  if (node === undefined) return null
  const name = declaredOrNameless(kid(node, 'declared'))
  switch (rule) {
    case 'policy':
      return { kind: 'policy', name, items: headerItems(kid(node, 'headerItems')) }
    case 'commencement':
      return commencement(reader, node)
    case 'entity':
      return { kind: 'entity', role: has(node, 'Applicant') ? 'applicant' : 'matter', name, fields: within(node, 'fields', 'field').map((one) => field(reader, one)).filter((one) => one !== null) }
    case 'enumeration':
      return { kind: 'enumeration', name, values: declaredAll(kids(node, 'value')) }
    case 'agency':
      return { kind: 'agency', names: declaredAll(kids(node, 'declared')) }
    case 'parameter':
      return { kind: 'parameter', name, values: kids(node, 'parameterValue').map((one) => parameterValue(reader, one)) }
    case 'definition':
      return { kind: 'definition', name, entities: names(kid(node, 'names')), value: expression(reader, kid(node, 'expression')), items: items(reader, kid(node, 'items')) }
    case 'table':
      return table(reader, node, name)
    case 'measure':
      return measure(node, name)
    case 'clause':
      return clause(reader, node)
    case 'ambiguity':
      return ambiguity(reader, node, name)
    case 'claim':
      return { kind: 'claim', name, body: claimBody(reader, node) }
    case 'example':
      return { kind: 'example', name, items: exampleItems(reader, kid(node, 'exampleItems')) }
    default:
      return null
  }
}

/** The members of a list that has a rule of its own. */
function within(node: CstNode, list: string, member: string): readonly CstNode[] {
  return kids(node, list).flatMap((one) => kids(one, member))
}

function commencement(reader: Reader, node: CstNode): BareStatement {
  const day = maybeWord(tok(node, 'from'))
  const days = tok(node, 'Quantity')
  const from = day !== null ? { kind: 'day' as const, day }
    : has(node, 'FromPublication') ? { kind: 'publication' as const, days: days === undefined ? null : literalOf(days, undefined) } : null
  return { kind: 'commencement', id: id(kid(node, 'id')), from, until: maybeWord(tok(node, 'until')), items: items(reader, kid(node, 'items')) }
}

function field(reader: Reader, node: CstNode): FieldTree | null {
  reportRepeated(reader, node, ['texts', 'Name'], ['Name'])
  const name = declared(kid(node, 'declared'))
  const type = fieldType(kid(node, 'fieldType'))
  if (name === null || type === null) return null
  return { name, type, question: texts(kid(node, 'texts')), judgedBy: maybeWord(tok(node, 'Name')), span: spanOf(node) }
}

const PLAIN_TYPES = {
  TypeBoolean: 'boolean', TypeMoney: 'money', TypeRatio: 'ratio', TypeDate: 'date', TypeDuration: 'duration', TypeText: 'text', TypeIdentifier: 'identifier',
} as const

function fieldType(node: CstNode | undefined): FieldType | null {
  if (node === undefined) return null
  const plain = oneOf(node, ['TypeBoolean', 'TypeMoney', 'TypeRatio', 'TypeDate', 'TypeDuration', 'TypeText', 'TypeIdentifier'])
  if (plain !== undefined) return { kind: PLAIN_TYPES[plain] }
  if (has(node, 'TypeInteger')) return { kind: 'integer', unit: maybeWord(tok(node, 'unit')) }
  if (has(node, 'TypeQuantity')) {
    const unit = declared(kid(node, 'declared'))
    return unit === null ? null : { kind: 'quantity', unit }
  }
  const name = maybeWord(tok(node, 'named'))
  return name === null ? null : { kind: 'named', name }
}

function parameterValue(reader: Reader, node: CstNode) {
  return { from: maybeWord(tok(node, 'Date')), value: sum(reader, kid(node, 'sum')), quotes: toks(node, 'Quote').map(quote), span: spanOf(node) }
}

function table(reader: Reader, node: CstNode, name: Declared): BareStatement {
  const columns = declaredAll(kids(node, 'column'))
  return { kind: 'table', name, by: sum(reader, kid(node, 'sum')), columns, rows: tableRows(reader, node, columns.length), items: items(reader, kid(node, 'items')) }
}

interface Row {
  readonly key: RowKey
  readonly values: Expression[]
  span: Span
}

/** A key, then as many cells as there are columns; an interval, 其他 and a list of several values always begin a row. */
function tableRows(reader: Reader, node: CstNode, columns: number): readonly Row[] {
  const rows: Row[] = []
  let row: Row | null = null
  for (const entry of kids(node, 'tableEntry')) {
    const key = rowKey(reader, entry)
    if (key === null) continue
    const [only] = key.kind === 'values' && key.values.length === 1 ? key.values : []
    if (row !== null && only !== undefined && row.values.length < Math.max(1, columns)) {
      row.values.push(only)
      row.span = { start: row.span.start, end: only.span.end }
    } else {
      row = { key, values: [], span: key.span }
      rows.push(row)
    }
  }
  return rows
}

function measure(node: CstNode, name: Declared): BareStatement {
  return {
    kind: 'measure', id: id(kid(node, 'id')) ?? NO_ID, name, responsible: kids(node, 'responsible').flatMap(names),
    cooperating: kids(node, 'cooperating').flatMap(names), quotes: toks(node, 'Quote').map(quote),
  }
}

const CLAUSES = { Clause: 'clause', Constraint: 'constraint', Direction: 'direction', Recital: 'recital' } as const

function clause(reader: Reader, node: CstNode): BareStatement {
  const keyword = oneOf(node, ['Clause', 'Constraint', 'Direction', 'Recital']) ?? 'Clause'
  return { kind: CLAUSES[keyword], id: id(kid(node, 'id')) ?? NO_ID, name: declared(kid(node, 'declared')), items: items(reader, kid(node, 'items')) }
}

function ambiguity(reader: Reader, node: CstNode, name: Declared): BareStatement {
  const parts = within(node, 'ambiguityItems', 'ambiguityItem')
  const token = tok(node, 'Name') ?? tok(node, 'Number') ?? tok(node, 'DottedId')
  const whole = parts.some((part) => has(part, 'WholeText'))
  const [asked, askedAgain] = parts.filter((part) => has(part, 'Ask'))
  const places = parts.filter((part) => has(part, 'At'))
  const extra = askedAgain ?? (whole ? places[1] : undefined)
  if (extra !== undefined) reportUnexpected(reader, firstToken(extra), ['Reading'])
  return {
    kind: 'ambiguity', id: token === undefined ? NO_ID : word(token), name, at: whole ? 'whole' : parts.flatMap((part) => ids(kid(part, 'ids'))),
    question: asked === undefined ? null : texts(kid(asked, 'texts')),
    readings: parts.map((part) => kid(part, 'reading')).filter((part) => part !== undefined).map(reading).filter((one) => one !== null),
  }
}

function reading(node: CstNode) {
  const name = declared(kid(node, 'declared'))
  return name === null ? null : { name, isDefault: has(node, 'Default'), meaning: texts(kid(node, 'texts')), span: spanOf(node) }
}

function claimBody(reader: Reader, node: CstNode): ClaimBody | null {
  if (has(node, 'NeverBoth')) return { kind: 'exclusive', values: names(kid(node, 'names')) }
  const clauses = clauseList(kid(node, 'clauseList'))
  if (clauses === null || node.recoveredNode === true) return null
  if (has(node, 'Monotone')) {
    const [entity, fact] = [maybeWord(tok(node, 'entity')), maybeWord(tok(node, 'field'))]
    const [only, another] = clauses.kind === 'listed' ? clauses.clauses : []
    if (another !== undefined) reportUnexpected(reader, { image: another.text, span: another.span }, ['Monotone'])
    if (clauses.kind === 'all') reportUnexpected(reader, firstToken(node), ['Clause'])
    return entity === null || fact === null || only === undefined ? null : { kind: 'monotone', clause: only, entity, field: fact }
  }
  const key = kid(node, 'keys')
  return {
    kind: 'bound', clauses, period: periodOf(kid(node, 'period')), max: sum(reader, kid(node, 'sum')), key: key === undefined ? null : keys(reader, key),
  }
}

import type { KeywordId } from '../../grammar/keywords.ts'
import { unreachable } from '../base/invariant.ts'
import { literal } from './print-literal.ts'
import { applied, clauses, ids, keyword, list, name, parens, spaced, type Printer } from './printer.ts'
import type { Bound, ClauseList, ComparisonOperator, Expression, RowKey } from './tree.ts'

export function expression(printer: Printer, expr: Expression): string {
  const text = (inner: Expression): string => expression(printer, inner)
  const word = (id: KeywordId): string => keyword(printer, id)
  switch (expr.kind) {
    case 'literal':
      return literal(printer, expr.literal)
    case 'name':
      return name(printer, expr.name)
    case 'today':
      return word('Today')
    case 'in-force-day':
      return word('InForceDay')
    case 'period-start':
      return word('PeriodStart')
    case 'period-number':
      return word('PeriodNumber')
    case 'unary':
      return unary(printer, expr)
    case 'binary':
      return spaced(text(expr.left), binaryWord(printer, expr.op), text(expr.right))
    case 'of':
      return spaced(text(expr.left), word('Of'), text(expr.right))
    case 'logic':
      return expr.args.map(text).join(` ${word(expr.op === 'and' ? 'And' : 'Or')} `)
    case 'compare':
      return spaced(text(expr.left), ...expr.bounds.map((one) => bound(printer, one)))
    case 'in':
      return `${text(expr.value)} ${applied(printer, word(expr.negated ? 'NotIn' : 'In'), list(printer, expr.set.map(text)))}`
    case 'extreme':
      return applied(printer, word(expr.op === 'min' ? 'LowerOf' : 'HigherOf'), list(printer, expr.args.map(text)))
    case 'marginal':
      return marginal(printer, expr)
    case 'aggregate':
      return aggregate(printer, expr)
    case 'granted':
      return spaced(
        word(expr.measure === 'count' ? 'GrantedTimes' : 'Granted'), clauseList(printer, expr.clauses),
        expr.key.length === 0 ? null : `${word('Per')} ${keys(printer, expr.key)}`, expr.period === 'year' ? word('ThisYear') : null,
        expr.from === null ? null : `${word('From')} ${text(expr.from)}`, expr.until === null ? null : `${word('To')} ${text(expr.until)}`,
      )
    case 'group':
      return parens(printer, text(expr.inner))
    case 'broken':
      return ''
    default:
      return unreachable(expr)
  }
}

type Of<Kind extends Expression['kind']> = Extract<Expression, { readonly kind: Kind }>

const BARE_DAYS = new Set<Expression['kind']>(['literal', 'name', 'group', 'today', 'in-force-day', 'period-start', 'extreme'])
const CALENDAR = { 'year-of': 'YearOf', 'year-start': 'YearStart', 'month-start': 'MonthStart' } as const

function unary(printer: Printer, { op, arg }: Of<'unary'>): string {
  const inner = expression(printer, arg)
  if (op === 'not') return `${keyword(printer, 'Not')} ${inner}`
  if (op === 'negate') return `-${inner}`
  // 立项日 所在年; English has it before the day, and so has Chinese where the day ends in an open list.
  const word = keyword(printer, CALENDAR[op])
  return printer.surface === 'zh' && BARE_DAYS.has(arg.kind) ? `${inner} ${word}` : `${word} ${inner}`
}

function binaryWord(printer: Printer, op: Of<'binary'>['op']): string {
  switch (op) {
    case 'add':
      return '+'
    case 'subtract':
      return '-'
    case 'multiply':
      return '×'
    case 'divide':
      return '÷'
    case 'whole-steps':
      return keyword(printer, 'EachFull')
    default:
      return unreachable(op)
  }
}

const WORDS: { readonly [op in ComparisonOperator]: KeywordId } = { ge: 'AtLeast', le: 'AtMost', gt: 'MoreThan', lt: 'LessThan', eq: 'Is', ne: 'IsNot' }
const DAY_WORDS: { readonly [op in ComparisonOperator]: KeywordId } = { ...WORDS, ge: 'NotBefore', le: 'NotAfter', gt: 'After', lt: 'Before' }
const SYMBOLS: { readonly [op in ComparisonOperator]: string } = { ge: '≥', le: '≤', gt: '>', lt: '<', eq: '=', ne: '≠' }

function bound(printer: Printer, { op, style, right }: Bound): string {
  const value = expression(printer, right)
  switch (style) {
    case 'word':
      return `${keyword(printer, WORDS[op])} ${value}`
    case 'day':
      return `${keyword(printer, DAY_WORDS[op])} ${value}`
    case 'symbol':
      return `${SYMBOLS[op]} ${value}`
    case 'postfix':
      return `${value} ${keyword(printer, op === 'ge' ? 'OrMore' : 'OrLess')}`
    default:
      return unreachable(style)
  }
}

function marginal(printer: Printer, { base, parts }: Of<'marginal'>): string {
  const written = parts.map(({ upTo, rate }) => spaced(
    upTo === null ? keyword(printer, 'MoreThan') : `${keyword(printer, 'AtMost')} ${expression(printer, upTo)}`,
    keyword(printer, 'PartOf'), expression(printer, rate),
  ))
  return spaced(expression(printer, base), keyword(printer, 'InParts'), ...written)
}

const AGGREGATES = { count: 'CountOf', exists: 'Has', sum: 'SumOf', min: 'SmallestOf', max: 'LargestOf' } as const

function aggregate(printer: Printer, { op, entity, value, where }: Of<'aggregate'>): string {
  return spaced(
    keyword(printer, AGGREGATES[op]), name(printer, entity), value === null ? null : `${keyword(printer, 'Of')} ${expression(printer, value)}`,
    where === null ? null : applied(printer, keyword(printer, 'Where'), expression(printer, where)),
  )
}

export function keys(printer: Printer, key: readonly Expression[]): string {
  return list(printer, key.map((one) => expression(printer, one)))
}

export function clauseList(printer: Printer, one: ClauseList): string {
  if (one.kind === 'listed') return clauses(printer, one.clauses)
  return one.except.length === 0 ? keyword(printer, 'AllClauses') : spaced(keyword(printer, 'AllClauses'), keyword(printer, 'Except'), ids(printer, one.except))
}

export function rowKey(printer: Printer, key: RowKey): string {
  switch (key.kind) {
    case 'values':
      return list(printer, key.values.map((one) => expression(printer, one)))
    case 'interval':
      return spaced(...key.bounds.map((one) => bound(printer, one)))
    case 'otherwise':
      return keyword(printer, 'Otherwise')
    default:
      return unreachable(key)
  }
}

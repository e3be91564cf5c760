import type { CstNode, IToken } from 'chevrotain'
import type { Span } from '../base/span.ts'
import { between, has, ids, kid, kids, oneOf, reportUnexpected, spanOf, spanOfToken, tok, toks, word, type Reader } from './cst.ts'
import { literalOf } from './literals.ts'
import type { Bound, ClauseList, ComparisonOperator, Expression, Literal, Part, RowKey } from './tree.ts'

/** What could not be read; already reported. */
export function broken(span: Span): Expression {
  return { kind: 'broken', span }
}

const unreadable = (node: CstNode | undefined): node is undefined => node === undefined || node.recoveredNode === true

export function expression(reader: Reader, node: CstNode | undefined): Expression {
  if (unreadable(node)) return broken(spanOf(node))
  return logic(node, 'or', kids(node, 'conjunction').map((part) => conjunction(reader, part)))
}

function conjunction(reader: Reader, node: CstNode): Expression {
  if (unreadable(node)) return broken(spanOf(node))
  return logic(node, 'and', kids(node, 'negation').map((part) => negation(reader, part)))
}

function logic(node: CstNode, op: 'and' | 'or', args: readonly Expression[]): Expression {
  const [first] = args
  if (first === undefined) return broken(spanOf(node))
  return args.length === 1 ? first : { kind: 'logic', op, args, span: spanOf(node) }
}

function negation(reader: Reader, node: CstNode): Expression {
  if (unreadable(node)) return broken(spanOf(node))
  return prefixed('not', toks(node, 'Not'), comparison(reader, kid(node, 'comparison')))
}

function prefixed(op: 'not' | 'negate', tokens: readonly IToken[], inner: Expression): Expression {
  let result = inner
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const token = tokens[at]
    if (token !== undefined) result = { kind: 'unary', op, arg: result, span: between(spanOfToken(token), inner.span) }
  }
  return result
}

function comparison(reader: Reader, node: CstNode | undefined): Expression {
  if (unreadable(node)) return broken(spanOf(node))
  const left = sum(reader, kid(node, 'sum'))
  const member = kid(node, 'membership')
  if (member !== undefined) {
    return { kind: 'in', value: left, negated: has(member, 'NotIn'), set: list(reader, kid(member, 'list')), span: spanOf(node) }
  }
  const bounds = kids(node, 'bound')
  return bounds.length === 0 ? left : { kind: 'compare', left, bounds: bounds.map((one) => bound(reader, one)), span: spanOf(node) }
}

const OPERATORS: { readonly [token: string]: ComparisonOperator } = {
  AtLeast: 'ge', AtMost: 'le', MoreThan: 'gt', LessThan: 'lt', Is: 'eq', IsNot: 'ne',
  NotBefore: 'ge', NotAfter: 'le', After: 'gt', Before: 'lt',
  AtLeastSign: 'ge', AtMostSign: 'le', MoreThanSign: 'gt', LessThanSign: 'lt', EqualSign: 'eq', NotEqual: 'ne',
}

const DAY_WORDS: ReadonlySet<string> = new Set(['NotBefore', 'NotAfter', 'After', 'Before'])

function bound(reader: Reader, node: CstNode): Bound {
  const span = spanOf(node)
  const operator = kid(node, 'operator')
  if (operator === undefined) {
    return { op: has(node, 'OrMore') ? 'ge' : 'le', style: 'postfix', right: node.recoveredNode === true ? broken(span) : cell(reader, kid(node, 'cell')), span }
  }
  const name = Object.keys(operator.children)[0] ?? ''
  const style = name.endsWith('Sign') || name === 'NotEqual' ? 'symbol' : DAY_WORDS.has(name) ? 'day' : 'word'
  return { op: OPERATORS[name] ?? 'eq', style, right: node.recoveredNode === true ? broken(span) : sum(reader, kid(node, 'sum')), span }
}

export function bounds(reader: Reader, node: CstNode): readonly Bound[] {
  return kids(node, 'bound').map((one) => bound(reader, one))
}

type BinaryOperator = 'add' | 'subtract' | 'multiply' | 'divide' | 'whole-steps'
const BINARY: { readonly [token: string]: BinaryOperator } = { Plus: 'add', Minus: 'subtract', Times: 'multiply', Divide: 'divide', EachFull: 'whole-steps' }

/** Operands and the operators between them, from the left. */
function chain(operands: readonly Expression[], operators: readonly IToken[]): Expression {
  const [first = broken({ start: 0, end: 0 }), ...rest] = operands
  if (rest.length === 0) return first
  const ordered = operators.length > 1 ? [...operators].sort((a, b) => a.startOffset - b.startOffset) : operators
  return rest.reduce<Expression>((left, right, at) => ({
    kind: 'binary', op: BINARY[ordered[at]?.tokenType.name ?? ''] ?? 'add', left, right, span: between(left.span, right.span),
  }), first)
}

export function sum(reader: Reader, node: CstNode | undefined): Expression {
  if (unreadable(node)) return broken(spanOf(node))
  const base = chain(kids(node, 'product').map((one) => product(reader, one)), [...toks(node, 'Plus'), ...toks(node, 'Minus')])
  const parts = kids(node, 'part')
  return parts.length === 0 ? base : { kind: 'marginal', base, parts: parts.map((one) => part(reader, one)), span: spanOf(node) }
}

function part(reader: Reader, node: CstNode): Part {
  const span = spanOf(node)
  if (node.recoveredNode === true) return { upTo: broken(span), rate: broken(span), span }
  const upTo = kid(node, 'upTo')
  return { upTo: upTo === undefined ? null : product(reader, upTo), rate: product(reader, kid(node, 'rate')), span }
}

export function product(reader: Reader, node: CstNode | undefined): Expression {
  if (unreadable(node)) return broken(spanOf(node))
  return chain(kids(node, 'factor').map((one) => factor(reader, one)), [...toks(node, 'Times'), ...toks(node, 'Divide'), ...toks(node, 'EachFull')])
}

function factor(reader: Reader, node: CstNode): Expression {
  if (unreadable(node)) return broken(spanOf(node))
  return prefixed('negate', toks(node, 'Minus'), share(reader, kid(node, 'share')))
}

function share(reader: Reader, node: CstNode | undefined): Expression {
  if (unreadable(node)) return broken(spanOf(node))
  const [first = broken(spanOf(node)), ...rest] = kids(node, 'dated').map((one) => dated(reader, one))
  return rest.reduce<Expression>((left, right) => ({ kind: 'of', left, right, span: between(left.span, right.span) }), first)
}

const CALENDAR = { YearOf: 'year-of', YearStart: 'year-start', MonthStart: 'month-start' } as const

function dated(reader: Reader, node: CstNode | undefined): Expression {
  if (unreadable(node)) return broken(spanOf(node))
  const arg = primary(reader, kid(node, 'primary'))
  const calendar = kid(node, 'calendar')
  const keyword = calendar === undefined ? undefined : oneOf(calendar, ['YearOf', 'YearStart', 'MonthStart'])
  return keyword === undefined ? arg : { kind: 'unary', op: CALENDAR[keyword], arg, span: spanOf(node) }
}

function primary(reader: Reader, node: CstNode | undefined): Expression {
  if (unreadable(node)) return broken(spanOf(node))
  const span = spanOf(node)
  const name = Object.keys(node.children)[0] ?? ''
  const inner = kid(node, name)
  switch (name) {
    case 'literal':
    case 'group':
    case 'Name':
      return cell(reader, node)
    case 'Today':
      return { kind: 'today', span }
    case 'InForceDay':
      return { kind: 'in-force-day', span }
    case 'PeriodStart':
      return { kind: 'period-start', span }
    case 'PeriodNumber':
      return { kind: 'period-number', span }
    case 'extreme':
      return unreadable(inner) ? broken(span) : { kind: 'extreme', op: has(inner, 'LowerOf') ? 'min' : 'max', args: list(reader, kid(inner, 'list')), span }
    case 'counted':
    case 'aggregate':
      return aggregate(reader, inner)
    case 'granted':
      return granted(reader, inner)
    default:
      return broken(span)
  }
}

/** A literal, a name or a group. */
export function cell(reader: Reader, node: CstNode | undefined): Expression {
  if (unreadable(node)) return broken(spanOf(node))
  const name = tok(node, 'Name')
  if (name !== undefined) {
    const found = word(name)
    return { kind: 'name', name: found, span: found.span }
  }
  const group = kid(node, 'group')
  if (group !== undefined) return groupOf(reader, group)
  const value = literal(reader, kid(node, 'literal'))
  return value === null ? broken(spanOf(node)) : { kind: 'literal', literal: value, span: value.span }
}

function groupOf(reader: Reader, node: CstNode): Expression {
  return unreadable(node) ? broken(spanOf(node)) : { kind: 'group', inner: expression(reader, kid(node, 'expression')), span: spanOf(node) }
}

/** Null when it is missing or no number. */
export function literal(reader: Reader, node: CstNode | undefined, sign?: IToken): Literal | null {
  const name = node === undefined ? undefined : Object.keys(node.children)[0]
  const token = node === undefined || name === undefined ? undefined : tok(node, name)
  if (token === undefined) return null
  const value = literalOf(token, sign)
  if (value === null) reportUnexpected(reader, { image: token.image, span: spanOfToken(token) }, ['Quantity'])
  return value
}

export function signed(reader: Reader, node: CstNode | undefined): Literal | null {
  return node === undefined ? null : literal(reader, kid(node, 'literal'), tok(node, 'Minus'))
}

function list(reader: Reader, node: CstNode | undefined): readonly Expression[] {
  return node === undefined ? [] : kids(node, 'expression').map((one) => expression(reader, one))
}

const AGGREGATES = { CountOf: 'count', Has: 'exists', SumOf: 'sum', LargestOf: 'max', SmallestOf: 'min' } as const

function aggregate(reader: Reader, node: CstNode | undefined): Expression {
  if (unreadable(node)) return broken(spanOf(node))
  const span = spanOf(node)
  const keyword = oneOf(node, ['CountOf', 'Has', 'SumOf', 'LargestOf', 'SmallestOf'])
  const entity = tok(node, 'Name')
  if (keyword === undefined || entity === undefined) return broken(span)
  const value = kid(node, 'dated')
  const where = kid(node, 'where')
  const group = where === undefined ? undefined : kid(where, 'group')
  return {
    kind: 'aggregate', op: AGGREGATES[keyword], entity: word(entity), value: value === undefined ? null : dated(reader, value),
    where: where === undefined ? null : group === undefined ? broken(spanOf(where)) : expression(reader, kid(group, 'expression')), span,
  }
}

function granted(reader: Reader, node: CstNode | undefined): Expression {
  if (unreadable(node)) return broken(spanOf(node))
  const clauses = clauseList(kid(node, 'clauseList'))
  if (clauses === null) return broken(spanOf(node))
  const [from, until] = [kid(node, 'from'), kid(node, 'until')]
  return {
    kind: 'granted', measure: has(node, 'GrantedTimes') ? 'count' : 'amount', clauses, key: keys(reader, kid(node, 'keys')),
    period: has(node, 'ThisYear') ? 'year' : 'ever',
    from: from === undefined ? null : sum(reader, from), until: until === undefined ? null : sum(reader, until), span: spanOf(node),
  }
}

export function keys(reader: Reader, node: CstNode | undefined): readonly Expression[] {
  return node === undefined ? [] : kids(node, 'sum').map((one) => sum(reader, one))
}

export function clauseList(node: CstNode | undefined): ClauseList | null {
  if (unreadable(node)) return null
  const listed = ids(kid(node, 'ids'))
  if (has(node, 'AllClauses')) return { kind: 'all', except: listed, span: spanOf(node) }
  return listed.length === 0 ? null : { kind: 'listed', clauses: listed, span: spanOf(node) }
}

/** The key of a row that holds an interval, 其他 or cells; null when it is missing. */
export function rowKey(reader: Reader, node: CstNode): RowKey | null {
  const interval = kid(node, 'interval')
  if (interval !== undefined) return { kind: 'interval', bounds: bounds(reader, interval), span: spanOf(interval) }
  const otherwise = tok(node, 'Otherwise')
  if (otherwise !== undefined) return { kind: 'otherwise', span: spanOfToken(otherwise) }
  const cells = kid(node, 'cells')
  return cells === undefined ? null : { kind: 'values', values: kids(cells, 'cell').map((one) => cell(reader, one)), span: spanOf(cells) }
}

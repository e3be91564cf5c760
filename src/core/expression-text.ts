import { unreachable } from '../base/invariant.ts'
import { rationalFromText, type Rational } from '../values/rational.ts'
import type { Type } from '../values/types.ts'
import type { BinaryOperator, Entity, Expr, Name, Policy } from './core.ts'
import { unitName } from './unit-name.ts'

/** A core expression as a drafter would read it, in both languages. */
export function expressionText(policy: Policy, expr: Expr): Name {
  return { zh: render(expr, { policy, lang: 'zh', items: [] }, 0), en: render(expr, { policy, lang: 'en', items: [] }, 0) }
}

/** A value of `type` as a drafter would write it: 20万元, 40%, 3年. `value` is a literal's canonical text. */
export function literalText(policy: Policy, type: Type, value: string): Name {
  return { zh: literal(type, value, { policy, lang: 'zh', items: [] }), en: literal(type, value, { policy, lang: 'en', items: [] }) }
}

interface Style {
  readonly policy: Policy
  readonly lang: 'zh' | 'en'
  /** The types of matters that the enclosing aggregates look at, innermost first. */
  readonly items: readonly string[]
}

// How tightly a construct binds; a looser one inside a tighter one needs parentheses.
const OR = 1
const AND = 2
const NOT = 3
const COMPARE = 4
const SUM = 5
const PRODUCT = 6
const OF = 7

const SYMBOLS = { add: '+', subtract: '-', multiply: '×', divide: '÷' } as const
const BINARY: { readonly [op in BinaryOperator]: { readonly zh: string; readonly en: string; readonly binds: number } } = {
  add: { zh: '+', en: '+', binds: SUM },
  subtract: { zh: '-', en: '-', binds: SUM },
  multiply: { zh: '×', en: '×', binds: PRODUCT },
  divide: { zh: '÷', en: '÷', binds: PRODUCT },
  'whole-steps': { zh: '每满', en: 'each full', binds: PRODUCT },
  eq: { zh: '为', en: 'is', binds: COMPARE },
  ne: { zh: '不为', en: 'is not', binds: COMPARE },
  lt: { zh: '不满', en: 'less than', binds: COMPARE },
  le: { zh: '不超过', en: 'at most', binds: COMPARE },
  gt: { zh: '超过', en: 'more than', binds: COMPARE },
  ge: { zh: '不少于', en: 'at least', binds: COMPARE },
}
/** Days are earlier or later, not less or more. */
const OF_DAYS: { readonly [op in 'lt' | 'le' | 'gt' | 'ge']: Name } = {
  lt: { zh: '早于', en: 'before' },
  le: { zh: '不晚于', en: 'not after' },
  gt: { zh: '晚于', en: 'after' },
  ge: { zh: '不早于', en: 'not before' },
}

function pick(style: Style, zh: string, en: string): string {
  return style.lang === 'zh' ? zh : en
}

function list(args: readonly Expr[], style: Style): string {
  const texts = args.map((arg) => render(arg, style, 0))
  return pick(style, `（${texts.join('，')}）`, `(${texts.join(', ')})`)
}

function tied(text: string, binds: number, within: number, style: Style): string {
  return binds >= within ? text : pick(style, `（${text}）`, `(${text})`)
}

function render(expr: Expr, style: Style, within: number): string {
  switch (expr.kind) {
    case 'literal':
      return literal(expr.type, expr.value, style)
    case 'subject':
    case 'applicant':
    case 'item':
      return expr.type.kind === 'matter' ? entityText(expr.type.name, style) : pick(style, '主体', 'subject')
    case 'field':
      return field(expr, style, within)
    case 'parameter':
      return named(style.policy.parameters, expr.name, style)
    case 'definition':
      return ofMatter(expr.of, expr.name, named(style.policy.definitions, expr.name, style), style, within)
    case 'today':
      return pick(style, '申请日', 'the day asked')
    case 'in-force-day':
      return pick(style, '施行日', 'the day in force')
    case 'period-start':
      return pick(style, '本期', 'this period')
    case 'period-number':
      return pick(style, '期数', 'number of the period')
    case 'unary':
      return unary(expr, style, within)
    case 'binary':
      return binary(expr, style, within)
    case 'variadic':
      return variadic(expr, style, within)
    case 'in':
      return tied(`${render(expr.value, style, SUM)} ${pick(style, '属于', 'in ')}${list(expr.set, style)}`, COMPARE, within, style)
    case 'choose':
      return choose(expr, style)
    case 'marginal':
      return marginal(expr, style, within)
    case 'lookup':
      return lookup(expr, style)
    case 'aggregate':
      return aggregate(expr, style, within)
    case 'granted':
      return granted(expr, style, within)
    default:
      return unreachable(expr)
  }
}

function named(all: readonly { readonly name: Name }[], zh: string, style: Style): string {
  const found = all.find((one) => one.name.zh === zh)
  return found === undefined ? zh : found.name[style.lang]
}

function entityOf(policy: Policy, zh: string): Entity | undefined {
  return policy.applicant.name.zh === zh ? policy.applicant : policy.matters.find((matter) => matter.name.zh === zh)
}

function entityText(zh: string, style: Style): string {
  return entityOf(style.policy, zh)?.name[style.lang] ?? zh
}

function field(expr: Expr & { kind: 'field' }, style: Style, within: number): string {
  const found = entityOf(style.policy, expr.entity)?.fields.find((one) => one.name.zh === expr.field)
  return ofMatter(expr.of, expr.field, found?.name[style.lang] ?? expr.field, style, within)
}

/** A fact of the subject, of the applicant or of the matter looked at is named directly; of another matter, or where a matter looked at has one called so, with 的. */
function ofMatter(of: Expr, name: string, text: string, style: Style, within: number): string {
  if ((of.kind === 'subject' || of.kind === 'applicant' || of.kind === 'item') && !isShadowed(of, name, style)) return text
  return tied(`${render(of, style, OF)} ${pick(style, '的', 'of')} ${text}`, OF, within, style)
}

/** Whether the bare name would be read as one of a matter that an aggregate further in looks at. */
function isShadowed(of: Expr & { kind: 'subject' | 'applicant' | 'item' }, name: string, { policy, items }: Style): boolean {
  const further = of.kind === 'item' ? items.slice(0, of.depth) : items
  return further.some((entity) => entityOf(policy, entity)?.fields.some((field) => field.name.zh === name) === true
    || policy.definitions.some((definition) => definition.entity === entity && definition.name.zh === name))
}

function unary(expr: Expr & { kind: 'unary' }, style: Style, within: number): string {
  switch (expr.op) {
    case 'not':
      if (expr.arg.kind === 'in') return tied(`${render(expr.arg.value, style, SUM)} ${pick(style, '不属于', 'not in ')}${list(expr.arg.set, style)}`, COMPARE, within, style)
      return tied(`${pick(style, '非', 'not')} ${render(expr.arg, style, NOT)}`, NOT, within, style)
    case 'negate':
      return tied(`-${render(expr.arg, style, OF)}`, PRODUCT, within, style)
    case 'year-of':
      return tied(pick(style, `${render(expr.arg, style, OF)} 所在年`, `year of ${render(expr.arg, style, OF)}`), OF, within, style)
    case 'year-start':
      return tied(pick(style, `${render(expr.arg, style, OF)} 年初`, `start of year of ${render(expr.arg, style, OF)}`), OF, within, style)
    case 'month-start':
      return tied(pick(style, `${render(expr.arg, style, OF)} 月初`, `start of month of ${render(expr.arg, style, OF)}`), OF, within, style)
    default:
      return unreachable(expr.op)
  }
}

function binary(expr: Expr & { kind: 'binary' }, style: Style, within: number): string {
  const { op, left, right } = expr
  const entry = BINARY[op]
  if (op === 'multiply' && left.kind === 'literal' && left.type.kind === 'ratio')
    return tied(`${render(left, style, OF)} ${pick(style, '的', 'of')} ${render(right, style, OF)}`, OF, within, style)
  const symbolic = op in SYMBOLS
  const days = left.type.kind === 'date' && (op === 'lt' || op === 'le' || op === 'gt' || op === 'ge')
  const word = days ? OF_DAYS[op][style.lang] : entry[style.lang]
  // 50万元以上: the bound of a number is written before the word, as the texts do.
  const orMore = style.lang === 'zh' && right.kind === 'literal' && !days && (op === 'ge' || op === 'le')
  if (orMore) return tied(`${render(left, style, SUM)} ${render(right, style, SUM)}${op === 'ge' ? '以上' : '以下'}`, entry.binds, within, style)
  const rightBinds = symbolic || op === 'whole-steps' ? entry.binds + 1 : SUM
  return tied(`${render(left, style, Math.min(entry.binds, SUM) === COMPARE ? SUM : entry.binds)} ${word} ${render(right, style, rightBinds)}`, entry.binds, within, style)
}

function variadic(expr: Expr & { kind: 'variadic' }, style: Style, within: number): string {
  switch (expr.op) {
    case 'and':
      return tied(expr.args.map((arg) => render(arg, style, AND)).join(pick(style, ' 且 ', ' and ')), AND, within, style)
    case 'or':
      return tied(expr.args.map((arg) => render(arg, style, OR)).join(pick(style, ' 或 ', ' or ')), OR, within, style)
    case 'min':
      return pick(style, '孰低', 'lower of ') + list(expr.args, style)
    case 'max':
      return pick(style, '孰高', 'higher of ') + list(expr.args, style)
    default:
      return unreachable(expr.op)
  }
}

function choose(expr: Expr & { kind: 'choose' }, style: Style): string {
  const cases = expr.cases.map(({ when, then }) =>
    pick(style, `${render(when, style, 0)} 时 ${render(then, style, 0)}`, `${render(then, style, 0)} when ${render(when, style, 0)}`))
  if (expr.otherwise !== null) cases.push(`${pick(style, '其他', 'otherwise')} ${render(expr.otherwise, style, 0)}`)
  return pick(style, `分别（${cases.join('；')}）`, `respectively (${cases.join('; ')})`)
}

function marginal(expr: Expr & { kind: 'marginal' }, style: Style, within: number): string {
  const parts = expr.parts.map(({ upTo, rate }) => {
    const at = render(rate, style, OF)
    if (upTo === null) return pick(style, `超过的部分 ${at}`, `the part above ${at}`)
    return pick(style, `不超过 ${render(upTo, style, SUM)} 的部分 ${at}`, `the part up to ${render(upTo, style, SUM)} ${at}`)
  })
  return tied(`${render(expr.base, style, OF)} ${pick(style, '分段', 'by parts')} ${parts.join(pick(style, '，', ', '))}`, OR, within, style)
}

function lookup(expr: Expr & { kind: 'lookup' }, style: Style): string {
  const table = style.policy.tables.find((one) => one.name.zh === expr.table)
  return named(table?.columns ?? [], expr.column, style)
}

function aggregate(expr: Expr & { kind: 'aggregate' }, outer: Style, within: number): string {
  const style: Style = { ...outer, items: [expr.entity, ...outer.items] }
  const word = { count: ['个数', 'count of'], sum: ['总和', 'sum of'], min: ['最小', 'smallest of'], max: ['最大', 'largest of'], exists: ['有', 'has'] }[expr.op]
  const value = expr.value === null ? '' : ` ${pick(style, '的', 'of')} ${render(expr.value, style, OF)}`
  const where = expr.where === null ? '' : pick(style, ` 其中（${render(expr.where, style, 0)}）`, ` where (${render(expr.where, style, 0)})`)
  return tied(`${word[style.lang === 'zh' ? 0 : 1]} ${entityText(expr.entity, style)}${value}${where}`, OF, within, style)
}

function granted(expr: Expr & { kind: 'granted' }, style: Style, within: number): string {
  const word = expr.measure === 'amount' ? pick(style, '已领', 'granted') : pick(style, '已领次数', 'times granted')
  const key = expr.key.length === 0 ? '' : ` ${pick(style, '按', 'per')} ${expr.key.map((one) => render(one, style, OF)).join(pick(style, '，', ', '))}`
  const period = { ever: '', year: pick(style, ' 当年内', ' this year'), month: pick(style, ' 当月内', ' this month') }[expr.period]
  const from = expr.from === null ? '' : ` ${pick(style, '自', 'from')} ${render(expr.from, style, SUM)}`
  const until = expr.until === null ? '' : ` ${pick(style, '至', 'to')} ${render(expr.until, style, SUM)}`
  return tied(`${word} ${pick(style, '条款', 'clause')} ${expr.clauses.join(pick(style, '，', ', '))}${key}${period}${from}${until}`, OF, within, style)
}

// ---------------------------------------------------------------- literals

function literal(type: Type, value: string, style: Style): string {
  const number = rationalFromText(value)
  switch (type.kind) {
    case 'boolean':
      return value === 'true' ? pick(style, '是', 'yes') : pick(style, '否', 'no')
    case 'money':
      return number === null ? value : money(number, style)
    case 'ratio':
      return number === null ? value : `${decimal({ n: number.n * 100n, d: number.d })}%`
    case 'price':
      return number === null ? value : `${decimal({ n: number.n, d: number.d * 100n })}${pick(style, '元', ' yuan')}/${unitName(style.policy, type.unit)[style.lang]}`
    case 'duration':
      return number === null ? value : months(number, style)
    case 'days':
      return number === null ? value : `${decimal(number)}${pick(style, '日', ' days')}`
    case 'integer':
    case 'quantity':
      if (type.unit === null) return number === null || isShort(number) ? value : decimal(number)
      return `${number === null ? value : decimal(number)}${pick(style, '', ' ')}${unitName(style.policy, type.unit)[style.lang]}`
    case 'enumeration':
      return named(style.policy.enumerations.find((one) => one.name.zh === type.name)?.values.map((name) => ({ name })) ?? [], value, style)
    case 'text':
    case 'identifier':
      return `“${value}”`
    case 'date':
    case 'matter':
      return value
    default:
      return unreachable(type)
  }
}

function money(fen: Rational, style: Style): string {
  const whole = fen.d === 1n
  const isWholeIn = (unit: bigint): boolean => style.lang === 'zh' && whole && fen.n !== 0n && fen.n % unit === 0n
  // 1.5亿元: at most two decimals.
  if (isWholeIn(100_000_000n) && (fen.n >= 10_000_000_000n || fen.n <= -10_000_000_000n)) return `${decimal({ n: fen.n, d: 10_000_000_000n })}亿元`
  if (isWholeIn(1_000_000n)) return `${decimal({ n: fen.n / 1_000_000n, d: 1n })}万元`
  return `${decimal({ n: fen.n, d: fen.d * 100n })}${pick(style, '元', ' yuan')}`
}

function months(value: Rational, style: Style): string {
  if (value.d === 1n && value.n !== 0n && value.n % 12n === 0n) return `${value.n / 12n}${pick(style, '年', value.n === 12n ? ' year' : ' years')}`
  return `${decimal(value)}${pick(style, '个月', ' months')}`
}

/** A whole number of up to four digits, a year for one: without a unit it is written as it is, 2026. */
export function isShort({ n, d }: Rational): boolean {
  return d === 1n && n > -10_000n && n < 10_000n
}

/** A decimal with thousands separated where it ends, `n/d` where it does not. */
function decimal({ n, d }: Rational): string {
  let [top, bottom, places] = [n < 0n ? -n : n, d, 0]
  for (const prime of [2n, 5n]) while (bottom % prime === 0n) bottom /= prime
  if (top % bottom !== 0n) return `${n}/${d}`
  bottom = d
  while (top % bottom !== 0n) [top, places] = [top * 10n, places + 1]
  const digits = (top / bottom).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, ',')
  const fraction = places === 0 ? '' : `.${digits.slice(digits.length - places)}`
  return `${n < 0n ? '-' : ''}${whole}${fraction}`
}

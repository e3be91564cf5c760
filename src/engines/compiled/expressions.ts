import { invariant, unreachable } from '../../base/invariant.ts'
import type { Clause, Definition, Expr } from '../../core/core.ts'
import { definitionOf } from '../../core/definition-of.ts'
import { isNumeric } from '../../values/types.ts'
import { combine, type Member } from './aggregates.ts'
import { choose, lookup, marginal } from './choices.ts'
import { isOneOf } from './comparisons.ts'
import { exactFromText } from './exact.ts'
import { ofNamed, reader, enumerationValues } from './facts.ts'
import { identity, type Code, type Frame, type Setting, type TermCode } from './frame.ts'
import { dayOf, periodCode, termOf } from './in-period.ts'
import { earlierGrants, earlierRange, grantedKey, inWindow } from './ledger.ts'
import { applyUnary, applyVariadic, binaryRule } from './operators.ts'
import { ANY_TEXT, anything, asTruth, FALSE, hull, lacking, NO_OUTCOME, passed, TRUE, UNDEFINED, value, type Val } from './values.ts'

/** Turns expressions into closures, each definition once. */
export interface Compiler extends Setting {
  readonly code: (expr: Expr) => Code
  readonly term: (clause: Clause) => TermCode | null
}

export function startCompiler(setting: Setting): Compiler {
  const definitions = new Map<Definition, Code>()
  const compiler: Compiler = { ...setting, code: (expr) => compile(expr), term: (clause) => termOf(setting, compile, clause) }
  const compile = (expr: Expr): Code => (expr.kind === 'definition' ? definition(compiler, expr, definitions) : codeOf(compiler, expr))
  return compiler
}

const constant = (val: Val): Code => () => val
const ANY: Val = { possible: ANY_TEXT, lacks: 0, missing: [] }

function codeOf(compiler: Compiler, expr: Exclude<Expr, { kind: 'definition' }>): Code {
  switch (expr.kind) {
    case 'literal':
      return constant(literal(expr))
    case 'today':
      return constant(compiler.on)
    case 'in-force-day':
      return constant(compiler.inForceDay ?? lacking(UNDEFINED))
    case 'period-start':
    case 'period-number':
      return periodCode(expr.kind)
    case 'parameter':
      return parameter(compiler, expr)
    case 'subject':
      return ({ subject }) => identity(subject)
    case 'applicant':
      return ({ applicant }) => identity(applicant)
    case 'item':
      return ({ items }) => {
        const item = items[expr.depth]
        return item === undefined ? ANY : identity(item)
      }
    case 'field':
      return field(compiler, expr)
    case 'choose':
      return choose(compiler, expr)
    case 'marginal':
      return marginal(compiler, expr)
    case 'lookup':
      return lookup(compiler, expr)
    case 'aggregate':
      return aggregate(compiler, expr)
    case 'granted':
      return granted(compiler, expr)
    case 'in':
      return isWithin(compiler, expr)
    case 'unary': {
      const arg = compiler.code(expr.arg)
      return (frame) => applyUnary(expr.op, arg(frame))
    }
    case 'binary': {
      const [left, right, rule] = [compiler.code(expr.left), compiler.code(expr.right), binaryRule(expr.op, expr.left.type, expr.right.type)]
      return (frame) => rule(left(frame), right(frame))
    }
    case 'variadic':
      return variadic(compiler, expr)
    default:
      return unreachable(expr)
  }
}

function literal({ type, value: text }: Expr & { kind: 'literal' }): Val {
  if (type.kind === 'boolean') return text === 'true'
  return isNumeric(type) ? exactFromText(text) : text
}

/** The value of a parameter on the day: the last change up to it. */
function parameter({ policy, on, code }: Compiler, { name: wanted }: Expr & { kind: 'parameter' }): Code {
  const dated = policy.parameters.find(({ name }) => name.zh === wanted)?.values ?? []
  const begun = dated.filter(({ from }) => from === null || from <= on)
  const none: Code = constant(lacking(NO_OUTCOME))
  const values = begun.map(({ from, value: given }) => ({ from, given: code(given) }))
  const current = values.at(-1)?.given ?? none
  if (values.length === 0 || (values.length === 1 && values[0]?.from === null)) return current
  // Of a period: the value on its day; where that is not known, any of them.
  return (frame) => {
    if (frame.period === null) return current(frame)
    const day = dayOf({ on }, frame)
    if (day !== null) return (values.findLast(({ from }) => from === null || from <= day)?.given ?? none)(frame)
    return hull([...values.map(({ given }) => given(frame)), ...(dated[0]?.from === null ? [] : [lacking(NO_OUTCOME)])], [])
  }
}

function field({ policy, code }: Compiler, expr: Expr & { kind: 'field' }): Code {
  const read = reader(policy, expr.field, expr.type)
  const { of } = expr
  switch (of.kind) {
    case 'subject':
      return ({ subject }) => read(subject)
    case 'applicant':
      return ({ applicant }) => read(applicant)
    case 'item':
      return ({ items }) => {
        const item = items[of.depth]
        return item === undefined ? unknownOf({ policy }, expr) : read(item)
      }
    default: {
      const named = code(of)
      return (frame) => ofNamed(policy, of, named(frame), expr.type, frame, read)
    }
  }
}

function unknownOf({ policy }: Pick<Compiler, 'policy'>, { type }: Expr): Val {
  return value(anything(type, (name) => enumerationValues(policy, name), false), 0, [])
}

/** A named expression, with the matter that it is said of as its subject. */
function definition(compiler: Compiler, expr: Expr & { kind: 'definition' }, known: Map<Definition, Code>): Code {
  const { policy, code } = compiler
  const found = definitionOf(policy, expr)
  if (found === undefined) return constant(ANY)
  const inner = (): Code => {
    const ready = known.get(found) ?? code(found.value)
    known.set(found, ready)
    return ready
  }
  const about = (frame: Frame, subject: Frame['subject']): Val => passed(inner()(subject === frame.subject && frame.items.length === 0 ? frame : { ...frame, subject, items: [] }))
  const { of } = expr
  switch (of.kind) {
    case 'subject':
      return (frame) => about(frame, frame.subject)
    case 'applicant':
      return (frame) => about(frame, frame.applicant)
    case 'item':
      return (frame) => {
        const item = frame.items[of.depth]
        return item === undefined ? unknownOf(compiler, expr) : about(frame, item)
      }
    default: {
      const named = code(of)
      return (frame) => ofNamed(policy, of, named(frame), expr.type, frame, (subject) => about(frame, subject))
    }
  }
}

function aggregate({ policy, code }: Compiler, expr: Expr & { kind: 'aggregate' }): Code {
  const where = expr.where === null ? constant(true) : code(expr.where)
  const amount = expr.value === null ? constant(1) : code(expr.value)
  const unknown = value(anything(expr.type, (name) => enumerationValues(policy, name), expr.op === 'count'), 0, [])
  return (frame) => {
    if (frame.matters === null) return unknown
    const members: Member[] = []
    for (const matter of frame.matters) {
      if (matter.entity !== expr.entity) continue
      const inside: Frame = { ...frame, items: [matter, ...frame.items] }
      const condition = where(inside)
      const belongs = asTruth(condition)
      if (belongs & TRUE) members.push({ belongs, condition, value: amount(inside) })
    }
    return combine(expr.op, members)
  }
}

function granted(compiler: Compiler, expr: Expr & { kind: 'granted' }): Code {
  const { policy, code } = compiler
  const key = grantedKey(expr, policy).map(code)
  const find = earlierGrants(compiler, expr.clauses, (_, frame) => key.map((part) => part(frame)))
  const within = inWindow(compiler, expr.period, expr.from === null ? null : code(expr.from), expr.until === null ? null : code(expr.until))
  return (frame) => {
    if (frame.past.ledger.length === 0) return 0
    const earlier = within(find(frame.past, key.map((part) => part(frame))), frame)
    return value(earlierRange(earlier, expr.measure), 0, earlier.flatMap(({ missing }) => missing))
  }
}

function isWithin({ code }: Compiler, expr: Expr & { kind: 'in' }): Code {
  const one = code(expr.value)
  const set = expr.set.map(code)
  if (expr.set.every((member) => member.kind === 'literal')) {
    const plain = expr.set.map((member) => literal(member as Expr & { kind: 'literal' }))
    return (frame) => isOneOf(one(frame), plain)
  }
  return (frame) => isOneOf(one(frame), set.map((member) => member(frame)))
}

function variadic({ code }: Compiler, expr: Expr & { kind: 'variadic' }): Code {
  invariant(expr.args.length > 0, 'verify.ts says that and, or, min and max have arguments')
  const args = expr.args.map(code)
  const { op } = expr
  if (op === 'min' || op === 'max') return (frame) => applyVariadic(op, args.map((arg) => arg(frame)))
  const settling = op === 'and' ? FALSE : TRUE
  return (frame) => {
    const vals: Val[] = []
    for (const arg of args) {
      const val = arg(frame)
      // One false part settles 且, one true part 或: what else is open is of no account.
      if (asTruth(val) === settling) return op !== 'and'
      vals.push(val)
    }
    return applyVariadic(op, vals)
  }
}



import type { Expr, RowKey, Table } from '../../core/core.ts'
import { inSomeCase } from '../../core/keyed-cases.ts'
import type { Missing } from '../engine.ts'
import { compareVals, isOneOf } from './comparisons.ts'
import type { Code, Setting } from './frame.ts'
import { compute } from './operators.ts'
import * as ranges from './ranges.ts'
import { and, asRange, asTruth, FALSE, hull, lacking, lacksOf, missingOf, NO_OUTCOME, possibleOf, TRUE, value, type Truth, type Val } from './values.ts'

/** What makes code of a part. */
interface Parts extends Setting {
  readonly code: (expr: Expr) => Code
}

const NO_FIT = lacking(NO_OUTCOME)

/** 分别: the first whose condition holds; those that may hold, up to the first that certainly does, are possible. */
export function choose({ code }: Parts, expr: Expr & { kind: 'choose' }): Code {
  const cases = expr.cases.map(({ when, then }) => ({ when: code(when), then: code(then) }))
  const otherwise = expr.otherwise === null ? null : code(expr.otherwise)
  const inSome = inSomeCase(expr.cases)
  const some = inSome === null ? null : code(inSome)
  return (frame) => {
    const possible: Val[] = []
    const missing: Missing[] = []
    for (const { when, then } of cases) {
      const condition = when(frame)
      const truth = asTruth(condition)
      if ((truth & TRUE) === 0) continue
      if ((truth & FALSE) === 0) return hullOf(possible, then(frame), missing)
      possible.push(then(frame))
      missing.push(...missingOf(condition))
    }
    if (otherwise !== null) return hullOf(possible, otherwise(frame), missing)
    return some !== null && (asTruth(some(frame)) & FALSE) === 0 ? hull(possible, missing) : hullOf(possible, NO_FIT, missing)
  }
}

function hullOf(possible: Val[], last: Val, missing: readonly Missing[]): Val {
  if (possible.length === 0 && typeof last !== 'object') return last
  return hull([...possible, last], missing)
}

/** 对照: the value in the row that the key falls in. */
export function lookup({ policy, code }: Parts, expr: Expr & { kind: 'lookup' }): Code {
  const key = code(expr.key)
  const table = policy.tables.find(({ name }) => name.zh === expr.table)
  const column = table?.columns.findIndex(({ name }) => name.zh === expr.column) ?? -1
  const rows = (table?.rows ?? []).flatMap((row) => {
    const cell = row.values[column]
    return cell === undefined ? [] : [{ fits: fitting(row.key, code), cell: code(cell) }]
  })
  const listed = (table?.rows ?? []).flatMap((row) => (row.key.kind === 'values' ? row.key.values.map(code) : []))
  return (frame) => {
    const at = key(frame)
    if (possibleOf(at) === null) return value(null, lacksOf(at), [])
    const possible: Val[] = []
    const missing: Missing[] = []
    for (const { fits, cell } of rows) {
      const truth = fits(at, frame)
      if ((truth & TRUE) === 0) continue
      if ((truth & FALSE) === 0) return hullOf(possible, cell(frame), missing)
      possible.push(cell(frame))
      missing.push(...missingOf(at))
    }
    const inSome = asTruth(isOneOf(at, listed.map((each) => each(frame))))
    return (inSome & FALSE) === 0 ? hull(possible, missing) : hullOf(possible, NO_FIT, missing)
  }
}

type Fits = (key: Val, frame: Parameters<Code>[0]) => Truth

function fitting(key: Table['rows'][number]['key'], code: (expr: Expr) => Code): Fits {
  switch (key.kind) {
    case 'otherwise':
      return () => TRUE
    case 'values': {
      const values = key.values.map(code)
      return (at, frame) => asTruth(isOneOf(at, values.map((each) => each(frame))))
    }
    case 'interval': {
      const [above, under] = [bound(key.low, 'ge', 'gt', code), bound(key.high, 'le', 'lt', code)]
      return (at, frame) => and([above(at, frame), under(at, frame)])
    }
  }
}

function bound(end: (RowKey & { kind: 'interval' })['low'], closed: 'ge' | 'le', open: 'gt' | 'lt', code: (expr: Expr) => Code): Fits {
  if (end === null) return () => TRUE
  const limit = code(end.value)
  return (at, frame) => asTruth(compareVals(end.closed ? closed : open, at, limit(frame)))
}

/** "超过…的部分": each part of the base at its own rate. */
export function marginal({ code }: Parts, expr: Expr & { kind: 'marginal' }): Code {
  const base = code(expr.base)
  const parts = expr.parts.map(({ upTo, rate }) => ({ upTo: upTo === null ? null : code(upTo), rate: code(rate) }))
  return (frame) => {
    const whole = base(frame)
    const found = parts.map(({ upTo, rate }) => ({ upTo: upTo === null ? null : upTo(frame), rate: rate(frame) }))
    const args = [whole, ...found.flatMap(({ upTo, rate }) => (upTo === null ? [rate] : [upTo, rate]))]
    return compute(args, () => ({
      possible: ranges.marginal(asRange(whole), found.map(({ upTo, rate }) => ({ upTo: upTo === null ? null : asRange(upTo), rate: asRange(rate) }))),
      lacks: 0,
    }))
  }
}

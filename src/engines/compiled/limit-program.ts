import type { Limit } from '../../core/core.ts'
import type { Missing } from '../engine.ts'
import { limitUnder } from '../limit-under.ts'
import type { Compiler } from './expressions.ts'
import { isKept, type Code, type Frame } from './frame.ts'
import { dayOf } from './in-period.ts'
import { earlierGrants, type Find, type Key } from './ledger.ts'
import { and, ANY_TEXT, asTruth, missingOf, not, NOT_APPLICABLE, OPEN, TRUE, type Points, type Truth, type Val } from './values.ts'

/** A limit as closures. */
export interface LimitProgram {
  readonly limit: Limit
  readonly keys: ReadonlyMap<string, readonly Code[]>
  /** Whether it covers a line of the clause; empty: all lines. */
  readonly reaches: ReadonlyMap<string, (frame: Frame) => Reach>
  readonly orders: ReadonlyMap<string, Code>
  /** What the same thing gets elsewhere, by clause. */
  readonly elsewhere: ReadonlyMap<string, Code>
  readonly max: Code
  readonly widened: { readonly max: Code; readonly when: Code | null } | null
  readonly find: Find | null
}

export const NO_CODE: readonly Code[] = []
const NO_KEY: Key = []

export interface Reach {
  readonly truth: Truth
  readonly missing: readonly Missing[]
}

function reachCode({ code }: Compiler, limit: Limit, clause: string): (frame: Frame) => Reach {
  const all = limit.when.map(({ value: { expr, negated } }) => {
    const of = expr[clause]
    return { of: of === undefined ? () => false : code(of), negated }
  })
  return (frame) => {
    let truth: Truth = TRUE
    const missing: Missing[] = []
    for (const { of, negated } of all) {
      const val = of(frame)
      const found = negated ? not(asTruth(val)) : asTruth(val)
      truth = and([truth, found])
      if (found === OPEN) missing.push(...missingOf(val))
    }
    return { truth, missing: truth === OPEN ? missing : NO_MISSING }
  }
}

const NO_MISSING: readonly Missing[] = []
const COVERED = 'covered'
const IS_COVERED: Points = { kind: 'points', values: [COVERED], within: null }

/** What a limit may not cover shares it perhaps: a part of the key that may be none. */
export function coverVal({ truth, missing }: Reach): Val {
  if (truth === TRUE) return COVERED
  return { possible: (truth & TRUE) === 0 ? null : IS_COVERED, lacks: NOT_APPLICABLE, missing }
}

export function limitProgram(compiler: Compiler, written: Limit): LimitProgram {
  const { on, code } = compiler
  const limit = limitUnder(written, (under) => isKept(compiler, under))
  const reaches = new Map(limit.when.length === 0 ? [] : limit.clauses.map((clause) => [clause, reachCode(compiler, limit, clause)]))
  const reachPart = (clause: string, frame: Frame): Key => {
    const reach = reaches.get(clause)
    return reach === undefined ? NO_KEY : [coverVal(reach(frame))]
  }
  const calendar = calendarPart(limit)
  const own = new Map(Object.entries(limit.key).map(([clause, parts]) => [clause, parts.map(code)]))
  const keys = calendar === null ? own : new Map([...own].map(([id, parts]) => [id, [...parts, (frame: Frame) => calendar(dayOf(compiler, frame))]]))
  const orders = new Map(limit.share.kind === 'ranked' ? Object.entries(limit.share.order).map(([clause, expr]) => [clause, code(expr)]) : [])
  const all = earlierGrants(compiler, limit.clauses, (entry, frame) => [...(own.get(entry.clause) ?? NO_CODE).map((part) => part(frame)), ...(calendar === null ? [] : [calendar(entry.day)]), ...reachPart(entry.clause, frame)])
  const find: Find = limit.period === 'ever' ? (past, key) => all(past, key).filter(({ entry }) => entry.day <= on) : all
  const elsewhere = new Map(Object.entries(limit.elsewhere ?? {}).map(([clause, expr]) => [clause, code(expr)]))
  return { limit, elsewhere, keys, reaches, orders, max: code(limit.max), widened: limit.widened === null ? null : { max: code(limit.widened.max), when: limit.widened.when === null ? null : code(limit.widened.when) }, find: limit.period === null ? null : find }
}

/** Lines and earlier grants share the limit of a year, or a month, when their days lie in one; null: no such limit. */
function calendarPart({ period }: Limit): ((day: string | null) => Val) | null {
  if (period !== 'year' && period !== 'month') return null
  return (day) => day?.slice(0, period === 'year' ? 4 : 7) ?? ANY_DAY
}

const ANY_DAY: Val = { possible: ANY_TEXT, lacks: 0, missing: [] }

/** The same limit, quoted otherwise. */
export function requoted(program: LimitProgram, { cites }: Limit): LimitProgram {
  return { ...program, limit: { ...program.limit, cites } }
}

/** Whether two say the same: what one found of a line holds for the other, but for the sentence that it names. */
export function isSameRule(a: LimitProgram, b: LimitProgram): boolean {
  return a.keys === b.keys
}

import type { Sharing } from '../core/core.ts'
import { floor, multiply, negate, rational, rationalFromText, ZERO, type Rational } from '../values/rational.ts'
import type { Line, Missing, Payer, Sum } from './engine.ts'

/** A way of sharing that may apply to a line. */
export interface Way {
  readonly sharing: Sharing
  readonly canBeTrue: boolean
  readonly canBeFalse: boolean
  readonly missing: readonly Missing[]
}

type Range = Omit<Payer, 'agency'>

/**
 * Who bears a line: the ways that may apply, each with its amounts; where several may, or none, each payer bears from the
 * least to the most of them. The amounts of one way add up to the line's, to the fen: every payer but the first is rounded
 * down, the first takes the rest.
 */
export function borne(line: Line, ways: readonly Way[]): Line {
  const possible = ways.filter(({ canBeTrue }) => canBeTrue)
  if (possible.length === 0 || line.possible === 0n) return line
  const nobody = possible.every(({ canBeFalse }) => canBeFalse) && !oneMustApply(line.clause, possible)
  const each = possible.map(({ sharing }) => parts(sharing, line))
  const payers = [...new Set(each.flatMap((one) => [...one.keys()]))].map((agency): Payer => {
    const ranges = each.map((one) => one.get(agency) ?? NOTHING)
    return { agency, ...(nobody ? [...ranges, NOTHING] : ranges).reduce(hull) }
  })
  const open = possible.length > 1 || nobody
  return { ...line, payers, payersMissing: open ? distinct(possible.flatMap(({ missing }) => missing)) : [] }
}

/** 当 X beside 除非 X: whatever X turns out to be, one of the two applies. */
function oneMustApply(clause: string, ways: readonly Way[]): boolean {
  const conditions = ways.map(({ sharing }) => sharing.when?.[clause])
  const written = (negated: boolean): readonly string[] => conditions.flatMap((one) => (one?.negated === negated ? [JSON.stringify(one.expr)] : []))
  const unless = written(true)
  return written(false).some((expr) => unless.includes(expr))
}

const NOTHING: Range = { committed: 0n, possible: 0n }

function hull(a: Range, b: Range): Range {
  return { committed: a.committed < b.committed ? a.committed : b.committed, possible: a.possible === null || b.possible === null ? null : a.possible > b.possible ? a.possible : b.possible }
}

/** One way: what each agency bears. */
function parts({ payers }: Sharing, { committed, possible }: Line): ReadonlyMap<string, Range> {
  const shares = payers.map(({ share }) => rationalFromText(share) ?? ZERO)
  const [least, most] = [split(committed, shares), possible === null ? null : split(possible, shares)]
  const found = new Map<string, Range>()
  payers.forEach(({ agency }, at) => {
    const range: Range = at === 0 && committed !== possible ? firstOf(committed, possible, shares) : { committed: least[at] ?? 0n, possible: most === null ? null : (most[at] ?? 0n) }
    const before = found.get(agency) ?? NOTHING
    found.set(agency, { committed: before.committed + range.committed, possible: before.possible === null || range.possible === null ? null : before.possible + range.possible })
  })
  return found
}

/** An amount in these shares, which add up to it. */
export function split(amount: bigint, shares: readonly Rational[]): readonly bigint[] {
  const others = shares.slice(1).map((share) => partOf(amount, share))
  return [others.reduce((rest, part) => rest - part, amount), ...others]
}

/**
 * What is left to the first does not always rise with the amount: of three shares of a third it is 2 fen of 2, and 1 of 3.
 * So of a range of amounts it bears from its share of the least, rounded up, to its share of the most with what rounding may leave.
 */
function firstOf(committed: bigint, possible: bigint | null, shares: readonly Rational[]): Range {
  const [first = ZERO] = shares
  const upwards = (amount: bigint): bigint => -floor(negate(multiply(rational(amount), first)))
  if (possible === null) return { committed: upwards(committed), possible }
  const most = upwards(possible) + BigInt(Math.max(0, shares.length - 2))
  return { committed: upwards(committed), possible: most < possible ? most : possible }
}

function partOf(amount: bigint, share: Rational): bigint {
  return floor(multiply(rational(amount), share))
}

function distinct(missing: readonly Missing[]): readonly Missing[] {
  return [...new Map(missing.map((one) => [JSON.stringify([one.entity, one.field, one.subject, one.state]), one])).values()]
}

/** By payer, over all lines; never more than all lines come to. */
export function byPayer(lines: readonly Line[], total: Sum): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>()
  for (const { payers } of lines) {
    for (const { agency, committed, possible } of payers) {
      const before = sums.get(agency) ?? { committed: 0n, possible: 0n, unstated: 0 }
      sums.set(agency, { committed: before.committed + committed, possible: before.possible + (possible ?? 0n), unstated: before.unstated + (possible === null ? 1 : 0) })
    }
  }
  return new Map([...sums].map(([agency, sum]) => [agency, sum.possible > total.possible ? { ...sum, possible: total.possible } : sum]))
}

/** Where an amount, as a function of one number, bends or jumps; everything between is a straight line to the fen. */

/** null: the text sets no limit there. */
export type Amount = (at: bigint) => bigint | null

export interface Piece {
  readonly from: bigint
  readonly to: bigint
}

export interface Turn {
  readonly kind: 'bend' | 'step'
  /** A step: the first value with the new amount. A bend: where the two lines meet, to the grain. */
  readonly at: bigint
}

export interface Shape {
  readonly pieces: readonly Piece[]
  readonly turns: readonly Turn[]
}

interface Range {
  readonly low: bigint
  readonly high: bigint
  /** Two turns nearer to each other than this are taken for one. */
  readonly grain: bigint
  /** How many equal parts are looked at first: a part with two turns that make up for each other is seen when the parts are small enough. */
  readonly parts: number
}

/** Rounding moves the ends of a line and what is between by less than a fen together. */
const ROUNDING = 1n

const size = (value: bigint): bigint => (value < 0n ? -value : value)

function remembered(amount: Amount): Amount {
  const known = new Map<bigint, bigint | null>()
  return (at) => {
    const before = known.get(at)
    if (before !== undefined) return before
    const value = amount(at)
    known.set(at, value)
    return value
  }
}

/** Whether the amount at `middle` lies on the line from `from` to `to`; amounts without a limit lie on a line of their own kind. */
function straight(amount: Amount, from: bigint, middle: bigint, to: bigint, tolerance: bigint): boolean {
  const [a, m, b] = [amount(from), amount(middle), amount(to)]
  if (a === null || m === null || b === null) return a === m && m === b
  return size((b - a) * (middle - from) - (m - a) * (to - from)) <= tolerance * (to - from)
}

/** Finds the straight pieces of an amount between two values, and what happens between them. */
export function shapeOf(asked: Amount, { low, high, grain, parts }: Range): Shape {
  const amount = remembered(asked)
  const leaves: Piece[] = []
  const split = (from: bigint, to: bigint): void => {
    if (to - from <= grain) return
    const middle = (from + to) / 2n
    if (straight(amount, from, middle, to, ROUNDING)) leaves.push({ from, to })
    else {
      split(from, middle)
      split(middle, to)
    }
  }
  const width = high - low
  for (let part = 0n; part < BigInt(parts); part += 1n) {
    const [from, to] = [low + (width * part) / BigInt(parts), low + (width * (part + 1n)) / BigInt(parts)]
    if (to > from && to - from <= grain) leaves.push({ from, to })
    else split(from, to)
  }
  const pieces = grain > 1n ? withoutHidden(amount, withoutShort(joined(amount, leaves), grain * SHORT)) : joined(amount, leaves)
  const turns = pieces.slice(1).map((piece, index) => turnBetween(amount, pieces[index] ?? piece, piece, grain))
  return { pieces, turns }
}

function joined(amount: Amount, leaves: readonly Piece[]): readonly Piece[] {
  const pieces: Piece[] = []
  for (const leaf of leaves) {
    const last = pieces.at(-1)
    const one = last !== undefined && straight(amount, last.from, last.to, leaf.to, 2n * ROUNDING) && straight(amount, last.from, leaf.from, leaf.to, 2n * ROUNDING)
    if (one) pieces[pieces.length - 1] = { from: last.from, to: leaf.to }
    else pieces.push(leaf)
  }
  return pieces
}

/** So near to a turn rounding hides the slope: what is shorter than so many grains says nothing, the lines beside it do. */
const SHORT = 64n

function withoutShort(pieces: readonly Piece[], least: bigint): readonly Piece[] {
  const long = pieces.filter(({ from, to }) => to - from >= least)
  return long.length === 0 ? pieces : long
}

/** A piece whose first half goes on with the line before it, or whose second half is on the line after it, hides a turn near its end: the lines beside it say where. */
function withoutHidden(amount: Amount, pieces: readonly Piece[]): readonly Piece[] {
  const kept: Piece[] = []
  pieces.forEach((piece, at) => {
    const [left, right, middle] = [kept.at(-1), pieces[at + 1], (piece.from + piece.to) / 2n]
    const hides = left !== undefined && right !== undefined
      && (straight(amount, left.from, left.to, middle, 2n * ROUNDING) || straight(amount, middle, right.from, right.to, 2n * ROUNDING))
    if (!hides) kept.push(piece)
  })
  return kept
}

function turnBetween(amount: Amount, left: Piece, right: Piece, grain: bigint): Turn {
  const [a, b, c, d] = [amount(left.from), amount(left.to), amount(right.from), amount(right.to)]
  if (a === null || b === null || c === null || d === null) return { kind: 'step', at: firstOff(amount, left, right) }
  const gap = right.from - left.to
  // Rise over run of each line, kept as fractions.
  const [rise, run] = [b - a, left.to - left.from]
  const [rise2, run2] = [d - c, right.to - right.from]
  const allowed = (size(rise) * gap) / run + (size(rise2) * gap) / run2 + 2n + ROUNDING
  if (size(c - b) > allowed) return { kind: 'step', at: firstOff(amount, left, right) }
  const across = rise2 * run - rise * run2
  if (across === 0n) return { kind: 'bend', at: right.from }
  // a + rise/run (x − left.from) = c + rise2/run2 (x − right.from)
  const top = (a - c) * run * run2 - rise * run2 * left.from + rise2 * run * right.from
  const meet = nearest(top, across, grain)
  return { kind: 'bend', at: meet < left.to - gap ? left.to : meet > right.from + gap ? right.from : meet }
}

/** The multiple of `grain` that is nearest to top/under. */
function nearest(top: bigint, under: bigint, grain: bigint): bigint {
  const [n, d] = under < 0n ? [-top, -under] : [top, under]
  return n < 0n ? 0n : ((2n * n + d * grain) / (2n * d * grain)) * grain
}

/** The first value that is not on the left line any more. */
function firstOff(amount: Amount, left: Piece, right: Piece): bigint {
  let [on, off] = [left.to, right.from]
  while (off - on > 1n) {
    const middle = (on + off) / 2n
    if (straight(amount, left.from, left.to, middle, 2n * ROUNDING)) on = middle
    else off = middle
  }
  return off
}

import fc from 'fast-check'

/** Where a generator takes its choices from. 0 is the simplest choice everywhere, so that shrinking simplifies. */
export interface Draw {
  /** A whole number in [0, bound). */
  readonly below: (bound: number) => number
}

/** True in `many` of `of` draws; the simple choice is false. */
export function chance(draw: Draw, many: number, of: number): boolean {
  return draw.below(of) >= of - many
}

export function pick<T>(draw: Draw, choices: readonly T[]): T {
  const chosen = choices[draw.below(choices.length)]
  if (chosen === undefined) throw new RangeError('there is nothing to choose from')
  return chosen
}

/** The same values in another order. */
export function shuffled<T>(draw: Draw, values: readonly T[]): T[] {
  const out = [...values]
  for (let i = out.length - 1; i > 0; i--) {
    const j = i - draw.below(i + 1)
    const [a, b] = [out[i], out[j]]
    if (a !== undefined && b !== undefined) [out[i], out[j]] = [b, a]
  }
  return out
}

/** Choices from a tape; after its end the simplest ones. `record` gets the choices as they were taken. */
function replay(tape: readonly number[], record: number[]): Draw {
  let at = 0
  return {
    below: (bound) => {
      const choice = bound <= 1 ? 0 : (tape[at++] ?? 0) % bound
      if (bound > 1) record.push(choice)
      return choice
    },
  }
}

function shorter(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return a.length < b.length
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}

function* smallerTapes(tape: readonly number[]): Generator<number[]> {
  for (let size = tape.length >> 1; size >= 1; size >>= 1) {
    for (let start = 0; start + size <= tape.length; start += size) yield [...tape.slice(0, start), ...tape.slice(start + size)]
    for (let start = 0; start + size <= tape.length; start += size) {
      if (tape.slice(start, start + size).some((choice) => choice !== 0)) yield [...tape.slice(0, start), ...new Array<number>(size).fill(0), ...tape.slice(start + size)]
    }
  }
  for (let i = 0; i < tape.length; i++) {
    const choice = tape[i] ?? 0
    if (choice > 1) yield [...tape.slice(0, i), choice >> 1, ...tape.slice(i + 1)]
    if (choice > 0) yield [...tape.slice(0, i), choice - 1, ...tape.slice(i + 1)]
  }
}

/**
 * Values built from choices. The choices are kept as a tape, and a failing value shrinks by shortening and lowering its
 * tape: whatever `build` makes (dossiers, ledgers, an edit of them) shrinks without a word in the generator. One
 * generator of small numbers is also some ten times as quick as composed arbitraries.
 */
class Built<T> extends fc.Arbitrary<T> {
  readonly #build: (draw: Draw) => T

  constructor(build: (draw: Draw) => T) {
    super()
    this.#build = build
  }

  override generate(random: fc.Random): fc.Value<T> {
    const tape: number[] = []
    const below = (bound: number): number => {
      if (bound <= 1) return 0
      const choice = random.nextInt(0, bound - 1)
      tape.push(choice)
      return choice
    }
    return new fc.Value(this.#build({ below }), tape)
  }

  override canShrinkWithoutContext(_value: unknown): _value is T {
    return false
  }

  override shrink(_value: T, context: unknown): fc.Stream<fc.Value<T>> {
    const tape: readonly number[] = Array.isArray(context) ? context.map(Number) : []
    const build = this.#build
    function* candidates(): Generator<fc.Value<T>> {
      for (const smaller of smallerTapes(tape)) {
        const record: number[] = []
        const value = build(replay(smaller, record))
        if (shorter(record, tape)) yield new fc.Value(value, record)
      }
    }
    return fc.stream(candidates())
  }
}

export function built<T>(build: (draw: Draw) => T): fc.Arbitrary<T> {
  return new Built(build)
}

/** A deterministic source of choices (mulberry32): for loops too hot for an arbitrary, and for samples by seed. */
export function seeded(seed: number): Draw {
  let state = seed >>> 0
  return {
    below: (bound) => {
      state = (state + 0x6d2b79f5) >>> 0
      let mixed = Math.imul(state ^ (state >>> 15), state | 1)
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * bound)
    },
  }
}

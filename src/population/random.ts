/**
 * Random numbers that are the same on every machine: sfc32 (Chris Doty-Humphrey's small fast counter generator, 128 bits of state) over
 * whole numbers of 32 bits, without doubles in between. Every fact has a stream of its own, made from the seed, the applicant's number and the
 * fact's place: the first hundred of 5,000 enterprises are the hundred that one gets alone, and a changed distribution changes its own fact only.
 */
export type Stream = () => number

/** The next whole number from 0 to 2^32 − 1, from a state of four words. */
export function sfc32(a: number, b: number, c: number, d: number): Stream {
  let [first, second, third, counter] = [a | 0, b | 0, c | 0, d | 0]
  return () => {
    const result = (((first + second) | 0) + counter) | 0
    counter = (counter + 1) | 0
    first = second ^ (second >>> 9)
    second = (third + (third << 3)) | 0
    third = (third << 21) | (third >>> 11)
    third = (third + result) | 0
    return result >>> 0
  }
}

/** A text as 32 bits: FNV-1a over its code units, finished as in MurmurHash3. */
export function hashText(text: string, start = 0x811c9dc5): number {
  let hash = start
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

const WARM_UP = 12

/** A seed as two words. */
export interface Seed {
  readonly first: number
  readonly second: number
}

export function seedOf(text: string): Seed {
  return { first: hashText(text), second: hashText(text, 0x9747b28c) }
}

/** The stream of one fact. `place` identifies the fact within the applicant. */
export function streamOf(seed: Seed, applicant: number, place: number): Stream {
  const stream = sfc32(seed.first, seed.second, applicant, place)
  for (let round = 0; round < WARM_UP; round += 1) stream()
  return stream
}

const WORDS = 4_294_967_296

/** A whole number from 0 to below `count`, which must be at most 2^21: then the product is exact. */
export function below(stream: Stream, count: number): number {
  return Math.floor((stream() * count) / WORDS)
}

/** Whether something happens that happens in `of` of 2^32 cases. */
export function happens(stream: Stream, of: number): boolean {
  return of > 0 && stream() < of
}

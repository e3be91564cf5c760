import { describe, expect, it } from 'vitest'
import { below, happens, hashText, seedOf, sfc32, streamOf } from '../../src/population/random.ts'

const PINNED = [837695549, 1771730964, 97755653, 312031524]

describe('random numbers', () => {
  it('are those of sfc32, computed here with whole numbers of any size', () => {
    const mask = 0xffffffffn
    let [a, b, c, d] = [1n, 2n, 3n, 4n]
    const stream = sfc32(1, 2, 3, 4)
    for (let round = 0; round < 1000; round += 1) {
      const result = (a + b + d) & mask
      d = (d + 1n) & mask
      a = b ^ (b >> 9n)
      b = (c + (c << 3n)) & mask
      c = ((c << 21n) | (c >> 11n)) & mask
      c = (c + result) & mask
      expect(BigInt(stream())).toBe(result)
    }
  })

  it('are the same for ever for a seed, an applicant and a place', () => {
    const stream = streamOf(seedOf('suzhou-2026'), 1, 1)
    expect([stream(), stream(), stream()]).toEqual([PINNED[0], PINNED[1], PINNED[2]])
    expect(hashText('宿州')).toBe(PINNED[3])
  })

  it('fall evenly into as many places as are asked for', () => {
    const stream = streamOf(seedOf('even'), 7, 7)
    const counts = Array.from({ length: 10 }, () => 0)
    for (let round = 0; round < 100_000; round += 1) counts[below(stream, 10)] = (counts[below(stream, 10)] ?? 0) + 1
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(1500)
  })

  it('never happen at no chance and always at the whole', () => {
    const stream = streamOf(seedOf('s'), 1, 2)
    for (let round = 0; round < 1000; round += 1) {
      expect(happens(stream, 0)).toBe(false)
      expect(happens(stream, 4_294_967_296)).toBe(true)
    }
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shapeOf } from '../../src/analyses/pieces.ts'
import type { Amount, Shape } from '../../src/analyses/pieces.ts'

const halfUp = (n: bigint, d: bigint): bigint => (2n * n + d) / (2n * d)
const capped = (percent: bigint, cap: bigint): Amount => (at) => { const share = halfUp(at * percent, 100n); return share < cap ? share : cap }
const look = (amount: Amount, high: bigint): Shape => shapeOf(amount, { low: 0n, high, grain: 100n, parts: 40 })

describe('the shape of an amount', () => {
  it('finds the cap of 30% at 50万元: 1,666,666.67元, to the yuan', () => {
    expect(look(capped(30n, 50_000_000n), 500_000_000n).turns).toEqual([{ kind: 'bend', at: 166_666_700n }])
  })

  it('finds a cap that is met exactly: 40% at 100万元, 250万元', () => {
    expect(look(capped(40n, 100_000_000n), 700_000_000n).turns).toEqual([{ kind: 'bend', at: 250_000_000n }])
  })

  it('finds steps to the fen: 10万元 from 100万元 on, 20万元 from 300万元 on', () => {
    const stepped: Amount = (at) => (at < 100_000_000n ? 0n : at < 300_000_000n ? 10_000_000n : 20_000_000n)
    expect(look(stepped, 500_000_000n).turns).toEqual([{ kind: 'step', at: 100_000_000n }, { kind: 'step', at: 300_000_000n }])
  })

  it('finds where there is no limit any more', () => {
    expect(look((at) => (at >= 123_456_789n ? null : at), 200_000_000n).turns).toEqual([{ kind: 'step', at: 123_456_789n }])
  })

  it('finds nothing in what is straight, however it is rounded', () => {
    fc.assert(fc.property(fc.bigInt(0n, 100n), (percent) => {
      expect(look((at) => halfUp(at * percent, 100n), 987_654_321n).turns).toEqual([])
    }), { numRuns: 60 })
  })

  it('finds any cap to the yuan, and asks little', () => {
    fc.assert(fc.property(fc.bigInt(5n, 100n), fc.bigInt(2_000_000n, 9_000_000n), (percent, cap) => {
      let asked = 0
      const amount = capped(percent, cap)
      const { turns } = shapeOf((at) => { asked += 1; return amount(at) }, { low: 0n, high: 200_000_000n, grain: 100n, parts: 40 })
      const exact = (cap * 100n + percent - 1n) / percent
      expect(turns).toHaveLength(1)
      const off = (turns[0]?.at ?? 0n) - exact
      // The slope is known to half a fen over the length of a piece: within ten fen, for a yuan of tolerance.
      expect(off < 100n && off > -100n).toBe(true)
      expect(asked).toBeLessThan(250)
    }), { numRuns: 100, examples: [[20n, 2_576_169n], [13n, 4_539_841n], [58n, 2_786_716n]] })
  })

  it('looks at a short range value by value: months', () => {
    const months: Amount = (at) => (at < 24n ? at : 24n) * 1_000_000n
    const { turns } = shapeOf(months, { low: 0n, high: 40n, grain: 1n, parts: 40 })
    expect(turns).toEqual([{ kind: 'bend', at: 24n }])
  })
})

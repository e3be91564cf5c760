import { describe, expect, it } from 'vitest'
import { billAmount, decimal, money, moneyEn, moneyRange, moneyZh } from '../../src/explain/money.ts'
import { rational } from '../../src/values/rational.ts'

describe('amounts as an office writes them', () => {
  it.each([
    [0n, '0元', '0 yuan'],
    [1n, '0.01元', '0.01 yuan'],
    [20_000_000n, '20万元', '200,000 yuan'],
    [25_000_000n, '25万元', '250,000 yuan'],
    [15_550_000n, '15.55万元', '155,500 yuan'],
    [15_555_000n, '155,550元', '155,550 yuan'],
    [39_999_999n, '399,999.99元', '399,999.99 yuan'],
    [250_000_100n, '2,500,001元', '2,500,001 yuan'],
    [80_000_000_00n, '8,000万元', '80,000,000 yuan'],
    [15_000_000_000n, '1.5亿元', '150,000,000 yuan'],
    [-5_000_000n, '-5万元', '-50,000 yuan'],
    [900_719_925_474_099_399n, '9,007,199,254,740,993.99元', '9,007,199,254,740,993.99 yuan'],
  ])('%s fen', (fen, zh, en) => {
    expect(moneyZh(fen)).toBe(zh)
    expect(moneyEn(fen)).toBe(en)
    expect(money(fen)).toEqual({ zh, en })
  })

  it('writes ranges', () => {
    expect(moneyRange(0n, 100_000_000n).zh).toBe('0元至100万元')
    expect(moneyRange(100n, 100n).zh).toBe('1元')
    expect(moneyRange(0n, null)).toEqual({ zh: '0元至未定额', en: '0 yuan to an unstated amount' })
  })
})

describe('lines of a bill', () => {
  it('has two decimals, and more where a fraction of a fen counts', () => {
    expect(billAmount(rational(30_000_000n)).zh).toBe('300,000.00元')
    expect(billAmount(rational(399_999_996n, 10n)).zh).toBe('399,999.996元')
    expect(billAmount(rational(100n, 3n)).en).toBe('0.3333… yuan')
  })
  it('cuts what does not end', () => {
    expect(decimal(rational(1n, 3n))).toBe('0.3333…')
    expect(decimal(rational(-5n, 2n))).toBe('-2.5')
    expect(decimal(rational(12_345n))).toBe('12,345')
  })
})

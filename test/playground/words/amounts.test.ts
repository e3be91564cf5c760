import { describe, expect, test } from 'vitest'
import { signedChange } from '../../../playground/words/amounts.ts'
import { changeOf, directionOf, sumOf } from '../../../playground/workers/range.ts'

const WAN = 1_000_000n
const range = (committed: bigint, possible: bigint | null = committed) => ({ committed: committed * WAN, possible: possible === null ? null : possible * WAN })

describe('the change of a range', () => {
  test('is one amount where both bounds move alike', () => {
    const change = changeOf(range(30n), range(40n))
    expect(signedChange(change)).toEqual({ zh: '+10万元', en: '+100,000 yuan' })
    expect(directionOf(change)).toBe('gain')
  })

  test('is both bounds where they do not: less is certain, more is possible', () => {
    const change = changeOf(range(23n, 30n), range(14n, 40n))
    expect(signedChange(change)).toEqual({ zh: '−9万元 至 +10万元', en: '−90,000 to +100,000 yuan' })
    expect(directionOf(change)).toBe('mixed')
  })

  test('names the bound that stays as nothing', () => {
    const change = changeOf(range(0n, 50n), range(0n, 30n))
    expect(signedChange(change)).toEqual({ zh: '0 至 −20万元', en: '0 to −200,000 yuan' })
    expect(directionOf(change)).toBe('loss')
  })

  test('names each bound where a range would run backwards', () => {
    expect(signedChange(changeOf(range(0n, 100n), range(90n, 106n)))).toEqual({ zh: '已确定 +90万元，最多 +6万元', en: '+900,000 certain, +60,000 yuan at most' })
    expect(signedChange(changeOf(range(50n, 90n), range(40n, 90n)))).toEqual({ zh: '已确定 −10万元，最多 0', en: '−100,000 certain, 0 at most' })
  })

  test('says the unit once, also of amounts with fen', () => {
    expect(signedChange(changeOf({ committed: 0n, possible: 0n }, { committed: 119_999_999n, possible: 119_999_999n }))).toEqual({ zh: '+1,199,999.99元', en: '+1,199,999.99 yuan' })
  })

  test('says what is certain where a limit is missing, and nothing where that stays', () => {
    expect(signedChange(changeOf(range(10n, null), range(20n, null)))).toEqual({ zh: '+10万元', en: '+100,000 yuan' })
    expect(signedChange(changeOf(range(0n, 50n), range(0n, null)))).toBeNull()
  })
})

test('ranges come to their sum; no limit in one is none in all', () => {
  expect(sumOf([])).toEqual(range(0n))
  expect(sumOf([range(1n, 2n), range(3n)])).toEqual(range(4n, 5n))
  expect(sumOf([range(1n, 2n), range(3n, null)])).toEqual(range(4n, null))
})

import { expect, test } from 'vitest'
import { inWan, signedWan, wanRange } from '../../../playground/words/wan.ts'

test('a sum in 万元 with two decimals at most, half up', () => {
  expect([0n, 1n, 4_999n, 5_000n, 1_000_000n, 2_458_810_057n].map((fen) => inWan(fen).zh)).toEqual(['0万元', '0万元', '0万元', '0.01万元', '1万元', '2,458.81万元'])
  expect(inWan(2_458_810_057n).en).toBe('24,588.1k yuan')
})

test('a difference with its sign', () => {
  expect([109_702_511n, -109_702_511n, 0n].map((fen) => signedWan(fen).zh)).toEqual(['+109.7万元', '−109.7万元', '±0万元'])
})

test('a range says its unit once', () => {
  expect(wanRange(0n, 1_168_040_000n).zh).toBe('0 至 1,168.04万元')
  expect(wanRange(5_000_000n, 5_000_000n).en).toBe('50k yuan')
})

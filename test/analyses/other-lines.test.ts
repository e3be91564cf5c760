import { expect, test } from 'vitest'
import { linesUnderOtherReadings } from '../../src/analyses/other-lines.ts'
import { compiled } from '../../src/engines/compiled/compiled.ts'
import { interpret, interpreter } from '../../src/engines/interpret/interpret.ts'
import { otherReadingsPart } from '../../src/explain/other-readings.ts'
import * as b from '../build-core.ts'
import { written } from '../conformance/written.ts'

const POLICY = written(`
申请人 企业 (enterprise)
  投入 (investment) 金额
条款 1 奖励 (award)
  依据 “奖励”
  对 每个 企业
  当 投入 1万元 以上
  给予 20元 依解读 A1 加倍
  给予 10元 依解读 A1 不加
条款 2 补助 (grant)
  依据 “补助”
  对 每个 企业
  给予 5元
歧义 A1 加倍与否 (doubled)
  在 条款 1
  问 “加倍吗？” / “Doubled?”
  解读 不加 (single) 默认 “不加倍” / “not doubled”
  解读 加倍 (double) “加倍” / “doubled”
`)

test('each line has the readings that would change it, and what it would be then', () => {
  const input = b.input([b.dossier('甲', { 投入: b.rmb(10_000) }), b.dossier('乙', { 投入: b.rmb(1) })])
  const result = interpret(POLICY, input)
  const lines = result.applicants.flatMap((each) => each.lines)
  const done: number[] = []
  for (const engine of [interpreter, compiled]) {
    const others = linesUnderOtherReadings(engine, POLICY, input, result, lines, (at) => done.push(at))
    expect(lines.map((line) => [line.applicant, line.clause, others(line).map((each) => [each.other.reading, each.line?.committed])])).toEqual([
      ['甲', '1', [['加倍', 2000n]]], ['甲', '2', []], ['乙', '1', []], ['乙', '2', []],
    ])
    expect(otherReadingsPart(POLICY, others(lines[0]!))?.sentences).toEqual([
      { zh: 'A1 加倍与否：如果理解为“加倍”，则成立，20元。', en: 'A1 doubled: read as “doubled”, holds, 20 yuan.' },
    ])
    expect(otherReadingsPart(POLICY, others(lines[1]!))).toBeNull()
  }
  expect(done).toEqual([1, 1])
})

import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { invariant } from '../../src/base/invariant.ts'
import { compiled } from '../../src/engines/compiled/compiled.ts'
import { interpreter } from '../../src/engines/interpret/interpret.ts'
import type { Engine } from '../../src/engines/engine.ts'
import { readDossiers } from '../../src/intake/read.ts'
import { readVersion, root } from '../properties/policies.ts'

/**
 * Found by the claim 多投不减 at 100,000 cases. The scenario was paid before under 2.1, which leaves no place for 2.2 (1.3 of
 * the amendment); a line without a place must not push 2.1 out as the higher one, or a higher investment would lower 2.1.
 */
test.each<Engine>([interpreter, compiled])('$name: a line that earlier grants exclude takes no place from another', (engine) => {
  const { policy } = compile(readVersion(`${root()}/policies/suzhou-ai-plus/illustrative-amendment`))
  invariant(policy !== null, 'the amendment compiles')
  const amounts = [200_000, 700_000].map((investment) => {
    const facts = { 项目编号: 'K-1', 应用场景: 'K-1', 获得立项: true, 攻关领域: '行业大模型', 总投入: investment, 特别重大: true, 认定日期: '2026-07-01' }
    const { value: applicants } = readDossiers(policy, JSON.stringify({ applicants: [{ id: '甲', facts: { 名称: '甲', 单位类型: '企业' }, matters: [{ kind: '科技项目', id: '项目', facts }] }] }))
    const earlier = { clause: '2.1', applicant: '甲', subject: '项目', day: '2025-07-01', amount: 20_000_000n, facts: applicants[0]?.matters[0]?.facts ?? new Map() }
    const decisions = [
      { kind: 'amount', clause: '2.1', applicant: '甲', subject: '项目', amount: 20_000_000n },
      { kind: 'amount', clause: '2.2', applicant: '甲', subject: '项目', amount: 20_000_001n },
    ] as const
    const outcome = engine.evaluate(policy, { on: '2026-07-01', asIfPublished: '2026-01-01', readings: [{ ambiguity: 'A5', reading: '适用上限' }], applicants, ledger: [earlier], decisions })
    invariant(outcome.kind === 'result', 'neither engine refuses')
    return outcome.result.applicants[0]?.lines.filter(({ clause }) => clause === '2.1' || clause === '2.2').map(({ clause, standing, committed, possible }) => ({ clause, standing, committed, possible }))
  })
  // 40% × 20万元 = 8万元, below the decision of 20万元; 40% × 70万元 = 28万元, above it.
  expect(amounts).toEqual([
    [{ clause: '2.1', standing: 'awaits-decision', committed: 0n, possible: 8_000_000n }, { clause: '2.2', standing: 'withdrawn', committed: 0n, possible: 0n }],
    [{ clause: '2.1', standing: 'holds', committed: 20_000_000n, possible: 20_000_000n }, { clause: '2.2', standing: 'withdrawn', committed: 0n, possible: 0n }],
  ])
})

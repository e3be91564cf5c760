import { expect, test } from 'vitest'
import type { Fact } from '../../src/engines/engine.ts'
import { interpreter } from '../../src/engines/interpret/interpret.ts'
import { paint } from '../../src/service/paint.ts'
import { rational } from '../../src/values/rational.ts'
import { CLAUSE, marked } from './fixture.ts'

const given = (value: boolean | string | bigint): Fact => ({ state: 'given', value: typeof value === 'bigint' ? rational(value) : value })
const matter = (id: string, brought: Fact, salary: bigint) => ({ entity: '人才项目', id, facts: new Map([['项目编号', given(id)], ['从市外引进', brought], ['实付工薪', given(salary)]]) })

/** What is painted for one applicant with these matters: the words and their paint. */
function painted(text: string, matters: readonly ReturnType<typeof matter>[], who = '甲') {
  const { workspace, file } = marked(text)
  const { policy } = workspace.build
  if (policy === null) throw new Error(JSON.stringify(workspace.build.diagnostics))
  const applicants = [{ id: '甲', facts: new Map([['企业名称', given('甲公司')]]), matters }]
  const outcome = interpreter.evaluate(policy, { on: '2026-06-30', asIfPublished: '2026-01-01', readings: [], applicants, ledger: [], decisions: [] })
  if (outcome.kind !== 'result') throw new Error('refused')
  return paint({ ...workspace, result: outcome.result }, file, { start: 0, end: text.length }, who).map(({ span, as, label }) => [text.slice(span.start, span.end), as, label.zh, label.en])
}

const TEXT = `${CLAUSE}\n施行 2 自公布之日\n`
const SMALL = 10_000_000n
const LARGE = 300_000_000n

test('a condition is held, failed or open', () => {
  expect(painted(TEXT, [matter('一', given(true), SMALL)])).toEqual([['从市外引进', 'held', '符合', 'met']])
  expect(painted(TEXT, [matter('一', given(false), SMALL)])).toEqual([['从市外引进', 'failed', '不符合', 'not met']])
  expect(painted(TEXT, [matter('一', { state: 'unknown' }, SMALL)])).toEqual([['从市外引进', 'open', '待定', 'open']])
  expect(painted(TEXT.replace('  当 从市外引进', '  除非 从市外引进'), [matter('一', given(false), SMALL)])).toEqual([['从市外引进', 'held', '符合', 'met']])
})

test('where the matters differ it says which is which', () => {
  expect(painted(TEXT, [matter('一', given(true), SMALL), matter('二', given(false), SMALL), matter('三', given(true), SMALL)])).toEqual([['从市外引进', 'mixed', '一、三 符合；二 不符合', '一, 三 met; 二 not met']])
})

test('a limit that took something away says how much', () => {
  const [, cap] = painted(TEXT, [matter('一', given(true), LARGE)])
  expect(cap).toEqual(['最高 50万元', 'adjusted', '一 90万元 → 50万元', '一 900,000 yuan → 500,000 yuan'])
})

test('nobody else’s dossier is painted', () => {
  expect(painted(TEXT, [matter('一', given(true), LARGE)], '乙')).toEqual([])
})

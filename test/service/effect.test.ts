import { expect, test } from 'vitest'
import type { Fact } from '../../src/engines/engine.ts'
import { interpreter } from '../../src/engines/interpret/interpret.ts'
import { hover } from '../../src/service/hover.ts'
import { inlayHints } from '../../src/service/inlay-hints.ts'
import { rational } from '../../src/values/rational.ts'
import { CLAUSE, marked } from './fixture.ts'

const given = (value: boolean | string | bigint): Fact => ({ state: 'given', value: typeof value === 'bigint' ? rational(value) : value })
const matter = (id: string, brought: Fact) => ({ entity: '人才项目', id, facts: new Map([['项目编号', given(id)], ['从市外引进', brought], ['实付工薪', given(10_000_000n)]]) })

function evaluated(text: string) {
  const one = marked(text)
  const { policy } = one.workspace.build
  if (policy === null) throw new Error(JSON.stringify(one.workspace.build.diagnostics))
  const applicants = [{ id: '甲', facts: new Map([['企业名称', given('甲公司')]]), matters: [matter('一', given(true)), matter('二', given(false)), matter('三', { state: 'unknown' })] }]
  const outcome = interpreter.evaluate(policy, { on: '2026-06-30', asIfPublished: '2026-01-01', readings: [], applicants, ledger: [], decisions: [] })
  if (outcome.kind !== 'result') throw new Error('refused')
  return { ...one, workspace: { ...one.workspace, result: outcome.result } }
}

const IN_FORCE = '施行 2 自公布之日\n'
const SOURCE_CLAUSE = `${CLAUSE}\n${IN_FORCE}`

test('for how many of the open dossiers a condition is met', () => {
  const { workspace, file, text } = evaluated(SOURCE_CLAUSE)
  const [hint] = inlayHints(workspace, file, { start: 0, end: text.length }).filter(({ kind }) => kind === 'condition')
  expect(hint?.label).toEqual({ zh: '3 项中 1 项符合，1 项待定', en: 'met for 1 of 3, 1 open' })
})

test('the same for 除非', () => {
  const { workspace, file, text } = evaluated(SOURCE_CLAUSE.replace('  当 从市外引进', '  除非 从市外引进'))
  const [hint] = inlayHints(workspace, file, { start: 0, end: text.length }).filter(({ kind }) => kind === 'condition')
  expect(hint?.label.zh).toBe('3 项中 1 项符合，1 项待定')
})

test('hover over a clause says how it comes out now', () => {
  const { workspace, file, offset } = evaluated(SOURCE_CLAUSE.replace('条款 1.1', '条款 1.<|>1'))
  expect(hover(workspace, file, offset)?.lines.map(({ zh }) => zh)).toEqual(['引才奖补', '现在：成立 1 项、不成立 1 项、待定 1 项；合计 3万元至6万元'])
})

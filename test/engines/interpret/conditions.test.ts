import { describe, expect, test } from 'vitest'
import type { Clause } from '../../../src/core/core.ts'
import { interpret } from '../../../src/engines/interpret/interpret.ts'
import * as b from '../../build-core.ts'

const P = b.subject('项目')
const flag = (called: string): ReturnType<typeof b.field> => b.field(b.BOOLEAN, P, called)
const salary = b.binary('ge', b.field(b.MONEY, P, '年薪'), b.yuan(500000))
const definitions = [{ ...b.define('新认定', '项目', b.BOOLEAN, b.and(flag('认定'), b.not(flag('此前')))), cites: [b.cite('1.9')] }]

function reasons(conditions: Clause['conditions'], has: Parameters<typeof b.matterOf>[2]): readonly string[] {
  const policy = b.policy({ matters: [b.entity('项目', b.fieldOf('认定', b.BOOLEAN), b.fieldOf('此前', b.BOOLEAN), b.fieldOf('年薪', b.MONEY))], definitions, clauses: [b.clause('1', '项目', b.grant(b.yuan(1)), { conditions })] })
  const line = b.line(interpret(policy, b.input([b.dossier('A', {}, b.matterOf('项目', 'p', has))])), '1', 'p')
  return line.reasons.map(({ code, found, applies, needed, cite }) => `${code}: ${needed?.zh} (${applies ? found : 'does not apply'}) [${cite?.sentence}]`)
}

describe('reasons: only what decided', () => {
  test('of a failed 且 the false parts', () => {
    expect(reasons([b.when(b.and(flag('认定'), flag('此前'), salary))], { 认定: true, 此前: false, 年薪: b.rmb('499999.99') })).toEqual(['condition-failed: 此前 (false) [1]', 'condition-failed: 年薪 50万元以上 (49999999) [1]'])
  })
  test('of a failed 或 all parts, of a met one those that hold', () => {
    const either = [b.when(b.or(flag('认定'), salary))]
    expect(reasons(either, { 认定: false, 年薪: b.rmb(1) })).toEqual(['condition-failed: 认定 (false) [1]', 'condition-failed: 年薪 50万元以上 (100) [1]'])
    expect(reasons(either, { 认定: true, 年薪: b.rmb(1) })).toEqual(['condition-met: 认定 (true) [1]'])
  })
  test('a definition is opened, and cited where it stands', () => {
    expect(reasons([b.when(b.definition(b.BOOLEAN, '新认定', P))], { 认定: true, 此前: true })).toEqual(['condition-failed: 非 此前 (true) [1.9]'])
    expect(reasons([b.when(b.definition(b.BOOLEAN, '新认定', P))], { 认定: true })).toEqual(['condition-unknown: 非 此前 (null) [1.9]'])
  })
  test('unknown parts of an undetermined condition, not the known ones', () => {
    expect(reasons([b.when(flag('认定')), b.when(salary)], { 认定: true })).toEqual(['condition-unknown: 年薪 50万元以上 (null) [1]'])
  })
  test('除非', () => {
    expect(reasons([b.unless(salary)], { 年薪: b.rmb(500000) })).toEqual(['condition-failed: 年薪 不满 50万元 (50000000) [1]'])
    expect(reasons([b.unless(salary)], { 年薪: b.NOT_APPLICABLE })).toEqual(['condition-met: 年薪 不满 50万元 (does not apply) [1]'])
    expect(reasons([b.when(salary)], { 年薪: b.NOT_APPLICABLE })).toEqual(['not-applicable: 年薪 50万元以上 (does not apply) [1]'])
  })
})

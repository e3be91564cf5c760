import { expect, test } from 'vitest'
import { expressionText } from '../../src/core/expression-text.ts'
import { negation } from '../../src/core/negation.ts'
import * as b from '../build-core.ts'

const POLICY = b.policy({ matters: [b.entity('项目', b.fieldOf('金额', b.MONEY), b.fieldOf('领域', b.enumeration('领域类')), b.fieldOf('失信', b.BOOLEAN))], enumerations: [{ name: b.name('领域类'), values: [b.name('人工智能', 'ai')] }] })
const P = b.subject('项目')
const field = b.field(b.enumeration('领域类'), P, '领域')
const ai = b.member('领域类', '人工智能')
const said = (of: Parameters<typeof negation>[0]): readonly string[] => {
  const { zh, en } = expressionText(POLICY, negation(of))
  return [zh, en]
}

test('a comparison is turned round, what is denied twice is not denied, the rest is denied', () => {
  expect(said(b.binary('eq', field, ai))).toEqual(['领域 不为 人工智能', '领域 is not ai'])
  expect(said(b.binary('ne', field, ai))).toEqual(['领域 为 人工智能', '领域 is ai'])
  expect(said(b.oneOf(field, ai))).toEqual(['领域 不属于（人工智能）', '领域 not in (ai)'])
  expect(said(b.not(b.oneOf(field, ai)))[0]).toBe('领域 属于（人工智能）')
  expect(said(b.field(b.BOOLEAN, P, '失信'))).toEqual(['非 失信', 'not 失信'])
  for (const op of ['lt', 'le', 'gt', 'ge'] as const) {
    const once = negation(b.binary(op, b.field(b.MONEY, P, '金额'), b.yuan(1)))
    expect(once).not.toEqual(b.binary(op, b.field(b.MONEY, P, '金额'), b.yuan(1)))
    expect(negation(once)).toEqual(b.binary(op, b.field(b.MONEY, P, '金额'), b.yuan(1)))
  }
})

import { expect, test } from 'vitest'
import { parseFile } from '../../src/syntax/parse.ts'
import { eachExpression, expressionsOf } from '../../src/syntax/visit.ts'

test('every name of a clause is visited once, in the order of the text', () => {
  const text = '条款 1 例\n  当 甲 不超过 乙 或 非 丙 属于（丁，戊）\n  给予 孰低（己 × 庚，总和 事项一 的 辛 其中（壬 3年 以上））\n  分别 认定为\n    子 当 丑\n  最高 5万元 按 癸\n'
  const seen: string[] = []
  for (const { statement } of parseFile('a.heng', text).value.statements) {
    for (const outer of expressionsOf(statement)) eachExpression(outer, (expr) => { if (expr.kind === 'name') seen.push(expr.name.text) })
  }
  expect(seen.join('')).toBe('甲乙丙丁戊己庚辛壬子丑癸')
})

import { expect, test } from 'vitest'
import { definition } from '../../src/service/definition.ts'
import { CLAUSE, marked, passages } from './fixture.ts'

function defined(text: string): readonly string[] {
  const one = marked(text)
  const found = definition(one.workspace, one.file, one.offset)
  return found === null ? [] : passages(one, [found])
}

test('from a name to its declaration', () => {
  expect(defined(CLAUSE.replace('的 实付工薪', '的 实付<|>工薪'))).toEqual(['policy.heng: 实付工薪'])
  expect(defined(CLAUSE.replace('每个 人才项目', '每个 <|>人才项目'))).toEqual(['policy.heng: 人才项目'])
})

test('from a quotation to the sentence', () => {
  expect(defined(CLAUSE.replace('实付工薪30%', '实付工<|>薪30%'))).toEqual(['source.txt: 对从市外引进人才的企业，按引进人才实付工薪30%给予奖补，单个项目补贴不超过50万元。'])
})

test('from a clause’s number to the clause', () => {
  expect(defined(`${CLAUSE}\n条款 1.2 别的 (another)\n  例外于 条款 1.<|>1`)).toEqual(['measure.heng: 1.1'])
})

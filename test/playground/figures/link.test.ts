import { expect, test } from 'vitest'
import { figuresOf } from '../../../playground/figures/link.ts'
import { knownStatements } from '../../../playground/figures/statements.ts'
import { figureEdits } from '../../../playground/figures/write.ts'
import { applyEdits } from '../../../playground/state/edits.ts'
import { segmentSource } from '../../../src/source/segments.ts'
import { parseFile } from '../../../src/syntax/parse.ts'

const SOURCE = '1.支持创新。对甲给予50万元奖励，对乙、丙分别给予50万元、20万元奖励。每年不超过3项。\n'

function figures(code: string, source = SOURCE) {
  const tree = parseFile('a.heng', code).value
  return figuresOf(knownStatements([tree], segmentSource(source)), source, 'source.txt')
}

const where = (list: ReturnType<typeof figures>) => list.map(({ digits, unit, source, places }) => [digits + unit, source?.start ?? null, places.filter((each) => each.role === 'literal').length])

test('equal numbers are told apart by their order', () => {
  const found = figures(`条款 1.1 奖励 (award)
  依据 “对甲给予50万元奖励，对乙、丙分别给予50万元、20万元奖励。”
  对 每个 企业
  按 级别 分别 给予
    甲级 50万元
    乙级 50万元
    丙级 20万元
`)
  expect(where(found)).toEqual([['50万元', SOURCE.indexOf('50万元'), 1], ['50万元', SOURCE.lastIndexOf('50万元'), 1], ['20万元', SOURCE.indexOf('20万元'), 1]])
})

test('two literals under two readings share the one number that the text states', () => {
  const found = figures(`条款 1.2 名额 (quota)
  依据 “每年不超过3项。”
  对 每个 案例
  每年 不超过 3项 依解读 A1 甲
  每年 不超过 3项 依解读 A1 乙
`)
  expect(where(found)).toEqual([['3项', SOURCE.indexOf('3项'), 2]])
})

test('a literal that no quotation states is a figure of the code alone', () => {
  expect(where(figures(`条款 1.2 名额 (quota)
  依据 “每年不超过3项。”
  给予 7万元
`))).toEqual([['7万元', null, 1]])
})

test('a figure is written to every place that spells it, each in its own unit', () => {
  const code = `clause 1.2 quota (名额)
  cites “对甲给予50万元奖励，对乙、丙分别给予50万元、20万元奖励。”
  grant 200,000 yuan
`
  const [figure] = figures(code)
  if (figure === undefined) throw new Error('no figure')
  const after = applyEdits({ 'a.heng': code, 'source.txt': SOURCE }, figureEdits({ 'a.heng': code, 'source.txt': SOURCE }, figure, '25.5'))
  expect(after['a.heng']).toContain('grant 255,000 yuan')
  expect(after['a.heng']).toContain('、25.5万元奖励')
  expect(after['source.txt']).toBe(SOURCE.replace('20万元', '25.5万元'))
})

test('a definition that quotes nothing speaks for the clause that names it: sentence, clause and definition change together', () => {
  const source = '1.增产。增量在起点以内按1%奖励，超出的按1.2%奖励，最高100万元。\n'
  const code = `定义 起点以内 (within) 对 企业
  为 1% × 增量

定义 两段 (two_parts) 对 企业
  为 起点以内 + 1.2% × 超出

条款 1.1 增产奖励 (growth)
  依据 “增量在起点以内按1%奖励，超出的按1.2%奖励，最高100万元。”
  给予 两段 依解读 A1 全部
  给予 两段 - 1% × 起点 依解读 A1 起点以上
  最高 100万元

定义 无关 (other) 对 企业
  为 1.2% × 增量
`
  const found = figures(code, source)
  expect(found.map(({ digits, unit, clause, places }) => [digits + unit, clause, places.filter((each) => each.role === 'literal').length])).toEqual([['1%', '1.1', 2], ['1.2%', '1.1', 1], ['100万元', '1.1', 1], ['1.2%', null, 1]])
  const [first] = found
  if (first === undefined) throw new Error('no figure')
  const texts = { 'a.heng': code, 'source.txt': source }
  const after = applyEdits(texts, figureEdits(texts, first, '2'))
  expect(after['source.txt']).toBe(source.replace('1%', '2%'))
  expect(after['a.heng']).toBe(code.replaceAll('1%', '2%'))
})

test('a price and a quantity in a unit of the policy’s own are figures of the sentence', () => {
  const source = '1.支持用房。每平方米每月20元，以500平方米为限。\n'
  const found = figures(`条款 1.1 租金 (rent)
  依据 “每平方米每月20元，以500平方米为限。”
  对 每个 企业
  给予 20元/平方米 × 孰低（面积，500平方米）
`, source)
  expect(where(found)).toEqual([['20元', source.indexOf('20元'), 1], ['500平方米', source.indexOf('500平方米'), 1]])
  const [price] = found
  const code = found.flatMap(({ places }) => places).filter(({ role }) => role === 'literal').map(({ digits, unit }) => digits + unit)
  expect(code).toEqual(['20元', '500平方米'])
  expect(price?.kind).toBe('money')
})

test('a table that the clause reads speaks for it, though it refers to the sentence itself', () => {
  const source = '1.支持用房。每平方米每月20元。\n'
  const found = figures(`对照 补贴档 (standards) 按 期数
  列 补贴标准 (standard)
  不超过 12  20元/平方米
  超过 12    10元/平方米
  参见 “每平方米每月20元。”

条款 1.1 租金 (rent)
  依据 “每平方米每月20元。”
  对 每个 企业
  给予 补贴标准 × 面积
  给予 20元/平方米 × 面积 依解读 A1 不减
`, source)
  expect(where(found).find(([, start]) => start !== null)).toEqual(['20元', source.indexOf('20元'), 2])
})

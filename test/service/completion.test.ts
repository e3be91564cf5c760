import { expect, test } from 'vitest'
import { completion } from '../../src/service/completion.ts'
import { CLAUSE, marked } from './fixture.ts'

function offered(text: string, source?: string): readonly string[] {
  const { workspace, file, offset } = marked(text, source)
  return completion(workspace, file, offset).map((each) => each.text)
}

const clause = (line: string): string => `条款 1.1 引才奖补 (talent_award)\n  对 每个 人才项目\n${line}`

test('statements start at the margin', () => {
  expect(offered('<|>')).toContain('条款')
  expect(offered(`${CLAUSE}\n条<|>`)).toEqual(expect.arrayContaining(['条款', '约束', '歧义']))
  expect(offered(clause('  <|>'))).not.toContain('歧义')
})

test('the lines of a clause', () => {
  expect(offered(clause('  <|>')).slice(0, 5)).toEqual(['依据', '参见', '对 每个', '当', '除非'])
})

test('facts of the subject first, then of the applicant', () => {
  const found = offered(clause('  当 <|>'))
  expect(found.slice(0, 4)).toEqual(['项目编号', '从市外引进', '实付工薪', '企业名称'])
  expect(found).not.toContain('用水量')
})

test('the values of the enumeration that is compared with', () => {
  expect(offered('条款 1.2 平台 (p)\n  对 每个 平台\n  当 级别 为 <|>')).toEqual(['国家级', '省级'])
  expect(offered('条款 1.2 平台 (p)\n  对 每个 平台\n  当 级别 属于（国家级，省<|>')).toEqual(['国家级', '省级'])
  expect(offered('条款 1.2 平台 (p)\n  对 每个 平台\n  按 级别 分别 给予\n    <|>')).toEqual(['国家级', '省级'])
})

test('units after a number', () => {
  expect(offered(clause('  最高 50<|>')).slice(0, 2)).toEqual(['万元', '%'])
  expect(offered(clause('  最高 50万<|>'))).toContain('万元')
  expect(offered(clause('  最高 50<|>'))).toContain('吨')
})

test('numbers of clauses after 条款', () => {
  expect(offered(`${CLAUSE}\n条款 1.2 别的 (another)\n  例外于 条款 <|>`)).toEqual(['1.1', '1.2'])
})

test('after 已领: a key, this year, or days', () => {
  expect(offered(clause('  扣除 已领 条款 1.1 <|>')).slice(0, 4)).toEqual(['按', '当年内', '自', '至'])
  expect(offered(clause('  扣除 已领 条款 1.1 自 <|>'))).toContain('申请日')
})

test('agencies after 分担', () => {
  expect(offered('约束 1.2 资金负担 (who_pays)\n  条款 1.1 分担 <|>')).toEqual(['市科技局', '市财政局'])
})

test('matters after 对 每个, agencies after 责任单位', () => {
  expect(offered('条款 1.2 别的 (another)\n  对 每个 <|>')).toEqual(['企业', '人才项目', '平台'])
  expect(offered('措施 2 别的 (another)\n  责任单位 市科技局，<|>')).toEqual(['市科技局', '市财政局'])
})

test('readings', () => {
  expect(offered(clause('  最高 50万元 依解读 <|>'))).toEqual(['A1'])
  expect(offered(clause('  最高 50万元 依解读 A1 <|>'))).toEqual(['按项目', '按人才'])
})

test('sentences that nothing cites come first', () => {
  const found = offered(`${CLAUSE}\n条款 1.2 平台 (p)\n  依据 <|>`)
  expect(found.indexOf('“对认定为省级平台的，奖励20万元。”')).toBeLessThan(found.indexOf('“对从市外引进人才的企业，按引进人才实付工薪30%给予奖补，单个项目补贴不超过50万元。”'))
  expect(offered(`${CLAUSE}\n条款 1.2 平台 (p)\n  依据 “对<|>”`)).toContain('对认定为省级平台的，奖励20万元。')
})

test('in English', () => {
  expect(offered('clause 1.1 talent_award (引才奖补)\n  for each talent_project\n  when <|>').slice(0, 3)).toEqual(['project_number', 'brought_in', 'salary_paid'])
  expect(offered('clause 1.1 talent_award (引才奖补)\n  for each talent_project\n  capped at 500,000 <|>')[0]).toBe('yuan')
})

test('the facts of an example', () => {
  expect(offered('示例 甲 (a)\n  设 人才项目 一 <|>')).toEqual(expect.arrayContaining(['实付工薪', '从市外引进']))
  expect(offered('示例 甲 (a)\n  设 平台 一 级别 <|>')).toEqual(['国家级', '省级'])
})

test('nothing in a comment or in other quotations', () => {
  expect(offered(clause('  # <|>'))).toEqual([])
  expect(offered(clause('  提供 “<|>”'))).toEqual([])
})

test('what is replaced is the word alone', () => {
  const { workspace, file, offset, text } = marked(clause('  给予 30% 的 实付<|>工薪'))
  const [first] = completion(workspace, file, offset)
  expect(text.slice(first?.span.start, first?.span.end)).toBe('实付工薪')
})

test('the sorts of limit that the order does not name yet', () => {
  expect(offered('政策 试 (trial)\n  <|>')).toContain('限制次序')
  expect(offered('政策 试 (trial)\n  限制次序 <|>')).toEqual(['一次性', '单项最高额', '名额', '不重复享受', '合计最高额', '预算'])
  expect(offered('政策 试 (trial)\n  限制次序 一次性，名额，不<|>')).toEqual(['单项最高额', '不重复享受', '合计最高额', '预算'])
})

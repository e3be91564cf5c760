import { expect, test } from 'vitest'
import { hover } from '../../src/service/hover.ts'
import { CLAUSE, marked } from './fixture.ts'

const at = (from: string, to: string, text = CLAUSE) => marked(text.replace(from, to))

test('hover says the type, the question and whose judgement it is', () => {
  const one = at('的 实付工薪', '的 实付<|>工薪')
  expect(hover(one.workspace, one.file, one.offset)).toMatchObject({ title: { zh: '事实 人才项目·实付工薪', en: 'fact salary_paid of talent_project' }, lines: [{ zh: '金额' }, { zh: '实付工薪是多少？' }] })
  const judged = marked('条款 1.2 平台奖励 (platform_award)\n  对 每个 平台\n  当 级<|>别 为 省级\n')
  expect(hover(judged.workspace, judged.file, judged.offset)?.lines.map(({ zh }) => zh)).toEqual(['“平台级别类”的取值', '由市科技局判断'])
})

test('hover shows the sentence of a quotation and of a clause', () => {
  const one = at('按引进人才', '按引进<|>人才')
  expect(hover(one.workspace, one.file, one.offset)?.quote).toBe('对从市外引进人才的企业，按引进人才实付工薪30%给予奖补，单个项目补贴不超过50万元。')
  const clause = at('条款 1.1', '条款 1.<|>1')
  expect(hover(clause.workspace, clause.file, clause.offset)).toMatchObject({ title: { zh: '条款 1.1' }, quote: expect.stringContaining('实付工薪30%') })
})

test('hover helps with a keyword', () => {
  const one = at('最高 50', '最<|>高 50')
  expect(hover(one.workspace, one.file, one.offset)).toMatchObject({ title: { zh: '最高 (capped at)', en: 'capped at (最高)' }, lines: [{ zh: '封顶', en: 'a cap' }] })
})

test('hover says which sort of limit a word of the order means', () => {
  const one = marked('政策 试 (trial)\n  限制次序 一次性，单项<|>最高额，名额，不重复享受，合计最高额，预算\n')
  expect(hover(one.workspace, one.file, one.offset)).toMatchObject({ title: { zh: '单项最高额 (cap)', en: 'cap (单项最高额)' }, lines: [{ zh: '一项，或者同一键的几项，最高多少', en: 'the most for one line, or for lines with one key' }] })
  const unknown = marked('政策 试 (trial)\n  限制次序 一次性，总<|>额\n')
  expect(hover(unknown.workspace, unknown.file, unknown.offset)).toBeNull()
})

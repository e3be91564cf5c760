import { expect, test } from 'vitest'
import { definition } from '../../src/service/definition.ts'
import { hover } from '../../src/service/hover.ts'
import { references } from '../../src/service/references.ts'
import { rename } from '../../src/service/rename.ts'
import { applied, CLAUSE, marked, passages } from './fixture.ts'

const at = (from: string, to: string, text = CLAUSE) => marked(text.replace(from, to))

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

test('every place of a name', () => {
  const one = marked(CLAUSE.replace('按 项目编号', '按 项目编<|>号'))
  expect(passages(one, references(one.workspace, one.file, one.offset))).toEqual(['measure.heng: 项目编号', 'policy.heng: 项目编号', 'policy.heng: project_number'])
})

test('the values of an enumeration, told by the fact beside them', () => {
  const one = marked('条款 1.2 平台奖励 (platform_award)\n  对 每个 平台\n  当 级别 为 省<|>级\n')
  expect(passages(one, references(one.workspace, one.file, one.offset))).toEqual(['measure.heng: 省级', 'policy.heng: 省级', 'policy.heng: provincial'])
})

test('a name is renamed in all files, its partner stays', () => {
  const one = at('的 实付工薪', '的 实付工薪<|>')
  const answer = rename(one.workspace, one.file, one.offset, '实发工资')
  if (answer.kind === 'refused') throw new Error(answer.message.zh)
  expect(passages(one, answer.edits)).toEqual(['measure.heng: 实付工薪', 'policy.heng: 实付工薪'])
  const renamed = applied(one.text, answer.edits.filter((edit) => edit.file === one.file))
  expect(renamed).toBe(CLAUSE.replace('的 实付工薪', '的 实发工资'))
})

test('the English spelling by itself', () => {
  const one = marked('clause 1.1 talent_award (引才奖补)\n  for each talent_project\n  grant 30% of salary<|>_paid\n')
  const answer = rename(one.workspace, one.file, one.offset, 'pay')
  expect(answer.kind === 'edits' && passages(one, answer.edits)).toEqual(['measure.heng: salary_paid', 'policy.heng: salary_paid'])
})

test('what cannot be a name is refused', () => {
  const one = at('的 实付工薪', '的 实付工薪<|>')
  const said = (to: string): string => {
    const answer = rename(one.workspace, one.file, one.offset, to)
    return answer.kind === 'refused' ? answer.message.zh : 'edits'
  }
  expect(said('项目编号')).toBe('“项目编号”已经用作别的名称。')
  expect(said('给予')).toContain('关键词')
  expect(said('万元')).toContain('单位')
  expect(said('')).toBe('名称不能为空。')
  expect(said('salary')).toBe('中文名请用中文。')
  const number = at('条款 1.1', '条款 1.<|>1')
  expect(rename(number.workspace, number.file, number.offset, '2.2')).toMatchObject({ kind: 'refused' })
})

test('an applicant of an example is renamed within it', () => {
  const example = (name: string, cursor: string): string => `示例 ${name} (${name === '一例' ? 'a' : 'b'})\n  设 企业 甲公司${cursor}\n  得 条款 1.1（甲公司） 0元\n`
  const one = marked(`${CLAUSE}\n${example('一例', '<|>')}\n${example('二例', '')}`)
  const answer = rename(one.workspace, one.file, one.offset, '乙公司')
  expect(answer.kind === 'edits' && answer.edits.length).toBe(2)
})

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

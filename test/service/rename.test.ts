import { expect, test } from 'vitest'
import { rename } from '../../src/service/rename.ts'
import { applied, CLAUSE, marked, passages } from './fixture.ts'

const at = (from: string, to: string, text = CLAUSE) => marked(text.replace(from, to))

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

test('an agency that pays, in a constraint and in an example', () => {
  const one = marked(`${CLAUSE}\n约束 1.2 资金负担 (who_pays)\n  参见 “……”\n  条款 1.1 分担 市科技局 60%，市财<|>政局 40%\n\n示例 一例 (a)\n  设 企业 甲公司\n  得 总计 0元 分担 市财政局 0元\n`)
  const answer = rename(one.workspace, one.file, one.offset, '市级财政')
  expect(answer.kind === 'edits' && passages(one, answer.edits)).toEqual(['measure.heng: 市财政局', 'measure.heng: 市财政局', 'policy.heng: 市财政局'])
})

import { describe, expect, it } from 'vitest'
import { summary } from '../../src/explain/summary.ts'
import * as b from '../build-core.ts'
import { APPLICANT, POLICY, evaluated, lineOf } from './fixture.ts'

const result = evaluated([APPLICANT], { ledger: [b.paid('5.4', '甲公司', null, 100_000, '2023-05-01')] })
const short = (clause: string, subject: string, language: 'zh' | 'en' = 'zh'): string => summary(POLICY, lineOf(result, clause, subject), result.readings)[language]

describe('the reason in a table', () => {
  it.each([
    ['1.1', '案例一', '入选', 'selected'],
    ['1.1', '案例三', '每年最多2，名额已满：案例一、案例二', 'at most 2 a year; the places are all taken: 案例一, 案例二'],
    ['1.1', '案例四', '“入选”：否，不符合条件', '“selected”: no; this does not meet the condition'],
    ['1.1', '案例五', '缺：入选、得分', 'missing: selected, score'],
    ['1.2', '一号', '国家级', 'national'],
    ['2.1', '攻关', '待市科技局决定；总投入 999,999.99元 × 40% = 399,999.996元', 'for science bureau to decide; total investment 999,999.99 yuan × 40% = 399,999.996 yuan'],
    ['2.1', '未报投入', '待市科技局决定；缺：总投入', 'for science bureau to decide; missing: total investment'],
    ['5.4', '甲公司', '以前已经给过：2023-05-01按第5.4条拨付的一笔（甲公司）', 'it was given before: the grant of 2023-05-01 under clause 5.4 (甲公司)'],
    ['6.2', '王', '“年薪”是299,999.99元，不符合“年薪 50万元以上”、“年薪 30万元以上”', '“annual salary” is 299,999.99 yuan; this does not meet “annual salary at least 500,000 yuan”, “annual salary at least 300,000 yuan”'],
  ])('%s %s', (clause, subject, zh, en) => {
    expect(short(clause, subject)).toBe(zh)
    expect(short(clause, subject, 'en')).toBe(en)
  })

  it('names whose fact is missing where it is not the line’s own', () => {
    expect(short('1.1', '案例二')).toBe('缺：案例五的入选、案例五的得分；每年最多2，名次还不能排定：案例一、案例五')
  })
})

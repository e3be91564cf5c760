import { describe, expect, it } from 'vitest'
import { compile } from '../../../src/compile.ts'
import { expectReports } from '../expect-reports.ts'

describe('unit-mismatch', () => {
  it('reports another unit than the one counted in', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  当 职工人数 30人 以上 且 职工人数 不超过 ⟦300家⟧
  给予 20万元`, 'unit-mismatch')
  })
  it('reports a counter where money or a period is meant', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 ⟦100万圆⟧
  最高 ⟦50万圆⟧`, 'unit-mismatch')
  })
  it('takes 50万 for a sum in 万元', () => {
    const { diagnostics } = compile({ files: [{ file: 'policy.heng', text: `条款 1.1 奖励
  参见 “……”
  对 每个 企业
  给予 50万
申请人 企业` }], source: null })
    expect(diagnostics.find(({ code }) => code === 'unit-mismatch')?.facts).toMatchObject({ expected: '万元', found: '万' })
  })
  it('names both units in both languages', () => {
    const { diagnostics } = compile({ files: [{ file: 'policy.heng', text: `条款 1.1 奖励
  参见 “……”
  当 水表 的 用水量 不超过 5平方米
申请人 企业
  面积 (area) 数量 平方米 (square_metre)
  水表 (meter) 水表类
事项 水表类
  用水量 (water) 数量 吨 (tonne)` }], source: null })
    const [found] = diagnostics.filter(({ code }) => code === 'unit-mismatch')
    expect(found?.facts).toEqual({ expected: '吨', expected_en: 'tonne', found: '平方米', found_en: 'square_metre' })
  })
  it('takes a bare number for a count', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  当 职工人数 不少于 30
  给予 20万元`, 'unit-mismatch')
  })
  it('takes the English word for what is counted, of a field and of a literal', () => {
    expectReports(`policy sample (示例)
  title “示例” / “Sample”
  jurisdiction “示例市” / “Sample City”
  edition model_text
applicant enterprise (企业)
  staff (从业人员) whole_number persons
define small (小微) for enterprise
  is staff 300 persons or less and staff ≤ 300人
clause 1 award (奖励)
  see “……”
  when small
  grant 10,000 yuan`, 'unit-mismatch')
  })
})

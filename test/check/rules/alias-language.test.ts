import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('alias-language', () => {
  it('reports two Chinese names', () => {
    expectReports(`参数 奖励标准 (⟦标准⟧)
  20万元
条款 1.1 奖励
  参见 “……”
  给予 奖励标准`, 'alias-language')
  })
  it('reports two English names', () => {
    expectReports(`参数 award (⟦standard⟧)
  20万元
条款 1.1 奖励
  参见 “……”
  给予 award`, 'alias-language')
  })
  it('takes either order', () => {
    expectReports(`参数 award (奖励标准)
  20万元
条款 1.1 奖励
  参见 “……”
  给予 奖励标准`, 'alias-language')
  })
})

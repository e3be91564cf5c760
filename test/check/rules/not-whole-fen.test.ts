import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('not-whole-fen', () => {
  it('reports a fraction of a fen', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 ⟦0.125元⟧`, 'not-whole-fen')
  })
  it('takes fen', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 0.12元`, 'not-whole-fen')
  })
})

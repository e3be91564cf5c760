import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('overlap-without-priority', () => {
  it('reports two cases that can both hold', () => {
    expectReports(`枚举 人才类别：E类，F类
事项 人才
  年薪 金额
条款 6.2 认定
  参见 “……”
  对 每个 人才
  分别 认定为
    E类 当 年薪 50万元 以上
    ⟦F类 当 年薪 30万元 以上⟧`, 'overlap-without-priority')
  })
  it('takes an order', () => {
    expectReports(`枚举 人才类别：E类，F类
事项 人才
  年薪 金额
条款 6.2 认定
  参见 “……”
  对 每个 人才
  分别 认定为
    E类 当 年薪 50万元 以上
    F类 当 年薪 30万元 以上
  优先顺序 E类，F类`, 'overlap-without-priority')
  })
  it('sees that two conditions exclude each other', () => {
    expectReports(`枚举 人才类别：E类，F类
事项 人才
  年薪 金额
条款 6.2 认定
  参见 “……”
  对 每个 人才
  分别 认定为
    E类 当 年薪 50万元 以上
    F类 当 年薪 30万元 以上 不满 50万元`, 'overlap-without-priority')
  })
  it('reports two clauses about one subject', () => {
    expectReports(`枚举 人才类别：E类，F类
事项 人才
  年薪 金额
条款 6.1 认定
  参见 “……”
  对 每个 人才
  当 年薪 50万元 以上
  认定为 E类
条款 ⟦6.2⟧ 认定
  参见 “……”
  对 每个 人才
  当 年薪 30万元 以上
  认定为 F类`, 'overlap-without-priority')
  })
  it('takes an exception between clauses', () => {
    expectReports(`枚举 人才类别：E类，F类
事项 人才
  年薪 金额
条款 6.1 认定
  参见 “……”
  对 每个 人才
  例外于 条款 6.2
  当 年薪 50万元 以上
  认定为 E类
条款 6.2 认定
  参见 “……”
  对 每个 人才
  当 年薪 30万元 以上
  认定为 F类`, 'overlap-without-priority')
  })
})

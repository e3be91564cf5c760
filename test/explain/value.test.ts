import { describe, expect, it } from 'vitest'
import { months, showValue } from '../../src/explain/value.ts'
import type { Type } from '../../src/values/types.ts'
import { POLICY } from './fixture.ts'

describe('values as a person reads them', () => {
  const cases: readonly (readonly [Type, string, string, string])[] = [
    [{ kind: 'boolean' }, 'true', '是', 'yes'],
    [{ kind: 'boolean' }, 'false', '否', 'no'],
    [{ kind: 'money' }, '20000000', '20万元', '200,000 yuan'],
    [{ kind: 'money' }, '399999996/10', '399,999.996元', '399,999.996 yuan'],
    [{ kind: 'price', unit: '吨' }, '80', '0.80元/吨', '0.80 yuan/tonne'],
    [{ kind: 'ratio' }, '2/5', '40%', '40%'],
    [{ kind: 'ratio' }, '6/1000', '0.6%', '0.6%'],
    [{ kind: 'duration' }, '30', '2年6个月', '2 years 6 months'],
    [{ kind: 'days' }, '30', '30日', '30 days'],
    [{ kind: 'integer', unit: '项' }, '1234', '1,234项', '1,234 items'],
    [{ kind: 'quantity', unit: '吨' }, '25/2', '12.5吨', '12.5 tonne'],
    [{ kind: 'integer', unit: '项' }, '1', '1项', '1 item'],
    [{ kind: 'quantity', unit: '次' }, '2', '2次', '2 次'],
    [{ kind: 'date' }, '2026-01-01', '2026-01-01', '2026-01-01'],
    [{ kind: 'identifier' }, 'F-1', 'F-1', 'F-1'],
    [{ kind: 'enumeration', name: '级别类' }, '国家级', '国家级', 'national'],
    [{ kind: 'enumeration', name: '级别类' }, '没有的', '没有的', '没有的'],
  ]
  it.each(cases)('%o %s', (type, text, zh, en) => expect(showValue(POLICY, type, text)).toEqual({ zh, en }))

  it.each([[0n, '0个月', '0 months'], [1n, '1个月', '1 month'], [12n, '1年', '1 year'], [24n, '2年', '2 years'], [13n, '1年1个月', '1 year 1 month']])('%s months', (count, zh, en) => {
    expect(months(count)).toEqual({ zh, en })
  })
})

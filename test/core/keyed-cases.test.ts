import { expect, test } from 'vitest'
import { inSomeCase } from '../../src/core/keyed-cases.ts'
import * as b from '../build-core.ts'

const level = b.field(b.enumeration('级别类'), b.subject('项目'), '级别')
const passed = b.field(b.BOOLEAN, b.subject('项目'), '通过')
const [first, second, third] = ['甲', '乙', '丙'].map((name) => b.member('级别类', name))

test('the values of one key, row by row', () => {
  if (first === undefined || second === undefined || third === undefined) throw new Error('three values')
  const cases = [{ when: b.binary('eq', level, first), then: b.yuan(3) }, { when: b.oneOf(level, second, third), then: b.yuan(2) }]
  expect(inSomeCase(cases)).toEqual(b.oneOf(level, first, second, third))
})

test('no key, two keys, a condition of another kind: nothing to say', () => {
  if (first === undefined) throw new Error('a value')
  const keyed = { when: b.binary('eq', level, first), then: b.yuan(3) }
  expect(inSomeCase([])).toBeNull()
  expect(inSomeCase([keyed, { when: b.binary('eq', passed, b.yes), then: b.yuan(2) }])).toBeNull()
  expect(inSomeCase([keyed, { when: passed, then: b.yuan(2) }])).toBeNull()
  expect(inSomeCase([keyed, { when: b.binary('ne', level, first), then: b.yuan(2) }])).toBeNull()
  expect(inSomeCase([keyed, { when: b.binary('eq', level, level), then: b.yuan(2) }])).toBeNull()
})

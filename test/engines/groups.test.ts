import { expect, test } from 'vitest'
import { groupBy } from '../../src/engines/groups.ts'

test('groups keep the order of the members and of their first ones', () => {
  expect([...groupBy(['b1', 'a1', 'b2'], (one) => one[0])]).toEqual([['b', ['b1', 'b2']], ['a', ['a1']]])
})

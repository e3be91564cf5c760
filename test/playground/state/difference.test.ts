import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOf, withDifference } from '../../../playground/workers/difference.ts'

test('only what differs is sent, and what does not is the same object', () => {
  const before = { cards: [{ id: 'a', total: 1n }, { id: 'b', total: 2n }, { id: 'c', total: 3n }], changes: [], texts: { 'policy.heng': 'long' } }
  const after = { ...before, cards: [{ id: 'a', total: 1n }, { id: 'b', total: 5n }] }
  const difference = differenceOf(before, after)
  expect(difference).toEqual({ kind: 'fields', fields: [['cards', { kind: 'items', length: 2, items: [[1, { kind: 'fields', fields: [['total', { kind: 'whole', value: 5n }]] }]] }]] })
  const there = withDifference(before, structuredClone(difference))
  expect(there).toEqual(after)
  expect(there.cards[0]).toBe(before.cards[0])
  expect(there.texts).toBe(before.texts)
  expect(before.cards).toHaveLength(3)
})

test('nothing differs from its like', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    expect(differenceOf(value, structuredClone(value))).toBeNull()
    expect(withDifference(value, null)).toBe(value)
  }))
})

test('any plain data comes out as it was, over the clone that a message makes', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
    expect(withDifference(before, structuredClone(differenceOf(before, after)))).toEqual(after)
  }))
  const odd = JSON.parse('{"__proto__": {"a": 1}, "b": [null]}')
  expect(withDifference({}, structuredClone(differenceOf({}, odd)))).toEqual(odd)
  expect(withDifference(odd, structuredClone(differenceOf(odd, JSON.parse('{"__proto__": {"a": 2}, "b": [null]}'))))).toEqual(JSON.parse('{"__proto__": {"a": 2}, "b": [null]}'))
})

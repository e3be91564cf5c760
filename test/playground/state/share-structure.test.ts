import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareStructure } from '../../../playground/state/share-structure.ts'

test('the result equals what came, and what did not change is the same object', () => {
  const before = { cards: [{ id: 'a', total: 1n }, { id: 'b', total: 2n }], changes: [] }
  const after = { cards: [{ id: 'a', total: 1n }, { id: 'b', total: 3n }], changes: [] }
  const shared = shareStructure(before, after)
  expect(shared).toEqual(after)
  expect(shared.cards[0]).toBe(before.cards[0])
  expect(shared.changes).toBe(before.changes)
  expect(shareStructure(before, structuredClone(before))).toBe(before)
})

test('any plain data', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
    expect(shareStructure(before, after)).toEqual(after)
  }))
})

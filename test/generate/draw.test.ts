import fc from 'fast-check'
import { expect, test } from 'vitest'
import { built, chance, seeded, shuffled } from './draw.ts'

test('a failing value shrinks to the simplest one that still fails', () => {
  const lists = built((draw) => Array.from({ length: draw.below(30) }, () => draw.below(1000)))
  const outcome = fc.check(fc.property(lists, (list) => list.every((one) => one < 17)), { seed: 1, numRuns: 200 })
  expect(outcome.failed).toBe(true)
  expect(outcome.counterexample).toEqual([[17]])
})

test('what depends on an earlier choice is rebuilt, not broken, when that choice shrinks', () => {
  const pairs = built((draw) => {
    const many = 1 + draw.below(9)
    return { many, chosen: draw.below(many) }
  })
  const outcome = fc.check(fc.property(pairs, ({ many, chosen }) => chosen < many && chosen < 3), { seed: 2, numRuns: 200 })
  expect(outcome.counterexample).toEqual([{ many: 4, chosen: 3 }])
})

test('the same seed draws the same choices', () => {
  const [one, two] = [seeded(7), seeded(7)]
  expect(Array.from({ length: 50 }, () => one.below(1000))).toEqual(Array.from({ length: 50 }, () => two.below(1000)))
})

test('a chance comes about as often as it says', () => {
  const draw = seeded(3)
  const often = Array.from({ length: 10_000 }, () => chance(draw, 1, 4)).filter((one) => one).length
  expect(often).toBeGreaterThan(2300)
  expect(often).toBeLessThan(2700)
})

test('a shuffle keeps every value and moves some', () => {
  const values = Array.from({ length: 20 }, (_, i) => i)
  const moved = shuffled(seeded(5), values)
  expect([...moved].sort((a, b) => a - b)).toEqual(values)
  expect(moved).not.toEqual(values)
})

import { expect, test } from 'vitest'
import { applied, codeMutants } from './code-mutator.ts'

const mutants = (code: string): string[] => codeMutants('file.js', code).map((mutant) => applied(code, mutant))

test('comparisons lose and gain their edge', () => {
  expect(mutants('x >= y')).toContain('x > y')
  expect(mutants('x < y')).toContain('x <= y')
})

test('sums, logic and conditions are turned', () => {
  expect(mutants('f(a + b, c && d)')).toEqual(expect.arrayContaining(['f(a - b, c && d)', 'f(a + b, c || d)']))
  expect(mutants('if (a) b()')).toEqual(expect.arrayContaining(['if (!(a)) b()', 'if (a) ;']))
})

test('rounding, extremes and filters are exchanged or lost', () => {
  expect(mutants('const a = roundHalfUp(x)')).toContain('const a = floor(x)')
  expect(mutants('const a = least(x, y)')).toContain('const a = greatest(x, y)')
  expect(mutants('const a = list.filter((one) => one)')).toContain('const a = list')
})

test('constants are moved by one', () => {
  expect(mutants('const a = 1n')).toEqual(expect.arrayContaining(['const a = 2n', 'const a = 0n']))
})

test('a string with an operator in it is left alone', () => {
  expect(mutants('const a = "x >= y"')).toEqual([])
})

test('each mutant has a name of its own', () => {
  const ids = codeMutants('file.js', 'if (a >= b || c >= d) f(a - 1, c - 1)').map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

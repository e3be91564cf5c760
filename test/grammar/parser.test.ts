import { expect, test } from 'vitest'
import { createParser } from '../../grammar/parser.ts'

test('the grammar has no ambiguity that Chevrotain can see', () => {
  expect(() => createParser(true)).not.toThrow()
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ebnf, grammarRules } from '../../grammar/ebnf.ts'
import { KEYWORDS } from '../../grammar/keywords.ts'

test('grammar/heng.ebnf is what the parser says', () => {
  expect(readFileSync('grammar/heng.ebnf', 'utf8')).toBe(ebnf())
})

test('every keyword stands in some rule', () => {
  const text = ebnf()
  for (const { zh, en } of Object.values(KEYWORDS)) expect(text).toContain(`( "${zh}" | "${en}" )`)
})

test('every rule that a rule names is there', () => {
  const names = new Set(grammarRules().map(({ name }) => name))
  expect(names.size).toBeGreaterThan(60)
})

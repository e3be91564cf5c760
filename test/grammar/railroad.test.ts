import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { grammarRules } from '../../grammar/ebnf.ts'
import { railroadPage } from '../../grammar/railroad.ts'

test('docs/grammar/railroad.html is what the parser says, and needs no other address', () => {
  const page = railroadPage()
  expect(readFileSync('docs/grammar/railroad.html', 'utf8')).toBe(page)
  expect(page).not.toMatch(/https?:|src=|@import|url\(/)
  for (const { name } of grammarRules()) expect(page).toContain(`<h2 id="${name}">`)
})

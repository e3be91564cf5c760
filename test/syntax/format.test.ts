import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatFile } from '../../src/syntax/format.ts'
import { namesOf, NO_NAMES } from '../../src/syntax/names.ts'
import { parseFile } from '../../src/syntax/parse.ts'
import { heng, STATEMENTS } from '../generate/statements.ts'
import { strip } from './strip.ts'

const parse = (text: string) => parseFile('a.heng', text).value

describe('generated statements', () => {
  for (const [kind, text] of Object.entries(STATEMENTS)) {
    test(`${kind}: reads without an error, survives formatting in both languages`, () => {
      fc.assert(fc.property(text, (source) => {
        const { value, diagnostics } = parseFile('a.heng', source)
        expect(diagnostics).toEqual([])
        expect(value.statements.length).toBe(1)
        for (const surface of ['zh', 'en'] as const) {
          const formatted = formatFile(value, { surface, names: NO_NAMES })
          const again = parseFile('a.heng', formatted)
          expect(again.diagnostics).toEqual([])
          expect(strip(again.value)).toEqual(strip(value))
          expect(formatFile(again.value, { surface, names: NO_NAMES })).toBe(formatted)
        }
      }), { numRuns: 200 })
    })
  }
})

describe('generated files', () => {
  test('formatting is idempotent and keeps every comment', () => {
    fc.assert(fc.property(heng, (source) => {
      const tree = parse(source)
      const formatted = formatFile(tree, { surface: 'keep', names: namesOf([tree]) })
      const again = parse(formatted)
      expect(formatFile(again, { surface: 'keep', names: namesOf([again]) })).toBe(formatted)
      const comments = (text: string) => [...text.matchAll(/(?:#|\/\/) ?(?:说明一|行末|缩进的|另一条|trailing)/g)].length
      expect(comments(formatted)).toBe(comments(source))
    }), { numRuns: 300 })
  })

  test('zh → en → zh gives the same bytes', () => {
    fc.assert(fc.property(heng, (source) => {
      const tree = parse(source)
      const names = namesOf([tree])
      const zh = formatFile(tree, { surface: 'zh', names })
      const en = formatFile(parse(zh), { surface: 'en', names: namesOf([parse(zh)]) })
      expect(formatFile(parse(en), { surface: 'zh', names: namesOf([parse(en)]) })).toBe(zh)
    }), { numRuns: 300 })
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formatFile } from '../../src/syntax/format.ts'
import { namesOf } from '../../src/syntax/names.ts'
import { parseFile } from '../../src/syntax/parse.ts'
import { mark, unmark } from '../expect-reports.ts'

const texts = (folder: string): readonly (readonly [string, string])[] =>
  readdirSync(join('test/corpus', folder)).filter((name) => name.endsWith('.heng')).map((name) => [name, readFileSync(join('test/corpus', folder, name), 'utf8')])

describe('good texts', () => {
  for (const [name, text] of texts('good')) {
    test(`${name} reads without an error and goes zh → en → zh unchanged`, () => {
      const { value, diagnostics } = parseFile(name, text)
      expect(diagnostics).toEqual([])
      const names = namesOf([value])
      const zh = formatFile(value, { surface: 'zh', names })
      const en = formatFile(parseFile(name, zh).value, { surface: 'en', names })
      expect(formatFile(parseFile(name, en).value, { surface: 'zh', names })).toBe(zh)
    })
  }
})

describe('bad texts', () => {
  for (const [name, marked] of texts('bad')) {
    test(`${name} has its errors where they are marked, and only there`, () => {
      const { text } = unmark(marked)
      expect(mark(text, parseFile(name, text).diagnostics.map(({ span }) => span))).toBe(marked)
    })
  }
})

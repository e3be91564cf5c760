import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatFile } from '../../src/syntax/format.ts'
import { namesOf } from '../../src/syntax/names.ts'
import { parseFile } from '../../src/syntax/parse.ts'
import { applyCut, cut, mutated, noise } from '../generate/broken.ts'
import { heng } from '../generate/statements.ts'

const parse = (text: string) => parseFile('a.heng', text)

describe('any text', () => {
  test('parses and formats without a throw, and formatting stays where it is', () => {
    fc.assert(fc.property(fc.oneof(noise, mutated), (text) => {
      const { value } = parse(text)
      const names = namesOf([value])
      const formatted = formatFile(value, { surface: 'keep', names })
      const again = parse(formatted).value
      expect(formatFile(again, { surface: 'keep', names: namesOf([again]) })).toBe(formatted)
    }), { numRuns: 1000 })
  })

  for (const [name, text] of Object.entries({
    brackets: '条款 1 名 当 ' + '（'.repeat(1_000_000), 'nested groups': '条款 1 名 当 ' + '('.repeat(5000) + '1' + ')'.repeat(5000),
    quotes: '“'.repeat(1_000_000), 'quotes on lines': '“a\n'.repeat(300_000), signs: '条款 1 名 给予 1' + ' + 1'.repeat(100_000), not: '条款 1 名 当 ' + '非 '.repeat(100_000),
    minus: '条款 1 名 给予 ' + '-'.repeat(100_000), sums: '条款 1 名 给予 ' + '总和 甲 的 '.repeat(50_000), name: '甲'.repeat(1_000_000), digits: '1'.repeat(200_000), 'digits and dots': '1.'.repeat(200_000),
    stray: '\u0000'.repeat(300_000), starts: '条款 '.repeat(20_000), comments: '#\n'.repeat(300_000), glued: '不满5'.repeat(50_000), blanks: ' '.repeat(1_000_000),
  })) {
    test(`${name}: a huge text of them is read in time`, () => {
      const started = performance.now()
      const { value } = parse(text)
      formatFile(value, { surface: 'zh', names: namesOf([value]) })
      expect(performance.now() - started).toBeLessThan(15_000)
    })
  }
})

describe('reading again after an edit', () => {
  test('gives what reading afresh gives', () => {
    fc.assert(fc.property(fc.oneof(heng, mutated), fc.array(cut, { minLength: 1, maxLength: 5 }), (source, cuts) => {
      let tree = parse(source).value
      for (const one of cuts) {
        const text = applyCut(tree.text, one)
        const again = parseFile('a.heng', text, tree)
        expect(again).toEqual(parse(text))
        tree = again.value
      }
    }), { numRuns: 1000 })
  })

  test('keeps the statements that the edit does not touch, as the same objects', () => {
    const statements = Array.from({ length: 40 }, (_, at) => `条款 ${at + 1} 名称${at}\n  依据 “甲”\n  给予 ${at + 1}万元\n`)
    const before = parse(statements.join('\n')).value
    const text = before.text.replace('给予 20万元', '给予 2000万元')
    const after = parseFile('a.heng', text, before).value
    const kept = after.statements.filter(({ statement }, at) => statement === before.statements[at]?.statement)
    expect(kept.length).toBe(39)
    expect(parseFile('a.heng', text, after).value).toBe(after)
  })
})

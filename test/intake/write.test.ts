import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDossiers } from '../../src/intake/read.ts'
import { writeDossiers } from '../../src/intake/write.ts'
import { dossiersOf } from './arbitrary.ts'
import { SMALL } from './fixture.ts'

describe('dossiers are written so that they read back', () => {
  it('to the same facts, in both languages', () => {
    fc.assert(fc.property(dossiersOf(SMALL), fc.constantFrom('zh' as const, 'en' as const), (dossiers, language) => {
      expect(readDossiers(SMALL, writeDossiers(SMALL, dossiers, language))).toEqual({ value: dossiers, problems: [] })
    }), { numRuns: 500 })
  })

  it('and one changed character never throws, and never passes for another value unless it stands there', () => {
    const change = fc.record({ at: fc.nat(), drop: fc.integer({ min: 0, max: 3 }), put: fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '0', '9', '.', '-', 'e', '万', '元', ' ', '\n', '\\', '\ud800', 'null', '是') })
    fc.assert(fc.property(dossiersOf(SMALL), change, (dossiers, { at, drop, put }) => {
      const text = writeDossiers(SMALL, dossiers)
      const start = at % (text.length + 1)
      const mutated = text.slice(0, start) + put + text.slice(start + drop)
      const { value, problems } = readDossiers(SMALL, mutated, 'json')
      if (problems.length > 0) return
      // What was accepted says exactly what the text says: written out again it is read to the same.
      expect(readDossiers(SMALL, writeDossiers(SMALL, value))).toEqual({ value, problems: [] })
      const numbers = (words: string) => words.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/-?\d[\d.]*/g) ?? []
      expect(numbers(writeDossiers(SMALL, value)).map(Number)).toEqual(numbers(mutated).map(Number))
    }), { numRuns: 1500 })
  })
})

describe('no bytes make intake throw', () => {
  it('in any format', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('json' as const, 'ndjson' as const, 'csv' as const), (bytes, format) => {
      const { problems } = readDossiers(SMALL, bytes, format)
      expect(Array.isArray(problems)).toBe(true)
    }), { numRuns: 1000 })
  })

  it('nor texts made of their pieces', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '"id"', '"facts"', '"matters"', '"applicants"', '"kind"', '"__proto__"', '"E"', '1', '1e5', 'null', 'true', '\n', '申请人', '编号', '事项', '场景', '"state"')
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { problems } = readDossiers(SMALL, pieces.join(''))
      expect(Array.isArray(problems)).toBe(true)
    }), { numRuns: 1000 })
  })
})

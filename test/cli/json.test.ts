import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toJson } from '../../src/cli/json.ts'

describe('JSON with whole numbers of any size', () => {
  it('writes every digit of a bigint', () => {
    expect(toJson({ fen: 900_719_925_474_099_312_345n })).toBe('{\n  "fen": 900719925474099312345\n}')
    expect(toJson([-1n, 0n])).toBe('[\n  -1,\n  0\n]')
  })
  it('leaves out what is not there, and keeps null', () => expect(toJson({ a: undefined, b: null })).toBe('{\n  "b": null\n}'))
  it('writes empty lists and objects short', () => expect(toJson({ list: [], map: {} })).toBe('{\n  "list": [],\n  "map": {}\n}'))
  it('is what JSON.stringify writes for anything without a bigint', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(toJson(value as never))).toEqual(JSON.parse(JSON.stringify(value)))
    }))
  })
})

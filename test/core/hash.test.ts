import { describe, expect, it } from 'vitest'
import { canonicalJson, textHash } from '../../src/core/hash.ts'

describe('canonical JSON', () => {
  it('sorts the keys of every object and keeps the order of lists', () => expect(canonicalJson({ b: [2, { d: null, c: '字' }], a: true })).toBe('{"a":true,"b":[2,{"c":"字","d":null}]}'))
  it('has no blanks', () => expect(canonicalJson([{}, []])).toBe('[{},[]]'))
})

describe('the hash of a text', () => {
  it('is SHA-256 of its UTF-8', () => expect(textHash('abc')).toBe('sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'))
})

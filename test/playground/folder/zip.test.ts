import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { isRefused, MOST_BYTES } from '../../../playground/folder/limits.ts'
import { policyFrom } from '../../../playground/folder/split.ts'
import { readZip, writeZip } from '../../../playground/folder/zip.ts'

const zipOf = (files: Readonly<Record<string, string>>): Uint8Array => zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])))

function refusalOf(bytes: Uint8Array): string {
  const read = readZip(bytes)
  return isRefused(read) ? read.refused.zh : ''
}

describe('an archive', () => {
  test('comes back as it was written', () => {
    const texts = { 'v1/policy.heng': '政策 甲\n', 'v1/source.txt': '一、“甲”\n', 'dossiers/applicants.json': '[]' }
    expect(policyFrom('x', readZip(writeZip('我的政策', texts)) as Record<string, string>)).toEqual({
      name: '我的政策', texts: { versions: { v1: { 'policy.heng': '政策 甲\n', 'source.txt': '一、“甲”\n' } }, others: { 'dossiers/applicants.json': '[]' } },
    })
  })

  test('of a single version is that version, its dossiers apart', () => {
    expect(policyFrom('v1', { 'policy.heng': 'p', 'dossiers/applicants.json': '[]' })).toEqual({ name: 'v1', texts: { versions: { v1: { 'policy.heng': 'p' } }, others: { 'dossiers/applicants.json': '[]' } } })
    expect(policyFrom('v1', { 'readme.txt': 'p' })).toBeNull()
  })

  test('leaves out what is no text of a policy', () => {
    expect(readZip(zipOf({ 'p/policy.heng': 'p', '__MACOSX/p/._policy.heng': 'x', 'p/.git/config.txt': 'x', 'p/image.png': 'x' }))).toEqual({ 'p/policy.heng': 'p' })
  })

  test.each(['../policy.heng', 'p/../../policy.heng', '/policy.heng', 'p\\..\\policy.heng', 'C:/policy.heng', 'p/./policy.heng', 'p//policy.heng', 'p/constructor/policy.heng', 'prototype.heng/prototype'])('with the path %j is refused', (path) => {
    expect(refusalOf(zipOf({ 'p/policy.heng': 'p', [path]: 'x' }))).toContain('不安全的路径')
  })

  test('with the name __proto__ is refused', () => {
    const bytes = zipOf({ 'p/policy.heng': 'p', 'xxproto__/policy.heng': 'x' })
    const hostile = Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('xxproto__', '__proto__'), 'latin1')
    expect(refusalOf(hostile)).toContain('不安全的路径')
    expect(({} as Record<string, unknown>)['policy.heng']).toBeUndefined()
  })

  test('that is far larger inside is refused before it is unpacked', () => {
    const bytes = zipOf({ 'p/policy.heng': 'p', 'p/source.txt': '一'.repeat(MOST_BYTES / 2) })
    expect(bytes.length).toBeLessThan(100_000)
    expect(refusalOf(bytes)).toContain('太大')
  })

  test('with too many files is refused', () => {
    expect(refusalOf(zipOf(Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`p/${index}.png`, ''])))) ).toContain('超过 2000 个')
  })

  test('that is none, or is cut off, is refused', () => {
    const bytes = zipOf({ 'p/policy.heng': 'p'.repeat(1000) })
    for (const broken of [new Uint8Array(0), strToU8('不是压缩包'), bytes.slice(0, -30), bytes.slice(40)]) expect(refusalOf(broken)).not.toBe('')
  })

  test('with a text that is not UTF-8 is refused', () => {
    expect(refusalOf(zipSync({ 'p/source.txt': new Uint8Array([0xb8, 0xf7, 0xd6]) }))).toContain('UTF-8')
  })
})

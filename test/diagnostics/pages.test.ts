import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CODES } from '../../src/diagnostics/codes.ts'
import type { Code } from '../../src/diagnostics/codes.ts'
import { diagnosticIndex, diagnosticPage } from '../../src/diagnostics/pages.ts'
import { compileCorpus, corpusFiles } from './corpus.ts'

const page = (name: string): string => {
  const url = new URL(`../../docs/diagnostics/${name}.md`, import.meta.url)
  return existsSync(url) ? readFileSync(url, 'utf8') : ''
}

describe('docs/diagnostics', () => {
  it('lists every code', () => expect(page('README')).toBe(diagnosticIndex()))
  it.each(Object.keys(CODES) as Code[])('has a fresh page for %s', (code) => {
    const found = compileCorpus(code, 'wrong').diagnostics.filter((one) => one.code === code)
    expect(page(code)).toBe(diagnosticPage(code, { wrong: corpusFiles(code, 'wrong'), right: corpusFiles(code, 'right'), found }))
  })
})

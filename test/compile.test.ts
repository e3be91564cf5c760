import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile } from '../src/compile.ts'
import { policyHash } from '../src/core/hash.ts'
import { verifyPolicy } from '../src/core/verify.ts'

const FOLDER = new URL('../policies/suzhou-ai-plus/consultation-draft/', import.meta.url)
const read = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8')
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.heng')).map((file) => ({ file, text: read(file) }))
const source = read('source.txt')
const changed = (file: string, from: string, to: string) => files.map((one) => (one.file === file ? { file, text: one.text.replace(from, to) } : one))

describe('compile', () => {
  it('gives the policy of the eight measures, with nothing to report and the whole text accounted for', () => {
    const { policy, diagnostics, coverage } = compile({ files, source })
    expect(diagnostics).toEqual([])
    expect(policy === null ? null : verifyPolicy(policy)).toEqual([])
    expect(coverage.filter((row) => row.standing === 'uncovered' || row.standing === 'partly-covered')).toEqual([])
  })
  it('notices one changed character of the official text', () => {
    const { diagnostics } = compile({ files, source: source.replace('每项给予20万元奖励', '每项给予30万元奖励') })
    expect(diagnostics.map((one) => one.code)).toEqual(expect.arrayContaining(['citation-not-found', 'source-changed', 'sentence-uncovered']))
  })
  it('gives the same with an earlier build as without', () => {
    const first = compile({ files, source })
    const inputs = [
      { files: changed('measure-6.heng', '30%', '40%'), source },
      { files: changed('measure-6.heng', '给予 30%', '给予 百分之三十'), source },
      { files: changed('policy.heng', '机关 ', '机关 新机关，'), source },
      { files, source: source.replace('30%', '40%') },
      { files: files.slice(1), source: null },
    ]
    for (const input of inputs) {
      const [again, alone] = [compile(input, first), compile(input)]
      expect(again.diagnostics).toEqual(alone.diagnostics)
      expect(again.policy).toEqual(alone.policy)
      expect(again.coverage.map((row) => row.standing)).toEqual(alone.coverage.map((row) => row.standing))
    }
  })
  it('gives the same whatever is edited in the official text, one edit after the other', () => {
    const middle = source.slice(0, source.length / 2).lastIndexOf('\n')
    const texts = [source.replace('30%', '40%'), source.replace('30%', '3%'), source.replace('30%', '30%，'), source.slice(0, middle) + source.slice(source.indexOf('\n', middle + 1)), source, `${source.slice(0, middle)}\n${source.slice(source.lastIndexOf('\n', source.length - 20) + 1)}${source.slice(middle)}`, source]
    let earlier = compile({ files, source })
    for (const text of texts) {
      const [again, alone] = [compile({ files, source: text }, earlier), compile({ files, source: text })]
      expect(again.diagnostics).toEqual(alone.diagnostics)
      expect(again.policy).toEqual(alone.policy)
      expect([...again.memory.pieces.values()].map(({ content, quotes, findings }) => ({ content, quotes, findings }))).toEqual([...alone.memory.pieces.values()].map(({ content, quotes, findings }) => ({ content, quotes, findings })))
      earlier = again
    }
  })
  it('keeps the pieces that quote other sentences than the one edited, as long as those stand where they stood', () => {
    const first = compile({ files, source })
    const again = compile({ files: changed('measure-6.heng', '30%', '40%').map((one) => (one.file === 'measure-6.heng' ? { ...one, text: one.text.replaceAll('30%', '40%') } : one)), source: source.replace('30%', '40%') }, first)
    const kept = [...again.memory.pieces.values()].filter((piece) => [...first.memory.pieces.values()].includes(piece))
    expect(again.memory.pieces.size - kept.length).toBeLessThan(6)
  })
  it('keeps the pieces of statements that an edit leaves alone', () => {
    const first = compile({ files, source })
    const again = compile({ files: changed('measure-6.heng', '30%', '40%'), source }, first)
    const kept = [...again.memory.pieces.values()].filter((piece) => [...first.memory.pieces.values()].includes(piece))
    expect(again.memory.pieces.size - kept.length).toBe(1)
  })
  it('gives one hash for one meaning', () => {
    const [first, again] = [compile({ files, source }), compile({ files: changed('measure-6.heng', '条款 6.1', '# 注\n条款 6.1'), source })]
    expect(first.policy === null || again.policy === null ? null : policyHash(first.policy) === policyHash(again.policy)).toBe(true)
  })
  it('takes any text', () => {
    for (const text of ['', '条款', '条款 1.1', '政策 \u0000', '“'.repeat(50), '（'.repeat(5000), '条款 1.1 甲 给予 '.repeat(500)]) {
      expect(compile({ files: [{ file: 'a.heng', text }], source: text }).policy).toBeNull()
    }
  })
})

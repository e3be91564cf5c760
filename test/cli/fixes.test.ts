import { describe, expect, it } from 'vitest'
import { applyEdits, chooseFixes, fixedFiles } from '../../src/cli/fixes.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'

const at = (start: number, end: number, text: string): Diagnostic => ({
  code: 'unexpected-character', file: 'a.heng', span: { start, end }, facts: {},
  fixes: [{ title: { zh: '', en: '' }, edits: [{ file: 'a.heng', span: { start, end }, text }] }],
})

describe('fixes', () => {
  it('makes edits from the end, so that places stay true', () => {
    expect(applyEdits('一二三四', [{ file: '', span: { start: 0, end: 1 }, text: '甲乙' }, { file: '', span: { start: 2, end: 3 }, text: '' }])).toBe('甲乙二四')
  })
  it('takes the first of those that overlap', () => {
    const first = at(0, 2, 'x')
    expect(chooseFixes([first, at(1, 3, 'y'), at(0, 0, 'z'), at(3, 4, 'w')]).map((each) => each.fix.edits[0]?.text)).toEqual(['x', 'w'])
  })
  it('passes over what has no fix', () => expect(chooseFixes([{ ...at(0, 1, ''), fixes: [] }])).toEqual([]))
  it('gives only the files that change', () => {
    const files = [{ file: 'a.heng', text: '一二三' }, { file: 'b.heng', text: '一二三' }]
    expect(fixedFiles(files, chooseFixes([at(0, 1, '甲')]))).toEqual([{ file: 'a.heng', before: '一二三', after: '甲二三' }])
  })
})

import { expect, test } from 'vitest'
import { quickFixes, reports } from '../../src/service/diagnostics.ts'
import { applied, CLAUSE, marked } from './fixture.ts'

test('reports in both languages, with a fix that is applied', () => {
  const one = marked(CLAUSE.replace('的 实付工薪', '的 实付<|>工新'))
  const [report] = reports(one.workspace, one.file)
  expect(report).toMatchObject({ code: 'unknown-name', severity: 'error', message: { zh: expect.stringContaining('实付工新'), en: expect.stringContaining('实付工新') } })
  const [fix] = quickFixes(one.workspace, one.file, { start: one.offset, end: one.offset })
  expect(applied(one.text, fix?.edits ?? [])).toBe(CLAUSE)
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { SAMPLE, heng } from './heng.ts'

const folder = mkdtempSync(join(tmpdir(), 'heng-'))
afterAll(() => rmSync(folder, { recursive: true }))
const facts = join(folder, 'applicants.json')
writeFileSync(facts, '[{"id": "甲"}]')

test('days beside the dossiers are told where no day is asked for, and never taken', async () => {
  writeFileSync(join(folder, 'days.json'), '{"on": "2028-12-20", "asIfPublished": "2026-01-01"}')
  const told = await heng('eval', SAMPLE, '--facts', facts, '--format', 'csv', '--lang', 'en')
  expect(told.code).toBe(0)
  expect(told.err).toBe(`these dossiers are made for a day (${join(folder, 'days.json')}); today was taken. For that day: --on 2028-12-20 --as-if-published 2026-01-01\n`)
  expect((await heng('eval', SAMPLE, '--facts', facts, '--on', '2026-06-30', '--format', 'csv')).err).toBe('')
  writeFileSync(join(folder, 'days.json'), '{"on": "2028-02-30"}')
  expect((await heng('eval', SAMPLE, '--facts', facts, '--format', 'csv')).err).toBe('')
})

test('rows for a spreadsheet have no place for notes: they are told beside them', async () => {
  const decisions = join(folder, 'decisions.json')
  writeFileSync(decisions, '[{"kind": "amount", "clause": "2.1", "applicant": "乙", "subject": "p", "amount": 5}]')
  const { err } = await heng('eval', SAMPLE, '--facts', facts, '--decisions', decisions, '--on', '2026-06-30', '--format', 'csv')
  expect(err).toBe('注意：一项决定没有对应的结果，未予采用：2.1 乙 p\n')
})

import { describe, expect, it } from 'vitest'
import { interpret } from '../../src/engines/interpret/interpret.ts'
import type { Applicant } from '../../src/engines/engine.ts'
import { reasonTexts } from '../../src/explain/reasons.ts'
import type { Text } from '../../src/explain/text.ts'
import * as b from '../build-core.ts'

describe('what was found out about a fact', () => {
  const left = b.field(b.DATE, b.subject('人才'), '离开日期')
  const policy = b.policy({
    applicant: { name: b.name('人才', 'talent'), fields: [{ name: b.name('离开日期', 'day_left'), type: b.DATE, question: null, judgedBy: null }] },
    clauses: [b.clause('1', '人才', b.grant(b.yuan(100)), { conditions: [b.when(b.not(b.binary('lt', left, b.day('2026-01-01'))))] })],
  })
  const told = (applicant: Applicant): readonly Text[] => {
    const line = interpret(policy, b.input([applicant])).applicants[0]!.lines[0]!
    return reasonTexts(policy, line, line.reasons)
  }
  it('a fact that does not apply is not one that is not known yet, where the condition is met too', () => {
    expect(told(b.dossier('张', { 离开日期: b.NOT_APPLICABLE }))).toEqual([{ zh: '“离开日期”对此不适用，符合“离开日期 不早于 2026-01-01”', en: '“day_left” does not apply here; this meets “day_left not before 2026-01-01”' }])
    expect(told(b.dossier('张', { 离开日期: null }))).toEqual([{ zh: '“离开日期”还不清楚，还不能判断是否符合“离开日期 不早于 2026-01-01”', en: '“day_left” is not known yet; whether this meets “day_left not before 2026-01-01” cannot be told' }])
    expect(told(b.dossier('张', { 离开日期: '2026-01-01' }))).toEqual([{ zh: '“离开日期”是2026-01-01，符合“离开日期 不早于 2026-01-01”', en: '“day_left” is 2026-01-01; this meets “day_left not before 2026-01-01”' }])
  })
})

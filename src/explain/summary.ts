import type { Policy, ReadingRef } from '../core/core.ts'
import type { Line, Reason } from '../engines/engine.ts'
import { adjustmentWhy } from './adjustments.ts'
import { shortSum } from './bill.ts'
import { missingText } from './missing.ts'
import { agencies, clauseOf, measureOf } from './names.ts'
import { reasonTexts } from './reasons.ts'
import { type Text, readable } from './text.ts'

/** The reasons that decide that a line fails: the others are told by `line.ts` only. */
const DECIDING: ReadonlySet<Reason['code']> = new Set(['not-in-force', 'condition-failed', 'not-applicable', 'excepted', 'power-unused', 'no-outcome'])

/** Parts of a phrase, joined by semicolons; empty ones are left out. */
function joined(parts: readonly (Text | null)[]): Text {
  const there = parts.filter((part) => part !== null)
  return { zh: there.map((part) => part.zh).join('；'), en: there.map((part) => part.en).join('; ') }
}

function met(line: Line): Text | null {
  const conditions = line.reasons.flatMap((reason) => (reason.code === 'condition-met' && reason.needed !== null ? [reason.needed] : []))
  return conditions.length === 0 ? null : { zh: conditions.map((each) => each.zh).join('，'), en: conditions.map((each) => each.en).join(', ') }
}

function failed(policy: Policy, line: Line): readonly Text[] {
  const all = line.reasons.filter((reason) => DECIDING.has(reason.code))
  // Where no case of the text applies, what each case lacked says more.
  return reasonTexts(policy, line, all.length > 1 ? all.filter((reason) => reason.code !== 'no-outcome') : all)
}

function decides(policy: Policy, line: Line): Text {
  const lead = measureOf(policy, line.clause)?.responsible ?? []
  const names = agencies(policy, lead)
  return lead.length === 0 ? { zh: '待主管部门决定', en: 'for the authority to decide' } : { zh: `待${names.zh}决定`, en: `for ${names.en} to decide` }
}

/** Why a line stands as it does, in one short phrase for a table. */
export function summary(policy: Policy, line: Line, readings: readonly ReadingRef[]): Text {
  const adjustments = line.adjustments.map((adjustment) => adjustmentWhy(policy, line, adjustment, readings))
  const clause = clauseOf(policy, line.clause)
  const sum = clause === null ? null : shortSum(policy, clause, line, readings)
  const decided = reasonTexts(policy, line, line.reasons.filter((reason) => reason.code === 'decision-above-ceiling' || reason.code === 'amount-decided'))
  switch (line.standing) {
    case 'holds':
      return readable(joined([...decided, sum ?? (adjustments.length + decided.length > 0 ? null : met(line)), ...adjustments, missingText(policy, line)]))
    case 'fails':
      return readable(joined([...failed(policy, line), ...adjustments]))
    case 'undetermined':
      return readable(joined([missingText(policy, line), ...adjustments]))
    case 'awaits-decision':
      return readable(joined([decides(policy, line), ...decided, line.missing.length > 0 ? null : sum, ...adjustments, missingText(policy, line)]))
    case 'withdrawn':
      return readable(joined(adjustments))
  }
}

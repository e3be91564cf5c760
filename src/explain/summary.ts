import type { Policy } from '../core/core.ts'
import type { Line, Reason } from '../engines/engine.ts'
import { adjustmentWhy } from './adjustments.ts'
import { agencies, label, measureOf } from './names.ts'
import { reasonText } from './reasons.ts'
import { type Text, listed, same } from './text.ts'

/** The reasons that decide each standing: the others are told by `line.ts` only. */
const DECIDING: ReadonlySet<Reason['code']> = new Set(['not-in-force', 'condition-failed', 'not-applicable', 'excepted', 'power-unused', 'no-outcome', 'decision-above-ceiling'])

function missingText(policy: Policy, line: Line): Text | null {
  if (line.missing.length === 0) return null
  const several = new Set(line.missing.map((each) => each.subject)).size > 1
  const names = listed(line.missing.map((each) => {
    const name = label(policy, each.entity, each.field)
    return several ? { zh: `${name.zh}（${each.subject}）`, en: `${name.en} (${each.subject})` } : name
  }))
  return { zh: `缺：${names.zh}`, en: `missing: ${names.en}` }
}

/** Joined by full-width semicolons, or plain ones. */
function joined(parts: readonly (Text | null)[]): Text {
  const there = parts.filter((part) => part !== null)
  return { zh: there.map((part) => part.zh).join('；'), en: there.map((part) => part.en).join('; ') }
}

function met(line: Line): Text | null {
  const conditions = line.reasons.flatMap((reason) => (reason.code === 'condition-met' && reason.needed !== null ? [reason.needed] : []))
  return conditions.length === 0 ? null : { zh: conditions.map((each) => each.zh).join('，'), en: conditions.map((each) => each.en).join(', ') }
}

/** Why a line stands as it does, in one short phrase for a table. */
export function summary(policy: Policy, line: Line): Text {
  const adjustments = line.adjustments.map((adjustment) => adjustmentWhy(policy, adjustment))
  const lead = measureOf(policy, line.clause)?.responsible ?? []
  switch (line.standing) {
    case 'holds':
      return joined([adjustments.length > 0 ? null : met(line), ...adjustments, missingText(policy, line)])
    case 'fails': {
      const all = line.reasons.filter((reason) => DECIDING.has(reason.code))
      // Where no case of the text applies, what each case lacked says more.
      const deciding = all.length > 1 ? all.filter((reason) => reason.code !== 'no-outcome') : all
      return joined([...deciding.map((reason) => reasonText(policy, line, reason)), ...adjustments])
    }
    case 'undetermined': {
      const unknown = line.missing.length > 0 ? missingText(policy, line) : null
      return joined([unknown, ...adjustments])
    }
    case 'awaits-decision':
      return joined([lead.length === 0 ? { zh: '待主管部门决定', en: 'for the authority to decide' } : decides(policy, lead), ...adjustments, missingText(policy, line)])
    case 'withdrawn':
      return joined(adjustments.length > 0 ? adjustments : [same('')])
  }
}

function decides(policy: Policy, lead: readonly string[]): Text {
  const names = agencies(policy, lead)
  return { zh: `待${names.zh}决定`, en: `for ${names.en} to decide` }
}

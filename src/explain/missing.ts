import type { Policy } from '../core/core.ts'
import type { Missing } from '../engines/engine.ts'
import { agency, fieldOf, label } from './names.ts'
import type { Text } from './text.ts'

/** The question to ask about a missing fact, and whom: the applicant, or the agency whose judgement it is. */
export function questionText(policy: Policy, missing: Missing): Text {
  const name = label(policy, missing.entity, missing.field)
  const asked = fieldOf(policy, missing.entity, missing.field)?.question ?? null
  const question: Text = asked ?? { zh: `“${name.zh}”是什么？`, en: `what is “${name.en}”?` }
  const about: Text = { zh: `${missing.subject}：${question.zh}`, en: `${missing.subject}: ${question.en}` }
  if (missing.judgedBy !== null) {
    const who = agency(policy, missing.judgedBy)
    return { zh: `${about.zh}（由${who.zh}判断）`, en: `${about.en} (for ${who.en} to judge)` }
  }
  return missing.state === 'unknown' ? { zh: `${about.zh}（已注明不知道）`, en: `${about.en} (noted as not known)` } : about
}

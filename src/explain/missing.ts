import type { Policy } from '../core/core.ts'
import type { Line, Missing } from '../engines/engine.ts'
import { agency, fieldOf, label } from './names.ts'
import { type Text, asGiven, listed } from './text.ts'

/** The question to ask about a missing fact, and whom: the applicant, or the agency whose judgement it is. */
export function questionText(policy: Policy, missing: Missing): Text {
  const name = label(policy, missing.entity, missing.field)
  const asked = fieldOf(policy, missing.entity, missing.field)?.question ?? null
  const question: Text = asked ?? { zh: `“${name.zh}”是什么？`, en: `what is “${name.en}”?` }
  const subject = asGiven(missing.subject)
  const about: Text = { zh: `${subject}：${question.zh}`, en: `${subject}: ${question.en}` }
  if (missing.judgedBy !== null) {
    const who = agency(policy, missing.judgedBy)
    return { zh: `${about.zh}由${who.zh}判断`, en: `${about.en} For ${who.en} to judge` }
  }
  return missing.state === 'unknown' ? { zh: `${about.zh}材料中注明不知道`, en: `${about.en} The dossier notes it as not known` } : about
}

/** The missing facts of a line in one phrase; whose they are is said where they are not the line's own. */
export function missingText(policy: Policy, line: Line): Text | null {
  if (line.missing.length === 0) return null
  const names = listed(line.missing.map((each) => {
    const name = label(policy, each.entity, each.field)
    return each.subject === line.subject || each.subject === line.applicant ? name : { zh: `${asGiven(each.subject)}的${name.zh}`, en: `${name.en} of ${asGiven(each.subject)}` }
  }))
  return { zh: `缺：${names.zh}`, en: `missing: ${names.en}` }
}

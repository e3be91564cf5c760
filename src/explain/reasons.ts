import type { Policy } from '../core/core.ts'
import type { Line, Reason } from '../engines/engine.ts'
import { money } from './money.ts'
import { fieldOf } from './names.ts'
import { type Text, same } from './text.ts'
import { showValue } from './value.ts'

/** The value that was found, as a person reads it; null when there was none. */
export function foundValue(policy: Policy, line: Line, reason: Reason): Text | null {
  if (reason.found === null || reason.fact === null) return null
  const field = fieldOf(policy, line.entity, reason.fact)
  return field === null ? same(reason.found) : showValue(policy, field.type, reason.found)
}

/** What a reason is about: the fact and what was found, “总投入”是100万元. */
function finding(policy: Policy, line: Line, reason: Reason): Text | null {
  if (reason.fact === null) return null
  const name = fieldOf(policy, line.entity, reason.fact)?.name ?? same(reason.fact)
  const found = foundValue(policy, line, reason)
  if (found === null) return { zh: `“${name.zh}”还不清楚`, en: `“${name.en}” is not known yet` }
  return { zh: `“${name.zh}”是${found.zh === '是' || found.zh === '否' ? `“${found.zh}”` : found.zh}`, en: `“${name.en}” is ${found.en}` }
}

const and = (first: Text | null, then: Text): Text => (first === null ? then : { zh: `${first.zh}，${then.zh}`, en: `${first.en}: ${then.en}` })

/** The condition in quotation marks; a yes-or-no fact that is its own condition is not said twice. */
function conditionText(policy: Policy, line: Line, reason: Reason): Text {
  const field = reason.fact === null ? null : fieldOf(policy, line.entity, reason.fact)
  const { needed } = reason
  if (needed === null || (field !== null && field.type.kind === 'boolean' && needed.zh.includes(field.name.zh))) return { zh: '条件', en: 'the condition' }
  return { zh: `“${needed.zh}”`, en: `“${needed.en}”` }
}

/** A reason as a sentence without its full stop. */
export function reasonText(policy: Policy, line: Line, reason: Reason): Text {
  const found = finding(policy, line, reason)
  const needed = reason.needed
  const condition = conditionText(policy, line, reason)
  switch (reason.code) {
    case 'condition-met':
      return and(found, { zh: `符合${condition.zh}`, en: `${condition.en} is met` })
    case 'condition-failed':
      return and(found, { zh: `不符合${condition.zh}`, en: `${condition.en} is not met` })
    case 'condition-unknown':
      return and(found, { zh: `无法判断是否符合${condition.zh}`, en: `whether ${condition.en} is met cannot be told` })
    case 'not-in-force':
      return and({ zh: '这一天不在施行期内', en: 'not in force on this day' }, needed === null ? { zh: '政策尚未公布', en: 'the policy is not published' } : { zh: `要求${needed.zh}`, en: `needed: ${needed.en}` })
    case 'not-applicable':
      return reason.fact === null
        ? { zh: '所依据的事实对此不适用', en: 'the fact that it rests on does not apply here' }
        : { zh: `“${reason.fact}”对此不适用`, en: `“${fieldOf(policy, line.entity, reason.fact)?.name.en ?? reason.fact}” does not apply here` }
    case 'excepted':
      return reason.found === null ? { zh: '由另一条款排除', en: 'displaced by another clause' } : { zh: `已适用第${reason.found}条，不再适用本条`, en: `clause ${reason.found} applies instead` }
    case 'power-unused':
      return { zh: '“可”是一项权力，主管部门决定不采用', en: '“may” is a power: the authority decided not to use it' }
    case 'power-undecided':
      return { zh: '“可”是一项权力，要由主管部门决定是否采用', en: '“may” is a power: the authority has yet to decide whether to use it' }
    case 'amount-undecided':
      return { zh: '原文只定了最高限额，具体金额要由主管部门决定', en: 'the text sets a ceiling only: the authority has yet to decide the amount' }
    case 'amount-decided':
      return decided(reason)
    case 'decision-above-ceiling':
      return { zh: '决定的金额高于原文的最高限额，以最高限额为准', en: 'the amount decided is above the ceiling of the text: the ceiling counts' }
    case 'no-outcome':
      return and(found, { zh: '原文列出的情形都不是', en: 'none of the cases of the text applies' })
    case 'amount-unknown':
      return and(found, { zh: '金额无法算定', en: 'the amount cannot be worked out' })
    case 'unstated-amount':
      return { zh: '原文没有规定金额', en: 'the text states no amount' }
  }
}

function decided(reason: Reason): Text {
  const amount = reason.found !== null && /^\d+$/.test(reason.found) ? money(BigInt(reason.found)) : null
  return amount === null
    ? { zh: '主管部门已决定金额', en: 'the authority has decided the amount' }
    : { zh: `主管部门已决定给予${amount.zh}`, en: `the authority has decided on ${amount.en}` }
}

import type { Policy } from '../core/core.ts'
import type { Line, Reason } from '../engines/engine.ts'
import { money } from './money.ts'
import { fieldOf, sentence } from './names.ts'
import { type Text, listed, same } from './text.ts'
import { showValue } from './value.ts'

/** What was found out about a fact: “投资额”是100万元, “达标”：是, “退出日期”对此不适用. */
function finding(policy: Policy, line: Line, { fact, found, applies }: Reason): Text | null {
  if (fact === null) return null
  const field = fieldOf(policy, line.entity, fact)
  const name = field?.name ?? same(fact)
  if (!applies) return { zh: `“${name.zh}”对此不适用`, en: `“${name.en}” does not apply here` }
  if (found === null) return { zh: `“${name.zh}”还不清楚`, en: `“${name.en}” is not known yet` }
  const shown = field === null ? same(found) : showValue(policy, field.type, found)
  return field?.type.kind === 'boolean' ? { zh: `“${name.zh}”：${shown.zh}`, en: `“${name.en}”: ${shown.en}` } : { zh: `“${name.zh}”是${shown.zh}`, en: `“${name.en}” is ${shown.en}` }
}

/** The conditions in quotation marks; a yes-or-no fact that is its own condition is not said twice. */
function conditionText(policy: Policy, line: Line, reasons: readonly Reason[]): Text {
  const needed = reasons.flatMap((reason) => (reason.needed === null ? [] : [reason.needed]))
  const fact = reasons[0]?.fact ?? null
  const field = fact === null ? null : fieldOf(policy, line.entity, fact)
  const itself = field !== null && field.type.kind === 'boolean' && needed.every((each) => each.zh.includes(field.name.zh))
  if (needed.length === 0 || itself) return { zh: '条件', en: 'the condition' }
  return listed(needed.map((each) => ({ zh: `“${each.zh}”`, en: `“${each.en}”` })))
}

const and = (first: Text | null, then: Text): Text => (first === null ? then : { zh: `${first.zh}，${then.zh}`, en: `${first.en}; ${then.en}` })

/** Reasons of one code about one fact, in one sentence without its full stop. */
function groupText(policy: Policy, line: Line, reasons: readonly [Reason, ...Reason[]]): Text {
  const [reason] = reasons
  const found = finding(policy, line, reason)
  const condition = conditionText(policy, line, reasons)
  switch (reason.code) {
    case 'condition-met':
      return and(found, { zh: `符合${condition.zh}`, en: `this meets ${condition.en}` })
    case 'condition-failed':
      return and(found, { zh: `不符合${condition.zh}`, en: `this does not meet ${condition.en}` })
    case 'condition-unknown':
      return and(found, { zh: `还不能判断是否符合${condition.zh}`, en: `whether this meets ${condition.en} cannot be told` })
    case 'not-in-force':
      return and({ zh: '这一天不在施行期内', en: 'not in force on this day' }, reason.needed === null ? { zh: '政策尚未公布', en: 'the policy is not published' } : { zh: `要求${reason.needed.zh}`, en: `needed: ${reason.needed.en}` })
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
      return and(decided(reason), { zh: '高于原文的最高限额，不予采用', en: 'this is above the ceiling of the text and is not followed' })
    case 'no-outcome':
      return { zh: '原文列出的情形都不是', en: 'none of the cases of the text applies' }
    case 'amount-unknown':
      return { zh: '金额还不能算定', en: 'the amount cannot be worked out yet' }
    case 'unstated-amount':
      return { zh: '原文没有规定金额', en: 'the text states no amount' }
    case 'no-period':
      return { zh: `从${condition.zh}起算，到这一天为止没有应计的期`, en: `counted from ${condition.en}, no period has begun by this day` }
    case 'period-unknown':
      return { zh: `从${condition.zh}起算，哪些期应计还不能确定`, en: `counted from ${condition.en}, which periods count cannot be told` }
  }
}

function decided({ found }: Reason): Text {
  const amount = found !== null && /^\d+$/.test(found) ? money(BigInt(found)) : null
  return amount === null
    ? { zh: '主管部门已决定金额', en: 'the authority has decided the amount' }
    : { zh: `主管部门已决定给予${amount.zh}`, en: `the authority has decided on ${amount.en}` }
}

/** One reason as a sentence without its full stop. */
export function reasonText(policy: Policy, line: Line, reason: Reason): Text {
  return groupText(policy, line, [reason])
}

/** Reasons as sentences; those that say the same of one fact share a sentence. */
export function reasonTexts(policy: Policy, line: Line, reasons: readonly Reason[]): readonly Text[] {
  return grouped(reasons).map((group) => groupText(policy, line, group))
}

/** What rests on a condition. */
const RESTING: ReadonlySet<Reason['code']> = new Set(['condition-met', 'condition-failed', 'condition-unknown', 'not-applicable', 'power-unused', 'power-undecided'])

/** The same, each with the sentence that it rests on where that is not the line's own: a constraint's, or a definition's. */
export function quotedReasons(policy: Policy, line: Line, reasons: readonly Reason[]): readonly Text[] {
  return grouped(reasons).map((group) => {
    const text = groupText(policy, line, group)
    const { cite, code } = group[0]
    if (cite === null || cite.quote === line.cite?.quote || !RESTING.has(code)) return text
    const { zh, en } = sentence(cite)
    return { zh: `${text.zh}（${zh}：“${cite.quote}”）`, en: `${text.en} (${en}: “${cite.quote}”)` }
  })
}

function grouped(reasons: readonly Reason[]): readonly (readonly [Reason, ...Reason[]])[] {
  const groups = new Map<string, [Reason, ...Reason[]]>()
  for (const [at, reason] of reasons.entries()) {
    const key = reason.fact === null ? String(at) : `${reason.code} ${reason.fact} ${reason.found ?? ''} ${reason.cite?.quote ?? ''}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [reason])
    else if (!group.some((each) => each.needed?.zh === reason.needed?.zh)) group.push(reason)
  }
  return [...groups.values()]
}

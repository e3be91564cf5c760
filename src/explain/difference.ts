import type { Difference, ExampleFinding, Range } from '../analyses/examples.ts'
import type { Policy } from '../core/core.ts'
import type { Standing } from '../core/example.ts'
import { adjustmentText } from './adjustments.ts'
import { moneyRange } from './money.ts'
import { STANDINGS, sentence } from './names.ts'
import { reasonText } from './reasons.ts'
import { type Text, readable } from './text.ts'
import { months } from './value.ts'

const NOTHING: Text = { zh: '没有', en: 'nothing' }
const list = (texts: readonly string[]): Text => (texts.length === 0 ? NOTHING : { zh: texts.join('、'), en: texts.join(', ') })
const isStanding = (text: string): text is Standing => text in STANDINGS
const standing = (text: string): Text => (isStanding(text) ? STANDINGS[text] : { zh: text, en: text })

/** What was expected and what was found, in words. */
export function differenceText(difference: Difference): { readonly expected: Text; readonly found: Text } {
  switch (difference.kind) {
    case 'refused':
      return { expected: { zh: '能够计算', en: 'a result' }, found: { zh: difference.refusals.map((each) => each.message.zh).join('；'), en: difference.refusals.map((each) => each.message.en).join('; ') } }
    case 'no-line':
      return { expected: { zh: '这一条对该对象有结果', en: 'a result of this clause for this subject' }, found: { zh: `只有：${list(difference.subjects).zh}`, en: `only for: ${list(difference.subjects).en}` } }
    case 'several-lines':
      return { expected: { zh: '只有一个结果，或写明是哪个对象', en: 'a single result, or a subject named' }, found: list(difference.subjects) }
    case 'standing':
      return { expected: standing(difference.expected), found: standing(difference.found) }
    case 'amount':
      return { expected: moneyRange(difference.expected.committed, difference.expected.possible), found: moneyRange(difference.found.committed, difference.found.possible) }
    case 'payer': {
      const borne = ({ committed, possible }: Range): Text => {
        const amount = moneyRange(committed, possible)
        return { zh: `${difference.agency}负担${amount.zh}`, en: `${difference.agency} bears ${amount.en}` }
      }
      return { expected: borne(difference.expected), found: borne(difference.found) }
    }
    case 'status':
      return { expected: { zh: `认定为${difference.expected}`, en: `recognised as ${difference.expected}` }, found: difference.found === null ? NOTHING : { zh: `认定为${difference.found}`, en: `recognised as ${difference.found}` } }
    case 'duration':
      return { expected: months(difference.expected), found: difference.found === null ? NOTHING : months(difference.found) }
    case 'missing':
      return { expected: { zh: `指出缺“${difference.expected}”`, en: `“${difference.expected}” named as missing` }, found: { zh: `缺：${list(difference.found).zh}`, en: `missing: ${list(difference.found).en}` } }
    case 'ambiguity':
      return { expected: { zh: `提示${difference.expected}`, en: `${difference.expected} mentioned` }, found: { zh: `提示：${list(difference.found).zh}`, en: `mentioned: ${list(difference.found).en}` } }
  }
}

/** Reasons after which a line no longer comes out as its conditions alone would have it. */
const TURNS = new Set(['not-in-force', 'condition-failed', 'condition-unknown', 'not-applicable', 'excepted', 'power-unused', 'power-undecided', 'amount-undecided', 'amount-decided', 'no-outcome', 'amount-unknown', 'unstated-amount'])

/** A condition's value is a yes or a no; any other stands as it is. */
function found(value: string | null): Text {
  if (value === 'true') return { zh: '“是”', en: 'yes' }
  if (value === 'false') return { zh: '“否”', en: 'no' }
  return { zh: value ?? '不定', en: value ?? 'open' }
}

/** The first step that led away from what was expected, with the sentence that it rests on; null where there is no line. */
export function partingStep(policy: Policy, finding: ExampleFinding): Text | null {
  const { line, difference } = finding
  if (line === null) return null
  const turn = line.reasons.find((reason) => TURNS.has(reason.code))
  const adjustment = line.adjustments[0]
  const step = adjustment !== undefined && (turn === undefined || difference.kind === 'amount') ? adjustmentText(policy, line, adjustment, finding.readings) : turn === undefined ? null : reasonText(policy, line, turn)
  const cite = adjustment !== undefined && turn === undefined ? adjustment.cite : (turn?.cite ?? line.cite)
  const first = line.trace.children.find((child) => child.value.low !== null || child.value.high !== null)
  const text: Text | null = step ?? (first === undefined ? null : { zh: `${first.label.zh}算得${found(first.value.low).zh}`, en: `${first.label.en} came to ${found(first.value.low).en}` })
  if (text === null) return null
  if (cite === null) return readable(text)
  return readable({ zh: `${text.zh}（${sentence(cite).zh}“${cite.quote}”）`, en: `${text.en} (${sentence(cite).en}, “${cite.quote}”)` })
}

import type { Policy } from '../core/core.ts'
import type { Line } from '../engines/engine.ts'
import { moneyRange } from './money.ts'
import { clauseOf } from './names.ts'
import { type Text, concat, listed } from './text.ts'
import { months } from './value.ts'

/** A status by its Chinese name, in both languages. */
function status(policy: Policy, name: string): Text {
  return policy.enumerations.flatMap((each) => each.values).find((value) => value.zh === name) ?? { zh: name, en: name }
}

/** What a line gives: an amount or a range, a recognition, something in kind; null where it gives nothing that can be counted. */
export function benefit(policy: Policy, line: Line): Text | null {
  switch (line.kind) {
    case 'grant':
    case 'ceiling':
      return moneyRange(line.committed, line.possible)
    case 'repayment': {
      const amount = moneyRange(line.committed, line.possible)
      return { zh: `应退回${amount.zh}`, en: `${amount.en} to be repaid` }
    }
    case 'status': {
      const values = line.status === null ? line.possibleStatuses : [line.status]
      if (values.length === 0) return null
      const names = listed(values.map((value) => status(policy, value)))
      return line.status === null ? { zh: `可能是${names.zh}`, en: `possibly ${names.en}` } : names
    }
    case 'in-kind': {
      const what = inKind(policy, line.clause)
      return line.duration === null ? what : concat(what, { zh: '，', en: ', ' }, months(line.duration))
    }
    case 'direction':
    case 'referral':
      return null
  }
}

function inKind(policy: Policy, id: string): Text {
  const clause = clauseOf(policy, id)
  const effect = clause?.effects.map((each) => each.value).find((each) => each.kind === 'in-kind')
  return effect?.what ?? clause?.name ?? { zh: '实物或服务', en: 'support in kind' }
}

/** Whether a line is one that a person acts on: it gives something, or may. */
export function counts(line: Line): boolean {
  return line.kind !== 'direction' && line.kind !== 'referral'
}

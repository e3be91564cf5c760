import { attribution, MOST_EDITS } from '../../src/analyses/attribution.ts'
import type { Attribution, Share } from '../../src/analyses/attribution.ts'
import { interpreter } from '../../src/engines/interpret/interpret.ts'
import { editText } from '../../src/explain/policy-diff.ts'
import type { Text } from '../../src/explain/text.ts'
import type { DifferencesAsk, SharesAnswer, SplitView } from './diff-protocol.ts'
import { known, versionsOf } from './diff.ts'

/** Each edit's share of the change, of all applicants together and of each; null while a text has an error. */
export function shares(question: DifferencesAsk): SharesAnswer | null {
  const versions = versionsOf(question)
  if ('error' in versions) return null
  const { before, after, input } = versions
  const readings = input.readings.filter((each) => known(before, [each]).length + known(after, [each]).length > 0)
  const found = attribution(interpreter, before, after, { ...input, readings })
  if (found.kind === 'refused') return { kind: 'refused', why: refusal(found) }
  return {
    kind: 'shares', grouped: found.grouped,
    // A figure of a statement that is in the earlier version only is said in its words.
    edits: found.edits.map((each) => editText(each.change === 'removed' ? before : after, each)),
    total: split(found.total), applicants: found.applicants.map((each) => ({ id: each.id, ...split(each) })),
  }
}

function split({ committed, possible }: Share): SplitView {
  return {
    change: { committed: committed.change, possible: possible.change },
    shares: committed.shares.map((each, at) => ({ committed: each, possible: possible.shares[at] ?? 0n })),
  }
}

function refusal({ reason, count, names }: Extract<Attribution, { kind: 'refused' }>): Text {
  switch (reason) {
    case 'too-many':
      return { zh: `有${count}条修改，多于${MOST_EDITS}条时不分摊：各条的组合太多。请先对照改动较少的版本。`, en: `${count} statements were changed; with more than ${MOST_EDITS} the change is not shared out, there are too many combinations. Compare with a version that differs in fewer.` }
    case 'vocabulary':
      return { zh: `两个文本中下列名称的类型不同，修改不能逐条组合：${names.join('、')}。`, en: `These names have another type in the two texts, so that the edits cannot be combined one by one: ${names.join(', ')}.` }
    case 'engine':
      return { zh: `有的组合不能计算：${names.join('；')}。`, en: `Some combinations cannot be evaluated: ${names.join('; ')}.` }
  }
}

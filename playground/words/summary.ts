import type { Text } from '../../src/explain/text.ts'
import type { ChangedFigure, Evaluation } from '../workers/protocol.ts'
import { signedChange } from './amounts.ts'

const MOST_NAMED = 3

/** The top line; null when nothing differs from the text that the draft is compared with. */
export function summary({ changes, effect, readings }: Evaluation): Text | null {
  const parts = [...readings.map(readingWords), ...changes.figures.map(figureWords), ...changes.statements.map(statementWords), ...changes.drifted.map(driftWords), ...changes.added.map(addedWords), ...changes.removed.map(removedWords)]
  if (parts.length === 0) return null
  const named = parts.slice(0, MOST_NAMED)
  const more = parts.length - named.length
  const what = {
    zh: named.map((each) => each.zh).join('，') + (more > 0 ? `，另有${more}处修改` : ''),
    en: named.map((each) => each.en).join(', ') + (more > 0 ? `, and ${more} more changes` : ''),
  }
  if (effect === null) return { zh: `${what.zh}。`, en: `${what.en}.` }
  const { gain, lose, change, undetermined } = effect
  const stale = effect.stale.length > 0 ? { zh: '；文本有误，效果仍按上一次无误的条款计', en: '; the text has an error: the effect is that of the last correct clause' } : { zh: '', en: '' }
  // What the other edits do is told all the same.
  if (effect.stale.length > 0 && gain + lose === 0) return { zh: what.zh + stale.zh, en: what.en + stale.en }
  const open = undetermined === 0 ? { zh: '', en: '' } : { zh: `；${undetermined} 家缺事实，按区间计`, en: `; ${undetermined} with facts missing, counted as ranges` }
  return {
    zh: `${what.zh}：受益 ${gain} 家，受损 ${lose} 家，支出 ${cost(change).zh}${open.zh}（示例企业 ${effect.cards.length} 家）${stale.zh}`,
    en: `${what.en}: ${gain} gain, ${lose} lose, cost ${cost(change).en}${open.en} (of ${effect.cards.length} sample applicants)${stale.en}`,
  }
}

function figureWords({ clause, before, after, rises }: ChangedFigure): Text {
  const where = clause ?? ''
  return { zh: `${where} 由${before.zh}${rises ? '提高' : '降低'}到${after.zh}`, en: `${where} ${rises ? 'raised' : 'lowered'} from ${before.en} to ${after.en}` }
}
const statementWords = (clause: string): Text => ({ zh: `${clause} 有修改`, en: `${clause} changed` })
const readingWords = ({ ambiguity, name }: Evaluation['readings'][number]): Text => ({ zh: `${ambiguity} 取“${name.zh}”`, en: `${ambiguity} read as “${name.en.replaceAll('_', ' ')}”` })
const driftWords = (clause: string): Text => ({ zh: `${clause} 的公文文字有改动`, en: `${clause}: the sentence was rewritten` })
const addedWords = (clause: string): Text => ({ zh: `增加 ${clause}`, en: `${clause} added` })
const removedWords = (clause: string): Text => ({ zh: `删去 ${clause}`, en: `${clause} removed` })

/** From the change of what is committed to the change of what is possible. */
function cost({ committed, possible }: { readonly committed: bigint; readonly possible: bigint }): Text {
  if (committed === 0n && possible === 0n) return { zh: '不变', en: 'unchanged' }
  const change = signedChange({ committed, possible })
  return { zh: change?.zh ?? '', en: change?.en ?? '' }
}

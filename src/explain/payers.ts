import type { Policy, ReadingRef } from '../core/core.ts'
import type { Line } from '../engines/engine.ts'
import { moneyRange } from './money.ts'
import { agency, label, sentence } from './names.ts'
import { type Text, concat, listed } from './text.ts'

/** The sentences that say who pays this clause, each once. */
function restingOn(policy: Policy, line: Line, readings: readonly ReadingRef[]): Text {
  const taken = ({ ambiguity, reading }: ReadingRef): boolean => readings.some((one) => one.ambiguity === ambiguity && one.reading === reading)
  const cites = policy.sharing.filter(({ clauses, under }) => clauses.includes(line.clause) && under.every(taken)).flatMap((one) => one.cites.slice(0, 1))
  const sentences = [...new Map(cites.map((cite) => [cite.sentence, sentence(cite)])).values()]
  if (sentences.length === 0) return { zh: '', en: '' }
  const all = listed(sentences)
  return { zh: `（${all.zh}）`, en: ` (${all.en})` }
}

/** Who bears a line, with the amounts, and the facts on which that still depends. */
export function payerTexts(policy: Policy, line: Line, readings: readonly ReadingRef[]): readonly Text[] {
  const bearing = line.payers.filter(({ committed, possible }) => committed !== 0n || possible !== 0n)
  if (bearing.length === 0) return []
  const who = listed(bearing.map(({ agency: id, committed, possible }): Text => {
    const [name, amount] = [agency(policy, id), moneyRange(committed, possible)]
    return { zh: `${name.zh}负担${amount.zh}`, en: `${name.en} bears ${amount.en}` }
  }))
  const told = concat(who, restingOn(policy, line, readings))
  if (line.payersMissing.length === 0) return [told]
  const facts = listed(line.payersMissing.map((each) => label(policy, each.entity, each.field)))
  return [told, { zh: `由谁负担还取决于${facts.zh}`, en: `who pays depends on ${facts.en}` }]
}

import type { Policy } from '../core/core.ts'
import type { Line } from '../engines/engine.ts'
import { moneyRange } from './money.ts'
import { agency, label } from './names.ts'
import { type Text, listed } from './text.ts'

/** Who bears a line, with the amounts, and the facts on which that still depends. */
export function payerTexts(policy: Policy, line: Line): readonly Text[] {
  const bearing = line.payers.filter(({ committed, possible }) => committed !== 0n || possible !== 0n)
  if (bearing.length === 0) return []
  const who = listed(bearing.map(({ agency: id, committed, possible }): Text => {
    const [name, amount] = [agency(policy, id), moneyRange(committed, possible)]
    return { zh: `${name.zh}负担${amount.zh}`, en: `${name.en} bears ${amount.en}` }
  }))
  if (line.payersMissing.length === 0) return [who]
  const facts = listed(line.payersMissing.map((each) => label(policy, each.entity, each.field)))
  return [who, { zh: `由谁负担还取决于${facts.zh}`, en: `who pays depends on ${facts.en}` }]
}

import type { ClauseItem, Expression } from '../../syntax/tree.ts'
import { eachExpression, expressionsOfItem } from '../../syntax/visit.ts'
import { canonical } from '../canonical.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'
import type { Symbols } from '../symbols.ts'

/** 本期 or 期数 in a clause that does not pay by period, itself or in a definition that the clause uses. */
export function periodOutsideTerm(symbols: Symbols, items: readonly ClauseItem[]): readonly Finding[] {
  return items.flatMap((item) => expressionsOfItem(item)).flatMap((expr) => {
    const found: Finding[] = []
    eachExpression(expr, (one) => {
      if (isPeriod(one) || (one.kind === 'name' && definedByPeriod(symbols, one.name.text, new Set()))) found.push(finding('period-outside-term', one.span, {}))
    })
    return found
  })
}

function isPeriod({ kind }: Expression): boolean {
  return kind === 'period-start' || kind === 'period-number'
}

function definedByPeriod(symbols: Symbols, text: string, above: Set<string>): boolean {
  const name = canonical(symbols, text)
  if (above.has(name)) return false
  above.add(name)
  return (symbols.definitions.get(name) ?? []).some(({ statement }) => {
    let found = false
    eachExpression(statement.value, (one) => { found ||= isPeriod(one) || (one.kind === 'name' && definedByPeriod(symbols, one.name.text, above)) })
    return found
  })
}

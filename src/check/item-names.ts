import { KEYWORDS } from '../../grammar/keywords.ts'
import type { KeywordId } from '../../grammar/keywords.ts'
import type { Name } from '../core/core.ts'
import type { ClauseItem, Statement } from '../syntax/tree.ts'

/** The keyword by which a person knows an item. */
export function itemName(item: ClauseItem): Name {
  const { zh, en } = KEYWORDS[itemKeyword(item)]
  return { zh: zh.replaceAll(' ', ''), en }
}

function itemKeyword(item: ClauseItem): KeywordId {
  switch (item.kind) {
    case 'cites': return 'Cites'
    case 'see': return 'See'
    case 'for-each': return 'ForEach'
    case 'addressee': return 'Addressee'
    case 'when': return 'When'
    case 'unless': return 'Unless'
    case 'may': return item.when === null ? 'May' : 'NeedsDecision'
    case 'term': return item.unit === 'month' ? 'Monthly' : 'Yearly'
    case 'grant': return item.result === 'grant' ? 'Grant' : 'UpTo'
    case 'recognise': return 'RecogniseAs'
    case 'cases': return 'Respectively'
    case 'priority': return 'Priority'
    case 'provide': return 'Provide'
    case 'refer': return 'Refer'
    case 'deduct': return 'Deduct'
    case 'repay': return 'Repay'
    case 'cap': return 'CappedAt'
    case 'quota': return item.period === 'month' ? 'EachMonth' : item.period === 'year' ? 'EachYear' : 'InAll'
    case 'once': return 'Once'
    case 'exception-to': return 'ExceptionTo'
    case 'reinstates': return 'Reinstates'
    case 'valid': return item.end === 'from' ? 'ValidFrom' : 'ValidUntil'
    case 'no-cap': return 'NoCap'
    case 'in-principle': return 'InPrinciple'
    case 'same': return 'Same'
    case 'cumulable': return 'Cumulable'
    case 'power-over': return 'NeedsDecision'
    case 'condition-over': return item.negated ? 'Unless' : 'When'
    case 'together': return 'Together'
    case 'shared-by': return 'SharedBy'
  }
}

export function statementName(kind: Statement['kind']): Name {
  return KEYWORDS[STATEMENT_KEYWORDS[kind]]
}

const STATEMENT_KEYWORDS = {
  policy: 'Policy', commencement: 'Commencement', entity: 'Matter', enumeration: 'Enumeration', agency: 'Agency', parameter: 'Parameter',
  definition: 'Definition', table: 'Table', measure: 'Measure', clause: 'Clause', constraint: 'Constraint', direction: 'Direction',
  recital: 'Recital', ambiguity: 'Ambiguity', claim: 'Claim', example: 'Example',
} as const satisfies Record<Statement['kind'], KeywordId>

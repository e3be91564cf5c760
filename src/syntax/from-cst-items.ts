import type { CstNode } from 'chevrotain'
import { firstToken, has, ids, kid, kids, maybeWord, names, oneOf, quote, reportUnexpected, spanOf, spanOfToken, subject, texts, tok, toks, word, type Reader } from './cst.ts'
import { broken, clauseList, expression, keys, product, rowKey, sum } from './from-cst-expressions.ts'
import type { CaseRow, ClauseItem, ClauseList, Expression, TreePeriod, TreeShare, TreeWidening, UnderReading } from './tree.ts'

/** `Omit` that keeps the cases of a union apart. */
type Bare<T> = T extends unknown ? Omit<T, 'span' | 'under'> : never
type BareItem = Bare<ClauseItem>

export function items(reader: Reader, node: CstNode | undefined): readonly ClauseItem[] {
  if (node === undefined) return []
  const found: ClauseItem[] = []
  for (const one of kids(node, 'item')) {
    const bare = item(reader, one)
    if (bare !== null) found.push({ ...bare, span: spanOf(one), under: underReadings(kid(one, 'under')) } as ClauseItem)
  }
  return found
}

export function underReadings(node: CstNode | undefined): readonly UnderReading[] {
  if (node === undefined) return []
  const found: UnderReading[] = []
  for (const pair of kids(node, 'pair')) {
    const [ambiguity, reading] = toks(pair, 'Name')
    if (ambiguity !== undefined && reading !== undefined) found.push({ ambiguity: word(ambiguity), reading: word(reading), span: spanOf(pair) })
  }
  return found
}

/** Null when what the item cannot do without is missing. */
function item(reader: Reader, node: CstNode): BareItem | null {
  const name = Object.keys(node.children)[0] ?? ''
  switch (name) {
    case 'Cites':
    case 'See': {
      const quoted = tok(node, 'Quote')
      return quoted === undefined ? null : { kind: name === 'Cites' ? 'cites' : 'see', quote: quote(quoted) }
    }
    case 'ForEach': {
      const entity = maybeWord(tok(node, 'Name'))
      return entity === null ? null : { kind: 'for-each', entity }
    }
    case 'Addressee': {
      const list = kid(node, 'addressees')
      return { kind: 'addressee', names: list === undefined ? [] : kids(list, 'subject').map(subject).filter((one) => one !== null) }
    }
    case 'When':
      return { kind: 'when', expr: expression(reader, kid(node, 'expression')) }
    case 'Unless':
      return { kind: 'unless', expr: expression(reader, kid(node, 'expression')) }
    case 'May':
      return { kind: 'may', when: null }
    case 'NeedsDecision':
      return { kind: 'may', when: expression(reader, kid(node, 'expression')) }
    case 'term':
      return term(reader, kid(node, 'term'))
    case 'NoCap':
      return { kind: 'no-cap' }
    case 'InPrinciple':
      return { kind: 'in-principle' }
    case 'RecogniseAs': {
      const value = maybeWord(tok(node, 'Name'))
      return value === null ? null : { kind: 'recognise', value }
    }
    case 'Priority':
      return { kind: 'priority', order: names(kid(node, 'names')) }
    case 'ExceptionTo':
      return { kind: 'exception-to', clauses: ids(kid(node, 'ids')) }
    case 'Reinstates':
      return { kind: 'reinstates', clauses: ids(kid(node, 'ids')) }
    case 'ValidFrom':
    case 'ValidUntil': {
      const day = maybeWord(tok(node, 'Date'))
      return day === null ? null : { kind: 'valid', end: name === 'ValidFrom' ? 'from' : 'until', day }
    }
    default:
      return result(reader, node, name)
  }
}

function term(reader: Reader, node: CstNode | undefined): BareItem | null {
  if (node === undefined) return null
  const end = (name: string): Expression | null => {
    const found = kid(node, name)
    return found === undefined ? null : sum(reader, found)
  }
  return { kind: 'term', unit: has(node, 'Monthly') ? 'month' : 'year', from: sum(reader, kid(node, 'from')), until: end('until'), longest: end('longest') }
}

function result(reader: Reader, node: CstNode, name: string): BareItem | null {
  switch (name) {
    case 'grant': {
      const grant = kid(node, 'grant')
      if (grant === undefined) return null
      const amount = grant.recoveredNode === true ? broken(spanOf(grant)) : has(grant, 'Unstated') ? null : sum(reader, kid(grant, 'sum'))
      return { kind: 'grant', result: has(grant, 'Grant') ? 'grant' : 'ceiling', amount }
    }
    case 'cases':
      return cases(reader, kid(node, 'cases'))
    case 'Provide': {
      const what = texts(kid(node, 'texts'))
      const duration = kid(node, 'sum')
      return what === null ? null : { kind: 'provide', what, duration: duration === undefined ? null : sum(reader, duration) }
    }
    case 'Refer': {
      const to = texts(kid(node, 'texts'))
      return to === null ? null : { kind: 'refer', to }
    }
    case 'Repay':
      return { kind: 'repay', amount: sum(reader, kid(node, 'sum')) }
    case 'Deduct':
      return { kind: 'deduct', amount: sum(reader, kid(node, 'sum')) }
    default:
      return limit(reader, node, name)
  }
}

function limit(reader: Reader, node: CstNode, name: string): BareItem | null {
  const { period, key, share, whole, widened } = tail(reader, kid(node, 'limitTail'), name)
  switch (name) {
    case 'CappedAt':
      return { kind: 'cap', max: sum(reader, kid(node, 'sum')), period, key, share, whole: whole === true, widened }
    case 'period':
      return { kind: 'quota', period: periodOf(kid(node, 'period')) ?? 'year', max: sum(reader, kid(node, 'sum')), key, share, whole: whole === true, widened }
    case 'Once':
      return { kind: 'once', key }
    case 'same':
      return same(reader, kid(node, 'same'))
    case 'overClauses':
      return overClauses(reader, kid(node, 'overClauses'))
    default:
      return null
  }
}

export function periodOf(node: CstNode | undefined): TreePeriod | null {
  const keyword = node === undefined ? undefined : oneOf(node, ['EachYear', 'EachMonth', 'InAll'])
  return keyword === undefined ? null : keyword === 'EachYear' ? 'year' : keyword === 'EachMonth' ? 'month' : 'ever'
}

interface Tail {
  readonly period: TreePeriod | null
  readonly key: readonly Expression[] | null
  readonly share: TreeShare | null
  readonly whole: true | null
  readonly widened: TreeWidening | null
}

/** 每年 按 企业 按 得分 从高到低. Each part at most once, and only where it has a meaning. */
function tail(reader: Reader, node: CstNode | undefined, owner: string): Tail {
  let found: Tail = { period: null, key: null, share: null, whole: null, widened: null }
  for (const one of node === undefined ? [] : kids(node, 'limitPart')) {
    const next = tailPart(reader, one)
    const [field] = Object.keys(next) as (keyof Tail)[]
    const refused = field === undefined || found[field] !== null || (field === 'period' && owner === 'period') || (owner === 'Once' && field !== 'key')
    if (refused) reportUnexpected(reader, firstToken(one), ['Cites', 'UnderReading'])
    else found = { ...found, ...next }
  }
  return found
}

function tailPart(reader: Reader, node: CstNode): Partial<Tail> {
  const period = periodOf(kid(node, 'period'))
  if (period !== null) return { period }
  if (has(node, 'MayBeWidened')) return { widened: { max: sum(reader, kid(node, 'sum')), when: has(node, 'OnlyWhen') ? expression(reader, kid(node, 'expression')) : null } }
  if (has(node, 'ProRata')) return { share: { kind: 'pro-rata' } }
  if (has(node, 'NoneIfExceeded')) return { share: { kind: 'none' } }
  if (has(node, 'WholeOrNothing')) return { whole: true }
  if (has(node, 'InTextOrder')) return { share: { kind: 'text-order' } }
  const key = keys(reader, kid(node, 'keys'))
  const [by = broken(spanOf(node))] = key
  if (has(node, 'HighestFirst')) return { share: { kind: 'ranked', by, direction: 'descending' } }
  if (has(node, 'LowestFirst')) return { share: { kind: 'ranked', by, direction: 'ascending' } }
  return { key }
}

function same(reader: Reader, node: CstNode | undefined): BareItem | null {
  const clauses = node === undefined ? null : clauseList(kid(node, 'clauseList'))
  if (node === undefined || clauses === null) return null
  const [order, elsewhere] = [kid(node, 'order'), kid(node, 'elsewhere')]
  return {
    kind: 'same', key: keys(reader, kid(node, 'keys')), clauses, keep: has(node, 'Earliest') ? 'earliest' : 'highest',
    order: order === undefined ? null : sum(reader, order), elsewhere: elsewhere === undefined ? null : sum(reader, elsewhere),
  }
}

function overClauses(reader: Reader, node: CstNode | undefined): BareItem | null {
  const clauses = node === undefined ? null : clauseList(kid(node, 'clauseList'))
  if (node === undefined || clauses === null) return null
  const [total, shared] = [kid(node, 'together'), kid(node, 'sharedBy')]
  if (total !== undefined) return together(reader, total, clauses)
  if (shared !== undefined) return sharedBy(reader, shared, clauses)
  if (has(node, 'Cumulable')) return { kind: 'cumulable', clauses }
  if (has(node, 'NeedsDecision')) return { kind: 'power-over', clauses, expr: expression(reader, kid(node, 'expression')) }
  return has(node, 'When') || has(node, 'Unless') ? { kind: 'condition-over', clauses, negated: has(node, 'Unless'), expr: expression(reader, kid(node, 'expression')) } : null
}

function sharedBy(reader: Reader, node: CstNode, clauses: ClauseList): BareItem {
  const payers = kids(node, 'payer').flatMap((one) => {
    const agency = maybeWord(tok(one, 'Name'))
    return agency === null ? [] : [{ agency, share: product(reader, kid(one, 'product')), span: spanOf(one) }]
  })
  const conditional = has(node, 'When') || has(node, 'Unless')
  return { kind: 'shared-by', clauses, payers, condition: conditional ? { expr: expression(reader, kid(node, 'expression')), negated: has(node, 'Unless') } : null }
}

function together(reader: Reader, node: CstNode, clauses: ClauseList): BareItem {
  const own = periodOf(kid(node, 'period'))
  const rest = tail(reader, kid(node, 'limitTail'), own === null ? 'together' : 'period')
  return { kind: 'together', clauses, period: own ?? rest.period, max: sum(reader, kid(node, 'sum')), key: rest.key, share: rest.share, whole: rest.whole === true, widened: rest.widened, spared: ids(kid(node, 'ids')) }
}

function cases(reader: Reader, node: CstNode | undefined): BareItem | null {
  if (node === undefined) return null
  const outcome = has(node, 'RecogniseAs') ? 'status' : has(node, 'UpTo') ? 'ceiling' : 'grant'
  const by = kid(node, 'sum')
  const rows: CaseRow[] = []
  for (const one of kids(node, 'caseRow')) {
    const row = by === undefined ? conditionalRow(reader, one, outcome) : keyedRow(reader, one)
    if (row !== null) rows.push(row)
  }
  return { kind: 'cases', result: outcome, by: by === undefined ? null : sum(reader, by), rows }
}

/** 甲等 30万元 */
function keyedRow(reader: Reader, node: CstNode): CaseRow | null {
  const key = rowKey(reader, node)
  const condition = tok(node, 'When')
  if (condition !== undefined) reportUnexpected(reader, { image: condition.image, span: spanOfToken(condition) }, ['Quantity', 'Name'])
  if (key === null || condition !== undefined || node.recoveredNode === true) return null
  return { key, value: sum(reader, kid(node, 'sum')), when: null, span: spanOf(node) }
}

/** 大户 当 投资额 50万元 以上 */
function conditionalRow(reader: Reader, node: CstNode, outcome: 'grant' | 'ceiling' | 'status'): CaseRow | null {
  const key = rowKey(reader, node)
  if (key === null || node.recoveredNode === true) return null
  const [value, ...more] = key.kind === 'values' ? key.values : []
  if (value === undefined || more.length > 0 || !has(node, 'When')) {
    reportUnexpected(reader, firstToken(kid(node, 'sum') ?? node), ['When'])
    return null
  }
  return { key: outcome === 'status' ? key : null, value, when: expression(reader, kid(node, 'expression')), span: spanOf(node) }
}

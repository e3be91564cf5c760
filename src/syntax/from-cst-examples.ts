import type { CstNode } from 'chevrotain'
import { firstToken, has, id, kid, kids, maybeWord, names, oneOf, reportUnexpected, spanOf, subject, tok, toks, word, type Reader } from './cst.ts'
import { signed } from './from-cst-expressions.ts'
import { publishedItem } from './from-cst-header.ts'
import { underReadings } from './from-cst-items.ts'
import type { Assignment, ExampleItem, ExpectedAmount, ExpectedOutcome } from './tree.ts'

type Bare<T> = T extends unknown ? Omit<T, 'span'> : never
type BareItem = Bare<ExampleItem>

export function exampleItems(reader: Reader, node: CstNode | undefined): readonly ExampleItem[] {
  const found: ExampleItem[] = []
  for (const one of node === undefined ? [] : kids(node, 'exampleItem')) {
    const under = kid(one, 'under')
    if (under !== undefined) found.push(...underReadings(under).map((reading) => ({ kind: 'reading' as const, under: reading, span: reading.span })))
    const item = under === undefined ? exampleItem(reader, one) : null
    if (item !== null) found.push({ ...item, span: spanOf(one) } as ExampleItem)
  }
  return found
}

function exampleItem(reader: Reader, node: CstNode): BareItem | null {
  const published = kid(node, 'published')
  if (published !== undefined) return publishedItem(published)
  if (has(node, 'Today')) {
    const day = maybeWord(tok(node, 'Date'))
    return day === null ? null : { kind: 'today', day }
  }
  if (has(node, 'Given')) {
    const [entity, own] = [maybeWord(tok(node, 'Name')), subject(kid(node, 'subject'))]
    return entity === null || own === null ? null : { kind: 'given', entity, id: own, facts: facts(reader, kid(node, 'facts')) }
  }
  if (has(node, 'Exception')) {
    const constraint = id(kid(node, 'id'))
    const list = kid(node, 'subjects')
    const subjects = list === undefined ? [] : kids(list, 'subject').map(subject).filter((one) => one !== null)
    return constraint === null ? null : { kind: 'exception', constraint, subjects }
  }
  return paid(reader, kid(node, 'paid')) ?? decided(reader, kid(node, 'decided')) ?? expect(reader, kid(node, 'expect'))
}

function line(node: CstNode | undefined) {
  const inner = node === undefined ? undefined : kid(node, 'line')
  const clause = inner === undefined ? null : id(kid(inner, 'id'))
  return inner === undefined || clause === null ? null : { clause, subject: subject(kid(inner, 'subject')) }
}

function paid(reader: Reader, node: CstNode | undefined): BareItem | null {
  if (node === undefined) return null
  const [of, amount, day] = [line(node), signed(reader, kid(node, 'signed')), maybeWord(tok(node, 'Date'))]
  return of === null || amount === null || day === null ? null : { kind: 'paid', ...of, amount, day, facts: facts(reader, kid(node, 'facts')) }
}

function decidedOf(node: CstNode | undefined) {
  const constraint = node === undefined || !has(node, 'Constraint') ? null : id(kid(node, 'id'))
  if (node === undefined || constraint === null) {
    const of = line(node)
    return of === null ? null : { ...of, ofConstraint: false }
  }
  const list = kid(node, 'subjects')
  return { clause: constraint, subject: list === undefined ? null : subject(kid(list, 'subject')), ofConstraint: true }
}

function decided(reader: Reader, node: CstNode | undefined): BareItem | null {
  const of = decidedOf(node)
  if (node === undefined || of === null) return null
  if (has(node, 'WidenedTo') || of.ofConstraint) {
    const widest = has(node, 'WidenedTo') ? signed(reader, kid(node, 'signed')) : null
    if (widest === null) reportUnexpected(reader, firstToken(kid(node, 'signed') ?? node), ['WidenedTo'])
    return widest === null ? null : { kind: 'decided', ...of, decision: { kind: 'limit', amount: widest } }
  }
  if (has(node, 'Used') || has(node, 'NotUsed')) return { kind: 'decided', ...of, decision: { kind: 'use', used: has(node, 'Used') } }
  const amount = signed(reader, kid(node, 'signed'))
  return amount === null ? null : { kind: 'decided', ...of, decision: { kind: 'amount', amount } }
}

function facts(reader: Reader, node: CstNode | undefined): readonly Assignment[] {
  return node === undefined ? [] : kids(node, 'fact').map((one) => fact(reader, one)).filter((one) => one !== null)
}

function fact(reader: Reader, node: CstNode): Assignment | null {
  const [field, value] = toks(node, 'Name')
  if (field === undefined || node.recoveredNode === true) return null
  const span = spanOf(node)
  if (value !== undefined) return { field: word(field), value: { kind: 'name', name: word(value) }, span }
  if (has(node, 'Unknown')) return { field: word(field), value: { kind: 'unknown' }, span }
  if (has(node, 'NotApplicable')) return { field: word(field), value: { kind: 'not-applicable' }, span }
  const given = kid(node, 'signed')
  const literal = signed(reader, given)
  if (given !== undefined && literal === null) return null
  // 已达标 alone says that it is so.
  return { field: word(field), value: { kind: 'literal', literal: literal ?? { kind: 'boolean', value: true, span: word(field).span } }, span }
}

const STANDINGS = {
  StandingHolds: 'holds', StandingFails: 'fails', StandingUndetermined: 'undetermined', StandingAwaits: 'awaits-decision', StandingWithdrawn: 'withdrawn',
} as const
const NOTHING: ExpectedOutcome = { standing: null, amount: null, status: null, duration: null, payers: [], missing: [], mentions: [] }

function expect(reader: Reader, node: CstNode | undefined): BareItem | null {
  if (node === undefined) return null
  const of = has(node, 'Total') ? { clause: null, subject: null } : line(node)
  if (of === null) return null
  reportOutcomes(reader, node)
  return { kind: 'expect', ...of, outcome: kids(node, 'outcome').reduce((found, part) => ({ ...found, ...outcomePart(reader, part, found) }), NOTHING) }
}

/** An amount, a standing, a status and a duration at most once each. */
function reportOutcomes(reader: Reader, node: CstNode): void {
  const seen = new Set<string>()
  for (const part of kids(node, 'outcome')) {
    const first = Object.keys(part.children)[0] ?? ''
    const about = first.startsWith('Standing') ? 'standing' : first
    if (seen.has(about) && about !== 'Missing' && about !== 'Mentions' && about !== 'SharedBy') reportUnexpected(reader, firstToken(part), ['Missing', 'Mentions', 'Expect'])
    seen.add(about)
  }
}

function outcomePart(reader: Reader, node: CstNode, found: ExpectedOutcome): Partial<ExpectedOutcome> {
  const keyword = oneOf(node, ['StandingHolds', 'StandingFails', 'StandingUndetermined', 'StandingAwaits', 'StandingWithdrawn'])
  if (keyword !== undefined) return { standing: STANDINGS[keyword] }
  if (has(node, 'RecogniseAs')) return { status: maybeWord(tok(node, 'Name')) }
  if (has(node, 'For')) return { duration: signed(reader, kid(node, 'signed')) }
  if (has(node, 'Missing')) return { missing: [...found.missing, ...names(kid(node, 'missing'))] }
  if (has(node, 'Mentions')) return { mentions: [...found.mentions, ...names(kid(node, 'mentions'))] }
  if (has(node, 'SharedBy')) return { payers: [...found.payers, ...kids(node, 'bearing').flatMap((one) => bearing(reader, one))] }
  const amount = amountOf(reader, node)
  return amount === null ? {} : { amount }
}

function amountOf(reader: Reader, node: CstNode): ExpectedAmount | null {
  const low = signed(reader, kid(node, 'low'))
  return low === null ? null : { low, high: has(node, 'Unstated') ? 'unstated' : signed(reader, kid(node, 'high')) }
}

function bearing(reader: Reader, node: CstNode): ExpectedOutcome['payers'] {
  const [agency, amount] = [maybeWord(tok(node, 'Name')), amountOf(reader, node)]
  return agency === null || amount === null ? [] : [{ agency, amount }]
}

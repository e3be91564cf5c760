import type { Clause, Policy } from '../core/core.ts'
import { statementOf } from '../core/limit-statement.ts'
import type { Decision, LedgerEntry } from '../engines/engine.ts'
import { plainOf, type JsonNode } from './json-text.ts'
import type { Intake } from './problem.ts'
import { listOf, rootOf } from './read-json.ts'
import { amountAt, dayAt, elements, factsAt, foundAt, identifier, kindName, openSession, parts, plainFacts, report, type Owner, type Session } from './session.ts'
import { schemaProblems } from './validate.ts'
import { fieldsOf, suggestion } from './vocabulary.ts'

function textOf(node: JsonNode | undefined): string | null {
  return node?.type === 'string' ? String(node.value) : null
}

/** What a record is about, before anything in it is judged. */
function ownerOf(node: JsonNode): Owner {
  const part = (name: string) => textOf((node.type === 'object' ? (node.children ?? []) : []).find((child) => child.children?.[0]?.value === name)?.children?.[1])
  return { applicant: part('applicant'), subject: part('subject') }
}

function clauseAt(session: Session, node: JsonNode | undefined, owner: Owner): Clause | undefined {
  if (node === undefined) return undefined
  const id = textOf(node)
  const clause = session.policy.clauses.find((clause) => clause.id === id)
  if (id === null) report(session, 'wrong-type', node, owner, { found: foundAt(node), expected: { zh: '条款的编号（文字），如“1.2”', en: 'the number of a clause as a text, such as “1.2”' } })
  else if (clause === undefined) report(session, 'unknown-clause', node, owner, { found: id, hint: suggestion(id, session.policy.clauses.map(({ id }) => id)) })
  return clause
}

function identified(session: Session, node: JsonNode | undefined, owner: Owner): string | undefined {
  return node === undefined ? undefined : identifier(session, node, owner)
}

function ledgerEntry(session: Session, node: JsonNode, text: string): LedgerEntry | undefined {
  const owner = ownerOf(node)
  const found = parts(session, node, ['clause', 'applicant', 'subject', 'date', 'amount', 'facts'], ['clause', 'applicant', 'date', 'amount'], owner)
  if (found === undefined) return undefined
  const clause = clauseAt(session, found.get('clause'), owner)
  const applicant = identified(session, found.get('applicant'), owner)
  const subjectNode = found.get('subject')
  const subject = subjectNode === undefined || subjectNode.type === 'null' ? null : identifier(session, subjectNode, owner)
  const dateNode = found.get('date')
  const day = dateNode === undefined ? undefined : dayAt(session, dateNode, owner, text)
  const amountNode = found.get('amount')
  const amount = amountNode === undefined ? undefined : amountAt(session, amountNode, owner, text)
  const factsNode = found.get('facts')
  if (clause === undefined) return undefined
  const facts = factsNode === undefined ? new Map() : plainFacts(factsAt(session, factsNode, fieldsOf(session.vocabulary, clause.subject ?? ''), owner, text))
  if (applicant === undefined || subject === undefined || day === undefined || amount === undefined) return undefined
  return { clause: clause.id, applicant, subject, day, amount, facts }
}

/** Earlier grants in one JSON text. */
export function readJsonLedger(policy: Policy, text: string): Intake<readonly LedgerEntry[]> {
  const session = openSession(policy, text)
  const root = rootOf(session, text)
  if (root === undefined) return { value: [], problems: session.problems }
  const value = listOf(session, root, 'ledger').map((node) => ledgerEntry(session, node, text)).filter((entry) => entry !== undefined)
  return { value, problems: session.problems.length > 0 ? session.problems : schemaProblems(policy, 'ledger', plainOf(root)) }
}

function constraintAt(session: Session, node: JsonNode | undefined, owner: Owner): string | undefined {
  if (node === undefined) return undefined
  const id = textOf(node)
  if (id !== null && session.policy.limits.some((limit) => limit.id === id)) return id
  report(session, 'unknown-constraint', node, owner, { found: foundAt(node), hint: suggestion(id ?? '', session.policy.limits.map(({ id }) => id)) })
  return undefined
}

function exception(session: Session, node: JsonNode, owner: Owner): Decision | undefined {
  const found = parts(session, node, ['kind', 'constraint', 'applicant', 'subjects', 'reason'], ['constraint', 'subjects', 'reason'], owner)
  const limit = constraintAt(session, found?.get('constraint'), owner)
  const applicantNode = found?.get('applicant')
  const applicant = applicantNode === undefined || applicantNode.type === 'null' ? null : identifier(session, applicantNode, owner)
  const list = found?.get('subjects')
  const nodes = list === undefined ? [] : elements(session, list, owner)
  if (list?.type === 'array' && nodes.length === 0) report(session, 'wrong-type', list, owner, { found: '[]', expected: { zh: '至少一个事项的编号', en: 'the id of at least one matter' } })
  const subjects = nodes.map((part) => identifier(session, part, owner)).filter((id) => id !== undefined)
  const reasonNode = found?.get('reason')
  const reason = textOf(reasonNode)
  if (reasonNode !== undefined && (reason === null || reason.trim() === '' || /\p{Surrogate}/u.test(reason))) {
    report(session, reason === null ? 'wrong-type' : reason.trim() === '' ? 'empty-text' : 'bad-text', reasonNode, owner, { found: foundAt(reasonNode), expected: kindName('string') })
    return undefined
  }
  if (limit === undefined || applicant === undefined || reason === null || list === undefined) return undefined
  return { kind: 'exception', limit, applicant, subjects, reason }
}

/** The clause or constraint of a limit that may be widened. */
function widenableAt(session: Session, node: JsonNode | undefined, owner: Owner): string | undefined {
  if (node === undefined) return undefined
  const id = textOf(node)
  const widenable = [...new Set(session.policy.limits.flatMap((limit) => (limit.widened === null ? [] : [statementOf(limit.id)])))]
  if (id !== null && widenable.includes(id)) return id
  report(session, 'unknown-constraint', node, owner, { found: foundAt(node), hint: suggestion(id ?? '', widenable) })
  return undefined
}

function decided(session: Session, node: JsonNode, kind: 'amount' | 'limit' | 'use', owner: Owner, text: string): Decision | undefined {
  const last = kind === 'use' ? 'used' : 'amount'
  const required = ['clause', 'applicant', 'subject', last]
  const found = parts(session, node, ['kind', ...required], required, owner)
  if (found === undefined) return undefined
  const clause = kind === 'limit' ? widenableAt(session, found.get('clause'), owner) : clauseAt(session, found.get('clause'), owner)?.id
  const applicant = identified(session, found.get('applicant'), owner)
  const subject = identified(session, found.get('subject'), owner)
  const part = found.get(last)
  if (part === undefined) return undefined
  if (kind !== 'use') {
    const amount = amountAt(session, part, owner, text)
    return clause === undefined || applicant === undefined || subject === undefined || amount === undefined ? undefined : { kind, clause, applicant, subject, amount }
  }
  if (part.type !== 'boolean') report(session, 'wrong-type', part, owner, { found: foundAt(part), expected: kindName('boolean') })
  if (clause === undefined || applicant === undefined || subject === undefined || part.type !== 'boolean') return undefined
  return { kind, clause, applicant, subject, used: part.value === true }
}

function decision(session: Session, node: JsonNode, text: string): Decision | undefined {
  const owner = ownerOf(node)
  const kindNode = (node.type === 'object' ? (node.children ?? []) : []).find((child) => child.children?.[0]?.value === 'kind')?.children?.[1]
  const kind = textOf(kindNode)
  if (kind === 'exception') return exception(session, node, owner)
  if (kind === 'amount' || kind === 'limit' || kind === 'use') return decided(session, node, kind, owner, text)
  report(session, node.type === 'object' && kindNode === undefined ? 'missing-key' : 'wrong-type', kindNode ?? node, owner, {
    found: foundAt(kindNode ?? node), expected: node.type === 'object' && kindNode === undefined ? 'kind' : '{"kind": "amount" | "use" | "limit" | "exception", …}',
  })
  return undefined
}

/** Recorded decisions in one JSON text. */
export function readJsonDecisions(policy: Policy, text: string): Intake<readonly Decision[]> {
  const session = openSession(policy, text)
  const root = rootOf(session, text)
  if (root === undefined) return { value: [], problems: session.problems }
  const value: Decision[] = []
  const seen = new Set<string>()
  for (const node of listOf(session, root, 'decisions')) {
    const read = decision(session, node, text)
    if (read === undefined) continue
    const about = read.kind === 'exception' ? null : JSON.stringify([read.kind, read.clause, read.applicant, read.subject])
    if (about !== null && seen.has(about)) report(session, 'duplicate-decision', node, ownerOf(node))
    else value.push(read)
    if (about !== null) seen.add(about)
  }
  return { value, problems: session.problems.length > 0 ? session.problems : schemaProblems(policy, 'decisions', plainOf(root)) }
}

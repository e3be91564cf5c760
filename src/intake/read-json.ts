import { positionAt } from '../base/span.ts'
import type { Policy } from '../core/core.ts'
import type { Applicant, Matter } from '../engines/engine.ts'
import { parseJson, plainOf, type JsonNode } from './json-text.ts'
import { NOWHERE, problem, type Intake, type Problem } from './problem.ts'
import { elements, factsAt, identifier, kindName, foundAt, openSession, parts, plainFacts, report, type ReadFact, type Session } from './session.ts'
import { schemaProblems } from './validate.ts'
import { suggestion, type EntityFields } from './vocabulary.ts'

const NOBODY = { applicant: null, subject: null } as const

/** The tree of a text, its syntax errors reported; undefined when there are any. */
export function rootOf(session: Session, text: string): JsonNode | undefined {
  const { root, errors } = parseJson(text)
  for (const { offset, tooDeep, expected } of errors) {
    session.problems.push(problem(tooDeep ? 'too-deep' : 'syntax', { ...NOWHERE, place: positionAt(session.starts, offset) }, { expected }))
  }
  return errors.length > 0 ? undefined : root
}

/** The list that a file holds: a bare array, or the one under `name`. */
export function listOf(session: Session, root: JsonNode, name: string): readonly JsonNode[] {
  if (root.type === 'array') return root.children ?? []
  if (root.type !== 'object') {
    report(session, 'structure', root, NOBODY, { found: foundAt(root), expected: { zh: `一个数组，或 {"${name}": […]}`, en: `an array, or {"${name}": […]}` } })
    return []
  }
  const list = parts(session, root, ['$schema', name], [name], NOBODY)?.get(name)
  return list === undefined ? [] : elements(session, list, NOBODY)
}

function idOf(node: JsonNode | undefined): string | null {
  return node?.type === 'string' ? String(node.value) : null
}

interface ReadMatter {
  readonly entity: string
  readonly id: string
  readonly facts: ReadonlyMap<string, ReadFact>
}

function readMatter(session: Session, node: JsonNode, applicant: string | null, text: string): ReadMatter | undefined {
  const idNode = node.type === 'object' ? (node.children ?? []).find((child) => child.children?.[0]?.value === 'id')?.children?.[1] : undefined
  const owner = { applicant, subject: idOf(idNode) }
  const found = parts(session, node, ['kind', 'id', 'facts'], ['kind', 'id'], owner)
  if (found === undefined) return undefined
  const kindNode = found.get('kind')
  let entity: EntityFields | undefined
  if (kindNode !== undefined) {
    if (kindNode.type !== 'string') report(session, 'wrong-type', kindNode, owner, { found: foundAt(kindNode), expected: kindName('string') })
    else {
      entity = session.vocabulary.matters.get(String(kindNode.value))
      if (entity === undefined) report(session, 'unknown-kind', kindNode, owner, { found: foundAt(kindNode), hint: suggestion(String(kindNode.value), session.vocabulary.matters.keys()) })
    }
  }
  const idPart = found.get('id')
  const id = idPart === undefined ? undefined : identifier(session, idPart, owner)
  const factsNode = found.get('facts')
  // With an unknown kind the facts have no names to be checked against: one problem, not one a fact.
  const facts = factsNode === undefined || entity === undefined ? new Map<string, ReadFact>() : factsAt(session, factsNode, entity, owner, text)
  return entity === undefined || id === undefined ? undefined : { entity: entity.entity.name.zh, id, facts }
}

/** Facts that name a matter name one that the applicant has, of the right kind; others are reported and left out. */
function resolve(session: Session, facts: ReadonlyMap<string, ReadFact>, matters: readonly ReadMatter[], applicant: string | null, subject: string | null): ReadonlyMap<string, ReadFact> {
  const kept = new Map<string, ReadFact>()
  for (const [name, read] of facts) {
    const { fact, field, node } = read
    const type = field.type
    if (type.kind === 'matter' && fact.state === 'given' && !matters.some(({ id, entity }) => id === fact.value && entity === type.name)) {
      const name = session.vocabulary.matters.get(type.name)?.entity.name ?? { zh: type.name, en: type.name }
      report(session, 'unknown-matter', node, { applicant, subject, field }, {
        found: String(fact.value), expected: { zh: `它的一个“${name.zh}”的编号`, en: `the id of one of its matters of kind ${name.en}` },
      })
    } else kept.set(name, read)
  }
  return kept
}

function readApplicant(session: Session, node: JsonNode, text: string): Applicant | undefined {
  const idNode = node.type === 'object' ? (node.children ?? []).find((child) => child.children?.[0]?.value === 'id')?.children?.[1] : undefined
  const applicant = idOf(idNode)
  const owner = { applicant, subject: null }
  const found = parts(session, node, ['id', 'facts', 'matters'], ['id'], owner)
  if (found === undefined) return undefined
  const idPart = found.get('id')
  const id = idPart === undefined ? undefined : identifier(session, idPart, owner)
  const factsNode = found.get('facts')
  const facts = factsNode === undefined ? new Map<string, ReadFact>() : factsAt(session, factsNode, session.vocabulary.applicant, owner, text)
  const mattersNode = found.get('matters')
  const nodes = mattersNode === undefined ? [] : elements(session, mattersNode, owner)
  const matters: ReadMatter[] = []
  const ids = new Set<string>()
  for (const matterNode of nodes) {
    const matter = readMatter(session, matterNode, applicant, text)
    if (matter === undefined) continue
    if (ids.has(matter.id)) report(session, 'duplicate-matter', matterNode, { applicant, subject: matter.id }, { found: matter.id })
    else matters.push(matter)
    ids.add(matter.id)
  }
  const resolved = matters.map(({ entity, id, facts }): Matter => ({ entity, id, facts: plainFacts(resolve(session, facts, matters, applicant, id)) }))
  const own = plainFacts(resolve(session, facts, matters, applicant, null))
  return id === undefined ? undefined : { id, facts: own, matters: resolved }
}

function readAll(session: Session, nodes: readonly JsonNode[], text: string, ids: Set<string>): readonly Applicant[] {
  const applicants: Applicant[] = []
  for (const node of nodes) {
    const applicant = readApplicant(session, node, text)
    if (applicant === undefined) continue
    if (ids.has(applicant.id)) report(session, 'duplicate-applicant', node, { applicant: applicant.id, subject: null }, { found: applicant.id })
    else applicants.push(applicant)
    ids.add(applicant.id)
  }
  return applicants
}

/** Dossiers in one JSON text. */
export function readJsonDossiers(policy: Policy, text: string): Intake<readonly Applicant[]> {
  const session = openSession(policy, text)
  const root = rootOf(session, text)
  if (root === undefined) return { value: [], problems: session.problems }
  const value = readAll(session, listOf(session, root, 'applicants'), text, new Set())
  return { value, problems: session.problems.length > 0 ? session.problems : schemaProblems(policy, 'dossier', plainOf(root)) }
}

/** Dossiers, one applicant a line; empty lines are passed over. */
export function readNdjsonDossiers(policy: Policy, text: string): Intake<readonly Applicant[]> {
  const applicants: Applicant[] = []
  const problems: Problem[] = []
  const ids = new Set<string>()
  text.split('\n').forEach((raw, index) => {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    if (line.trim() === '') return
    const session = openSession(policy, line)
    const root = rootOf(session, line)
    if (root !== undefined) {
      applicants.push(...readAll(session, [root], line, ids))
      if (session.problems.length === 0) session.problems.push(...schemaProblems(policy, 'dossier', [plainOf(root)]))
    }
    for (const found of session.problems) problems.push({ ...found, place: { line: index + 1, column: found.place?.column ?? 1 } })
  })
  return { value: applicants, problems }
}

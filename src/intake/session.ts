import { lineStarts, positionAt } from '../base/span.ts'
import type { Field, Policy } from '../core/core.ts'
import type { Fact } from '../engines/engine.ts'
import { expectedOf } from './expected.ts'
import { entries, type Entry, type JsonNode } from './json-text.ts'
import { problem, type Details, type Problem, type ProblemCode, type Text, type Where } from './problem.ts'
import { readNumber, readText, type Reading } from './value.ts'
import { suggestion, vocabularyOf, type EntityFields, type Vocabulary } from './vocabulary.ts'

/** One reading of one JSON text: the problems gather here. */
export interface Session {
  readonly policy: Policy
  readonly vocabulary: Vocabulary
  readonly problems: Problem[]
  readonly starts: readonly number[]
}

export function openSession(policy: Policy, text: string): Session {
  return { policy, vocabulary: vocabularyOf(policy), problems: [], starts: lineStarts(text) }
}

/** Whose value is read, without its place. */
export type Owner = Pick<Where, 'applicant' | 'subject'> & { readonly field?: Field }

export function report(session: Session, code: ProblemCode, node: JsonNode, owner: Owner, details: Details = {}): void {
  const place = positionAt(session.starts, node.offset)
  session.problems.push(problem(code, { applicant: owner.applicant, subject: owner.subject, field: owner.field?.name ?? null, place, cell: null }, details))
}

const KINDS: { readonly [type: string]: Text } = {
  object: { zh: '一个对象 {…}', en: 'an object {…}' },
  array: { zh: '一个数组 […]', en: 'an array […]' },
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数', en: 'a number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  null: { zh: 'null', en: 'null' },
}

export function kindName(type: string): Text {
  return KINDS[type] ?? { zh: type, en: type }
}

/** What stands at a node, shortly. */
export function foundAt(node: JsonNode): string {
  if (node.type === 'string' || node.type === 'boolean') return String(node.value)
  return node.type === 'number' ? String(node.value) : node.type === 'null' ? 'null' : node.type === 'array' ? '[…]' : '{…}'
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/** The properties of an object whose names can be used: forbidden and doubled ones are reported and left out. */
export function properties(session: Session, node: JsonNode, owner: Owner): readonly Entry[] {
  const seen = new Set<string>()
  const usable: Entry[] = []
  for (const entry of entries(node)) {
    if (FORBIDDEN.has(entry.key)) report(session, 'forbidden-key', entry.keyNode, owner, { found: entry.key })
    else if (seen.has(entry.key)) report(session, 'duplicate-key', entry.keyNode, owner, { found: entry.key })
    else usable.push(entry)
    seen.add(entry.key)
  }
  return usable
}

/** An object's parts by name: only `allowed` ones, all of `required` there. Undefined when it is no object. */
export function parts(session: Session, node: JsonNode, allowed: readonly string[], required: readonly string[], owner: Owner): ReadonlyMap<string, JsonNode> | undefined {
  if (node.type !== 'object') {
    report(session, 'wrong-type', node, owner, { found: foundAt(node), expected: kindName('object') })
    return undefined
  }
  const found = new Map<string, JsonNode>()
  for (const { key, keyNode, value } of properties(session, node, owner)) {
    if (allowed.includes(key)) found.set(key, value)
    else report(session, 'unknown-key', keyNode, owner, { found: key, hint: suggestion(key, allowed) })
  }
  for (const key of required) {
    if (!entries(node).some((entry) => entry.key === key)) report(session, 'missing-key', node, owner, { expected: key })
  }
  return found
}

/** The elements of an array; reports and gives none when it is no array. */
export function elements(session: Session, node: JsonNode, owner: Owner): readonly JsonNode[] {
  if (node.type === 'array') return node.children ?? []
  report(session, 'wrong-type', node, owner, { found: foundAt(node), expected: kindName('array') })
  return []
}

const ID = { kind: 'identifier' } as const
const MONEY = { kind: 'money' } as const
const DATE = { kind: 'date' } as const

/** A text that identifies; undefined when it is refused. */
export function identifier(session: Session, node: JsonNode, owner: Owner): string | undefined {
  if (node.type !== 'string') {
    report(session, 'wrong-type', node, owner, { found: foundAt(node), expected: expectedOf(ID, session.vocabulary) })
    return undefined
  }
  const reading = readText(ID, String(node.value), 'json', '', session.vocabulary)
  if (reading.ok && typeof reading.value === 'string') return reading.value
  if (!reading.ok) report(session, reading.code === 'empty-text' ? 'empty-id' : reading.code, node, owner, { found: foundAt(node) })
  return undefined
}

function scalar(session: Session, node: JsonNode, type: Field['type'], text: string): Reading {
  if (node.type === 'string') return readText(type, String(node.value), 'json', '', session.vocabulary)
  if (node.type === 'number') return readNumber(type, text.slice(node.offset, node.offset + node.length))
  if (node.type === 'boolean' && type.kind === 'boolean') return { ok: true, value: node.value === true }
  return { ok: false, code: 'wrong-type' }
}

function valueAt(session: Session, node: JsonNode, type: Field['type'], owner: Owner, text: string): Extract<Reading, { ok: true }>['value'] | undefined {
  const reading = scalar(session, node, type, text)
  if (reading.ok) return reading.value
  const found = node.type === 'number' ? text.slice(node.offset, node.offset + node.length) : foundAt(node)
  const values = type.kind === 'enumeration' ? session.vocabulary.enumerations.get(type.name)?.values.keys() : undefined
  report(session, reading.code, node, owner, {
    found, expected: expectedOf(type, session.vocabulary), ...(values === undefined ? {} : { hint: suggestion(found, values) }),
  })
  return undefined
}

/** An amount in fen. */
export function amountAt(session: Session, node: JsonNode, owner: Owner, text: string): bigint | undefined {
  const value = valueAt(session, node, MONEY, owner, text)
  return typeof value === 'object' ? value.n / value.d : undefined
}

export function dayAt(session: Session, node: JsonNode, owner: Owner, text: string): string | undefined {
  const value = valueAt(session, node, DATE, owner, text)
  return typeof value === 'string' ? value : undefined
}

/** A fact, with where it stands, so that references between matters can be checked once all are read. */
export interface ReadFact {
  readonly fact: Fact
  readonly node: JsonNode
  readonly field: Field
}

function factAt(session: Session, node: JsonNode, field: Field, owner: Owner, text: string): Fact | undefined {
  if (node.type === 'null') return { state: 'unknown' }
  if (node.type === 'object') {
    const state = parts(session, node, ['state'], ['state'], owner)?.get('state')
    if (state === undefined) return undefined
    if (state.value === 'not-applicable') return { state: 'not-applicable' }
    if (state.value === 'unknown') return { state: 'unknown' }
    report(session, 'wrong-type', state, owner, { found: foundAt(state), expected: 'not-applicable / unknown' })
    return undefined
  }
  const value = valueAt(session, node, field.type, owner, text)
  return value === undefined ? undefined : { state: 'given', value }
}

/** The facts of one subject, by the field's Chinese name. */
export function factsAt(session: Session, node: JsonNode, entity: EntityFields | undefined, owner: Owner, text: string): ReadonlyMap<string, ReadFact> {
  const facts = new Map<string, ReadFact>()
  if (node.type !== 'object') {
    report(session, 'wrong-type', node, owner, { found: foundAt(node), expected: kindName('object') })
    return facts
  }
  const named = new Map<Field, string>()
  for (const { key, keyNode, value } of properties(session, node, owner)) {
    const field = entity?.fields.get(key)
    if (field === undefined) {
      report(session, 'unknown-field', keyNode, owner, { found: key, hint: suggestion(key, entity?.fields.keys() ?? []) })
      continue
    }
    const other = named.get(field)
    if (other !== undefined) {
      report(session, 'duplicate-fact', keyNode, { ...owner, field }, { found: key, expected: other })
      continue
    }
    named.set(field, key)
    const fact = factAt(session, value, field, { ...owner, field }, text)
    if (fact !== undefined) facts.set(field.name.zh, { fact, node: value, field })
  }
  return facts
}

export function plainFacts(facts: ReadonlyMap<string, ReadFact>): ReadonlyMap<string, Fact> {
  return new Map([...facts].map(([name, { fact }]) => [name, fact]))
}

import { positionAt } from '../base/span.ts'
import type { Entity, Field, Name, Policy } from '../core/core.ts'
import { parseJson, type JsonNode } from '../intake/json-text.ts'
import { elements, parts, properties } from '../intake/session.ts'
import { fieldsOf, suggestion } from '../intake/vocabulary.ts'
import { mistakesOf, openReader, say, shown, type Mistake, type Reader } from './mistake.ts'
import type { FactSource, MatterSource, Population } from './population.ts'
import { certain, readSource } from './read-distribution.ts'
import { patternAt } from './read-values.ts'

const NOBODY = { applicant: null, subject: null } as const
const COUNT = { kind: 'integer', unit: null } as const
export const MOST_APPLICANTS = 200_000

/** What a population file says; `value` is null when it says nothing that can be used. */
export interface ReadPopulation {
  readonly value: Population | null
  readonly mistakes: readonly Mistake[]
}

/** Reads the text of a population.json against the vocabulary of a policy. Never throws. */
export function readPopulation(policy: Policy, text: string): ReadPopulation {
  const { root, errors } = parseJson(text)
  const reader = openReader(policy, text)
  for (const { offset, expected } of errors) {
    reader.mistakes.push({ place: positionAt(reader.starts, offset), message: { zh: `不是有效的 JSON：${expected.zh}`, en: `this is not valid JSON: ${expected.en}` }, hint: { zh: '', en: '' } })
  }
  const value = root === undefined || errors.length > 0 ? null : readRoot(reader, root, policy)
  const mistakes = mistakesOf(reader)
  return { value: mistakes.length > 0 ? null : value, mistakes }
}

function readRoot(reader: Reader, root: JsonNode, policy: Policy): Population | null {
  const required = ['population', 'title', 'assumptions', 'count', 'seed', 'applicants', 'matters']
  const found = parts(reader.session, root, ['$schema', ...required], required, NOBODY)
  const [title, assumptions, count, seed, applicants, matters] = required.slice(1).map((name) => found?.get(name))
  const version = found?.get('population')
  if (version !== undefined && version.value !== 1) say(reader, version, { zh: '不认识这一版的写法', en: 'this version of the format is unknown' }, { zh: '写 "population": 1', en: 'write "population": 1' })
  if (title === undefined || assumptions === undefined || count === undefined || seed === undefined || applicants === undefined || matters === undefined) return null
  const own = parts(reader.session, applicants, ['id', 'facts'], ['id', 'facts'], NOBODY)
  const [id, factsNode] = [own?.get('id'), own?.get('facts')]
  const ids = id === undefined ? null : patternAt(reader, id, ['n'])
  const facts = factsNode === undefined ? [] : readFacts(reader, factsNode, policy.applicant, [], ['n'])
  const kinds = matters.type === 'object' ? properties(reader.session, matters, NOBODY).flatMap(({ key, keyNode, value }) => readMatter(reader, key, keyNode, value, policy) ?? []) : []
  return {
    title: textAt(reader, title), assumptions: elements(reader.session, assumptions, NOBODY).map((each) => textAt(reader, each)), count: countAt(reader, count), seed: seedAt(reader, seed),
    ids: ids ?? '', facts, matters: kinds, silent: silentFields(policy, facts, kinds),
  }
}

function textAt(reader: Reader, node: JsonNode): Name {
  const found = parts(reader.session, node, ['zh', 'en'], ['zh', 'en'], NOBODY)
  return { zh: String(found?.get('zh')?.value ?? ''), en: String(found?.get('en')?.value ?? '') }
}

function countAt(reader: Reader, node: JsonNode): number {
  const count = node.type === 'number' ? Number(node.value) : NaN
  if (Number.isInteger(count) && count >= 1 && count <= MOST_APPLICANTS) return count
  say(reader, node, { zh: `${shown(reader, node)} 不是企业的家数`, en: `${shown(reader, node)} is no number of enterprises` }, { zh: `写 1 到 ${MOST_APPLICANTS} 的整数`, en: `write a whole number from 1 to ${MOST_APPLICANTS}` })
  return 1
}

function seedAt(reader: Reader, node: JsonNode): string {
  if ((node.type === 'string' || node.type === 'number') && String(node.value) !== '') return String(node.value)
  say(reader, node, { zh: `${shown(reader, node)} 不是种子`, en: `${shown(reader, node)} is no seed` }, { zh: '写一个数或一段文字', en: 'write a number or a text' })
  return ''
}

function readFacts(reader: Reader, node: JsonNode, entity: Entity, applicant: readonly Field[], places: readonly string[]): readonly FactSource[] {
  if (node.type !== 'object') {
    say(reader, node, { zh: 'facts 应为对象', en: 'facts must be an object' }, { zh: '写 {"字段": 分布, …}', en: 'write {"field": distribution, …}' })
    return []
  }
  const known = fieldsOf(reader.session.vocabulary, entity.name.zh)?.fields
  const before: Field[] = []
  const facts: FactSource[] = []
  for (const { key, keyNode, value } of properties(reader.session, node, NOBODY)) {
    const field = known?.get(key)
    if (field === undefined || before.includes(field)) {
      const meant = suggestion(key, known?.keys() ?? [])
      say(reader, keyNode, field === undefined ? { zh: `“${entity.name.zh}”没有“${key}”这一字段`, en: `${entity.name.en} has no field “${key}”` } : { zh: `“${key}”写了两次`, en: `“${key}” stands twice` },
        field === undefined ? { zh: `写词表里的字段${meant.zh}`, en: `write a field of the vocabulary${meant.en}` } : { zh: '删去一个', en: 'take one away' })
      continue
    }
    const source = readSource(reader, value, { type: field.type, own: before, applicant, places })
    if (source !== null) facts.push({ field, source })
    before.push(field)
  }
  return facts
}

function readMatter(reader: Reader, key: string, keyNode: JsonNode, node: JsonNode, policy: Policy): MatterSource | null {
  const entity = reader.session.vocabulary.matters.get(key)?.entity
  if (entity === undefined) {
    const meant = suggestion(key, reader.session.vocabulary.matters.keys())
    say(reader, keyNode, { zh: `没有“${key}”这一类事项`, en: `there is no kind of matter “${key}”` }, { zh: `写词表里的事项${meant.zh}`, en: `write a matter of the vocabulary${meant.en}` })
    return null
  }
  const found = parts(reader.session, node, ['id', 'number', 'facts'], ['id', 'number', 'facts'], NOBODY)
  const [id, number, facts] = ['id', 'number', 'facts'].map((name) => found?.get(name))
  if (id === undefined || number === undefined || facts === undefined) return null
  const ids = patternAt(reader, id, ['k'])
  const source = readSource(reader, number, { type: COUNT, own: [], applicant: policy.applicant.fields, places: ['n'] })
  return { entity: entity.name.zh, ids: ids ?? '', number: source ?? certain({ kind: 'constant', value: { n: 0n, d: 1n } }), facts: readFacts(reader, facts, entity, policy.applicant.fields, ['n', 'k']) }
}

function silentFields(policy: Policy, facts: readonly FactSource[], matters: readonly MatterSource[]): Population['silent'] {
  return [policy.applicant, ...policy.matters].flatMap((entity) => {
    const declared = entity === policy.applicant ? facts : matters.filter((each) => each.entity === entity.name.zh).flatMap((each) => each.facts)
    return entity.fields.filter((field) => !declared.some((each) => each.field.name.zh === field.name.zh)).map((field) => ({ entity: entity.name, field: field.name }))
  })
}

import { unreachable } from '../base/invariant.ts'
import type { Entity, Field, Policy } from '../core/core.ts'
import type { Type } from '../values/types.ts'
import { expectedOf } from './expected.ts'
import { unitsOf } from './value.ts'
import { vocabularyOf, type Vocabulary } from './vocabulary.ts'

/** A JSON Schema, draft 2020-12. */
export type Schema = { readonly [keyword: string]: unknown }

const DRAFT = 'https://json-schema.org/draft/2020-12/schema'
const IDENTIFIER: Schema = { type: 'string', minLength: 1 }
const DAY: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

/** A number and one of the units that the type has. */
function numberWithUnit(type: Type, vocabulary: Vocabulary): Schema {
  const units = unitsOf(type, vocabulary).map(escaped).join('|')
  return { type: 'string', pattern: `^\\s*-?\\d[\\d,]*(?:\\.\\d+)?\\s*(?:${units})\\s*$` }
}

const atLeastZero: Schema = { type: 'number', minimum: 0 }

function valueSchemas(type: Type, vocabulary: Vocabulary): readonly Schema[] {
  switch (type.kind) {
    case 'boolean': return [{ type: 'boolean' }]
    case 'integer': return [{ type: 'integer', minimum: 0 }, ...(type.unit === null ? [] : [numberWithUnit(type, vocabulary)])]
    case 'days': return [{ type: 'integer', minimum: 0 }, numberWithUnit(type, vocabulary)]
    case 'quantity':
    case 'money':
    case 'price': return [atLeastZero, numberWithUnit(type, vocabulary)]
    case 'ratio': return [{ type: 'number' }, numberWithUnit(type, vocabulary)]
    case 'duration': return [numberWithUnit(type, vocabulary), { type: 'string', pattern: '^\\s*\\d+\\s*年\\s*\\d+\\s*个月\\s*$' }]
    case 'date': return [DAY, { type: 'string', pattern: '^\\s*\\d{4}-\\d{2}-\\d{2}\\s*$' }]
    case 'text':
    case 'identifier':
    case 'matter': return [IDENTIFIER]
    case 'enumeration': return [{ enum: [...(vocabulary.enumerations.get(type.name)?.values.keys() ?? [])] }]
    default: return unreachable(type)
  }
}

function describe(field: Field, vocabulary: Vocabulary): string {
  const expected = expectedOf(field.type, vocabulary)
  const lines = field.question === null ? [] : [`${field.question.zh} / ${field.question.en}`]
  if (field.judgedBy !== null) lines.push(`由${field.judgedBy}认定 / judged by ${field.judgedBy}`)
  return [...lines, `${expected.zh} / ${expected.en}`].join('\n')
}

const STATE: Schema = {
  title: '不适用 / not applicable', type: 'object', additionalProperties: false, required: ['state'],
  properties: { state: { enum: ['not-applicable', 'unknown'] } },
}

function factsSchema(entity: Entity, vocabulary: Vocabulary): Schema {
  const properties: { [name: string]: Schema } = {}
  const never: Schema[] = []
  for (const field of entity.fields) {
    const { zh, en } = field.name
    const schema: Schema = {
      title: zh === en ? zh : `${zh} / ${en}`,
      description: describe(field, vocabulary),
      anyOf: [...valueSchemas(field.type, vocabulary), { type: 'null' }, { $ref: '#/$defs/state' }],
    }
    properties[zh] = schema
    if (zh === en || Object.hasOwn(properties, en)) continue
    properties[en] = schema
    never.push({ not: { required: [zh, en] } })
  }
  return { title: `${entity.name.zh} / ${entity.name.en}`, type: 'object', additionalProperties: false, properties, ...(never.length === 0 ? {} : { allOf: never }) }
}

function title(policy: Policy, zh: string, en: string): Schema {
  return { title: `${policy.title.zh}：${zh} / ${policy.title.en}: ${en}` }
}

/** A list, bare or under its name. */
function listed(name: string, items: Schema): Schema {
  const list: Schema = { type: 'array', items }
  return { anyOf: [list, { type: 'object', additionalProperties: false, required: [name], properties: { $schema: { type: 'string' }, [name]: list } }] }
}

/** What a file of applicants with their matters holds; one applicant is `$defs/applicant`. */
export function dossierSchema(policy: Policy): Schema {
  const vocabulary = vocabularyOf(policy)
  const matters = policy.matters.map((entity): Schema => ({
    type: 'object', additionalProperties: false, required: ['kind', 'id'],
    properties: { kind: { enum: [...new Set([entity.name.zh, entity.name.en])] }, id: IDENTIFIER, facts: factsSchema(entity, vocabulary) },
  }))
  const applicant: Schema = {
    title: `${policy.applicant.name.zh} / ${policy.applicant.name.en}`,
    type: 'object', additionalProperties: false, required: ['id'],
    properties: {
      id: IDENTIFIER,
      facts: factsSchema(policy.applicant, vocabulary),
      matters: { title: '事项 / matters', type: 'array', items: matters.length === 0 ? false : { anyOf: matters } },
    },
  }
  return { $schema: DRAFT, ...title(policy, '申报材料', 'dossiers'), ...listed('applicants', { $ref: '#/$defs/applicant' }), $defs: { applicant, state: STATE } }
}

/** What a file of earlier grants holds. */
export function ledgerSchema(policy: Policy): Schema {
  const vocabulary = vocabularyOf(policy)
  const money = valueSchemas({ kind: 'money' }, vocabulary)
  const items = policy.clauses.map((clause): Schema => {
    const entity = [policy.applicant, ...policy.matters].find(({ name }) => name.zh === clause.subject)
    return {
      title: `${clause.id} ${clause.name.zh} / ${clause.name.en}`,
      type: 'object', additionalProperties: false, required: ['clause', 'applicant', 'date', 'amount'],
      properties: {
        clause: { const: clause.id }, applicant: IDENTIFIER, subject: { anyOf: [IDENTIFIER, { type: 'null' }] }, date: DAY, amount: { anyOf: money },
        facts: entity === undefined ? { type: 'object', maxProperties: 0 } : factsSchema(entity, vocabulary),
      },
    }
  })
  return { $schema: DRAFT, ...title(policy, '以往兑付', 'ledger'), ...listed('ledger', items.length === 0 ? { not: {} } : { anyOf: items }), $defs: { state: STATE } }
}

/** What a file of recorded decisions holds. */
export function decisionsSchema(policy: Policy): Schema {
  const vocabulary = vocabularyOf(policy)
  const clause: Schema = { enum: policy.clauses.map(({ id }) => id) }
  const decided = { clause, applicant: IDENTIFIER, subject: IDENTIFIER }
  const kinds: readonly Schema[] = [
    {
      title: '核定金额 / an amount fixed', type: 'object', additionalProperties: false, required: ['kind', 'clause', 'applicant', 'subject', 'amount'],
      properties: { kind: { const: 'amount' }, ...decided, amount: { anyOf: valueSchemas({ kind: 'money' }, vocabulary) } },
    },
    {
      title: '放宽限额 / a limit widened', type: 'object', additionalProperties: false, required: ['kind', 'clause', 'applicant', 'subject', 'amount'],
      properties: { kind: { const: 'limit' }, clause: { type: 'string' }, applicant: IDENTIFIER, subject: IDENTIFIER, amount: { anyOf: valueSchemas({ kind: 'money' }, vocabulary) } },
    },
    {
      title: '是否采用 / a power used or not', type: 'object', additionalProperties: false, required: ['kind', 'clause', 'applicant', 'subject', 'used'],
      properties: { kind: { const: 'use' }, ...decided, used: { type: 'boolean' } },
    },
    {
      title: '准予例外 / an exception made', type: 'object', additionalProperties: false, required: ['kind', 'constraint', 'subjects', 'reason'],
      properties: {
        kind: { const: 'exception' }, constraint: { type: 'string' }, applicant: { anyOf: [IDENTIFIER, { type: 'null' }] },
        subjects: { type: 'array', minItems: 1, items: IDENTIFIER }, reason: { type: 'string', minLength: 1 },
      },
    },
  ]
  return { $schema: DRAFT, ...title(policy, '决定', 'decisions'), ...listed('decisions', { anyOf: kinds }) }
}

import { invariant, unreachable } from '../base/invariant.ts'
import type { Policy } from '../core/core.ts'
import type { Applicant, Fact, FactValue, Facts } from '../engines/engine.ts'
import { rational, type Rational } from '../values/rational.ts'
import type { Type } from '../values/types.ts'
import { fieldsOf, vocabularyOf, type Vocabulary } from './vocabulary.ts'

/** The number as a plain decimal; null for one that has none (1/3). */
function decimalText({ n, d }: Rational): string | null {
  let decimals = 0
  let power = 1n
  while (power % d !== 0n) {
    if (++decimals > 400) return null
    power *= 10n
  }
  const digits = ((n < 0n ? -n : n) * (power / d)).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return `${n < 0n ? '-' : ''}${whole}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`
}

/** A JSON text: numbers by their digits, so that none passes through a double. */
function valueText(type: Type, value: FactValue): string {
  if (typeof value !== 'object') return JSON.stringify(value)
  const inUnit = type.kind === 'money' || type.kind === 'price' ? rational(value.n, value.d * 100n) : value
  const number = decimalText(inUnit)
  invariant(number !== null, 'a fact is a decimal number: intake reads no other')
  switch (type.kind) {
    case 'money':
    case 'integer':
    case 'quantity':
    case 'ratio':
    case 'price':
      return number
    case 'duration':
      return JSON.stringify(`${number}个月`)
    case 'days':
      return JSON.stringify(`${number}日`)
    case 'boolean':
    case 'date':
    case 'text':
    case 'identifier':
    case 'enumeration':
    case 'matter':
      invariant(false, 'a fact that is a number has a type with numbers')
    default:
      return unreachable(type)
  }
}

function factText(type: Type, fact: Fact): string {
  switch (fact.state) {
    case 'given': return valueText(type, fact.value)
    case 'unknown': return 'null'
    case 'not-applicable': return '{ "state": "not-applicable" }'
    default: return unreachable(fact)
  }
}

function factsText(vocabulary: Vocabulary, entity: string, facts: Facts, language: 'zh' | 'en'): string {
  const fields = fieldsOf(vocabulary, entity)?.fields
  const parts = [...facts].map(([name, fact]) => {
    const field = fields?.get(name)
    invariant(field !== undefined, 'facts are named by fields of their entity')
    return `${JSON.stringify(field.name[language])}: ${factText(field.type, fact)}`
  })
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`
}

/** Dossiers as JSON text, names in `language`: what `readDossiers` reads back to the same facts. */
export function writeDossiers(policy: Policy, applicants: readonly Applicant[], language: 'zh' | 'en' = 'zh'): string {
  const vocabulary = vocabularyOf(policy)
  const texts = applicants.map(({ id, facts, matters }) => {
    const kinds = matters.map((matter) => {
      const kind = vocabulary.matters.get(matter.entity)?.entity.name[language] ?? matter.entity
      return `        { "kind": ${JSON.stringify(kind)}, "id": ${JSON.stringify(matter.id)},\n          "facts": ${factsText(vocabulary, matter.entity, matter.facts, language)} }`
    })
    const list = kinds.length === 0 ? '[]' : `[\n${kinds.join(',\n')}\n      ]`
    return `    { "id": ${JSON.stringify(id)},\n      "facts": ${factsText(vocabulary, policy.applicant.name.zh, facts, language)},\n      "matters": ${list} }`
  })
  return texts.length === 0 ? '{ "applicants": [] }\n' : `{\n  "applicants": [\n${texts.join(',\n')}\n  ]\n}\n`
}

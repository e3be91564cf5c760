import fc from 'fast-check'
import type { Policy } from '../../src/core/core.ts'
import type { Applicant, Fact, FactValue, Facts, Matter } from '../../src/engines/engine.ts'
import { formatDate } from '../../src/values/date.ts'
import { rational } from '../../src/values/rational.ts'
import type { Type } from '../../src/values/types.ts'

/** Decimals with at most `decimals` digits after the point, from zero up, very large ones among them. */
function decimal(decimals: number, times: bigint): fc.Arbitrary<FactValue> {
  return fc.tuple(fc.oneof(fc.bigInt(0n, 10_000_000n), fc.bigInt(0n, 10n ** 40n)), fc.integer({ min: 0, max: decimals }))
    .map(([digits, places]) => rational(digits * times, 10n ** BigInt(places)))
}

const identifierText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((text) => text.trim() === text && text !== '')

function valueOf(policy: Policy, type: Type, matters: readonly { readonly entity: string; readonly id: string }[]): fc.Arbitrary<FactValue> | null {
  switch (type.kind) {
    case 'boolean': return fc.boolean()
    case 'integer':
    case 'days':
    case 'duration': return decimal(0, 1n)
    case 'quantity': return decimal(6, 1n)
    case 'ratio': return fc.tuple(decimal(6, 1n), fc.boolean()).map(([value, negative]) => (negative && typeof value === 'object' ? rational(-value.n, value.d) : value))
    case 'money': return decimal(2, 100n)
    case 'price': return decimal(6, 100n)
    case 'date': return fc.record({ year: fc.integer({ min: 1, max: 9999 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) }).map(formatDate)
    case 'text': return fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => text.trim() !== '')
    case 'identifier': return identifierText
    case 'enumeration': {
      const values = policy.enumerations.find(({ name }) => name.zh === type.name)?.values ?? []
      return values.length === 0 ? null : fc.constantFrom(...values.map(({ zh }) => zh))
    }
    case 'matter': {
      const ids = matters.filter(({ entity }) => entity === type.name).map(({ id }) => id)
      return ids.length === 0 ? null : fc.constantFrom(...ids)
    }
  }
}

function factsArbitrary(policy: Policy, entity: string, matters: readonly { readonly entity: string; readonly id: string }[]): fc.Arbitrary<Facts> {
  const fields = [policy.applicant, ...policy.matters].find(({ name }) => name.zh === entity)?.fields ?? []
  const entries = fields.map((field) => {
    const value = valueOf(policy, field.type, matters)
    const others: fc.Arbitrary<Fact | undefined>[] = [fc.constant(undefined), fc.constant({ state: 'unknown' }), fc.constant({ state: 'not-applicable' })]
    const fact = value === null ? fc.oneof(...others) : fc.oneof({ arbitrary: value.map((value): Fact => ({ state: 'given', value })), weight: 5 }, ...others)
    return fact.map((fact) => [field.name.zh, fact] as const)
  })
  return fc.tuple(...entries).map((pairs) => new Map(pairs.flatMap(([name, fact]) => (fact === undefined ? [] : [[name, fact] as const]))))
}

function applicantArbitrary(policy: Policy, id: string): fc.Arbitrary<Applicant> {
  const kinds = policy.matters.map(({ name }) => name.zh)
  return fc.uniqueArray(fc.record({ entity: fc.constantFrom(...kinds), id: identifierText }), { maxLength: 5, selector: ({ id }) => id }).chain((heads) =>
    fc.record({
      id: fc.constant(id),
      facts: factsArbitrary(policy, policy.applicant.name.zh, heads),
      matters: fc.tuple(...heads.map((head) => factsArbitrary(policy, head.entity, heads).map((facts): Matter => ({ ...head, facts })))),
    }))
}

/** Dossiers that fit a policy's vocabulary, in all four states of facts. */
export function dossiersOf(policy: Policy): fc.Arbitrary<readonly Applicant[]> {
  return fc.uniqueArray(identifierText, { maxLength: 4 }).chain((ids) => fc.tuple(...ids.map((id) => applicantArbitrary(policy, id))))
}

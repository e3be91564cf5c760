import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Policy, Sharing } from '../../src/core/core.ts'
import { interpret } from '../../src/engines/interpret/interpret.ts'
import { exportRules } from '../../src/engines/json-logic/export-rules.ts'
import { jsonLogic } from '../../src/engines/json-logic/json-logic.ts'
import { split } from '../../src/engines/payers.ts'
import type { Line } from '../../src/engines/engine.ts'
import { rational } from '../../src/values/rational.ts'
import * as b from '../build-core.ts'
import { agree } from './compiled/agree.ts'

describe('an amount in shares', () => {
  test('adds up to the fen: the others are rounded down, the first takes the rest', () => {
    expect(split(100n, [rational(3n, 5n), rational(2n, 5n)])).toEqual([60n, 40n])
    expect(split(101n, [rational(3n, 5n), rational(2n, 5n)])).toEqual([61n, 40n])
    expect(split(100n, [rational(1n, 3n), rational(1n, 3n), rational(1n, 3n)])).toEqual([34n, 33n, 33n])
    expect(split(2n, [rational(1n, 3n), rational(1n, 3n), rational(1n, 3n)])).toEqual([2n, 0n, 0n])
  })
  test('whatever the amount and the shares', () => {
    fc.assert(fc.property(fc.bigInt(0n, 10n ** 14n), fc.array(fc.bigInt(1n, 97n), { minLength: 1, maxLength: 5 }), (amount, weights) => {
      const all = weights.reduce((x, y) => x + y)
      const parts = split(amount, weights.map((one) => rational(one, all)))
      expect(parts.reduce((x, y) => x + y)).toBe(amount)
      for (const part of parts) expect(part >= 0n).toBe(true)
    }))
  })
})

const park = b.field(b.BOOLEAN, b.subject('企业'), '位于园区')
const sharing = (payers: Sharing['payers'], more: Partial<Sharing> = {}): Sharing => ({ id: '10', clauses: ['2'], payers, when: null, under: [], cites: [], ...more })
const six = [{ agency: '市财政局', share: '3/5' }, { agency: '县财政局', share: '2/5' }]
const inPark = (negated: boolean): Sharing['when'] => ({ '2': { expr: park, negated, cites: [] } })
const CITY_OR_PARK = [sharing(six, { when: inPark(true) }), sharing([{ agency: '园区', share: '1' }], { when: inPark(false) })]

function policy(rules: readonly Sharing[], amount = b.grant(b.yuan('100.01'))): Policy {
  return b.policy({
    applicant: b.entity('企业', b.fieldOf('位于园区', b.BOOLEAN), b.fieldOf('投入', b.MONEY)), agencies: ['市财政局', '县财政局', '园区'].map((one) => b.name(one)),
    clauses: [b.clause('2', '企业', amount), b.clause('3', '企业', b.grant(b.yuan(7)))], sharing: rules,
  })
}

function line(of: Policy, has: Parameters<typeof b.dossier>[1]): { readonly line: Line; readonly payers: string; readonly totals: string } {
  const input = b.input([b.dossier('A', has)])
  agree(of, input)
  const result = interpret(of, input)
  const found = b.line(result, '2', 'A')
  return {
    line: found,
    payers: found.payers.map(({ agency, committed, possible }) => `${agency} ${committed}..${possible}`).join(', '),
    totals: [...result.totals.byPayer].map(([agency, { committed, possible }]) => `${agency} ${committed}..${possible}`).join(', '),
  }
}

describe('who pays', () => {
  test('sixty to forty; what the beneficiary gets stays as it is, and a clause of which nothing is said has no payer', () => {
    const found = line(policy([sharing(six)]), {})
    expect(b.brief(found.line)).toBe('holds 100.01')
    expect(found.payers).toBe('市财政局 6001..6001, 县财政局 4000..4000')
    expect(found.totals).toBe('市财政局 6001..6001, 县财政局 4000..4000')
  })
  test('one or the other by a fact; a fact that is missing leaves ranges and is named, the amount is certain all the same', () => {
    expect(line(policy(CITY_OR_PARK), { 位于园区: true }).payers).toBe('园区 10001..10001')
    expect(line(policy(CITY_OR_PARK), { 位于园区: false }).payers).toBe('市财政局 6001..6001, 县财政局 4000..4000')
    const open = line(policy(CITY_OR_PARK), {})
    expect(open.payers).toBe('市财政局 0..6001, 县财政局 0..4000, 园区 0..10001')
    expect(b.brief(open.line)).toBe('holds 100.01')
    expect(open.line.payersMissing.map(({ field }) => field)).toEqual(['位于园区'])
    expect(open.line.missing).toEqual([])
  })
  test('with 当 and 除非 of the same fact one of the two applies: who pays under both bears the lesser part at least', () => {
    const all = [sharing([{ agency: '市财政局', share: '1' }], { when: inPark(true) }), sharing(six, { when: inPark(false) })]
    expect(line(policy(all), {}).payers).toBe('市财政局 6001..10001, 县财政局 0..4000')
    // An opposite that is written otherwise (除非 非 X) is not seen to be one: the range is wider, never wrong.
    const other: Sharing['when'] = { '2': { expr: b.not(park), negated: true, cites: [] } }
    expect(line(policy([sharing(six, { when: inPark(false) }), sharing([{ agency: '市财政局', share: '1' }], { when: other })]), {}).payers).toBe('市财政局 0..10001, 县财政局 0..4000')
  })
  test('a case of which nothing is said has no payer', () => {
    expect(line(policy([sharing(six, { when: inPark(true) })]), { 位于园区: true }).payers).toBe('')
    expect(line(policy([sharing(six, { when: inPark(true) })]), {}).payers).toBe('市财政局 0..6001, 县财政局 0..4000')
  })
  test('an amount that is a range: each payer from its share of the least to its share of the most', () => {
    expect(line(policy([sharing(six)], b.ceiling(b.yuan('100.01'))), {}).payers).toBe('市财政局 0..6001, 县财政局 0..4000')
    const unbounded = line(policy([sharing(six)], b.grant(b.field(b.MONEY, b.subject('企业'), '投入'))), {})
    expect(unbounded.payers).toBe('市财政局 0..null, 县财政局 0..null')
  })
  test('under the reading that is chosen only', () => {
    const ambiguity = { id: 'Y', name: b.name('分担'), question: b.name('谁'), at: [], readings: [{ name: b.name('甲'), meaning: b.name('甲'), isDefault: true }, { name: b.name('乙'), meaning: b.name('乙'), isDefault: false }] }
    const both = { ...policy([sharing(six, { under: [{ ambiguity: 'Y', reading: '甲' }] }), sharing([{ agency: '园区', share: '1' }], { under: [{ ambiguity: 'Y', reading: '乙' }] })]), ambiguities: [ambiguity] }
    const paid = (reading: string): string => b.line(interpret(both, b.input([b.dossier('A')], { readings: [{ ambiguity: 'Y', reading }] })), '2', 'A').payers.map(({ agency }) => agency).join()
    expect([paid('甲'), paid('乙')]).toEqual(['市财政局,县财政局', '园区'])
  })
  test('JSON Logic refuses, naming what and where', () => {
    const outcome = jsonLogic.evaluate(policy([sharing(six)]), b.input([b.dossier('A')]))
    expect(outcome.kind === 'refusal' && outcome.refusals.map(({ construct, clause }) => `${construct} ${clause}`)).toEqual(['sharing 2'])
    expect(exportRules(policy([sharing(six)])).refused.map(({ construct, clause }) => `${construct} ${clause}`)).toEqual(['sharing 2'])
  })
})

test('a narrower range of the line gives narrower ranges of its payers', () => {
  const thirds = [{ agency: '市财政局', share: '1/3' }, { agency: '县财政局', share: '1/3' }, { agency: '园区', share: '1/3' }]
  const of = policy([sharing(thirds)], b.ceiling(b.field(b.MONEY, b.subject('企业'), '投入')))
  fc.assert(fc.property(fc.nat(40), fc.nat(40), (most, decided) => {
    const amount = Math.min(decided, most)
    const at = (decisions: readonly bigint[]) => b.line(interpret(of, b.input([b.dossier('A', { 投入: rational(BigInt(most)) })], {
      decisions: decisions.map((fen) => ({ kind: 'amount', clause: '2', applicant: 'A', subject: 'A', amount: fen }) as const),
    })), '2', 'A').payers
    const wide = new Map(at([]).map((one) => [one.agency, one]))
    for (const { agency, committed, possible } of at([BigInt(amount)])) {
      const before = wide.get(agency)
      expect(committed >= (before?.committed ?? 0n) && (possible ?? 0n) <= (before?.possible ?? 0n), `${agency} ${committed}..${possible} in ${before?.committed}..${before?.possible}`).toBe(true)
    }
  }))
})

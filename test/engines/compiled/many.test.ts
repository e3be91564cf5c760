import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Applicant, Fact, Input } from '../../../src/engines/engine.ts'
import { FEW } from '../../../src/engines/limit-under.ts'
import { rational } from '../../../src/values/rational.ts'
import * as b from '../../build-core.ts'
import { blurred, inputs, policies } from '../interpret/arbitrary.ts'
import { agree } from './agree.ts'

const RUNS = Math.ceil(Math.min(20_000, Number(process.env['HENG_RUNS'] ?? 400)) / 20)
const P = b.subject('项目')
const SCORE = b.field(b.COUNT, P, '得分')
const COPIES = 12

/** The same applicants many times over, each copy with scores of its own. */
function multiplied(input: Input, choice: fc.Stream<number>, most: number): Input {
  const scored = (fact: Fact | undefined): Fact => (fact?.state === 'given' ? { state: 'given', value: rational(BigInt((choice.next().value ?? 0) % most)) } : fact ?? { state: 'unknown' })
  const copy = (one: Applicant, at: number): Applicant => ({
    ...one, id: `${one.id}-${at}`,
    matters: one.matters.map((matter) => ({ ...matter, id: `${matter.id}-${at % 3}`, facts: new Map([...matter.facts, ['得分', scored(matter.facts.get('得分'))]]) })),
  })
  return { ...input, applicants: [...input.applicants, ...Array.from({ length: COPIES }, (_, at) => input.applicants.map((one) => copy(one, at))).flat()] }
}

const scores = fc.infiniteStream(fc.nat(1000))
const bits = fc.infiniteStream(fc.nat(60))

test('it gives what the interpreter gives where many lines share a limit', () => {
  fc.assert(fc.property(policies, inputs, scores, fc.constantFrom(4, 40, 1000), bits, (policy, few, stream, most, holes) => {
    const many = multiplied(few, stream, most)
    agree(policy, many, false)
    agree(policy, blurred(many, holes), false)
  }), { numRuns: RUNS })
}, 3_600_000)

/** Every share of a shortage among more lines than are compared each with each. */
const SHARES = [
  { kind: 'highest' }, { kind: 'text-order' }, { kind: 'pro-rata' }, { kind: 'undetermined' }, { kind: 'none' },
  b.ranked({ 1: SCORE, 2: SCORE }), b.ranked({ 1: SCORE, 2: SCORE }, 'ascending'),
] as const

for (const share of SHARES) {
  for (const max of share.kind === 'pro-rata' ? [b.yuan(100)] : [b.yuan(100), b.yuan(100_000), b.count(10), b.count(1000)]) {
    const title = `${share.kind}${'direction' in share ? ` ${share.direction}` : ''}, at most ${max.kind === 'literal' ? max.value : ''} ${max.type.kind}`
    const wholes = max.type.kind === 'money' && (share.kind === 'ranked' || share.kind === 'text-order') ? [false, true] : [false]
    test.each(wholes.flatMap((whole) => [[[], whole], [['2'], whole]] as const))(`${title}: ${FEW * 2} lines and more, sparing %j, whole %s`, (spared, whole) => {
      const amount = b.field(b.MONEY, P, '金额')
      const policy = b.policy({
        matters: [b.entity('项目', b.fieldOf('金额', b.MONEY), b.fieldOf('得分', b.COUNT))],
        clauses: [b.clause('1', '项目', b.grant(amount)), b.clause('2', '项目', b.ceiling(b.share(b.percent(33), amount)), { powers: b.POWER })],
        limits: [b.limit('L', max.type.kind === 'money' ? 'budget' : 'quota', ['1', '2'], max, { period: 'year', share, spared, whole })],
      })
      const applicants = Array.from({ length: FEW * 2 }, (_, at) => b.dossier(`A${at}`, {}, b.matterOf('项目', 'p', { 金额: at % 11 === 0 ? null : 100 * (at % 7), 得分: (at * 37) % 50 })))
      agree(policy, b.input(applicants, { ledger: [b.paid('1', 'A1', 'p', 7, '2026-02-01')] }), false)
      expect(applicants.length).toBeGreaterThan(FEW)
    })
  }
}

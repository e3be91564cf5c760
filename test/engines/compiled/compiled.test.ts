import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleInput } from '../../../src/analyses/example-input.ts'
import type { Policy } from '../../../src/core/core.ts'
import { prepare } from '../../../src/engines/compiled/compiled.ts'
import type { Input } from '../../../src/engines/engine.ts'
import { interpret } from '../../../src/engines/interpret/interpret.ts'
import { drawInput, IN_FORCE } from '../../generate/dossiers.ts'
import { built } from '../../generate/draw.ts'
import { policiesUnderTest } from '../../properties/policies.ts'
import * as b from '../../build-core.ts'
import { inputs, policies } from '../interpret/arbitrary.ts'
import { agree, essence } from './agree.ts'
import { policyOf } from '../../policies/evaluate.ts'

for (const version of ['consultation-draft', 'illustrative-amendment']) {
  test(`every example of ${version} comes out as in the interpreter`, () => {
    const policy = policyOf(version)
    for (const example of policy.examples) agree(policy, exampleInput(example))
  })
}

const RUNS = Math.ceil(Math.min(20_000, Number(process.env['HENG_RUNS'] ?? 400)) / 4)

/** Another policy in part: its clauses and limits from place `from` on are those of `other`. */
function mixed(policy: Policy, other: Policy, from: number): Policy {
  const fresh = JSON.parse(JSON.stringify({ ...policy, clauses: [...policy.clauses.slice(0, from), ...other.clauses.slice(from)], limits: other.limits })) as Policy
  return fresh
}

test('what is kept from an earlier preparation never shows', () => {
  fc.assert(fc.property(policies, policies, inputs, inputs, fc.nat(4), (first, second, before, after, from) => {
    const edited = mixed(first, second, from)
    const settings = { on: before.on, asIfPublished: before.asIfPublished, readings: before.readings }
    const earlier = prepare(first, settings)
    earlier.evaluate(before)
    const later = prepare(edited, settings, earlier)
    const cases: readonly Input[] = [before, after, { ...before, ledger: after.ledger }, { ...before, decisions: after.decisions }, { ...before, ledger: [] }, before]
    for (const one of cases) expect(essence(later.evaluate(one))).toEqual(essence(interpret(edited, one)))
  }), { numRuns: RUNS })
}, 3_600_000)

/** The limits of both, in turn. */
function woven(policy: Policy, other: Policy, from: number): Policy {
  return { ...mixed(policy, other, from), limits: policy.limits.map((limit, at) => (at % 2 === from % 2 ? limit : (other.limits[at] ?? limit))) }
}

test('what limits found before an edit never shows, nor after it is taken back', () => {
  fc.assert(fc.property(policies, policies, inputs, inputs, fc.array(fc.nat(4), { minLength: 2, maxLength: 4 }), (first, second, input, other, places) => {
    const settings = { on: input.on, asIfPublished: input.asIfPublished, readings: input.readings }
    let earlier = null
    for (const policy of [first, ...places.map((from) => woven(first, second, from)), second, first]) {
      earlier = prepare(policy, settings, earlier)
      for (const one of [input, { ...input, ledger: other.ledger }, input]) expect(essence(earlier.evaluate(one))).toEqual(essence(interpret(policy, one)))
    }
  }), { numRuns: Math.ceil(RUNS / 4) })
}, 3_600_000)

test('an edit leaves the lines of other clauses the very same, also those that a limit has reduced', () => {
  const P = b.subject('项目')
  const policyWith = (amount: number): Policy => b.policy({
    matters: [b.entity('项目', b.fieldOf('金额', b.MONEY), b.fieldOf('级别', b.IDENTIFIER))],
    clauses: [b.clause('1', '项目', b.grant(b.field(b.MONEY, P, '金额'))), b.clause('2', '项目', b.grant(b.yuan(amount)))],
    limits: [
      b.limit('L', 'cap', ['1'], b.yuan(6), { key: [b.field(b.IDENTIFIER, P, '级别')] }),
      b.limit('M', 'total-cap', ['1', '2'], b.yuan(50), { key: [b.field(b.IDENTIFIER, P, '级别')] }),
    ],
  })
  const input = b.input([b.dossier('甲', {}, b.matterOf('项目', 'p0', { 金额: 900, 级别: 'x' })), b.dossier('乙', {}, b.matterOf('项目', 'p1', { 金额: 100, 级别: 'y' }))])
  const before = prepare(policyWith(5), input)
  const was = before.evaluate(input)
  const edited = policyWith(8)
  const now = prepare(edited, input, before).evaluate(input)
  expect(essence(now)).toEqual(essence(interpret(edited, input)))
  const same = now.applicants.flatMap(({ lines }, at) => lines.map((line, index) => `${line.clause} ${line.adjustments.length} ${line === was.applicants[at]?.lines[index]}`))
  expect(same).toEqual(['1 1 true', '2 0 false', '1 0 true', '2 0 false'])
})

test('an edit of a literal or a definition is seen by the clauses that use it, and by no other', () => {
  const { vocabulary } = policiesUnderTest().find(({ name }) => name.endsWith('consultation-draft'))!
  const { policy } = vocabulary
  const dearer = JSON.parse(JSON.stringify(policy).replaceAll('"value":"20000000"', '"value":"20000100"')) as Policy
  fc.assert(fc.property(built((draw) => drawInput(vocabulary, draw, IN_FORCE)), (input) => {
    const earlier = prepare(policy, input)
    earlier.evaluate(input)
    const later = prepare(dearer, input, earlier)
    expect(essence(later.evaluate(input))).toEqual(essence(interpret(dearer, input)))
    const kept = policy.clauses.filter(({ id }) => later.kept.clauses.get(id) === earlier.kept.clauses.get(id)).length
    expect(kept).toBeGreaterThan(policy.clauses.length / 2)
    expect(kept).toBeLessThan(policy.clauses.length)
  }), { numRuns: Math.ceil(RUNS / 10) })
}, 3_600_000)

test('a key that is not known, with a row for every value, and with a value left out', () => {
  const P = b.subject('项目')
  const [level, passed] = [b.field(b.enumeration('级别类'), P, '级别'), b.field(b.BOOLEAN, P, '通过')]
  const [first, second] = [b.member('级别类', '甲'), b.member('级别类', '乙')]
  const values = (one: typeof first, amount: number) => ({ key: { kind: 'values', values: [one] } as const, values: [b.yuan(amount)] })
  const amounts = [
    b.choose([[b.binary('eq', level, first), b.yuan(3)], [b.binary('eq', level, second), b.yuan(2)]]),
    b.choose([[b.binary('eq', level, first), b.yuan(3)]]),
    b.choose([[b.binary('eq', passed, b.yes), b.yuan(6)], [b.binary('eq', passed, b.no), b.yuan(3)]]),
    b.lookup(b.MONEY, '全表', '标准', level),
    b.lookup(b.MONEY, '缺表', '标准', level),
  ]
  const policy = b.policy({
    matters: [b.entity('项目', b.fieldOf('级别', b.enumeration('级别类')), b.fieldOf('通过', b.BOOLEAN))],
    enumerations: [b.values('级别类', '甲', '乙')],
    tables: [b.table('全表', b.enumeration('级别类'), [['标准', b.MONEY]], [values(first, 3), values(second, 2)]), b.table('缺表', b.enumeration('级别类'), [['标准', b.MONEY]], [values(first, 3)])],
    clauses: amounts.map((amount, at) => b.clause(String(at + 1), '项目', b.grant(amount))),
  })
  for (const facts of [{}, { 级别: '甲', 通过: true }, { 级别: b.NOT_APPLICABLE, 通过: b.NOT_APPLICABLE }]) {
    agree(policy, b.input([b.dossier('A', {}, b.matterOf('项目', 'p', facts))]), false)
  }
  const { applicants } = interpret(policy, b.input([b.dossier('A', {}, b.matterOf('项目', 'p', {}))]))
  expect(applicants[0]?.lines.map(({ committed, possible }) => [committed, possible])).toEqual([[200n, 300n], [0n, 300n], [300n, 600n], [200n, 300n], [0n, 300n]])
})

test('another day, another publication and other readings are another preparation', () => {
  const policy = b.policy({
    applicant: b.entity('企业', b.fieldOf('金额', b.MONEY)),
    parameters: [b.parameterOf('标准', b.MONEY, [null, b.yuan(1)], ['2026-07-01', b.yuan(2)])],
    clauses: [b.clause('1', '企业', b.grant(b.parameter(b.MONEY, '标准')))],
  })
  let earlier = null
  for (const on of ['2026-06-30', '2026-07-01', '2025-12-31', '2026-06-30']) {
    const input = b.input([b.dossier('甲')], { on })
    earlier = prepare(policy, input, earlier)
    expect(essence(earlier.evaluate(input))).toEqual(essence(interpret(policy, input)))
  }
})

test('facts that would decide a shared limit come by subject, then by field, after the line’s own', () => {
  const P = b.subject('项目')
  const policy = b.policy({
    matters: [b.entity('项目', b.fieldOf('金额', b.MONEY), b.fieldOf('级别', b.IDENTIFIER))],
    clauses: [b.clause('1', '项目', b.grant(b.field(b.MONEY, P, '金额'))), b.clause('2', '项目', b.grant(b.yuan(5)))],
    limits: [b.limit('L', 'total-cap', ['1', '2'], b.yuan(6), { key: [b.field(b.IDENTIFIER, P, '级别')] })],
  })
  const input = b.input([b.dossier('甲', {}, b.matterOf('项目', 'p0', { 金额: null, 级别: null }), b.matterOf('项目', 'p1', { 金额: 100, 级别: null }))])
  const [, second] = prepare(policy, input).evaluate(input).applicants[0]?.lines.filter(({ subject }) => subject === 'p0') ?? []
  expect(second?.missing.map(({ subject, field }) => `${subject} ${field}`)).toEqual(['p0 级别', 'p0 金额', 'p1 级别'])
  agree(policy, input)
})

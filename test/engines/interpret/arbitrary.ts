import fc from 'fast-check'
import type { Applicant, Decision, Fact, Facts, Input, LedgerEntry } from '../../../src/engines/engine.ts'
import type { Clause, Effect, Expr, Guarded, Condition, Limit, LimitKind, Policy, Share, Sharing, Term } from '../../../src/core/core.ts'
import { rational } from '../../../src/values/rational.ts'
import * as b from '../../build-core.ts'

/** Random small policies and dossiers in which every construct and every share occurs. */

const P = b.subject('项目')
const LEVELS = ['甲', '乙', '丙'] as const
const amount = (called: string): Expr => b.field(b.MONEY, P, called)

const numbers = fc.letrec<{ money: Expr; condition: Expr }>((tie) => ({
  money: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'expr' },
    fc.nat(60).map((n) => b.yuan(n)),
    fc.constantFrom(amount('金额'), amount('成本'), b.field(b.MONEY, b.applicant(), '规模')),
    fc.tuple(fc.constantFrom(10, 33, 50, 120), tie('money')).map(([rate, of]) => b.share(b.percent(rate), of)),
    fc.tuple(fc.constantFrom('add', 'subtract'), tie('money'), tie('money')).map(([op, x, y]) => b.binary(op as 'add', x, y)),
    fc.tuple(tie('money'), tie('money')).map(([x, y]) => b.min(x, y)),
    fc.tuple(tie('money'), tie('money')).map(([x, y]) => b.max(x, y)),
    fc.tuple(tie('condition'), tie('money'), fc.option(tie('money'))).map(([when, then, otherwise]) => b.choose([[when, then]], otherwise)),
    fc.tuple(tie('condition'), tie('money'), tie('condition'), tie('money')).map(([w1, t1, w2, t2]) => b.choose([[w1, t1], [w2, t2]])),
    tie('money').map((base) => b.marginal(base, [b.yuan(20), b.percent(10)], [b.yuan(40), b.percent(33)], [null, b.percent(50)])),
    tie('condition').map((where) => b.aggregate('sum', '项目', b.field(b.MONEY, b.item('项目'), '金额'), overItem(where))),
    tie('condition').map((where) => b.aggregate('max', '项目', b.field(b.MONEY, b.item('项目'), '成本'), overItem(where))),
    fc.constant(b.share(b.binary('divide', amount('金额'), amount('成本'), b.RATIO), b.yuan(10))),
    fc.constant(b.share(b.binary('whole-steps', amount('金额'), amount('成本'), b.COUNT), b.yuan(3))),
    fc.constant(b.granted(['1', '2'], [b.field(b.IDENTIFIER, P, '编号')])),
    fc.constant(b.granted(['1', '2'], [], 'ever', 'amount', { from: b.binary('subtract', b.field(b.DATE, P, '日期'), b.months(3), b.DATE) })),
    fc.constant(b.granted(['1'], [b.field(b.IDENTIFIER, P, '编号')], 'ever', 'amount', { from: b.day('2026-01-01'), until: b.field(b.DATE, P, '日期') })),
    fc.constant(b.lookup(b.MONEY, '档次', '额', amount('金额'))),
    fc.constant(b.parameter(b.MONEY, '标准')),
    fc.constant(b.binary('multiply', b.yuan(7), b.periodNumber, b.MONEY)),
  ),
  condition: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'expr' },
    fc.constantFrom(b.yes, b.field(b.BOOLEAN, P, '通过'), b.field(b.BOOLEAN, P, '新认定'), b.definition(b.BOOLEAN, '合格', P)),
    fc.tuple(fc.constantFrom('lt', 'le', 'gt', 'ge', 'eq', 'ne'), tie('money'), tie('money')).map(([op, x, y]) => b.binary(op as 'lt', x, y)),
    fc.tuple(fc.constantFrom('eq', 'ne'), fc.constantFrom(...LEVELS)).map(([op, level]) => b.binary(op as 'eq', b.field(b.enumeration('级别类'), P, '级别'), b.member('级别类', level))),
    fc.subarray([...LEVELS], { minLength: 1 }).map((levels) => b.oneOf(b.field(b.enumeration('级别类'), P, '级别'), ...levels.map((level) => b.member('级别类', level)))),
    fc.constant(b.binary('ge', b.binary('add', b.field(b.DATE, P, '日期'), b.months(2), b.DATE), b.today)),
    fc.constant(b.binary('gt', b.yearOf(b.field(b.DATE, P, '日期')), b.count(2025))),
    fc.constant(b.binary('lt', b.periodNumber, b.count(3))),
    fc.constant(b.binary('ge', b.periodStart, b.monthStart(b.field(b.DATE, P, '日期')))),
    fc.constant(b.binary('gt', b.field(b.DATE, P, '日期'), b.yearStart(b.today))),
    tie('condition').map(b.not),
    fc.tuple(tie('condition'), tie('condition')).map(([x, y]) => b.and(x, y)),
    fc.tuple(tie('condition'), tie('condition')).map(([x, y]) => b.or(x, y)),
    fc.constant(b.aggregate('exists', '项目', null, b.field(b.BOOLEAN, b.item('项目'), '通过'))),
    fc.constant(b.binary('ge', b.aggregate('count', '项目', null, b.field(b.BOOLEAN, b.item('项目'), '新认定')), b.count(2))),
    fc.constant(b.binary('ge', b.granted(['1'], [], 'year', 'count'), b.count(1))),
  ),
}))

/** The same condition, said of the matter that an aggregate looks at. */
function overItem(expr: Expr): Expr {
  return JSON.parse(JSON.stringify(expr).replaceAll('"kind":"subject"', '"kind":"item","depth":0')) as Expr
}

const effect: fc.Arbitrary<Effect> = fc.oneof(
  { weight: 4, arbitrary: numbers.money.map((of) => b.grant(of)) },
  { weight: 1, arbitrary: fc.tuple(numbers.money, numbers.money).map(([of, less]) => b.grant(of, less)) },
  { weight: 3, arbitrary: numbers.money.map((of) => b.ceiling(of)) },
  { weight: 1, arbitrary: fc.constant(b.ceiling(null)) },
  { weight: 1, arbitrary: numbers.money.map((of) => b.repayment(of)) },
  { weight: 1, arbitrary: numbers.condition.map((when) => b.status('级别类', b.choose([[when, b.member('级别类', '甲')], [b.field(b.BOOLEAN, P, '通过'), b.member('级别类', '乙')]]))) },
  { weight: 1, arbitrary: fc.constant(b.inKind(b.min(b.field(b.DURATION, P, '期限'), b.months(24)))) },
)

const date = b.field(b.DATE, P, '日期')
const term: fc.Arbitrary<Term | null> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.record<Term>({
      unit: fc.constantFrom('month', 'year'),
      from: fc.constantFrom(date, b.day('2026-03-15'), b.binary('add', date, b.months(1), b.DATE), b.max(date, b.inForceDay)),
      until: fc.constantFrom(null, null, b.day('2026-05-01'), b.binary('add', date, b.months(2), b.DATE)),
      longest: fc.constantFrom(null, b.months(2), b.months(12), b.field(b.DURATION, P, '期限')),
    }),
  },
)

const CLAUSES = ['1', '2', '3', '4'] as const

const clauses: fc.Arbitrary<readonly Clause[]> = fc.tuple(...CLAUSES.map((id, at) =>
  fc.record({
    effect,
    conditions: fc.array(fc.tuple(numbers.condition, fc.boolean()), { maxLength: 2 }),
    power: fc.integer({ min: 0, max: 9 }),
    when: numbers.condition,
    term,
    exceptionTo: fc.subarray(CLAUSES.slice(0, at), { maxLength: Math.min(1, at) }),
    reinstates: fc.subarray(CLAUSES.slice(0, at), { maxLength: Math.min(1, at) }),
  }).map(({ effect: of, conditions, power, when, term: paid, exceptionTo, reinstates }) =>
    b.clause(id, '项目', of, { powers: power === 0 ? b.POWER : power === 1 ? [b.under({ when, cites: [] })] : [], terms: paid === null ? [] : [b.under(paid)], exceptionTo: at % 2 === 1 ? exceptionTo : [], reinstates: at === 2 ? reinstates : [], conditions: conditions.map(([expr, negated]): Guarded<Condition> => b.under({ expr, negated, cites: [] })) }))))

const KEYS: readonly (readonly Expr[])[] = [[], [P], [P, b.periodStart], [b.field(b.IDENTIFIER, P, '编号')], [b.applicant()], [b.field(b.IDENTIFIER, P, '编号'), b.applicant()], [b.field(b.enumeration('级别类'), P, '级别')]]
const KINDS: readonly LimitKind[] = ['once', 'cap', 'quota', 'non-cumulation', 'total-cap', 'budget']

function shares(of: readonly string[]): fc.Arbitrary<Share> {
  const by = (expr: Expr): { readonly [clause: string]: Expr } => Object.fromEntries(of.map((id) => [id, expr]))
  return fc.oneof(
    fc.constantFrom<Share>({ kind: 'highest' }, { kind: 'text-order' }, { kind: 'pro-rata' }, { kind: 'undetermined' }, { kind: 'none' }),
    fc.constantFrom<Share>(b.ranked(by(b.field(b.COUNT, P, '得分'))), b.ranked(by(b.field(b.DATE, P, '日期')), 'ascending')),
  )
}

const covering = (of: readonly string[]): fc.Arbitrary<Limit['when'][number]> => fc.tuple(numbers.condition, fc.boolean(), fc.subarray([...of])).map(([expr, negated, has]) => b.under({ expr: Object.fromEntries(has.map((id) => [id, expr])), negated }))

const limit = (at: number): fc.Arbitrary<Limit> => fc.subarray([...CLAUSES], { minLength: 1 }).chain((of) => fc.record({
  kind: fc.constantFrom(...KINDS),
  key: fc.constantFrom(...KEYS),
  period: fc.constantFrom('ever', 'year', 'month', null),
  share: shares(of),
  when: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(covering(of), { minLength: 1, maxLength: 2 }) }),
  cumulable: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray([...CLAUSES], { minLength: 1, maxLength: 2 }).map((listed) => [b.under<readonly string[]>(listed)]) }),
  widened: fc.option(fc.record({ max: fc.nat(120).map((n) => b.yuan(n)), when: fc.option(numbers.condition) }), { freq: 1 }),
  whole: fc.boolean(),
  spared: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray([...of], { maxLength: 1 }) }),
  elsewhere: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(amount('成本'), b.yuan(25), b.min(amount('金额'), b.yuan(30))) }),
  inPrinciple: fc.boolean(),
  max: fc.oneof(fc.integer({ min: 0, max: 3 }).map((n) => b.count(n)), fc.nat(80).map((n) => b.yuan(n)), fc.constant(amount('成本'))),
}).map(({ kind, key, period, share, whole, when, cumulable, spared, widened, elsewhere, inPrinciple, max }) =>
  b.limit(`L${at}`, kind, of, max, { key, period, when, spared: kind === 'total-cap' || kind === 'budget' || kind === 'quota' ? spared : [], widened: max.type.kind === 'money' ? widened : null, cumulable: kind === 'non-cumulation' && max.type.kind !== 'money' ? cumulable : [], elsewhere: kind === 'non-cumulation' && elsewhere !== null ? Object.fromEntries(of.map((id) => [id, elsewhere])) : null, inPrinciple, whole: whole && max.type.kind === 'money' && (share.kind === 'ranked' || share.kind === 'text-order'), share: share.kind === 'pro-rata' && max.type.kind !== 'money' ? { kind: 'undetermined' } : share })))

const passed = b.field(b.BOOLEAN, P, '通过')
const SHARINGS: readonly (readonly Sharing[])[] = [
  [],
  [{ id: 'S', clauses: ['1', '2', '3'], payers: [{ agency: '市科技局', share: '1/3' }, { agency: '区', share: '1/3' }, { agency: '园', share: '1/3' }], when: null, under: [], cites: [] }],
  [
    { id: 'S', clauses: ['1', '2'], payers: [{ agency: '市科技局', share: '3/5' }, { agency: '区', share: '2/5' }], when: Object.fromEntries(['1', '2'].map((id) => [id, { expr: passed, negated: true, cites: [] }])), under: [], cites: [] },
    { id: 'S', clauses: ['2', '4'], payers: [{ agency: '园', share: '1' }], when: Object.fromEntries(['2', '4'].map((id) => [id, { expr: passed, negated: false, cites: [] }])), under: [], cites: [] },
  ],
]

export const policies: fc.Arbitrary<Policy> = fc.tuple(fc.constantFrom(...SHARINGS), clauses, fc.integer({ min: 0, max: 3 }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, at) => limit(at))))).map(([sharing, of, limits]) => b.policy({
  sharing, agencies: ['市科技局', '区', '园'].map((one) => b.name(one)),
  applicant: b.entity('企业', b.fieldOf('规模', b.MONEY)),
  matters: [b.entity('项目', b.fieldOf('金额', b.MONEY), b.fieldOf('成本', b.MONEY), b.fieldOf('通过', b.BOOLEAN), b.fieldOf('新认定', b.BOOLEAN), b.fieldOf('级别', b.enumeration('级别类')), b.fieldOf('编号', b.IDENTIFIER), b.fieldOf('得分', b.COUNT), b.fieldOf('日期', b.DATE), b.fieldOf('期限', b.DURATION))],
  enumerations: [b.values('级别类', ...LEVELS)],
  tables: [b.table('档次', b.MONEY, [['额', b.MONEY]], [
    { key: { kind: 'interval', low: null, high: { value: b.yuan(20), closed: false } }, values: [b.yuan(5)] },
    { key: { kind: 'interval', low: { value: b.yuan(20), closed: true }, high: { value: b.yuan(50), closed: false } }, values: [b.yuan(15)] },
  ])],
  parameters: [b.parameterOf('标准', b.MONEY, [null, b.yuan(11)], ['2026-04-01', b.yuan(13)], ['2026-06-01', b.yuan(9)])],
  definitions: [b.define('合格', '项目', b.BOOLEAN, b.or(b.field(b.BOOLEAN, P, '新认定'), b.binary('ge', amount('金额'), b.yuan(30))))],
  clauses: of,
  limits,
}))

// ---------------------------------------------------------------- inputs

const notApplicable: fc.Arbitrary<Fact> = fc.constant({ state: 'not-applicable' })
const given = <T extends string | boolean>(of: fc.Arbitrary<T>): fc.Arbitrary<Fact> => of.map((value) => ({ state: 'given', value }))
const fen = fc.oneof(fc.nat(60).map((n) => n * 100), fc.nat(6000)).map((n): Fact => ({ state: 'given', value: rational(BigInt(n)) }))
const whole = (most: number): fc.Arbitrary<Fact> => fc.nat(most).map((n) => ({ state: 'given', value: rational(BigInt(n)) }))
const rarely = (of: fc.Arbitrary<Fact>): fc.Arbitrary<Fact> => fc.oneof({ weight: 9, arbitrary: of }, { weight: 1, arbitrary: notApplicable })
const DAYS = ['2025-03-01', '2026-02-28', '2026-05-15', '9999-12-31']

const facts: fc.Arbitrary<Facts> = fc.record({
  金额: rarely(fen), 成本: rarely(fen), 通过: rarely(given(fc.boolean())), 新认定: rarely(given(fc.boolean())),
  级别: rarely(given(fc.constantFrom(...LEVELS))), 编号: rarely(given(fc.constantFrom('x', 'y'))), 得分: rarely(whole(3)),
  日期: rarely(given(fc.constantFrom(...DAYS))), 期限: rarely(whole(30)),
}).map((of) => new Map(Object.entries(of)))

const applicants: fc.Arbitrary<readonly Applicant[]> = fc.array(fc.tuple(fen, fc.array(facts, { maxLength: 3 })), { minLength: 1, maxLength: 3 })
  .map((of) => of.map(([size, matters], at): Applicant => ({ id: `A${at}`, facts: new Map([['规模', size]]), matters: matters.map((has, n) => ({ entity: '项目', id: `p${n}`, facts: has })) })))

const ledger: fc.Arbitrary<readonly LedgerEntry[]> = fc.array(fc.record({
  clause: fc.constantFrom(...CLAUSES), applicant: fc.constantFrom('A0', 'A1'), subject: fc.constantFrom('p0', 'p1', null), day: fc.constantFrom('2024-01-05', '2026-03-01', '2026-06-02'),
  amount: fc.nat(3000).map(BigInt), facts,
}), { maxLength: 3 })

const decisions: fc.Arbitrary<readonly Decision[]> = fc.array(fc.oneof(
  fc.record({ kind: fc.constant('amount' as const), clause: fc.constantFrom(...CLAUSES), applicant: fc.constantFrom('A0', 'A1'), subject: fc.constantFrom('p0', 'p1'), amount: fc.nat(4000).map(BigInt) }),
  fc.record({ kind: fc.constant('use' as const), clause: fc.constantFrom(...CLAUSES), applicant: fc.constantFrom('A0', 'A1'), subject: fc.constantFrom('p0', 'p1'), used: fc.boolean() }),
  fc.record({ kind: fc.constant('limit' as const), clause: fc.constantFrom('L0', 'L1'), applicant: fc.constantFrom('A0', 'A1'), subject: fc.constantFrom('p0', 'A0', 'A1'), amount: fc.nat(9000).map(BigInt) }),
  fc.record({ kind: fc.constant('exception' as const), limit: fc.constantFrom('L0', 'L1'), applicant: fc.constant(null), subjects: fc.subarray(['p0', 'p1', 'p2']), reason: fc.constant('') }),
), { maxLength: 3 })

/** Every fact given (or not applicable). */
export const inputs: fc.Arbitrary<Input> = fc.record({ applicants, ledger, decisions }).map((of) => b.input(of.applicants, of))

/** The same input with some facts taken away. */
export function blurred(full: Input, choice: fc.Stream<number>): Input {
  const blur = (of: Facts): Facts => new Map([...of].flatMap(([name, fact]): [string, Fact][] => {
    if (fact.state !== 'given') return [[name, fact]]
    const pick = choice.next().value ?? 0
    return pick === 0 ? [[name, { state: 'unknown' }]] : pick === 1 ? [] : [[name, fact]]
  }))
  return {
    ...full,
    applicants: full.applicants.map((one) => ({ ...one, facts: blur(one.facts), matters: one.matters.map((matter) => ({ ...matter, facts: blur(matter.facts) })) })),
    ledger: full.ledger.map((entry) => ({ ...entry, facts: blur(entry.facts) })),
  }
}

import fc from 'fast-check'
import type { Clause, Effect, Expr, Limit, Policy } from '../../../src/core/core.ts'
import type { Applicant, Decision, Fact, FactValue, Facts, Input, LedgerEntry, Matter } from '../../../src/engines/engine.ts'
import { rational } from '../../../src/values/rational.ts'
import type { Type } from '../../../src/values/types.ts'
import {
  POWER, aggregate, and, applicant, binary, BOOLEAN, ceiling, choose, clause, COUNT, count, DATE, day, define, definition, direction, DURATION, entity, enumeration, field, fieldOf, granted,
  IDENTIFIER, inForceDay, inKind, input, item, limit, lookup, marginal, matter, max, member, min, MONEY, months, name, not, oneOf, or, parameter, parameterOf, percent, policy, RATIO, referral,
  share, status, subject, table, today, under, unless, values, when, yearOf, yuan,
} from '../../build-core.ts'

const LEVEL = enumeration('级别')
const ON_PROJECT = subject('项目')
const TON: Type = { kind: 'quantity', unit: '吨' }
const PRICE: Type = { kind: 'price', unit: '吨' }

/** Facts of the two entities of every generated policy. */
const PROJECT: readonly (readonly [string, Type])[] = [['得奖', BOOLEAN], ['投入', MONEY], ['工薪', MONEY], ['等级', LEVEL], ['日期', DATE], ['人数', COUNT], ['占比', RATIO], ['编号', IDENTIFIER], ['同伴', matter('项目')], ['期限', DURATION], ['用量', TON], ['单价', PRICE]]
const FIRM: readonly (readonly [string, Type])[] = [['规模', MONEY], ['首次', BOOLEAN], ['等第', LEVEL]]

const factExpr = (type: Type, of: Expr, called: string): Expr => field(type, of, called)
const own = (type: Type, called: string): Expr => factExpr(type, ON_PROJECT, called)

function money(depth: number): fc.Arbitrary<Expr> {
  const leaf = fc.oneof(
    fc.constantFrom(own(MONEY, '投入'), own(MONEY, '工薪'), factExpr(MONEY, applicant(), '规模'), parameter(MONEY, '标准'), factExpr(MONEY, own(matter('项目'), '同伴'), '投入')),
    fc.integer({ min: 0, max: 3000000 }).map((fen) => ({ ...yuan(0), value: String(fen) }) as Expr),
  )
  if (depth === 0) return leaf
  const deeper = money(depth - 1)
  return fc.oneof(
    leaf,
    fc.tuple(fc.integer({ min: 1, max: 130 }), deeper).map(([rate, of]) => share(percent(rate), of)),
    fc.tuple(deeper, deeper).map(([a, b]) => min(a, b)),
    fc.tuple(deeper, deeper).map(([a, b]) => max(a, b)),
    fc.tuple(deeper, deeper).map(([a, b]) => binary('add', a, b)),
    fc.tuple(deeper, deeper).map(([a, b]) => binary('subtract', a, b)),
    fc.tuple(deeper, fc.integer({ min: 1, max: 9 })).map(([a, by]) => binary('divide', a, count(by))),
    fc.tuple(deeper, fc.integer({ min: 1, max: 50000 })).map(([a, step]) => binary('multiply', yuan(7), binary('whole-steps', a, yuan(step), COUNT), MONEY)),
    fc.tuple(truthOf(depth - 1), deeper, deeper, fc.boolean()).map(([test, a, b, open]) => choose([[test, a], [binary('gt', own(COUNT, '人数'), count(3)), b]], open ? null : yuan(1))),
    fc.tuple(deeper, fc.integer({ min: 1, max: 9999 })).map(([base, bound]) => marginal(base, [yuan(bound), percent(3)], [yuan(bound * 3), percent(5)], [null, percent(11)])),
    fc.constantFrom(
      lookup(MONEY, '档次', '金额', own(MONEY, '投入')), lookup(MONEY, '等级表', '金额', own(LEVEL, '等级')), share(lookup(RATIO, '档次', '比例', own(MONEY, '投入')), own(MONEY, '工薪')),
      definition(MONEY, '半数', ON_PROJECT), definition(MONEY, '半数', own(matter('项目'), '同伴')), binary('multiply', own(PRICE, '单价'), own(TON, '用量'), MONEY), share(own(RATIO, '占比'), own(MONEY, '工薪')),
      aggregate('sum', '项目', factExpr(MONEY, item('项目'), '投入'), factExpr(BOOLEAN, item('项目'), '得奖')), aggregate('max', '项目', factExpr(MONEY, item('项目'), '工薪'), null),
      aggregate('min', '项目', share(percent(7), factExpr(MONEY, item('项目'), '工薪')), binary('gt', factExpr(COUNT, item('项目'), '人数'), count(2))), binary('multiply', yuan(900), own(COUNT, '人数'), MONEY),
      binary('multiply', yuan(500), aggregate('count', '项目', null, binary('ge', factExpr(MONEY, applicant(), '规模'), factExpr(MONEY, item('项目'), '投入'))), MONEY),
      binary('subtract', yuan(20000), granted(['1.1'])), binary('subtract', yuan(20000), granted(['1.1'], [], 'ever', 'amount', { until: own(DATE, '日期') })),
    ),
  )
}

function truthOf(depth: number): fc.Arbitrary<Expr> {
  const leaf = fc.constantFrom(
    own(BOOLEAN, '得奖'), factExpr(BOOLEAN, applicant(), '首次'), binary('eq', own(LEVEL, '等级'), member('级别', '甲')), oneOf(own(LEVEL, '等级'), member('级别', '乙'), member('级别', '丙')),
    binary('ge', own(DATE, '日期'), inForceDay), binary('lt', own(DATE, '日期'), today), binary('eq', yearOf(own(DATE, '日期')), yearOf(today)), binary('ge', own(COUNT, '人数'), count(3)),
    binary('gt', own(RATIO, '占比'), percent(30)), definition(BOOLEAN, '新近', ON_PROJECT), aggregate('exists', '项目', null, factExpr(BOOLEAN, item('项目'), '得奖')),
    binary('ge', binary('divide', own(MONEY, '工薪'), own(MONEY, '投入'), RATIO), percent(40)), binary('ge', own(DURATION, '期限'), months(24)), binary('eq', own(matter('项目'), '同伴'), ON_PROJECT),
    binary('eq', own(LEVEL, '等级'), factExpr(LEVEL, applicant(), '等第')), factExpr(BOOLEAN, own(matter('项目'), '同伴'), '得奖'), binary('ge', own(DATE, '日期'), day('2026-03-01')),
    binary('le', binary('add', own(DATE, '日期'), months(2), DATE), today), binary('gt', own(DATE, '日期'), binary('subtract', today, own(DURATION, '期限'), DATE)),
  )
  if (depth === 0) return leaf
  const deeper = truthOf(depth - 1)
  const compared = fc.tuple(fc.constantFrom('lt' as const, 'le' as const, 'gt' as const, 'ge' as const, 'eq' as const, 'ne' as const), money(depth - 1), money(depth - 1)).map(([op, a, b]) => binary(op, a, b))
  return fc.oneof(leaf, compared, fc.tuple(deeper, deeper).map(([a, b]) => and(a, b)), fc.tuple(deeper, deeper).map(([a, b]) => or(a, b)), deeper.map((a) => not(a)))
}

function effect(depth: number): fc.Arbitrary<Effect> {
  return fc.oneof(
    { weight: 4, arbitrary: money(depth).map((amount): Effect => ({ kind: 'grant', amount, deductions: [] })) },
    { weight: 2, arbitrary: fc.tuple(money(depth), money(0)).map(([amount, less]): Effect => ({ kind: 'grant', amount, deductions: [under(less)] })) },
    { weight: 3, arbitrary: money(depth).map((amount) => ceiling(amount)) },
    money(depth).map((amount): Effect => ({ kind: 'repayment', amount })),
    fc.constantFrom(ceiling(null), referral, direction, inKind(own(DURATION, '期限')), inKind(min(own(DURATION, '期限'), months(24))), inKind(null)),
    truthOf(1).map((test) => status('级别', choose([[test, member('级别', '甲')], [own(BOOLEAN, '得奖'), member('级别', '乙')]], null))),
  )
}

function clauseArbitrary(id: string, depth: number): fc.Arbitrary<Clause> {
  return fc.record({ effect: effect(depth), conditions: fc.array(fc.tuple(truthOf(1), fc.integer({ min: 0, max: 4 })), { maxLength: 2 }), power: fc.integer({ min: 0, max: 9 }), exception: fc.integer({ min: 0, max: 9 }), late: fc.integer({ min: 0, max: 9 }) })
    .map(({ effect, conditions, power, exception, late }) => clause(id, '项目', effect, {
      conditions: conditions.map(([expr, negated]) => (negated === 0 ? unless(expr) : when(expr))),
      powers: power === 0 ? POWER : [], exceptionTo: exception === 0 && id !== '1.1' ? ['1.1'] : [], reinstates: exception === 1 && id !== '1.1' ? ['1.1'] : [], valid: late === 0 ? { from: '2026-07-01', until: null } : late === 1 ? { from: null, until: '2026-07-02' } : null,
    }))
}

function limitArbitrary(ids: readonly string[]): fc.Arbitrary<Limit> {
  const some = fc.subarray([...ids], { minLength: 1 })
  const keys = fc.constantFrom<readonly Expr[]>([ON_PROJECT], [own(IDENTIFIER, '编号')], [applicant()], [own(matter('项目'), '同伴')], [yearOf(own(DATE, '日期'))], [])
  return fc.record({ clauses: some, key: keys, which: fc.integer({ min: 0, max: 5 }), most: fc.integer({ min: 0, max: 30000 }), places: fc.integer({ min: 1, max: 12 }), principle: fc.boolean() }).map(({ clauses, key, which, most, places, principle }) => {
    switch (which) {
      case 0: return limit('L', 'once', clauses, count(1), { key: [...key, ON_PROJECT] })
      case 1: return limit('L', 'cap', clauses.slice(0, 1), yuan(most), { key: [ON_PROJECT] })
      case 2: return limit('L', 'cap', clauses, share(percent(33), own(MONEY, '投入')), { key })
      case 3: return limit('L', 'quota', clauses, count(places), { key, period: 'year' })
      case 4: return limit('L', 'non-cumulation', clauses, count(1), { key, inPrinciple: principle })
      default: return limit('L', 'total-cap', clauses, yuan(most * 10), { key, share: { kind: 'pro-rata' } })
    }
  })
}

/** Policies with most of what the core can say. */
export const policyArbitrary: fc.Arbitrary<Policy> = fc.tuple(clauseArbitrary('1.1', 2), clauseArbitrary('1.2', 2), clauseArbitrary('2.1', 1), fc.boolean()).chain(([a, b, c, open]) =>
  fc.array(limitArbitrary(['1.1', '1.2', '2.1']), { maxLength: 2 }).map((limits) => policy({
    applicant: entity('企业', ...FIRM.map(([called, type]) => fieldOf(called, type))),
    matters: [entity('项目', ...PROJECT.map(([called, type]) => fieldOf(called, type)))],
    enumerations: [values('级别', '甲', '乙', '丙')],
    definitions: [define('半数', '项目', MONEY, share(percent(50), own(MONEY, '工薪'))), define('新近', '项目', BOOLEAN, binary('ge', own(DATE, '日期'), inForceDay))],
    parameters: [parameterOf('标准', MONEY, [open ? '2026-02-01' : null, yuan('2060.55')], ['2026-05-01', yuan(2200)])],
    tables: [
      table('档次', MONEY, [['金额', MONEY], ['比例', RATIO]], [
        { key: { kind: 'interval', low: null, high: { value: yuan(500), closed: false } }, values: [yuan(3), percent(1)] },
        { key: { kind: 'interval', low: { value: yuan(500), closed: true }, high: { value: yuan(5000), closed: true } }, values: [yuan(70), percent(7)] },
        ...(open ? [] : [{ key: { kind: 'otherwise' as const }, values: [yuan(900), percent(9)] }]),
      ]),
      table('等级表', LEVEL, [['金额', MONEY]], [{ key: { kind: 'values', values: [member('级别', '甲'), member('级别', '乙')] }, values: [yuan(30)] }]),
    ],
    measures: [{ id: '1', name: name('措施一'), responsible: ['市科技局'], cooperating: [], heading: null, responsibility: null }],
    clauses: [a, b, c], limits,
  })))

const fen = fc.oneof(fc.bigInt(0n, 30_000n), fc.bigInt(0n, 2_000_000n), fc.constantFrom(0n, 1n, 49_999n, 50_000n, 50_001n, 500_000n, 9_007_199_254_740_991n, 9_007_199_254_740_993n, 10n ** 25n))

function valueArbitrary(type: Type, ids: readonly string[]): fc.Arbitrary<FactValue> {
  switch (type.kind) {
    case 'boolean': return fc.boolean()
    case 'money': return fen.map((n) => rational(n))
    case 'ratio': return fc.integer({ min: 0, max: 1200 }).map((n) => rational(BigInt(n), 1000n))
    case 'quantity':
    case 'price': return fc.integer({ min: 0, max: 90000 }).map((n) => rational(BigInt(n), 100n))
    case 'date': return fc.constantFrom('2025-12-31', '2026-01-01', '2026-03-01', '2026-06-29', '2026-06-30', '2026-07-01')
    case 'enumeration': return fc.constantFrom('甲', '乙', '丙')
    case 'identifier': return fc.constantFrom('K1', 'K2', 'K3')
    case 'matter': return fc.constantFrom(...ids)
    default: return fc.integer({ min: 0, max: 40 }).map((n) => rational(BigInt(n)))
  }
}

function factsArbitrary(fields: readonly (readonly [string, Type])[], ids: readonly string[], gaps: boolean): fc.Arbitrary<Facts> {
  const one = ([called, type]: readonly [string, Type]) => {
    const given = valueArbitrary(type, ids).map((value): readonly (readonly [string, Fact])[] => [[called, { state: 'given', value }]])
    if (!gaps) return given
    return fc.oneof(
      { weight: 30, arbitrary: given },
      fc.constantFrom<readonly (readonly [string, Fact])[]>([], [[called, { state: 'unknown' }]], [[called, { state: 'not-applicable' }]]),
    )
  }
  return fc.tuple(...fields.map(one)).map((entries) => new Map(entries.flat()))
}

function applicantArbitrary(id: string, gaps: boolean): fc.Arbitrary<Applicant> {
  return fc.subarray(['P1', 'P2', 'P3'], { minLength: 1 }).chain((ids) => fc.record({
    id: fc.constant(id), facts: factsArbitrary(FIRM, ids, gaps),
    matters: fc.tuple(...ids.map((matter) => factsArbitrary(PROJECT, ids, gaps).map((facts): Matter => ({ entity: '项目', id: matter, facts })))),
  }))
}

const CLAUSES = ['1.1', '1.2', '2.1'] as const

const decisionArbitrary: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({ kind: fc.constant('amount' as const), clause: fc.constantFrom(...CLAUSES), applicant: fc.constantFrom('A', 'B'), subject: fc.constantFrom('P1', 'P2'), amount: fc.bigInt(0n, 40_000n) }),
  fc.record({ kind: fc.constant('use' as const), clause: fc.constantFrom(...CLAUSES), applicant: fc.constantFrom('A', 'B'), subject: fc.constantFrom('P1', 'P2'), used: fc.boolean() }),
  fc.record({ kind: fc.constant('exception' as const), limit: fc.constant('L'), applicant: fc.constantFrom(null, 'A'), subjects: fc.constantFrom(['P1'], ['P1', 'P2']), reason: fc.constant('会议纪要') }),
)

const entryArbitrary: fc.Arbitrary<LedgerEntry> = fc.record({
  clause: fc.constantFrom(...CLAUSES), applicant: fc.constantFrom('A', 'B'), subject: fc.constantFrom('P1', null), day: fc.constantFrom('2025-06-01', '2026-02-01'), amount: fc.bigInt(0n, 40_000n), facts: fc.constant(new Map<string, Fact>()),
})

/** Inputs: plain ones have every fact, no ledger and no decisions. */
export function inputArbitrary(plain: boolean): fc.Arbitrary<Input> {
  return fc.record({
    applicants: fc.tuple(applicantArbitrary('A', !plain), applicantArbitrary('B', !plain), fc.integer({ min: 1, max: 2 })).map(([a, b, n]) => [a, b].slice(0, n)),
    on: fc.constantFrom('2026-06-30', '2026-06-30', '2026-03-15', '2026-07-02', '2025-12-31'),
    ledger: plain ? fc.constant([]) : fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.array(entryArbitrary, { maxLength: 2 })),
    decisions: plain ? fc.constant([]) : fc.array(decisionArbitrary, { maxLength: 2 }),
  }).map(({ applicants, ...more }) => input(applicants, more))
}

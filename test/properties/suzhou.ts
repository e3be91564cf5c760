import type { Facts, FactValue, Input, Line } from '../../src/engines/engine.ts'
import { drawInput, KNOWN } from '../generate/dossiers.ts'
import { inForceDay } from './exact.ts'
import { holds, lineName, lines, type Property, property, rangeText, scopeOf } from './property.ts'

/**
 * The eight measures of the consultation draft and of its amendment once more, by hand from their texts: what each clause comes to when every
 * fact is given, under any readings, before limits between lines. It shares nothing with the policy's files.
 */
type Outcome =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'grant' | 'ceiling'; readonly fen: bigint }
  | { readonly kind: 'status'; readonly status: string }
  | { readonly kind: 'months'; readonly months: bigint }
  | { readonly kind: 'holds' }
  /** A power, or an amount that the text does not state: no number to compare. */
  | { readonly kind: 'open' }

const WAN = 1_000_000n
const NOTHING: Outcome = { kind: 'nothing' }
const grant = (fen: bigint): Outcome => ({ kind: 'grant', fen })

interface Case {
  readonly unit: (field: string) => FactValue | undefined
  readonly fact: (field: string) => FactValue | undefined
  readonly inForce: string
  /** The reading of an ambiguity that is not the default is chosen. */
  readonly other: (ambiguity: string) => boolean
  /** The illustrative amendment, which differs in a rate, a threshold and a clause. */
  readonly amended: boolean
}

const read = (facts: Facts) => (field: string): FactValue | undefined => {
  const fact = facts.get(field)
  return fact?.state === 'given' ? fact.value : undefined
}

/** Money in fen or months; −1 where it is not given, which the caller has excluded. */
function whole(value: FactValue | undefined): bigint {
  return typeof value === 'object' && value.d === 1n ? value.n : -1n
}

const among = (value: FactValue | undefined, amounts: Readonly<Record<string, bigint>>): Outcome => {
  const fen = typeof value === 'string' ? amounts[value] : undefined
  return fen === undefined ? NOTHING : grant(fen)
}

/** 新认定、新获批 */
const isNew = ({ fact, inForce }: Case): boolean => String(fact('认定日期')) >= inForce && fact('此前已获同级认定') === false

const lower = (a: bigint, b: bigint): bigint => (a < b ? a : b)

function talentClass({ fact, amended }: Case): Outcome {
  const [salary, months] = [whole(fact('年薪')), whole(fact('管理研发年限'))]
  if (salary >= (amended ? 60n : 50n) * WAN && months >= 36n) return { kind: 'status', status: 'E类人才' }
  return salary >= 30n * WAN && months >= 24n ? { kind: 'status', status: 'F类人才' } : NOTHING
}

const when = (condition: boolean, outcome: Outcome): Outcome => (condition ? outcome : NOTHING)

const CLAUSES: Readonly<Record<string, (one: Case) => Outcome>> = {
  '1.1': ({ fact }) => when(fact('入选市级典型案例') === true, grant(20n * WAN)),
  '1.2': (one) => when(isNew(one), among(one.fact('认定级别'), { 国家级卓越级: 30n * WAN, 省级先进级: 20n * WAN, 省级数字化车间: 10n * WAN })),
  // 40 % of n fen, a ceiling: down to the fen.
  '2.1': ({ fact }) => when(fact('获得立项') === true && fact('攻关领域') !== '非人工智能领域', { kind: 'ceiling', fen: lower((whole(fact('总投入')) * 4n) / 10n, 100n * WAN) }),
  '2.2': ({ fact, other }) => when(fact('特别重大') === true, other('A5') ? { kind: 'ceiling', fen: lower((whole(fact('总投入')) * 4n) / 10n, 100n * WAN) } : { kind: 'open' }),
  '2.3': ({ unit }) => when(unit('开展行业大模型研发应用') === true, { kind: 'holds' }),
  '3.1': (one) => when(isNew(one) && ['重点实验室', '技术创新中心', '企业研发中心'].includes(String(one.fact('平台类型'))), among(one.fact('平台级别'), { 国家级: 200n * WAN, 省级: 40n * WAN })),
  '3.2': (one) => when(isNew(one) && one.fact('省级高能级') === true, grant(100n * WAN)),
  '3.3': (one) => when(isNew(one), among(one.fact('平台类型'), { 省级院士工作站: 50n * WAN, 市级院士创新中心: 50n * WAN, 市级院士工作站: 20n * WAN })),
  '3.4': ({ fact, other }) => when(fact('通过认定') === true && fact('平台级别') !== '县区级' && !(other('A7') && fact('平台级别') === '市级'), among(fact('平台类型'), { 重点实验室: 300n * WAN, 其他实验室: 300n * WAN, 创新联合体: 200n * WAN })),
  '3.5': ({ fact, other }) => when(fact('平台级别') === '市级' && fact('绩效评价') === '优秀' && !(other('A8') && fact('经优化重组') !== true), grant(10n * WAN)),
  '4.1': ({ unit }) => when(unit('业务类别') !== '非人工智能单位', { kind: 'holds' }),
  '4.3': ({ fact }) => when(fact('通过考察研究') === true && fact('来宿创新创业') === true, { kind: 'months', months: lower(whole(fact('申请期限')), 24n) }),
  '5.4': ({ unit }) => when(unit('单位类型') === '企业' && unit('首次认定为省级大数据企业') === true, grant(10n * WAN)),
  '5.5': ({ unit }) => when(unit('单位类型') === '企业' && unit('开展行业大模型研发应用') === true, grant(5n * WAN)),
  // 30 % (amended: 40 %) of n fen to the nearest fen, a half upwards.
  '6.1': ({ unit, fact, other, amended }) => when(unit('单位类型') === '企业' && fact('从市外柔性引进') === true && fact('以项目合作方式') === true, grant((whole(fact(other('A9') ? '一年实付工薪' : '实付工薪')) * (amended ? 4n : 3n) + 5n) / 10n)),
  '6.2': talentClass,
  '6.3': ({ fact }) => when(fact('团队获立项') === true && ['省级', '市级'].includes(String(fact('团队级别'))), { kind: 'holds' }),
  '8.1': ({ unit, fact, other }) => when(unit('单位类型') === '科技服务机构' && fact('国家级人工智能高端活动') === true && fact('已承办') === true, { kind: 'ceiling', fen: other('A11') ? 100n * WAN : lower(whole(fact('实际费用')), 100n * WAN) }),
}

/** A grant before any limit; a ceiling after the cap of its own clause (最高), which is part of what the text gives. */
function judgeLine(line: Line, expected: Outcome, input: Input): void {
  const before = line.adjustments.find(({ kind }) => kind !== 'cap')?.before ?? line
  const gross = line.adjustments[0]?.before ?? line
  switch (expected.kind) {
    case 'nothing':
      holds(line.standing === 'fails' && line.possible === 0n && line.status === null, () => `${lineName(line)}: ${line.standing} ${rangeText(line)}, expected nothing`)
      return
    case 'grant':
      holds(gross.possible === expected.fen && gross.committed === expected.fen, () => `${lineName(line)}: ${rangeText(gross)}, expected ${expected.fen}`)
      return
    case 'ceiling':
      holds(before.possible === expected.fen && before.committed === 0n, () => `${lineName(line)}: ${rangeText(before)}, expected 0 to ${expected.fen}`)
      return
    case 'status':
      holds(line.standing === 'holds' && line.status === expected.status, () => `${lineName(line)}: ${line.status}, expected ${expected.status}`)
      return
    case 'months':
      holds(line.standing === 'holds' && line.duration === expected.months, () => `${lineName(line)}: ${line.duration} months, expected ${expected.months}`)
      return
    case 'holds':
      holds(line.standing === 'holds', () => `${lineName(line)}: ${line.standing}`)
      return
    case 'open':
      holds(line.adjustments.length > 0 || line.standing === 'awaits-decision', () => `${lineName(line)}: ${line.standing}`)
      holds(gross.committed === 0n && gross.possible === null, () => `${lineName(line)}: ${line.standing} ${rangeText(line)}`)
      holds(input.decisions.length === 0, () => 'no decision was made')
  }
}

export const theTextByHand: Property = property({
  name: 'each clause of the Suzhou measures comes to what the text says, reckoned by hand',
  appliesTo: ({ id }) => id.zh === '宿州人工智能加',
  telling: 350,
  make: (vocabulary, draw) => drawInput(vocabulary, draw, { ...KNOWN, ledger: false, decisions: false }),
  judge: (input, policy, evaluate) => {
    let told = false
    const amended = policy.edition === 'illustrative-amendment'
    const other = (id: string): boolean => input.readings.some(({ ambiguity }) => ambiguity === id)
    for (const line of lines(evaluate(input))) {
      const reckon = CLAUSES[line.clause]
      const scope = scopeOf(policy, input, line)
      if (reckon === undefined || scope === undefined) continue
      const expected = reckon({ unit: read(scope.applicant.facts), fact: read(scope.subject.facts), inForce: inForceDay(policy, input) ?? '9999-12-31', other, amended })
      judgeLine(line, expected, input)
      told ||= expected.kind !== 'nothing'
    }
    return told
  },
})

export const SUZHOU_PROPERTIES: readonly Property[] = [theTextByHand]

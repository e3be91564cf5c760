import type { Expr, Limit, Policy } from '../../src/core/core.ts'
import { statementOf } from '../../src/core/limit-statement.ts'
import { VOUCHERS } from './limits-of-compute-vouchers.ts'
import { GROWTH } from './limits-of-growth-awards.ts'
import { TALENT } from './limits-of-talent-and-jobs.ts'

/**
 * The limits of the two versions as a reader of the text lists them, to hold against what the policy's files say:
 * sort | clauses with their keys | period | counted | at most | a shortage is shared | 原则上 | under the readings.
 */
const AMENDMENT = [
  '5.5: cap | 5.5 per applicant | year | amount | 5000000 | undetermined | strict |',
]

const BOTH = [
  // “一次性奖补”: the same factory at the same level.
  '1.2: once | 1.2 per 工厂编号+认定级别 | ever | count | 1 | undetermined | strict |',
  // “最高100万元支持”: each project.
  '2.1: cap | 2.1 per subject | now | amount | 100000000 | undetermined | strict |',
  // “每家给予10万元的一次性奖补”
  '5.4: once | 5.4 per applicant | ever | count | 1 | undetermined | strict |',
  // “单个项目（人才）补贴不超过50万元”
  '6.1: cap | 6.1 per 项目编号 | ever | amount | 50000000 | undetermined | strict | A10=按项目',
  '6.1: cap | 6.1 per 人才编号 | ever | amount | 50000000 | undetermined | strict | A10=按人才',
  '6.1: once | 6.1 per 项目编号+人才编号 | ever | count | 1 | undetermined | strict |',
  // “最高给予100万元补助”: each event.
  '8.1: cap | 8.1 per subject | now | amount | 100000000 | undetermined | strict |',
  // A2: the level paid before is deducted, so only what is asked for at one time competes.
  'K.1: non-cumulation | 1.2 per 工厂编号 | now | count | 1 | highest | strict | A2=补足差额',
  'K.2: non-cumulation | 3.1, 3.2 per 平台编号 | ever | count | 1 | highest | strict | A6=只给高者',
  'K.3: non-cumulation | 3.1, 3.2, 3.3, 3.4, 3.5 per 平台编号 | ever | count | 1 | highest | strict | A12=择高享受',
  'K.4: non-cumulation | 2.1, 2.2, 6.1 per 项目编号 | ever | count | 1 | highest | strict | A12=择高享受',
]

/** “每年评选不超过10项” */
const quota = (most: number): string[] => [
  `1.1: quota | 1.1 per nothing | year | count | ${most} | ranked descending by 评审得分 | strict | A1=按得分`,
  `1.1: quota | 1.1 per nothing | year | count | ${most} | none | strict | A1=数据有误`,
]

/** “原则上，同一应用场景，市财政不重复支持。” */
const scenario = (clauses: string, under: string): string[] => [
  `1.3: non-cumulation | ${clauses} per 应用场景 | ever | count | 1 | highest | in principle | ${under}A4=取最高`,
  `1.3: non-cumulation | ${clauses} per 应用场景 | ever | count | 1 | ranked ascending by 认定日期 | in principle | ${under}A4=取最早`,
]

const MUNICIPAL = '1.1, 1.2, 2.1, 2.2, 3.1, 3.2, 3.3, 3.4, 3.5, 6.1'

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  draft: [...quota(10), ...scenario('1.1, 1.2', 'A3=仅措施一 '), ...scenario(MUNICIPAL, 'A3=全部市级资金 '), ...BOTH],
  'illustrative-amendment': [...quota(15), ...scenario(MUNICIPAL, ''), ...AMENDMENT, ...BOTH],
}

function exprText(expr: Expr): string {
  if (expr.kind === 'field') return expr.field
  return expr.kind === 'literal' ? expr.value : expr.kind
}

/** What all the clauses share; where they differ, each with its own. */
function shared(clauses: readonly string[], of: (clause: string) => string): string {
  const values = [...new Set(clauses.map(of))]
  return values.length === 1 ? values[0] ?? '' : clauses.map((clause) => `${clause}:${of(clause)}`).join(' ')
}

function shareText({ share, whole, clauses }: Limit): string {
  if (share.kind !== 'ranked') return `${share.kind}${whole ? ' whole' : ''}`
  return `${whole ? 'whole ' : ''}ranked ${share.direction} by ${shared(clauses, (clause) => { const by = share.order[clause]; return by === undefined ? 'nothing' : exprText(by) })}`
}

/** A limit in one line, to hold against a list. */
export function limitText(limit: Limit): string {
  const key = shared(limit.clauses, (clause) => limit.key[clause]?.map(exprText).join('+') || 'nothing')
  const under = limit.under.map(({ ambiguity, reading }) => `${ambiguity}=${reading}`).join(' ')
  const parts = [
    `${statementOf(limit.id)}: ${limit.kind}`, `${limit.clauses.join(', ')} per ${key}`, limit.period ?? 'now', limit.measure,
    exprText(limit.max), shareText(limit), limit.inPrinciple ? 'in principle' : 'strict', under,
    ...(limit.spared.length > 0 ? [`sparing ${limit.spared.join(', ')}`] : []),
    ...limit.when.map(({ under: reading, value }) => `${value.negated ? 'unless' : 'when'} ${shared(limit.clauses, (clause) => { const of = value.expr[clause]; return of === undefined ? 'nothing' : exprText(of) })} ${reading.map(({ ambiguity, reading: name }) => `${ambiguity}=${name}`).join(' ')}`.trimEnd()),
    ...(limit.elsewhere === null ? [] : [`along with ${shared(limit.clauses, (clause) => { const of = limit.elsewhere?.[clause]; return of === undefined ? 'nothing' : exprText(of) })}`]),
  ]
  return parts.join(' | ').trimEnd()
}

/** “可采用“揭榜挂帅”等方式”: the one power. “可直接认定” is no discretion: who meets the standard is recognised. */
const POWERS = ['2.2']

/** A2: what the factory was paid before is deducted. */
const DEDUCTIONS = ['1.2 less amount of 1.2 per 工厂编号 ever A2=补足差额']

function deductionTexts(policy: Policy): string[] {
  return policy.clauses.flatMap(({ id, effects }) => effects.flatMap(({ value }) => ('deductions' in value ? value.deductions : []).map(({ under, value: less }) => {
    const what = less.kind === 'granted' ? `${less.measure} of ${less.clauses.join(', ')} per ${less.key.map(exprText).join('+')} ${less.period}` : less.kind
    return `${id} less ${what} ${under.map(({ ambiguity, reading }) => `${ambiguity}=${reading}`).join(' ')}`
  })))
}

interface ByHand {
  readonly limits: readonly string[]
  readonly powers: readonly string[]
  readonly deductions: readonly string[]
}

const BY_HAND: Readonly<Record<string, ByHand>> = { 示范市算力模型数据: VOUCHERS, 示范人才: TALENT, 示范市工业跨越: GROWTH }

function byHand({ id, edition }: Policy): ByHand | null {
  const limits = id.zh === '宿州人工智能加' ? EXPECTED[edition] : undefined
  if (limits !== undefined) return { limits, powers: POWERS, deductions: DEDUCTIONS }
  return BY_HAND[id.zh] ?? null
}

/** The first limit, power or deduction that differs from the list; null when none does, or when there is no list for the policy. */
export function limitsByHand(policy: Policy): string | null {
  const list = byHand(policy)
  if (list === null) return null
  const { limits: expected } = list
  const powers = policy.clauses.filter(({ powers }) => powers.length > 0).map(({ id }) => id)
  if (powers.join() !== list.powers.join()) return `powers: ${powers.join()}`
  const deductions = deductionTexts(policy)
  if (deductions.join() !== list.deductions.join()) return `deductions: ${deductions.join()}`
  const found = policy.limits.map(limitText)
  const differing = [...found.filter((one) => !expected.includes(one)), ...expected.filter((one) => !found.includes(one))][0]
  return differing ?? (found.length === expected.length ? null : 'a limit stands twice')
}

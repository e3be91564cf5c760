import type { Field } from '../core/core.ts'
import type { FactValue } from '../engines/engine.ts'
import { entries, type JsonNode } from '../intake/json-text.ts'
import { parts } from '../intake/session.ts'
import { suggestion } from '../intake/vocabulary.ts'
import { parseDate } from '../values/date.ts'
import { divide, rational, ZERO, compare, type Rational } from '../values/rational.ts'
import { isNumeric, type Type } from '../values/types.ts'
import { say, shown, type Reader } from './mistake.ts'
import type { Distribution, Source } from './population.ts'
import { numberAt, patternAt, shareAt, totalOf, valueAt, weightAt, WHOLE } from './read-values.ts'

/** What a value may be read from: its type, and the facts that stand before it. */
export interface Scope {
  readonly type: Type
  readonly own: readonly Field[]
  readonly applicant: readonly Field[]
  /** A matter's facts may use its number within the applicant. */
  readonly places: readonly string[]
}

const NOBODY = { applicant: null, subject: null } as const
const KINDS = ['constant', 'chance', 'weights', 'quantiles', 'uniform', 'between', 'pattern', 'shared', 'mix', 'by', 'part'] as const
const STATES = ['unknown', 'notAsked', 'notApplicable'] as const
const BESIDE: { readonly [kind: string]: readonly string[] } = { quantiles: ['step'], uniform: ['step'], pattern: ['again'], shared: ['among'], by: ['cases', 'otherwise'], part: ['share'] }

type Found = ReadonlyMap<string, JsonNode>

/** A value's source; null, reported, when it cannot be read. */
export function readSource(reader: Reader, node: JsonNode, scope: Scope): Source | null {
  const kinds = node.type === 'object' ? KINDS.filter((kind) => entries(node).some(({ key }) => key === kind)) : []
  const kind = kinds.length === 1 ? kinds[0] : undefined
  if (kind === undefined) {
    // A plain value is a constant.
    const plain = node.type === 'object' || node.type === 'array' || node.type === 'null' ? null : valueAt(reader, node, scope.type)
    if (plain !== null) return certain({ kind: 'constant', value: plain })
    if (node.type === 'object' || node.type === 'array' || node.type === 'null') say(reader, node, { zh: `这里要写一种分布，写了${kinds.length === 0 ? '零' : String(kinds.length)}种`, en: `one distribution belongs here, found ${kinds.length}` }, { zh: `写其中一种：${KINDS.join('、')}`, en: `write one of ${KINDS.join(', ')}` })
    return null
  }
  const found = parts(reader.session, node, [kind, ...(BESIDE[kind] ?? []), ...STATES], [kind], NOBODY)
  const main = found?.get(kind)
  if (found === undefined || main === undefined) return null
  const from = readKind(reader, kind, main, found, scope)
  const [unknown, notAsked, notApplicable] = STATES.map((state) => {
    const share = found.get(state)
    return share === undefined ? 0 : shareAt(reader, share)
  })
  if (from === null || unknown == null || notAsked == null || notApplicable == null) return null
  if (unknown + notAsked + notApplicable <= WHOLE) return { from, unknown, notAsked, notApplicable }
  say(reader, node, { zh: '未知、未问、不适用的份额合计超过1', en: 'the shares of unknown, not asked and not applicable come to more than 1' }, { zh: '把它们减到合计不超过1', en: 'lower them to 1 at most' })
  return null
}

export function certain(from: Distribution): Source {
  return { from, unknown: 0, notAsked: 0, notApplicable: 0 }
}

function readKind(reader: Reader, kind: (typeof KINDS)[number], node: JsonNode, found: Found, scope: Scope): Distribution | null {
  switch (kind) {
    case 'constant': {
      const value = valueAt(reader, node, scope.type)
      return value === null ? null : { kind, value }
    }
    case 'chance': return readChance(reader, node, scope)
    case 'weights': return readWeights(reader, node, scope)
    case 'quantiles': return readQuantiles(reader, node, found, scope)
    case 'uniform': return readUniform(reader, node, found, scope)
    case 'between': return readDays(reader, node, scope)
    case 'pattern': return readPattern(reader, node, found, scope)
    case 'shared': return readShared(reader, node, found, scope)
    case 'mix': return readMix(reader, node, scope)
    case 'by': return readBy(reader, node, found, scope)
    case 'part': return readPart(reader, node, found, scope)
  }
}

function fits(reader: Reader, node: JsonNode, kind: string, good: boolean, wanted: { readonly zh: string; readonly en: string }): boolean {
  if (!good) say(reader, node, { zh: `${kind} 用在这一字段不合适`, en: `${kind} does not fit this field` }, { zh: `它只用于${wanted.zh}`, en: `it is for ${wanted.en}` })
  return good
}

function readChance(reader: Reader, node: JsonNode, { type }: Scope): Distribution | null {
  if (!fits(reader, node, 'chance', type.kind === 'boolean', { zh: '是否', en: 'yes or no' })) return null
  const yes = shareAt(reader, node)
  return yes === null ? null : { kind: 'chance', yes }
}

/** The value that a key of an object names. */
function keyValue(reader: Reader, keyNode: JsonNode, type: Type): FactValue | null {
  if (type.kind === 'boolean') {
    const known = new Map([['是', true], ['yes', true], ['true', true], ['否', false], ['no', false], ['false', false]]).get(String(keyNode.value))
    if (known !== undefined) return known
  }
  // A key is always a text: a bare number stands for one without a unit.
  const bare = type.kind === 'integer' && /^\d+$/.test(String(keyNode.value)) ? rational(BigInt(String(keyNode.value))) : null
  return bare ?? valueAt(reader, keyNode, type)
}

function readWeights(reader: Reader, node: JsonNode, { type }: Scope): Distribution | null {
  if (node.type !== 'object') {
    say(reader, node, { zh: 'weights 应为对象', en: 'weights must be an object' }, { zh: '写 {"值": 权重, …}', en: 'write {"value": weight, …}' })
    return null
  }
  const read = entries(node).map(({ keyNode, value }) => ({ value: keyValue(reader, keyNode, type), weight: weightAt(reader, value) }))
  const good = read.flatMap(({ value, weight }) => (value === null || weight === null ? [] : [{ value, weight }]))
  const total = good.length === read.length ? totalOf(reader, node, good.map(({ weight }) => weight)) : 0
  return total === 0 ? null : { kind: 'weights', total, entries: good }
}

const STEPS: { readonly [kind: string]: Rational } = { money: rational(1n), integer: rational(1n), duration: rational(1n), days: rational(1n) }

function stepOf(reader: Reader, node: JsonNode, found: Found, { type }: Scope): Rational | null {
  if (!fits(reader, node, 'quantiles / uniform', isNumeric(type), { zh: '数、金额、期限', en: 'numbers, amounts and durations' })) return null
  const given = found.get('step')
  const step = given === undefined ? STEPS[type.kind] ?? null : numberAt(reader, given, type)
  if (given === undefined && step === null) say(reader, node, { zh: '缺 step', en: 'step is missing' }, { zh: '写明最小间隔，如 "step": "0.5点"', en: 'state the smallest step, such as "step": "0.5点"' })
  if (step !== null && compare(step, ZERO) <= 0) {
    say(reader, given ?? node, { zh: 'step 应大于零', en: 'step must be above zero' }, { zh: '写一个正数', en: 'write a positive number' })
    return null
  }
  return step
}

/** How many steps the value at a node is; reported when it is not a whole number of them. */
function stepsAt(reader: Reader, node: JsonNode, step: Rational, type: Type): bigint | null {
  const value = numberAt(reader, node, type)
  if (value === null) return null
  const steps = divide(value, step)
  if (steps.d === 1n) return steps.n
  say(reader, node, { zh: `${shown(reader, node)} 不是 step 的整数倍`, en: `${shown(reader, node)} is not a whole number of steps` }, { zh: '改这个数，或改 step', en: 'change it, or the step' })
  return null
}

function readQuantiles(reader: Reader, node: JsonNode, found: Found, scope: Scope): Distribution | null {
  const step = stepOf(reader, node, found, scope)
  if (step === null) return null
  const points = (node.type === 'array' ? node.children ?? [] : []).map((pair) => {
    const [at, value] = pair.type === 'array' ? pair.children ?? [] : []
    if (at === undefined || value === undefined) return null
    const share = shareAt(reader, at)
    const steps = stepsAt(reader, value, step, scope.type)
    return share === null || steps === null ? null : { at: share, steps }
  })
  const good = points.filter((each) => each !== null)
  const rising = good.every((each, index) => index === 0 || (each.at > (good[index - 1]?.at ?? 0) && each.steps >= (good[index - 1]?.steps ?? 0n)))
  if (good.length === points.length && good.length >= 2 && rising && good[0]?.at === 0 && good.at(-1)?.at === WHOLE) return { kind: 'quantiles', step, points: good }
  say(reader, node, { zh: '分位数不完整', en: 'the quantiles are incomplete' }, { zh: '写 [[0, 最小值], …, [1, 最大值]]，份额从 0 到 1 递增，值不减', en: 'write [[0, least], …, [1, most]]: shares rise from 0 to 1, values never fall' })
  return null
}

function readUniform(reader: Reader, node: JsonNode, found: Found, scope: Scope): Distribution | null {
  const step = stepOf(reader, node, found, scope)
  const [low, high, more] = node.type === 'array' ? node.children ?? [] : []
  if (step === null) return null
  if (low !== undefined && high !== undefined && more === undefined) {
    const [from, to] = [stepsAt(reader, low, step, scope.type), stepsAt(reader, high, step, scope.type)]
    if (from === null || to === null) return null
    if (from <= to) return { kind: 'quantiles', step, points: [{ at: 0, steps: from }, { at: WHOLE, steps: to + 1n }] }
  }
  say(reader, node, { zh: 'uniform 应为 [最小值, 最大值]', en: 'uniform must be [least, most]' }, { zh: '写两个值，前一个不大于后一个', en: 'write two values, the first not above the second' })
  return null
}

const DAY_MILLISECONDS = 86_400_000

function readDays(reader: Reader, node: JsonNode, { type }: Scope): Distribution | null {
  if (!fits(reader, node, 'between', type.kind === 'date', { zh: '日期', en: 'days' })) return null
  const [first, last] = (node.type === 'array' ? node.children ?? [] : []).map((each) => (each.type === 'string' ? String(each.value) : ''))
  const [from, to] = [parseDate(first ?? ''), parseDate(last ?? '')]
  if (first !== undefined && from !== null && to !== null && (node.children ?? []).length === 2) {
    const days = (Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day)) / DAY_MILLISECONDS + 1
    if (days >= 1 && days <= 100_000) return { kind: 'days', from: first, days }
  }
  say(reader, node, { zh: `${shown(reader, node)} 不是起止日期`, en: `${shown(reader, node)} is no range of days` }, { zh: '写 ["2025-07-01", "2026-06-30"]，前一天不晚于后一天', en: 'write ["2025-07-01", "2026-06-30"], the first not after the second' })
  return null
}

const isText = (type: Type): boolean => type.kind === 'identifier' || type.kind === 'text'

function readPattern(reader: Reader, node: JsonNode, found: Found, { type, places }: Scope): Distribution | null {
  if (!fits(reader, node, 'pattern', isText(type), { zh: '标识和文字', en: 'identifiers and texts' })) return null
  const pattern = patternAt(reader, node, places)
  const again = found.get('again')
  const share = again === undefined ? 0 : shareAt(reader, again)
  return pattern === null || share === null ? null : { kind: 'pattern', pattern, again: share }
}

const MOST_SHARED = 2_000_000

function readShared(reader: Reader, node: JsonNode, found: Found, { type }: Scope): Distribution | null {
  if (!fits(reader, node, 'shared', isText(type), { zh: '标识和文字', en: 'identifiers and texts' })) return null
  const pattern = patternAt(reader, node, ['s'])
  const among = found.get('among')
  const size = among?.type === 'number' ? Number(among.value) : NaN
  if (!Number.isInteger(size) || size < 1 || size > MOST_SHARED) {
    say(reader, among ?? node, { zh: '缺 among，或不是整数', en: 'among is missing, or no whole number' }, { zh: `写有多少个可共用的编号：1 到 ${MOST_SHARED}`, en: `write how many keys are shared: 1 to ${MOST_SHARED}` })
    return null
  }
  return pattern === null ? null : { kind: 'shared', pattern, among: size }
}

function readMix(reader: Reader, node: JsonNode, scope: Scope): Distribution | null {
  const read = (node.type === 'array' ? node.children ?? [] : []).map((each) => {
    const part = parts(reader.session, each, ['weight', 'of'], ['weight', 'of'], NOBODY)
    const [weight, of] = [part?.get('weight'), part?.get('of')]
    if (weight === undefined || of === undefined) return null
    const [share, source] = [weightAt(reader, weight), readSource(reader, of, scope)]
    return share === null || source === null ? null : { weight: share, source }
  })
  const good = read.filter((each) => each !== null)
  if (good.length === 0 || good.length < read.length) {
    if (read.length === 0) say(reader, node, { zh: 'mix 应为数组', en: 'mix must be an array' }, { zh: '写 [{"weight": 9, "of": …}, …]', en: 'write [{"weight": 9, "of": …}, …]' })
    return null
  }
  const total = totalOf(reader, node, good.map(({ weight }) => weight))
  return total === 0 ? null : { kind: 'mix', total, parts: good }
}

function readBy(reader: Reader, node: JsonNode, found: Found, scope: Scope): Distribution | null {
  const name = node.type === 'string' ? String(node.value) : ''
  const called = (field: Field): boolean => field.name.zh === name || field.name.en === name
  const own = scope.own.find(called)
  const field = own ?? scope.applicant.find(called)
  if (field === undefined || (field.type.kind !== 'enumeration' && field.type.kind !== 'boolean')) {
    const known = [...scope.own, ...scope.applicant].filter((each) => each.type.kind === 'enumeration' || each.type.kind === 'boolean').map((each) => each.name.zh)
    const meant = suggestion(name, known)
    say(reader, node, { zh: `不能按“${name}”分`, en: `“${name}” cannot decide` }, { zh: `写排在前面的是否或枚举字段：${known.join('、')}${meant.zh}`, en: `write a yes/no or enumeration field that stands before: ${known.join(', ')}${meant.en}` })
    return null
  }
  const cases = new Map<string, Source>()
  const node2 = found.get('cases')
  for (const { keyNode, value } of node2?.type === 'object' ? entries(node2) : []) {
    const key = keyValue(reader, keyNode, field.type)
    const source = readSource(reader, value, scope)
    if (key !== null && source !== null) cases.set(String(key), source)
  }
  if (cases.size === 0) say(reader, node2 ?? node, { zh: '缺 cases', en: 'cases are missing' }, { zh: '写 "cases": {"值": 分布, …}', en: 'write "cases": {"value": distribution, …}' })
  const rest = found.get('otherwise')
  const otherwise = rest === undefined ? null : readSource(reader, rest, scope)
  return cases.size === 0 ? null : { kind: 'by', field: field.name.zh, of: own === undefined ? 'applicant' : 'own', cases, otherwise }
}

function readPart(reader: Reader, node: JsonNode, found: Found, scope: Scope): Distribution | null {
  const name = node.type === 'string' ? String(node.value) : ''
  const field = scope.own.find((each) => each.name.zh === name || each.name.en === name)
  const share = found.get('share')
  if (field?.type.kind !== 'money' || scope.type.kind !== 'money' || share === undefined) {
    say(reader, node, { zh: `不能取“${name}”的一部分`, en: `a part of “${name}” cannot be taken` }, { zh: '写同一事项中排在前面的金额字段，并写 share', en: 'write an amount of the same matter that stands before, and a share' })
    return null
  }
  const source = readSource(reader, share, { ...scope, type: { kind: 'ratio' } })
  return source === null ? null : { kind: 'part', field: field.name.zh, share: source }
}

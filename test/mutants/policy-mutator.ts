import type { Clause, Effect, Policy } from '../../src/core/core.ts'
import { add, multiply, rational, type Rational, rationalFromText, rationalToText } from '../../src/values/rational.ts'

/** A policy with one fault in its core. */
export interface PolicyMutant {
  /** Stable: the operator and where it was applied. */
  readonly id: string
  readonly policy: Policy
  /** The clauses that it is about; empty: all. */
  readonly clauses: readonly string[]
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
type Path = readonly (string | number)[]
type Tagged = { readonly [key: string]: Json }

/** One fault: at `path`, `value` instead of what stands there; undefined: the element is dropped from its list. */
interface Fault {
  readonly operator: string
  readonly path: Path
  readonly value: Json | undefined
}

const isObject = (value: Json | undefined): value is Tagged => typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

/** What decides nothing: words, citations, types. */
const IRRELEVANT = new Set(['cites', 'name', 'title', 'jurisdiction', 'type', 'question', 'meaning', 'source', 'heading', 'responsibility', 'id', 'heng'])

const SWAPS: { readonly [op: string]: readonly string[] } = {
  ge: ['gt'], gt: ['ge'], le: ['lt'], lt: ['le'], eq: ['ne'], ne: ['eq'],
  and: ['or'], or: ['and'], min: ['max'], max: ['min'],
  add: ['subtract'], subtract: ['add'], multiply: ['divide'], divide: ['multiply'], 'whole-steps': ['divide'],
  count: [], sum: ['max'], exists: [],
}

function stepsOf(kind: string, value: Rational): Rational[] {
  const unit = kind === 'ratio' ? rational(1n, 100n) : rational(1n)
  const beside = [add(value, unit), add(value, rational(-unit.n, unit.d))]
  return kind === 'money' ? [...beside, multiply(value, rational(11n, 10n)), multiply(value, rational(9n, 10n))] : beside
}

function literalFaults(node: Tagged, path: Path): Fault[] {
  const type = node['type']
  const text = node['value']
  if (!isObject(type) || typeof text !== 'string') return []
  if (type['kind'] === 'boolean') return [{ operator: 'flip', path: [...path, 'value'], value: text === 'true' ? 'false' : 'true' }]
  const value = rationalFromText(text)
  if (value === null || type['kind'] === 'identifier' || type['kind'] === 'text') return []
  return stepsOf(String(type['kind']), value).filter((other) => rationalToText(other) !== text)
    .map((other) => ({ operator: `literal ${text} to ${rationalToText(other)}`, path: [...path, 'value'], value: rationalToText(other) }))
}

function operatorFaults(node: Tagged, path: Path): Fault[] {
  const op = node['op']
  if (typeof op !== 'string') return []
  if (node['kind'] === 'unary' && op === 'not' && node['arg'] !== undefined) return [{ operator: 'drop not', path, value: node['arg'] }]
  return (SWAPS[op] ?? []).map((other) => ({ operator: `${op} to ${other}`, path: [...path, 'op'], value: other }))
}

/** Every element of a list dropped, one at a time. */
function drops(operator: string, list: Json | undefined, path: Path): Fault[] {
  return isList(list) ? list.map((_, i) => ({ operator, path: [...path, i], value: undefined })) : []
}

/** Two neighbours of a list with one part of them exchanged. */
function exchanges(operator: string, list: Json | undefined, part: string, path: Path): Fault[] {
  if (!isList(list)) return []
  return list.slice(1).flatMap((second, i) => {
    const first = list[i]
    if (!isObject(first) || !isObject(second) || JSON.stringify(first[part]) === JSON.stringify(second[part])) return []
    const swapped = list.map((one, j) => (j === i ? { ...first, [part]: second[part] ?? null } : j === i + 1 ? { ...second, [part]: first[part] ?? null } : one))
    return [{ operator, path, value: swapped }]
  })
}

function expressionFaults(node: Tagged, path: Path): Fault[] {
  switch (node['kind']) {
    case 'literal':
      return literalFaults(node, path)
    case 'choose':
      return [...exchanges('swap cases', node['cases'], 'then', [...path, 'cases']), ...drops('drop case', node['cases'], [...path, 'cases'])]
    case 'in':
      return drops('drop member', node['set'], [...path, 'set'])
    case 'variadic':
      return [...operatorFaults(node, path), ...(isList(node['args']) && node['args'].length > 1 ? drops('drop operand', node['args'], [...path, 'args']) : [])]
    case 'aggregate':
      return [...operatorFaults(node, path), ...(node['where'] === null ? [] : [{ operator: 'drop where', path: [...path, 'where'], value: null }])]
    case 'granted':
      return [
        { operator: 'granted measure', path: [...path, 'measure'], value: node['measure'] === 'amount' ? 'count' : 'amount' },
        ...drops('drop granted key', node['key'], [...path, 'key']),
        ...(node['from'] === null ? [] : [{ operator: 'drop granted from', path: [...path, 'from'], value: null }]),
        ...(node['until'] === null ? [] : [{ operator: 'drop granted until', path: [...path, 'until'], value: null }]),
        { operator: 'granted period', path: [...path, 'period'], value: node['period'] === 'year' ? 'ever' : 'year' },
      ]
    case 'marginal':
      return exchanges('swap rates', node['parts'], 'rate', [...path, 'parts'])
    default:
      return operatorFaults(node, path)
  }
}

/** Every fault of the expressions below a node. */
function walk(node: Json | undefined, path: Path): Fault[] {
  if (isList(node)) return node.flatMap((child, i) => walk(child, [...path, i]))
  if (!isObject(node)) return []
  const below = Object.entries(node).filter(([key]) => !IRRELEVANT.has(key)).flatMap(([key, child]) => walk(child, [...path, key]))
  return [...expressionFaults(node, path), ...below]
}

/** A part of the core as plain data. */
function plain(part: Clause | Effect): Tagged {
  const copy: Json = JSON.parse(JSON.stringify(part))
  return isObject(copy) ? copy : {}
}

function clauseFaults(policy: Policy): Fault[] {
  return policy.clauses.flatMap((clause, i): Fault[] => {
    const path = ['clauses', i]
    const conditions = clause.conditions.flatMap((_, j): Fault[] => [
      { operator: 'drop condition', path: [...path, 'conditions', j], value: undefined },
      { operator: 'turn condition', path: [...path, 'conditions', j, 'value', 'negated'], value: clause.conditions[j]?.value.negated !== true },
    ])
    const effects = clause.effects.flatMap(({ value }, j): Fault[] => {
      if (value.kind !== 'grant' && value.kind !== 'ceiling') return []
      const other = value.kind === 'grant' ? 'ceiling' : 'grant'
      // The kind of the clause is that of its effects.
      const turned = clause.effects.map((effect) => ({ under: effect.under.map((one) => ({ ...one })), value: { ...plain(effect.value), kind: other } }))
      const isFirst = j === 0 && clause.effects.every((effect) => effect.value.kind === value.kind && 'amount' in effect.value && effect.value.amount !== null)
      const kind: Fault[] = isFirst ? [{ operator: `${value.kind} to ${other}`, path, value: { ...plain(clause), kind: other, effects: turned } }] : []
      return [...kind, ...value.deductions.map((_, k): Fault => ({ operator: 'drop deduction', path: [...path, 'effects', j, 'value', 'deductions', k], value: undefined }))]
    })
    const computed = clause.kind === 'direction' || clause.kind === 'referral' ? [] : [{ operator: 'flip power', path: [...path, 'powers'], value: clause.powers.length > 0 ? [] : [{ under: [], value: { when: null, cites: [] } }] }]
    return [
      ...conditions, ...effects, ...computed,
      ...clause.exceptionTo.map((_, j): Fault => ({ operator: 'drop exception', path: [...path, 'exceptionTo', j], value: undefined })),
      ...clause.reinstates.map((_, j): Fault => ({ operator: 'drop reinstatement', path: [...path, 'reinstates', j], value: undefined })),
    ]
  })
}

function limitFaults(policy: Policy): Fault[] {
  return policy.limits.flatMap((limit, i): Fault[] => {
    const path = ['limits', i]
    const share: Fault[] = limit.share.kind === 'ranked'
      ? [{ operator: 'turn ranking', path: [...path, 'share', 'direction'], value: limit.share.direction === 'ascending' ? 'descending' : 'ascending' }]
      : [{ operator: `${limit.share.kind} to ${limit.share.kind === 'none' ? 'text-order' : 'none'}`, path: [...path, 'share'], value: { kind: limit.share.kind === 'none' ? 'text-order' : 'none' } }]
    const keys = Object.entries(limit.key).flatMap(([clause, key]) => key.map((_, j): Fault => ({ operator: 'drop key', path: [...path, 'key', clause, j], value: undefined })))
    return [
      { operator: 'drop limit', path, value: undefined },
      { operator: 'limit period', path: [...path, 'period'], value: limit.period === null ? 'ever' : limit.period === 'ever' ? null : 'ever' },
      { operator: 'flip in principle', path: [...path, 'inPrinciple'], value: !limit.inPrinciple },
      ...(limit.clauses.length > 1 ? limit.clauses.map((_, j): Fault => ({ operator: 'drop limited clause', path: [...path, 'clauses', j], value: undefined })) : []),
      ...(limit.measure === 'amount' && (limit.share.kind === 'ranked' || limit.share.kind === 'text-order') ? [{ operator: 'flip whole', path: [...path, 'whole'], value: !limit.whole }] : []),
      ...share, ...keys,
    ]
  })
}

/** Who pays: a rule less, its condition turned, two payers exchanged. */
function sharingFaults(policy: Policy): Fault[] {
  return policy.sharing.flatMap(({ when, payers }, i): Fault[] => {
    const path = ['sharing', i]
    const turned = Object.entries(when ?? {}).map(([clause, condition]): Fault => ({ operator: 'turn condition', path: [...path, 'when', clause, 'negated'], value: !condition.negated }))
    const agencies = payers.map(({ agency }) => agency).reverse()
    const swapped = payers.map(({ share }, at) => ({ agency: agencies[at] ?? '', share }))
    const exchanged = payers.some(({ share }) => share !== payers[0]?.share) ? [{ operator: 'exchange payers', path: [...path, 'payers'], value: swapped }] : []
    return [{ operator: 'drop sharing', path, value: undefined }, ...turned, ...exchanged]
  })
}

function headerFaults(policy: Policy): Fault[] {
  const roundings = (['grant', 'ceiling'] as const).flatMap((of) => (['half-up', 'down', 'up'] as const).filter((how) => how !== policy.rounding[of])
    .map((how): Fault => ({ operator: `round ${of} ${how}`, path: ['rounding', of], value: how })))
  const days = policy.commencement?.from.kind === 'publication' ? [{ operator: 'later in force', path: ['commencement', 'from', 'days'], value: policy.commencement.from.days + 1 }] : []
  const defaults = policy.ambiguities.flatMap(({ readings }, i) => readings.flatMap((reading, j): Fault[] => (reading.isDefault ? [] : [{
    operator: 'other default', path: ['ambiguities', i, 'readings'],
    value: readings.map((one, k) => ({ name: { ...one.name }, meaning: { ...one.meaning }, isDefault: k === j })),
  }])))
  return [...roundings, ...days, ...defaults]
}

function changed(node: Json, path: Path, value: Json | undefined): Json {
  const [key, ...rest] = path
  if (key === undefined) return value ?? null
  if (isList(node)) {
    if (rest.length === 0 && value === undefined) return node.filter((_, i) => i !== key)
    return node.map((child, i) => (i === key ? changed(child, rest, value) : child))
  }
  if (!isObject(node)) return node
  return { ...node, [key]: changed(node[key] ?? null, rest, value) }
}

function label(policy: Policy, path: Path): string {
  const [section, index, ...rest] = path
  const list = section === 'clauses' ? policy.clauses : section === 'limits' ? policy.limits : section === 'sharing' ? policy.sharing : section === 'ambiguities' ? policy.ambiguities : []
  const one = typeof index === 'number' ? list[index] : undefined
  // A constraint may hold several limits, each under its own readings.
  const under = one !== undefined && 'under' in one ? one.under.map(({ reading }) => reading).join('+') : ''
  return one === undefined ? path.join('/') : `${String(section)} ${one.id}${'share' in one ? ` ${one.kind}` : ''}${under === '' ? '' : ` ${under}`} ${rest.join('/')}`
}

function about(policy: Policy, [section, index]: Path): readonly string[] {
  if (typeof index !== 'number') return []
  if (section === 'clauses') return policy.clauses.slice(index, index + 1).map(({ id }) => id)
  const definition = section === 'definitions' ? policy.definitions[index] : undefined
  if (definition !== undefined) {
    const uses = ({ subject, conditions }: Clause): boolean => subject === definition.entity && JSON.stringify(conditions).includes(JSON.stringify(definition.name.zh))
    return policy.clauses.filter(uses).map(({ id }) => id)
  }
  if (section === 'sharing') return policy.sharing[index]?.clauses ?? []
  return section === 'limits' ? policy.limits[index]?.clauses ?? [] : []
}

/** All policies with one fault, in the order of the core. */
export function policyMutants(policy: Policy): PolicyMutant[] {
  // The examples are what tells: all the mutants share them.
  const core: Json = JSON.parse(JSON.stringify({ ...policy, examples: [] }))
  const expressions = isObject(core) ? ['parameters', 'tables', 'definitions', 'clauses', 'limits', 'sharing'].flatMap((part) => walk(core[part], [part])) : []
  const faults = [...headerFaults(policy), ...clauseFaults(policy), ...limitFaults(policy), ...sharingFaults(policy), ...expressions]
  const seen = new Map<string, number>()
  return faults.map(({ operator, path, value }) => {
    const name = `${label(policy, path)}: ${operator}`
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    // A copy of a valid policy with one part exchanged for one of the same shape.
    const mutated: Policy = { ...JSON.parse(JSON.stringify(changed(core, path, value))), examples: policy.examples }
    return { id: nth === 1 ? name : `${name} #${nth}`, policy: mutated, clauses: about(policy, path) }
  })
}

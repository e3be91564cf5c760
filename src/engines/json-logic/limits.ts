import { LIMIT_ORDER, type Limit } from '../../core/core.ts'
import type { Line, Note } from '../engine.ts'
import { isTaken } from './context.ts'
import type { ExportedLimit } from './export-rules.ts'
import { NONE } from './guards.ts'
import { answer, refuse, type Draft, type Evaluation } from './lines.ts'

/**
 * JSON Logic has no limits across lines. So each limit is looked at: where it leaves every line as it is, or is a cap
 * that one line meets alone, the result is certain; where it could bind otherwise the engine refuses.
 */
export function applyLimits(evaluation: Evaluation, drafts: readonly Draft[]): { readonly drafts: readonly Draft[]; readonly notes: readonly Note[] } {
  let present = drafts
  const notes: Note[] = []
  for (const limit of limitsInOrder(evaluation)) {
    const covered = present.filter((draft) => limit.clauses.includes(draft.line.clause) && isTouched(limit, draft) && mayBePaid(draft))
    const excepted = covered.filter(({ line }) => isExcepted(evaluation, limit, line))
    if (excepted.length > 0) notes.push(exceptionNote(limit, excepted.map(({ line }) => line)))
    const claimants = covered.filter((draft) => !excepted.includes(draft))
    const capped = claimants.length === 0 ? new Map<Draft, Draft>() : judge(evaluation, limit, claimants)
    present = present.map((draft) => capped.get(draft) ?? draft)
  }
  return { drafts: present, notes }
}

function limitsInOrder({ policy, readings }: Evaluation): readonly Limit[] {
  const active = policy.limits.filter(({ under }) => isTaken({ readings }, under))
  const kinds = [...new Set([...policy.order, ...LIMIT_ORDER])]
  return kinds.flatMap((kind) => active.filter((limit) => limit.kind === kind))
}

function isTouched(limit: Limit, { line, money }: Draft): boolean {
  if (line.kind === 'direction' || line.kind === 'repayment') return false
  return money || (limit.measure === 'count' && limit.share.kind !== 'highest')
}

function mayBePaid({ line, money }: Draft): boolean {
  if (line.standing === 'fails' || line.standing === 'withdrawn') return false
  return !money || line.possible !== 0n
}

function isExcepted({ input }: Evaluation, limit: Limit, line: Line): boolean {
  return limit.inPrinciple && input.decisions.some((decision) => decision.kind === 'exception' && decision.limit === limit.id
    && (decision.applicant === null || decision.applicant === line.applicant) && decision.subjects.includes(line.subject))
}

// ---------------------------------------------------------------- does it bind?

/** Lines that the limit changes, each with what it becomes; refusals are noted. */
function judge(evaluation: Evaluation, limit: Limit, claimants: readonly Draft[]): ReadonlyMap<Draft, Draft> {
  const none = new Map<Draft, Draft>()
  const clause = claimants[0]?.instance.clause ?? null
  if (hasEarlier(evaluation, limit, claimants)) {
    refuse(evaluation, 'ledger', clause, limit)
    return none
  }
  if (limit.elsewhere !== null && claimants.length > 0) {
    refuse(evaluation, 'elsewhere', clause, limit)
    return none
  }
  const most: bigint[] = []
  for (const claimant of claimants) {
    const max = limitMax(evaluation, limit, claimant)
    if (max === null) return none
    most.push(max)
  }
  // As one group the limit does not bind: then no key can make it bind.
  if (fits(limit, claimants, most)) return none
  const beyond = beyondLines(limit)
  if (beyond !== null) {
    refuse(evaluation, beyond, clause, limit)
    return none
  }
  const groups = grouped(evaluation, limit, claimants)
  if (groups === null) return none
  const changed = new Map<Draft, Draft>()
  for (const group of groups) {
    const own = group.map((draft) => most[claimants.indexOf(draft)] ?? 0n)
    if (fits(limit, group, own)) continue
    const [alone, ...others] = group
    const [max] = own
    if (alone !== undefined && others.length === 0 && limit.measure === 'amount' && limit.share.kind !== 'none' && max !== undefined) changed.set(alone, cappedLine(limit, alone, max))
    else refuse(evaluation, limit.kind, alone?.instance.clause ?? null, limit)
  }
  return changed
}

/** Earlier grants that may have a claimant's key. A key with an identity in it is never that of another applicant's grant. */
function hasEarlier({ input }: Evaluation, limit: Limit, claimants: readonly Draft[]): boolean {
  const { period } = limit
  if (period === null) return false
  const length = period === 'year' ? 4 : period === 'month' ? 7 : 0
  const isOwned = limit.clauses.every((clause) => (limit.key[clause] ?? []).some(({ kind }) => kind === 'subject' || kind === 'applicant'))
  return input.ledger.some(({ clause, applicant, day }) => limit.clauses.includes(clause) && day.slice(0, length) === input.on.slice(0, length)
    && (!isOwned || claimants.some(({ line }) => line.applicant === applicant)))
}

/** What a limit has that this engine cannot weigh where it binds. */
function beyondLines({ when, widened, cumulable, spared, whole }: Limit): 'limit-for-some-lines' | 'widened-limit' | 'cumulable' | 'spared' | 'whole' | null {
  if (when.length > 0) return 'limit-for-some-lines'
  if (widened !== null) return 'widened-limit'
  if (cumulable.length > 0) return 'cumulable'
  if (spared.length > 0) return 'spared'
  return whole ? 'whole' : null
}

function fits(limit: Limit, group: readonly Draft[], most: readonly bigint[]): boolean {
  const least = most.reduce((a, b) => (a < b ? a : b))
  if (limit.measure === 'count') return BigInt(group.length) <= least
  let sum = 0n
  for (const { line } of group) {
    if (line.possible === null) return false
    sum += line.possible
  }
  return sum <= least
}

function limitRule({ policy, exported }: Evaluation, limit: Limit): ExportedLimit | null {
  const at = policy.limits.indexOf(limit)
  return exported.limits.find((one) => one.at === at) ?? null
}

function limitMax(evaluation: Evaluation, limit: Limit, { instance }: Draft): bigint | null {
  const rule = limitRule(evaluation, limit)?.max[instance.clause.id]
  if (rule === undefined) return refuse(evaluation, limit.kind, instance.clause, limit)
  const found = answer(evaluation, rule, instance, limit)
  return typeof found === 'number' ? BigInt(found) : null
}

/** The claimants by their keys; what has no key (a fact that does not apply) shares it with nothing. Null when a key refuses. */
function grouped(evaluation: Evaluation, limit: Limit, claimants: readonly Draft[]): readonly (readonly Draft[])[] | null {
  const groups = new Map<string, Draft[]>()
  const alone: Draft[][] = []
  for (const draft of claimants) {
    const { instance } = draft
    const exprs = limit.key[instance.clause.id] ?? []
    const rules = limitRule(evaluation, limit)?.keys[instance.clause.id] ?? []
    const parts = rules.map((rule) => answer(evaluation, rule, instance, limit))
    if (parts.includes(NONE)) {
      alone.push([draft])
      continue
    }
    if (parts.includes(null) || rules.length !== exprs.length) return null
    // A matter's id is unique within its applicant only.
    const key = JSON.stringify(parts.map((part, at) => (exprs[at]?.type.kind === 'matter' ? [instance.applicant.id, part] : part)))
    groups.set(key, [...(groups.get(key) ?? []), draft])
  }
  return [...groups.values(), ...alone]
}

// ---------------------------------------------------------------- a cap that one line meets alone

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

function cappedLine(limit: Limit, draft: Draft, max: bigint): Draft {
  const { line } = draft
  const after = { committed: least(line.committed, max), possible: line.possible === null ? max : least(line.possible, max) }
  const out = after.possible === 0n
  const cite = limit.cites[0] ?? null
  const adjustment = { constraint: limit.id, kind: limit.kind, before: { committed: line.committed, possible: line.possible }, after, max, widened: null, because: [], code: out ? 'used-up' : 'capped', cite }
  const next: Line = { ...line, ...after, standing: out ? 'withdrawn' : line.standing, adjustments: [...line.adjustments, adjustment] }
  return { ...draft, line: next }
}

function exceptionNote(limit: Limit, lines: readonly Line[]): Note {
  const names = lines.map(({ clause, subject }) => `${clause} ${subject}`).sort()
  return {
    code: 'exception-used', limit: limit.id, lines: names, cite: limit.cites[0] ?? null,
    message: { zh: `按记录在案的例外，约束 ${limit.id} 不适用于：${names.join('、')}`, en: `by a recorded exception, constraint ${limit.id} does not apply to: ${names.join(', ')}` },
  }
}

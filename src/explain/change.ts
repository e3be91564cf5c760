import type { LineChange } from '../analyses/change-effect.ts'
import { LIMIT_KINDS } from '../core/limit-kinds.ts'
import { canonicalJson } from '../core/hash.ts'
import type { Limit, Policy, ReadingRef } from '../core/core.ts'
import type { Adjustment, Line, Trace } from '../engines/engine.ts'
import { compare, rationalFromText } from '../values/rational.ts'
import { adjustmentWhy } from './adjustments.ts'
import { money, moneyRange } from './money.ts'
import { STANDINGS } from './names.ts'
import { benefit } from './outcome.ts'
import { figureText } from './policy-diff.ts'
import { reasonTexts } from './reasons.ts'
import { readable, type Text } from './text.ts'

/** A version with the readings that counted in its run. */
export interface Ran {
  readonly policy: Policy
  readonly readings: readonly ReadingRef[]
}

/**
 * Why a line came out otherwise in the later version: where the two computations part, and what that comes to for this line.
 * 封顶由50万元降低到40万元，本例少10万元。
 */
export function changeText(before: Ran, after: Ran, change: LineChange): Text {
  const causes = causesOf(before, after, change)
  const result = resultText(before.policy, after.policy, change)
  const all = [...causes.slice(0, MOST_CAUSES), result].map(readable)
  const en = all.map((each) => each.en).join('; ')
  return { zh: `${all.map((each) => each.zh).join('，')}。`, en: `${en.slice(0, 1).toUpperCase()}${en.slice(1)}.` }
}

const MOST_CAUSES = 3

function causesOf(before: Ran, after: Ran, change: LineChange): readonly Text[] {
  const { before: was, after: is, clause } = change
  const there = (policy: Policy): boolean => policy.clauses.some((each) => each.id === clause)
  if (was === null) return [there(before.policy) ? { zh: `第${clause}条的对象改变`, en: `clause ${clause} is about other subjects` } : { zh: `增加第${clause}条`, en: `clause ${clause} was added` }]
  if (is === null) return [there(after.policy) ? { zh: `第${clause}条的对象改变`, en: `clause ${clause} is about other subjects` } : { zh: `删去第${clause}条`, en: `clause ${clause} was removed` }]
  const steps = partings(was.trace, is.trace, true)
  const strong = steps.filter((each) => !each.weak)
  const limits = limitCauses(before, after, was, is)
  const found = [...strong.map((each) => each.text), ...limits.map((each) => each.text), ...otherCauses(before, after, was, is, new Set(limits.map((each) => each.id)))]
  const fallback = steps.length > 0 ? steps.map((each) => each.text) : gone(before, was, is)
  const causes = distinct(found.length > 0 ? found : fallback)
  return causes.length > 0 ? causes : [{ zh: `第${clause}条已修改`, en: `clause ${clause} was changed` }]
}

function distinct(texts: readonly Text[]): readonly Text[] {
  return texts.filter((text, at) => texts.findIndex((each) => each.zh === text.zh) === at)
}

// ---------------------------------------------------------------- the steps of the two computations

interface Parting {
  readonly text: Text
  /** A result that differs rather than a reason: told only where there is no reason. */
  readonly weak: boolean
}

const told = (text: Text): Parting => ({ text, weak: false })

/** The steps that differ first: written values, conditions that were changed, added or dropped. */
function partings(before: Trace, after: Trace, top: boolean): readonly Parting[] {
  const alike = before.label.zh === after.label.zh && before.node === after.node
  if (top || alike) return childPartings(before, after)
  if (before.node === 'literal' && after.node === 'literal') return [valueText(before, after)]
  if (isCondition(before) && isCondition(after)) return before.node === after.node ? [told(replacedText(before, after))] : [told(droppedText(before)), told(addedText(after))]
  if (before.node !== after.node) return [told({ zh: `“${before.label.zh}”改为“${after.label.zh}”`, en: `“${before.label.en}” became “${after.label.en}”` })]
  return childPartings(before, after)
}

/** Steps are known again by their words, since a condition that is put in moves the numbers of those after it; then by their place. */
function childPartings(before: Trace, after: Trace): readonly Parting[] {
  const left = [...after.children]
  const take = (same: (each: Trace) => boolean): Trace | null => {
    const at = left.findIndex(same)
    return at === -1 ? null : (left.splice(at, 1)[0] ?? null)
  }
  const pairs = before.children.map((child) => ({ child, other: take((each) => each.label.zh === child.label.zh && each.node === child.node) }))
  const placed = pairs.map(({ child, other }) => ({ child, other: other ?? take((each) => each.id === child.id) }))
  return [
    ...placed.flatMap(({ child, other }) => (other === null ? (isCondition(child) ? [told(droppedText(child))] : []) : partings(child, other, false))),
    ...left.filter(isCondition).map((each) => told(addedText(each))),
  ]
}

const isCondition = ({ value }: Trace): boolean => value.low === 'true' || value.low === 'false' || value.high === 'true'

const replacedText = (before: Trace, after: Trace): Text => ({ zh: `条件“${before.label.zh}”改为“${after.label.zh}”`, en: `the condition “${before.label.en}” became “${after.label.en}”` })
const addedText = (step: Trace): Text => ({ zh: `增加条件“${step.label.zh}”`, en: `the condition “${step.label.en}” was added` })
const droppedText = (step: Trace): Text => ({ zh: `删去条件“${step.label.zh}”`, en: `the condition “${step.label.en}” was dropped` })

function valueText(before: Trace, after: Trace): Parting {
  const [old, now] = [before, after].map(({ value }) => (value.low === null ? null : rationalFromText(value.low)))
  if (old == null || now == null || compare(old, now) === 0) return { text: { zh: `“${before.label.zh}”改为“${after.label.zh}”`, en: `“${before.label.en}” became “${after.label.en}”` }, weak: true }
  const rises = compare(now, old) > 0
  const what: Text = before.label.zh.endsWith('%') ? { zh: '比例', en: 'the rate' } : before.label.zh.endsWith('元') ? { zh: '金额', en: 'the amount' } : { zh: '', en: 'a figure' }
  return told({ zh: `${what.zh}由${before.label.zh}${rises ? '提高' : '降低'}到${after.label.zh}`, en: `${what.en} was ${rises ? 'raised' : 'lowered'} from ${before.label.en} to ${after.label.en}` })
}

// ---------------------------------------------------------------- limits

const LIMIT_FIGURES: Readonly<Record<Limit['kind'], Text>> = { ...LIMIT_KINDS, cap: { zh: '封顶', en: 'the highest amount' } }

function limitCauses(before: Ran, after: Ran, was: Line, is: Line): readonly { readonly id: string; readonly text: Text }[] {
  const touched = new Set([...was.adjustments, ...is.adjustments].map((each) => each.constraint))
  const counting = ({ policy, readings }: Ran, id: string): readonly Limit[] =>
    policy.limits.filter((limit) => limit.id === id && limit.clauses.includes(was.clause) && limit.under.every((ref) => readings.some((each) => each.ambiguity === ref.ambiguity && each.reading === ref.reading)))
  return [...touched].flatMap((id): readonly { readonly id: string; readonly text: Text }[] => {
    const [old] = counting(before, id)
    const [now] = counting(after, id)
    if (old === undefined && now === undefined) return []
    if (old === undefined && now !== undefined) return [{ id, text: { zh: `现在适用“${LIMIT_KINDS[now.kind].zh}”`, en: `“${LIMIT_KINDS[now.kind].en}” applies now` } }]
    if (now === undefined && old !== undefined) return [{ id, text: { zh: `不再适用“${LIMIT_KINDS[old.kind].zh}”`, en: `“${LIMIT_KINDS[old.kind].en}” no longer applies` } }]
    if (old === undefined || now === undefined) return []
    const wider = newlyCovered(old, now, is)
    if (wider.length > 0) return [{ id: '', text: { zh: `“${LIMIT_KINDS[now.kind].zh}”现在也管第${wider.join('、')}条`, en: `“${LIMIT_KINDS[now.kind].en}” now covers clause ${wider.join(', ')} too` } }]
    if (old.max.kind !== 'literal' || now.max.kind !== 'literal') return []
    if (old.max.value !== now.max.value) {
      const figure = figureText(after.policy, { type: now.max.type, before: old.max.value, after: now.max.value })
      return [{ id, text: { zh: `${LIMIT_FIGURES[now.kind].zh}${figure.zh}`, en: `${LIMIT_FIGURES[now.kind].en} ${figure.en}` } }]
    }
    return []
  })
}

/** Clauses whose lines took this one's place, and that the limit did not cover before. */
function newlyCovered(old: Limit, now: Limit, line: Line): readonly string[] {
  const took = new Set(line.adjustments.filter((each) => each.constraint === now.id).flatMap((each) => each.because.map((other) => other.split(' ')[0])))
  return now.clauses.filter((id) => took.has(id) && !old.clauses.includes(id))
}

// ---------------------------------------------------------------- reasons

/** What decides a line in the later version only: the facts that fail a condition, a limit that takes something away. */
function otherCauses(before: Ran, after: Ran, was: Line, is: Line, told: ReadonlySet<string>): readonly Text[] {
  const failing = (line: Line): boolean => line.standing === 'fails' || line.standing === 'undetermined'
  const deciding = (ran: Ran, line: Line): readonly Text[] => reasonTexts(ran.policy, line, line.reasons.filter((each) => each.code !== 'condition-met' && each.code !== 'no-outcome'))
  if (failing(is) && was.standing !== is.standing) return deciding(after, is).slice(0, 1)
  if (failing(was) && was.standing !== is.standing) return deciding(before, was).slice(0, 1).map(({ zh, en }) => ({ zh: `原来${zh}`, en: `before, ${en}` }))
  return whys(after, is, was).filter((each) => !told.has(each.id)).map((each) => each.text)
}

function gone(before: Ran, was: Line, is: Line): readonly Text[] {
  return whys(before, was, is).map(({ text }) => ({ zh: `不再是“${text.zh}”`, en: `no longer “${text.en}”` }))
}

/** The adjustments that only the one line has. */
function whys({ policy, readings }: Ran, line: Line, other: Line): readonly { readonly id: string; readonly text: Text }[] {
  // Who else takes the place matters, and how much is left.
  const brief = ({ constraint, code, because, after }: Adjustment): string => canonicalJson([constraint, code, because, because.length === 0 ? '' : String(after.committed)])
  const there = new Set(other.adjustments.map(brief))
  return line.adjustments.filter((each) => !there.has(brief(each))).map((each) => ({ id: each.constraint, text: adjustmentWhy(policy, line, each, readings) }))
}

// ---------------------------------------------------------------- what it comes to

const ZERO = { committed: 0n, possible: 0n }

function resultText(before: Policy, after: Policy, { before: was, after: is }: LineChange): Text {
  const line = is ?? was
  if (line !== null && (line.kind === 'status' || line.kind === 'in-kind')) return statusText(before, after, was, is)
  const [old, now] = [was ?? ZERO, is ?? ZERO]
  if (old.committed === now.committed && old.possible === now.possible) return standingText(was, is)
  const sure = now.committed - old.committed
  const most = now.possible === null || old.possible === null ? null : now.possible - old.possible
  if (most === sure) return sure > 0n ? { zh: `本例多${money(sure).zh}`, en: `${money(sure).en} more here` } : { zh: `本例少${money(-sure).zh}`, en: `${money(-sure).en} less here` }
  const [from, to] = [moneyRange(old.committed, old.possible), moneyRange(now.committed, now.possible)]
  return { zh: `本例由${from.zh}变为${to.zh}`, en: `from ${from.en} to ${to.en} here` }
}

function standingText(was: Line | null, is: Line | null): Text {
  const words = (line: Line | null): Text => (line === null ? { zh: '没有', en: 'nothing' } : STANDINGS[line.standing])
  return { zh: `本例由${words(was).zh}变为${words(is).zh}`, en: `from ${words(was).en} to ${words(is).en} here` }
}

function statusText(before: Policy, after: Policy, was: Line | null, is: Line | null): Text {
  const words = (policy: Policy, line: Line | null): Text => {
    const gives = line === null || line.standing === 'fails' ? null : benefit(policy, line)
    return gives ?? (line === null ? { zh: '没有', en: 'nothing' } : STANDINGS[line.standing])
  }
  const [old, now] = [words(before, was), words(after, is)]
  return old.zh === now.zh ? standingText(was, is) : { zh: `本例由“${old.zh}”变为“${now.zh}”`, en: `from “${old.en}” to “${now.en}” here` }
}

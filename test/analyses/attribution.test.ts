import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attribution, jointPolicy, shapley } from '../../src/analyses/attribution.ts'
import { editsBetween, withEdits } from '../../src/analyses/edits.ts'
import { verifyPolicy } from '../../src/core/verify.ts'
import type { Policy } from '../../src/core/core.ts'
import { interpret, interpreter } from '../../src/engines/interpret/interpret.ts'
import * as b from '../build-core.ts'
import { suzhou, suzhouInput } from './suzhou.ts'

const sum = (parts: readonly bigint[]): bigint => parts.reduce((total, each) => total + each, 0n)

/** `rate` of the salary, at most `cap`. */
const policy = (rate: number, cap: number): Policy => b.policy({
  applicant: b.entity('企业', b.fieldOf('工薪', b.MONEY)),
  clauses: [b.clause('6.1', '企业', b.grant(b.share(b.percent(rate), b.field(b.MONEY, b.subject('企业'), '工薪'))))],
  limits: [b.limit('6.1#cap', 'cap', ['6.1'], b.yuan(cap), { key: [b.subject('企业')] })],
})
const input = b.input([b.dossier('甲', { 工薪: b.rmb(100) }), b.dossier('乙', { 工薪: b.rmb(10) })])

describe('shares', () => {
  test('of a rate and a cap that need each other are equal halves', () => {
    // 30% of 100, at most 30 → 40% of 100, at most 40: neither change alone gives 甲 a fen.
    const found = attribution(interpreter, policy(30, 30), policy(40, 40), input)
    expect(found.kind).toBe('shares')
    if (found.kind !== 'shares') return
    expect(found.edits.map((each) => each.figure)).toMatchObject([{ before: '3/10', after: '2/5' }, { before: '3000', after: '4000' }])
    expect(found.applicants).toMatchObject([
      { id: '甲', committed: { change: 1000n, shares: [500n, 500n] } },
      { id: '乙', committed: { change: 100n, shares: [100n, 0n] } },
    ])
    expect(found.total.committed).toMatchObject({ change: 1100n, shares: [600n, 500n] })
  })

  test('are rounded to fen that add up; the odd fen goes to the earlier of equal ones', () => {
    const [split] = shapley(2, [[0n], [0n], [0n], [1n]])
    expect(split).toMatchObject({ change: 1n, exact: [{ n: 1n, d: 2n }, { n: 1n, d: 2n }], shares: [1n, 0n] })
    const [loss] = shapley(2, [[0n], [0n], [0n], [-1n]])
    expect(loss).toMatchObject({ change: -1n, shares: [0n, -1n] })
  })

  test('add up, give nothing to an edit that changes nothing, and are the same for edits that do the same', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5 }).chain((n) => fc.tuple(fc.constant(n), fc.array(fc.bigInt({ min: -10_000n, max: 10_000n }), { minLength: 2 ** n, maxLength: 2 ** n }))), ([n, worths]) => {
      const [split] = shapley(n, worths.map((each) => [each]))
      expect(sum(split?.shares ?? [])).toBe((worths.at(-1) ?? 0n) - (worths[0] ?? 0n))
      // The same game with one more edit that never matters.
      const [idle] = shapley(n + 1, [...worths, ...worths].map((each) => [each]))
      expect(idle?.exact.at(-1)).toEqual({ n: 0n, d: 1n })
      expect(idle?.exact.slice(0, n)).toEqual(split?.exact)
    }), { numRuns: 200 })
  })
})

describe('the two versions of Suzhou', () => {
  const before = suzhou('consultation-draft')
  const after = suzhou('illustrative-amendment')
  const joint = jointPolicy(before, after)
  const dossiers = suzhouInput(joint)
  const edits = editsBetween(before, after)

  test('the edits are the changes of the text', () => {
    expect(edits.map((each) => each.id)).toMatchInlineSnapshot(`
      [
        "clause 1.1#0",
        "clause 2.3",
        "clause 5.5",
        "clause 6.1#0",
        "clause 6.2#0",
        "constraint 1.3",
      ]
    `)
  })

  test('no edit is the old version, all are the new one, and every single one is a sound policy', () => {
    const none = withEdits(before, after, edits, new Set())
    expect(interpret(none, dossiers).totals).toEqual(interpret(before, dossiers).totals)
    expect(interpret(joint, dossiers).totals).toEqual(interpret(after, dossiers).totals)
    for (const each of edits) expect(verifyPolicy(withEdits(before, after, edits, new Set([each.id])))).toEqual([])
  })

  test('shares add up to the fen, for each applicant and for all', { timeout: 60_000 }, () => {
    const found = attribution(interpreter, before, after, dossiers)
    expect(found.kind).toBe('shares')
    if (found.kind !== 'shares') return
    const [old, now] = [interpret(before, dossiers), interpret(after, dossiers)]
    for (const [at, { committed, possible }] of found.applicants.entries()) {
      expect(sum(committed.shares)).toBe((now.applicants[at]?.total.committed ?? 0n) - (old.applicants[at]?.total.committed ?? 0n))
      expect(sum(possible.shares)).toBe((now.applicants[at]?.total.possible ?? 0n) - (old.applicants[at]?.total.possible ?? 0n))
    }
    expect(sum(found.total.committed.shares)).toBe(now.totals.committed - old.totals.committed)
  })
})

describe('refused with a reason', () => {
  test('a fact of another type', () => {
    const other: Policy = { ...policy(30, 30), applicant: b.entity('企业', b.fieldOf('工薪', b.TEXT)) }
    expect(attribution(interpreter, policy(30, 30), other, input)).toEqual({ kind: 'refused', reason: 'vocabulary', count: 1, names: ['工薪'] })
  })

  test('too many edits; figures of one clause are one edit before that', () => {
    const many = (amount: number, clauses: number): Policy => b.policy({
      applicant: b.entity('企业'),
      clauses: Array.from({ length: clauses }, (_, at) => b.clause(`1.${at + 1}`, '企业', b.grant(b.binary('add', b.yuan(amount + at), b.yuan(amount + at + 100))))),
    })
    expect(attribution(interpreter, many(1, 9), many(2, 9), b.input([b.dossier('甲')]))).toEqual({ kind: 'refused', reason: 'too-many', count: 9, names: [] })
    expect(attribution(interpreter, many(1, 5), many(2, 5), b.input([b.dossier('甲')]))).toMatchObject({ kind: 'shares', grouped: true, total: { committed: { change: 1000n, shares: [200n, 200n, 200n, 200n, 200n] } } })
  })
})

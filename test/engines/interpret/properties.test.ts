import fc from 'fast-check'
import { expect, test } from 'vitest'
import { interpret } from '../../../src/engines/interpret/interpret.ts'
import type { Input, Line, Result, Sum } from '../../../src/engines/engine.ts'
import type { Policy } from '../../../src/core/core.ts'
import { blurred, inputs, policies } from './arbitrary.ts'

const RUNS = Number(process.env['HENG_RUNS'] ?? 400)

const allLines = (result: Result): readonly Line[] => result.applicants.flatMap(({ lines }) => lines)
const subjectKey = (line: Line): string => `${line.clause} ${line.applicant} ${line.subject}`

/** By clause, subject and period. */
function linesOf(result: Result): ReadonlyMap<string, Line> {
  return new Map(allLines(result).map((line) => [`${subjectKey(line)} ${line.period?.from ?? ''}`, line]))
}

/** `inner` lies within `outer`; null is without bound. */
function within(inner: { committed: bigint; possible: bigint | null }, outer: { committed: bigint; possible: bigint | null }): boolean {
  return inner.committed >= outer.committed && (outer.possible === null || (inner.possible !== null && inner.possible <= outer.possible))
}

const bits = fc.infiniteStream(fc.nat(9))

test('adding a fact never widens a range, and never changes what is certain', () => {
  fc.assert(fc.property(policies, inputs, bits, (policy, full, stream) => {
    const less = interpret(policy, blurred(full, stream))
    const more = interpret(policy, full)
    const wide = linesOf(less)
    for (const [key, line] of linesOf(more)) {
      // A term of which the beginning was not known had one line for all its periods.
      const before = wide.get(key) ?? wide.get(`${subjectKey(line)} `)
      if (before === undefined) {
        expect(line.reasons.map(({ code }) => code), key).toEqual(['no-period'])
        continue
      }
      expect(within(line, before), `${key}: ${show(line)} within ${show(before)}`).toBe(true)
      for (const { agency, committed, possible } of line.payers) {
        const was = before.payers.find((one) => one.agency === agency) ?? { committed: 0n, possible: 0n }
        expect(within({ committed, possible }, was), `${key}: ${agency} ${committed}..${possible} within ${was.committed}..${was.possible}`).toBe(true)
      }
      expect(line.possibleStatuses.every((one) => before.possibleStatuses.includes(one))).toBe(true)
      if (before.standing === 'fails') expect(line.standing).toBe('fails')
      if (before.standing === 'withdrawn') expect(line.possible).toBe(0n)
    }
  }), { numRuns: RUNS })
})

function show(line: Line): string {
  return `${line.standing} ${line.committed}..${line.possible}`
}

test('adding a fact never widens a total to which every line has a limit', () => {
  fc.assert(fc.property(policies, inputs, bits, (policy, full, stream) => {
    const less = interpret(policy, blurred(full, stream)).totals
    const more = interpret(policy, full).totals
    if (less.unstated > 0) return
    expect(within(more, less), `${sumText(more)} within ${sumText(less)}`).toBe(true)
  }), { numRuns: RUNS })
})

function sumText(sum: Sum): string {
  return `${sum.committed}..${sum.possible} (+${sum.unstated})`
}

test('committed is never above possible, in lines and in totals', () => {
  fc.assert(fc.property(policies, inputs, bits, (policy, full, stream) => {
    for (const input of [full, blurred(full, stream)]) {
      const result = interpret(policy, input)
      for (const line of linesOf(result).values()) {
        expect(line.committed >= 0n && (line.possible === null || line.committed <= line.possible)).toBe(true)
        if (line.standing === 'fails' || line.standing === 'withdrawn') expect([line.committed, line.possible, line.missing]).toEqual([0n, 0n, []])
        if (line.standing === 'holds' && line.kind === 'grant') expect(line.possible).toBe(line.committed)
      }
      for (const sum of allSums(result)) expect(sum.unstated > 0 || sum.committed <= sum.possible, sumText(sum)).toBe(true)
    }
  }), { numRuns: RUNS })
})

function allSums({ totals, applicants }: Result): readonly Sum[] {
  return [totals, ...totals.byClause.values(), ...totals.byMeasure.values(), ...totals.byAgency.values(), ...totals.byYear.values(), ...applicants.map(({ total }) => total)]
}

test('the order of applicants, matters, ledger entries and limits of different kinds changes nothing', () => {
  fc.assert(fc.property(policies, inputs, bits, (policy, full, stream) => {
    const input = blurred(full, stream)
    const one = interpret(policy, input)
    const other = interpret(policy, reversed(input))
    expect(stable(other)).toEqual(stable(one))
  }), { numRuns: RUNS })
})

function reversed(input: Input): Input {
  return {
    ...input,
    applicants: [...input.applicants].reverse().map((one) => ({ ...one, facts: new Map([...one.facts].reverse()), matters: [...one.matters].reverse() })),
    ledger: [...input.ledger].reverse(),
  }
}

function stable(result: Result): unknown {
  const lines = [...linesOf(result)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, line]) => [key, line.standing, line.committed, line.possible, line.status, line.duration, line.adjustments, line.missing.map(({ field, subject }) => `${field} ${subject}`).sort()])
  return [lines, result.totals.committed, result.totals.possible, [...result.totals.byClause].sort(([a], [b]) => (a < b ? -1 : 1)), result.notes.map(({ code, limit, lines: of }) => `${code} ${limit} ${of.join()}`).sort()]
}

test('of lines that certainly share a limit no more is paid than it allows, ledger included', () => {
  fc.assert(fc.property(policies, inputs, (policy, input) => {
    const result = interpret(policy, { ...input, decisions: input.decisions.filter(({ kind }) => kind !== 'exception') })
    for (const limit of policy.limits) {
      if (limit.key[limit.clauses[0]!]!.length > 0 || limit.max.kind !== 'literal') continue
      // Which lines these bound is not to be seen from the limit alone: test/conformance/limits-for-some-lines.test.ts.
      if (limit.when.length > 0 || limit.cumulable.length > 0 || limit.widened !== null || limit.spared.length > 0) continue
      const covered = [...linesOf(result).values()].filter((line) => limit.clauses.includes(line.clause) && (line.kind === 'grant' || line.kind === 'ceiling'))
      const max = BigInt(limit.max.value)
      for (const calendar of new Set(covered.map((line) => calendarOf(limit, dayOf(line))))) {
        const lines = covered.filter((line) => calendarOf(limit, dayOf(line)) === calendar)
        const earlier = limit.kind === 'non-cumulation' || limit.period === null ? [] : input.ledger.filter(({ clause, day }) => limit.clauses.includes(clause) && calendarOf(limit, day) === calendar)
        if (limit.measure === 'count') {
          // 不重复 is between clauses: what one of them pays to one subject in its periods counts once.
          const paidLines = lines.filter(({ committed }) => committed > 0n)
          const paid = BigInt(limit.kind === 'non-cumulation' ? new Set(paidLines.map(subjectKey)).size : paidLines.length)
          expect(paid === 0n || paid + BigInt(earlier.length) <= max).toBe(true)
        } else {
          const sum = lines.reduce((total, { committed }) => total + committed, 0n)
          expect(sum === 0n || sum + earlier.reduce((total, { amount }) => total + amount, 0n) <= max).toBe(true)
        }
      }
    }
  }), { numRuns: RUNS })
})

test('a line whose limit is whole or nothing is paid all that it had before it, or nothing', () => {
  fc.assert(fc.property(policies, inputs, (policy, input) => {
    const whole = new Set(policy.limits.filter((limit) => limit.whole).map(({ id }) => id))
    for (const line of linesOf(interpret(policy, input)).values()) {
      for (const { constraint, before, after } of line.adjustments) {
        if (whole.has(constraint)) expect(after.committed === 0n || after.committed === before.committed).toBe(true)
      }
    }
  }), { numRuns: RUNS })
})

/** The policies are in force from 2026-01-01. */
function dayOf({ period }: Line): string {
  return period === null ? '2026-06-30' : period.from < '2026-01-01' ? '2026-01-01' : period.from
}

function calendarOf({ period }: Policy['limits'][number], day: string): string {
  return period === 'year' ? day.slice(0, 4) : period === 'month' ? day.slice(0, 7) : ''
}

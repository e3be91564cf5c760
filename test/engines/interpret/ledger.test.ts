import { describe, expect, test } from 'vitest'
import { rational } from '../../../src/values/rational.ts'
import { inPeriod, sameKey, sumOfEarlier } from '../../../src/engines/interpret/ledger.ts'
import { startRun, type Period } from '../../../src/engines/interpret/scope.ts'
import { ANY_TEXT, FALSE, known, lacking, OPEN, point, TRUE, whole } from '../../../src/engines/interpret/values.ts'
import * as b from '../../build-core.ts'

test('periods are those of the day asked for, or of the period that is paid', () => {
  const run = startRun(b.policy({}), b.input([], {}), new Map(), '2026-01-01')
  const asked = { run, period: null }
  expect(['2025-06-30', '2026-06-30', '2026-07-01'].map((day) => inPeriod(day, 'ever', asked))).toEqual([TRUE, TRUE, FALSE])
  expect(['2025-12-31', '2026-01-01', '2026-12-31'].map((day) => inPeriod(day, 'year', asked))).toEqual([FALSE, TRUE, TRUE])
  expect(['2026-05-31', '2026-06-01'].map((day) => inPeriod(day, 'month', asked))).toEqual([FALSE, TRUE])
  const paid: Period = { kind: 'known', period: { number: 2, from: '2025-12-01', until: '2025-12-31' }, day: '2025-12-15' }
  expect(['2025-01-01', '2026-01-01'].map((day) => inPeriod(day, 'year', { run, period: paid }))).toEqual([TRUE, FALSE])
  expect(inPeriod('2025-12-31', 'month', { run, period: { kind: 'any', number: known(whole(1n)) } })).toEqual(OPEN)
})

describe('keys', () => {
  const missing = { entity: '项目', field: '编号', subject: 'p', state: 'unknown', judgedBy: null } as const
  const open = { ...known(ANY_TEXT), missing: [missing] }
  test('the same, another, perhaps', () => {
    expect(sameKey([known(point('x')), known(whole(1n))], [known(point('x')), known(whole(1n))])).toEqual({ same: TRUE, missing: [] })
    expect(sameKey([known(point('x')), open], [known(point('y')), open])).toEqual({ same: FALSE, missing: [] })
    expect(sameKey([known(point('x'))], [open])).toEqual({ same: OPEN, missing: [missing] })
  })
  test('no key at all: all lines share the limit; a key that does not apply: none', () => {
    expect(sameKey([], []).same).toEqual(TRUE)
    expect(sameKey([lacking('not-applicable')], [lacking('not-applicable')]).same).toEqual(FALSE)
  })
})

test('an entry that only may have the key counts from none of it to all of it', () => {
  const entry = b.paid('1', 'A', 'p', 20, '2025-01-01')
  const earlier = [{ entry, same: TRUE, missing: [] }, { entry, same: OPEN, missing: [] }]
  expect(sumOfEarlier(earlier, 'count')).toEqual({ kind: 'range', low: { n: 1n, d: 1n }, high: { n: 2n, d: 1n } })
  expect(sumOfEarlier(earlier, 'amount')).toEqual({ kind: 'range', low: { n: 2000n, d: 1n }, high: { n: 4000n, d: 1n } })
})

test('a fen taken back that may have the key counts from all of it to none', () => {
  const earlier = (amount: bigint): Parameters<typeof sumOfEarlier>[0] => [{ entry: { ...b.paid('1', 'A', 'p', 0, '2026-01-01'), amount }, same: { kind: 'truth', canBeTrue: true, canBeFalse: true }, missing: [] }]
  expect(sumOfEarlier(earlier(-1n), 'amount')).toEqual({ kind: 'range', low: rational(-1n), high: rational(0n) })
  expect(sumOfEarlier(earlier(1n), 'amount')).toEqual({ kind: 'range', low: rational(0n), high: rational(1n) })
})

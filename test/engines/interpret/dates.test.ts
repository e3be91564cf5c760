import { expect, test } from 'vitest'
import { rational } from '../../../src/values/rational.ts'
import { daysBetween, later } from '../../../src/engines/interpret/dates.ts'

test('months end on the last day that there is', () => {
  expect(later('2026-01-31', rational(1n), 'duration')).toBe('2026-02-28')
  expect(later('2024-02-29', rational(12n), 'duration')).toBe('2025-02-28')
  expect(later('2026-01-01', rational(-1n), 'duration')).toBe('2025-12-01')
})
test('days', () => {
  expect(later('2026-02-27', rational(30n), 'days')).toBe('2026-03-29')
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2n)
  expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1n)
})
test('outside the calendar there is no day, however large the step', () => {
  expect(later('9999-12-31', rational(1n), 'days')).toBe(null)
  expect(later('2026-01-01', rational(10n ** 40n), 'duration')).toBe(null)
  expect(later('2026-01-01', rational(1n, 2n), 'duration')).toBe(null)
  expect(daysBetween('2026-02-30', '2026-03-01')).toBe(null)
})

import { expect, test } from 'vitest'
import { interpret } from '../../../src/engines/interpret/interpret.ts'
import * as b from '../../build-core.ts'
import { agree } from '../compiled/agree.ts'

const moved = b.field(b.DATE, b.subject('企业'), '迁出日期')
const back = b.clause('12', '企业', b.repayment(b.granted(['2', '4'], [], 'ever', 'amount', { from: b.binary('subtract', moved, b.months(60), b.DATE), until: moved })))
const policy = b.policy({
  applicant: b.entity('企业', b.fieldOf('迁出日期', b.DATE)),
  clauses: [b.clause('2', '企业', b.grant(b.yuan(100))), b.clause('4', '企业', b.grant(b.yuan(30))), back],
  limits: [b.limit('8', 'total-cap', ['2', '4'], b.yuan(110), { key: [b.applicant()] })],
})
const ledger = [b.paid('2', 'A', 'A', 70, '2026-03-01'), b.paid('4', 'A', 'A', 8, '2026-03-02'), b.paid('2', 'B', 'B', 1, '2026-04-01')]
const at = (has: Parameters<typeof b.dossier>[1]) => {
  const input = b.input([b.dossier('A', has), b.dossier('B', { 迁出日期: b.NOT_APPLICABLE })], { on: '2031-06-30', ledger })
  agree(policy, input)
  const result = interpret(policy, input)
  return { line: b.brief(b.line(result, '12', 'A')), result }
}

test('what was granted within five years before the move: the 1st of March is in, a day later it is out', () => {
  expect(at({ 迁出日期: '2031-03-01' }).line).toBe('holds 78.00')
  expect(at({ 迁出日期: '2031-03-02' }).line).toBe('holds 8.00')
  expect(at({ 迁出日期: '2031-03-03' }).line).toBe('holds 0.00')
})

test('a day of moving that is not known: from nothing to all', () => {
  expect(at({}).line).toBe('undetermined 0.00..78.00 ?迁出日期')
})

test('the repayment is a sum of its own: totals of what is due stay as they are, and limits let it be', () => {
  const { result } = at({ 迁出日期: '2031-03-01' })
  const [a, other] = result.applicants
  expect(a?.total).toEqual({ committed: 11000n, possible: 11000n, unstated: 0 })
  expect(a?.repayment).toEqual({ committed: 7800n, possible: 7800n, unstated: 0 })
  expect(other?.repayment).toEqual({ committed: 0n, possible: 0n, unstated: 0 })
  expect(result.totals.committed).toBe(22000n)
  expect(result.totals.repayment).toEqual({ committed: 7800n, possible: 7800n, unstated: 0 })
  expect([...result.totals.byMeasure.values()]).toEqual([{ committed: 22000n, possible: 22000n, unstated: 0 }])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Policy } from '../../../src/core/core.ts'
import type { Input, Line, Result } from '../../../src/engines/engine.ts'
import { interpretAgain } from '../../../src/engines/interpret/again.ts'
import type { Remembered } from '../../../src/engines/interpret/again.ts'
import { interpret } from '../../../src/engines/interpret/interpret.ts'
import * as b from '../../build-core.ts'
import { drawInput, IN_FORCE } from '../../generate/dossiers.ts'
import { built } from '../../generate/draw.ts'
import { policyOf } from '../../policies/evaluate.ts'
import { policiesUnderTest } from '../../properties/policies.ts'
import { inputs, policies } from './arbitrary.ts'

const RUNS = Math.ceil(Math.min(20_000, Number(process.env['HENG_RUNS'] ?? 400)) / 4)

const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
const linesOf = ({ applicants }: Result): readonly Line[] => applicants.flatMap(({ lines }) => lines)

/** Another policy in part: its clauses and limits from place `from` on are those of `other`. */
const mixed = (policy: Policy, other: Policy, from: number): Policy => copied({ ...policy, clauses: [...policy.clauses.slice(0, from), ...other.clauses.slice(from)], limits: other.limits })

/** The same with what clauses and limits name saying something else: a definition, a parameter, a table. */
const renamed = (policy: Policy, which: number): Policy => copied({
  ...policy,
  ...(which === 1 ? { definitions: [b.define('合格', '项目', b.BOOLEAN, b.field(b.BOOLEAN, b.subject('项目'), '通过'))] } : {}),
  ...(which === 2 ? { parameters: [b.parameterOf('标准', b.MONEY, [null, b.yuan(23)])] } : {}),
  ...(which === 3 ? { tables: [b.table('档次', b.MONEY, [['额', b.MONEY]], [{ key: { kind: 'interval', low: null, high: { value: b.yuan(30), closed: false } }, values: [b.parameter(b.MONEY, '标准')] }])] } : {}),
})

test('what is taken over from an earlier run never shows', () => {
  fc.assert(fc.property(policies, policies, inputs, inputs, fc.nat(4), fc.nat(3), (first, second, before, after, from, which) => {
    const edited = mixed(first, second, from)
    let known: Remembered | null = null
    for (const policy of [first, renamed(first, which), edited, copied(first)]) {
      for (const input of [before, after, { ...before, ledger: after.ledger }, { ...before, decisions: after.decisions }, before]) {
        known = interpretAgain(policy, input, known)
        expect(known.result).toEqual(interpret(policy, input))
      }
      // The same lists once more, so that the next policy meets what this one left.
      known = interpretAgain(policy, before, known)
    }
  }), { numRuns: Math.ceil(RUNS / 3) })
}, 3_600_000)

test('of a whole policy, an edit changes the lines of its clauses; the others are the very same', () => {
  const [one] = policiesUnderTest()
  const { vocabulary } = one!
  const { policy } = vocabulary
  const dearer = JSON.parse(JSON.stringify(policy).replaceAll('"value":"20000000"', '"value":"20000100"')) as Policy
  fc.assert(fc.property(built((draw) => drawInput(vocabulary, draw, IN_FORCE)), (input) => {
    const earlier = interpretAgain(policy, input, null)
    const later = interpretAgain(dearer, input, earlier)
    expect(earlier.result).toEqual(interpret(policy, input))
    expect(later.result).toEqual(interpret(dearer, input))
    const drafts = (run: Remembered) => [...run.drafts.values()].flatMap((own) => [...own.values()].flat())
    const known = new Set(drafts(earlier))
    const kept = drafts(later).filter((draft) => known.has(draft)).length
    expect(kept).toBeGreaterThan(drafts(later).length / 2)
  }), { numRuns: Math.ceil(RUNS / 10) })
}, 3_600_000)

test('what says something else makes those lines anew that name it, at any depth, and no others', () => {
  const half = b.parameterOf('标准', b.MONEY, [null, b.yuan(10)])
  const standard = b.parameter(b.MONEY, '标准')
  const policy = b.policy({
    parameters: [half],
    tables: [b.table('档次', b.MONEY, [['额', b.MONEY]], [{ key: { kind: 'interval', low: null, high: null }, values: [standard] }])],
    definitions: [b.define('合格', '企业', b.BOOLEAN, b.binary('ge', b.lookup(b.MONEY, '档次', '额', b.yuan(1)), b.yuan(10)))],
    clauses: [b.clause('1', '企业', b.grant(b.yuan(5)), { conditions: [b.under({ expr: b.definition(b.BOOLEAN, '合格', b.subject('企业')), negated: false, cites: [] })] }), b.clause('2', '企业', b.grant(b.yuan(7)))],
    limits: [b.limit('L', 'cap', ['2'], standard)],
  })
  const dearer: Policy = { ...policy, parameters: [b.parameterOf('标准', b.MONEY, [null, b.yuan(3)])] }
  const input: Input = b.input([b.dossier('甲')])
  const earlier = interpretAgain(policy, input, null)
  const later = interpretAgain(dearer, input, earlier)
  expect(linesOf(later.result).map(({ standing, committed }) => [standing, committed])).toEqual([['fails', 0n], ['holds', 300n]])
  const draftsOf = (run: Remembered, clause: string) => [...run.drafts.values()][0]?.get(clause)
  expect(draftsOf(later, '2')).toBe(draftsOf(earlier, '2'))
  expect(draftsOf(later, '1')).not.toBe(draftsOf(earlier, '1'))
})

test('both versions of the policy, one after the other and back', () => {
  const versions = ['consultation-draft', 'illustrative-amendment'].map(policyOf)
  const input: Input = b.input([b.dossier('甲'), b.dossier('乙')])
  let known: Remembered | null = null
  for (const policy of [...versions, ...versions]) {
    known = interpretAgain(policy, input, known)
    expect(known.result).toEqual(interpret(policy, input))
  }
})

test('a quotation that only stands elsewhere takes nothing away; another quotation does', () => {
  const policy = policyOf('consultation-draft')
  const input: Input = b.input([b.dossier('甲')])
  const earlier = interpretAgain(policy, input, null)
  const about = linesOf(earlier.result)[0]?.clause ?? ''
  const shifted = JSON.parse(JSON.stringify(policy), (_key, value: { readonly quote?: string; readonly start: number }) => (value?.quote === undefined ? value : { ...value, start: value.start + 1 })) as Policy
  const reworded = copied({ ...policy, clauses: policy.clauses.map((clause) => (clause.id === about ? { ...clause, cites: clause.cites.map((cite) => ({ ...cite, quote: `${cite.quote}…` })) } : clause)) })
  const draftsOf = (run: Remembered) => [...run.drafts.values()][0]?.get(about)
  expect(draftsOf(interpretAgain(shifted, input, earlier))).toBe(draftsOf(earlier))
  const again = interpretAgain(reworded, input, earlier)
  expect(again.result).toEqual(interpret(reworded, input))
  expect(linesOf(again.result)[0]?.cite?.quote.endsWith('…')).toBe(true)
})

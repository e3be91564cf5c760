import fc from 'fast-check'
import { test } from 'vitest'
import { FEW } from '../../../src/engines/limit-under.ts'
import type { Input } from '../../../src/engines/engine.ts'
import { drawInput, EVERYTHING } from '../../generate/dossiers.ts'
import { built } from '../../generate/draw.ts'
import { policiesUnderTest } from '../../properties/policies.ts'
import { blurred, inputs, policies } from '../interpret/arbitrary.ts'
import { inputArbitrary, policyArbitrary } from '../json-logic/arbitrary.ts'
import { agree } from './agree.ts'

const RUNS = Math.min(20_000, Number(process.env['HENG_RUNS'] ?? 400))
/** Of a matter the policies make up to eight lines that share a limit; of more lines than are compared each with each none is named. */
const isFew = ({ applicants }: Input): boolean => applicants.reduce((sum, { matters }) => sum + matters.length, 0) * 8 <= FEW

const bits = fc.infiniteStream(fc.nat(9))

test('it gives what the interpreter gives on generated policies with limits, ties, exceptions and missing facts', () => {
  fc.assert(fc.property(policies, inputs, bits, (policy, full, stream) => {
    agree(policy, full)
    agree(policy, blurred(full, stream))
  }), { numRuns: RUNS })
}, 3_600_000)

test('it gives what the interpreter gives on generated policies with every type and readings', () => {
  fc.assert(fc.property(policyArbitrary, inputArbitrary(false), (policy, input) => agree(policy, input)), { numRuns: RUNS })
}, 3_600_000)

test('it gives what the interpreter gives on the real policies and on the one with every device', () => {
  const all = policiesUnderTest()
  for (const { vocabulary } of all) {
    fc.assert(fc.property(built((draw) => drawInput(vocabulary, draw, EVERYTHING)), (input) => agree(vocabulary.policy, input, isFew(input))), { numRuns: Math.ceil(RUNS / all.length) })
  }
}, 3_600_000)

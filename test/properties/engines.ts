import type { Policy } from '../../src/core/core.ts'
import type { Input, Line, Refusal, Result } from '../../src/engines/engine.ts'
import { jsonLogic } from '../../src/engines/json-logic/json-logic.ts'
import { drawInput, IN_FORCE, KNOWN } from '../generate/dossiers.ts'
import { chance } from '../generate/draw.ts'
import { holds, lines, type Property, property, rangeText } from './property.ts'

const LIMITS = new Set(['once', 'cap', 'quota', 'non-cumulation', 'total-cap', 'budget'])

function isMissingSomething({ applicants }: Input, policy: Policy): boolean {
  return applicants.some(({ facts, matters }) => {
    const isOpen = (known: typeof facts, names: readonly string[]): boolean => names.some((name) => known.get(name)?.state !== 'given')
    return isOpen(facts, policy.applicant.fields.map(({ name }) => name.zh))
      || matters.some((matter) => isOpen(matter.facts, policy.matters.find(({ name }) => name.zh === matter.entity)?.fields.map(({ name }) => name.zh) ?? []))
  })
}

/** A refusal must name what cannot be said, and it must be there. */
function isJustified({ construct, clause }: Refusal, all: readonly Refusal[], input: Input, policy: Policy, expected: Result): boolean {
  if (construct === 'unknown-fact' || construct === 'undetermined') return isMissingSomething(input, policy) || lines(expected).some(({ missing }) => missing.length > 0)
  if (construct === 'ledger') return input.ledger.length > 0
  if (construct === 'decision') return input.decisions.length > 0
  if (construct === 'exception-between-clauses') return policy.clauses.some(({ exceptionTo }) => exceptionTo.length > 0)
  if (LIMITS.has(construct)) {
    // What cannot be said of a clause cannot be counted either.
    if (all.some((other) => other.clause === clause && !LIMITS.has(other.construct) && isJustified(other, [], input, policy, expected))) return true
    // One line alone never competes with another: the limit covers several, or earlier grants count.
    return policy.limits.some((limit) => limit.kind === construct && (clause === null || limit.clauses.includes(clause))
      && (input.ledger.length > 0 || lines(expected).filter((line) => limit.clauses.includes(line.clause)).length > 1))
  }
  return clause !== null
}

const outcome = (line: Line): string => JSON.stringify([line.clause, line.applicant, line.subject, line.entity, line.kind, line.standing, rangeText(line), line.status, `${line.duration}`])

export const enginesAgree: Property = property({
  name: 'json-logic gives what the interpreter gives, to the fen, or refuses for a reason that is there',
  telling: 250,
  make: (vocabulary, draw) => (chance(draw, 1, 4)
    ? drawInput(vocabulary, draw, IN_FORCE)
    : drawInput(vocabulary, draw, { ...KNOWN, ledger: false })),
  judge: (input, policy, evaluate) => {
    const expected = evaluate(input)
    const found = jsonLogic.evaluate(policy, input)
    if (found.kind === 'refusal') {
      holds(found.refusals.length > 0, () => 'it refuses without saying what')
      for (const refusal of found.refusals) {
        holds(isJustified(refusal, found.refusals, input, policy, expected), () => `no reason to refuse: ${refusal.construct} in ${refusal.clause}`)
        holds(refusal.message.zh !== '' && refusal.message.en !== '', () => `${refusal.construct} is refused without a word`)
      }
      return false
    }
    const [ours, theirs] = [lines(expected), lines(found.result)]
    holds(ours.length === theirs.length, () => `${theirs.length} lines instead of ${ours.length}`)
    ours.forEach((line, i) => {
      const other = theirs[i]
      holds(other !== undefined && outcome(other) === outcome(line), () => `${outcome(line)} is ${other === undefined ? 'missing' : outcome(other)}`)
    })
    holds(rangeText(found.result.totals) === rangeText(expected.totals) && found.result.totals.unstated === expected.totals.unstated, () => `total ${rangeText(expected.totals)} is ${rangeText(found.result.totals)}`)
    return ours.some(({ possible }) => possible !== 0n)
  },
})

export const ENGINE_PROPERTIES: readonly Property[] = [enginesAgree]

import type { Facts, Input, Result } from '../../src/engines/engine.ts'
import { drawInput, IN_FORCE } from '../generate/dossiers.ts'
import { type Draw, shuffled } from '../generate/draw.ts'
import { holds, lineName, lines, type Property, property, readable } from './property.ts'

function reordered(draw: Draw, input: Input): Input {
  const facts = (all: Facts): Facts => new Map(shuffled(draw, [...all]))
  return {
    ...input,
    readings: shuffled(draw, input.readings),
    ledger: shuffled(draw, input.ledger),
    decisions: shuffled(draw, input.decisions),
    applicants: shuffled(draw, input.applicants).map((applicant) => ({
      ...applicant,
      facts: facts(applicant.facts),
      matters: shuffled(draw, applicant.matters).map((matter) => ({ ...matter, facts: facts(matter.facts) })),
    })),
  }
}

/** What a line says, without the order in which it says it. */
function said(result: Result): Map<string, string> {
  return new Map(lines(result).map((line) => [lineName(line), JSON.stringify([
    line.standing, `${line.committed}`, `${line.possible}`, line.status, [...line.possibleStatuses].sort(), `${line.duration}`,
    line.missing.map(({ entity, field, subject, state }) => `${entity} ${field} ${subject} ${state}`).sort(),
    line.adjustments.map(({ constraint, code, before, after, because }) => readable([constraint, code, before, after, [...because].sort()])),
  ])]))
}

export const orderIsNothing: Property = property({
  name: 'the order of applicants, matters, facts, earlier grants and decisions changes nothing',
  telling: 300,
  make: (vocabulary, draw) => {
    const input = drawInput(vocabulary, draw, IN_FORCE)
    return { input, other: reordered(draw, input) }
  },
  judge: ({ input, other }, _policy, evaluate) => {
    const [one, two] = [evaluate(input), evaluate(other)]
    const [before, after] = [said(one), said(two)]
    holds(before.size === after.size, () => `${before.size} lines became ${after.size}`)
    for (const [name, line] of before) holds(after.get(name) === line, () => `${name}: ${line} became ${after.get(name)}`)
    holds(one.totals.committed === two.totals.committed && one.totals.possible === two.totals.possible, () => 'the totals differ')
    return lines(one).some(({ possible }) => possible !== 0n)
  },
})

export const strangersChangeNothing: Property = property({
  name: 'the same dossier gives the same result twice, whatever was evaluated between',
  telling: 300,
  make: (vocabulary, draw) => ({ input: drawInput(vocabulary, draw, IN_FORCE), other: drawInput(vocabulary, draw, IN_FORCE) }),
  judge: ({ input, other }, _policy, evaluate) => {
    const first = said(evaluate(input))
    evaluate(other)
    const again = evaluate(input)
    for (const [name, line] of said(again)) holds(first.get(name) === line, () => `${name}: ${first.get(name)} became ${line}`)
    return lines(again).some(({ possible }) => possible !== 0n)
  },
})

export const SYMMETRY_PROPERTIES: readonly Property[] = [orderIsNothing, strangersChangeNothing]

import type { Policy } from '../../src/core/core.ts'
import type { Input, Line, Trace } from '../../src/engines/engine.ts'
import { drawInput, IN_FORCE } from '../generate/dossiers.ts'
import { isChosen } from './exact.ts'
import { holds, lineName, lines, type Property, property, rangeText } from './property.ts'

/** Cuts follow each other without a gap, and the last one is what the line says. */
function checkAdjustments(line: Line, policy: Policy, input: Input): void {
  line.adjustments.forEach(({ constraint, kind, before, after, cite, code }, i) => {
    const limit = policy.limits.find((one) => one.id === constraint && one.kind === kind && isChosen(input, policy, one.under))
    const next = line.adjustments[i + 1]?.before ?? line
    holds(rangeText(after) === rangeText(next), () => `${lineName(line)}: ${constraint} leaves ${rangeText(after)}, then ${rangeText(next)}`)
    holds(cite === (limit?.cites[0] ?? null), () => `${lineName(line)}: ${constraint} does not quote its sentence`)
    holds(code !== '' && (rangeText(before) !== rangeText(after) || line.kind !== 'grant' || line.standing !== 'holds'), () => `${lineName(line)}: ${constraint} cut nothing`)
  })
}

/** Is there such a subject of which the fact is in that state? Two applicants may each have a matter of one id. */
function isInState(input: Input, entity: string, field: string, subject: string, state: 'unknown' | 'not-asked'): boolean {
  const holders = input.applicants.flatMap(({ id, facts, matters }) => [...(id === subject ? [facts] : []), ...matters.filter((one) => one.entity === entity && one.id === subject).map((one) => one.facts)])
  return holders.some((facts) => (facts.get(field)?.state ?? 'not-asked') === state)
}

/** What is named as missing is a fact that is not known, in the state that it has. */
function checkMissing(line: Line, policy: Policy, input: Input): void {
  const settled = line.standing === 'withdrawn' || line.standing === 'fails'
  holds(!settled || line.missing.length === 0, () => `${lineName(line)} is ${line.standing}, and yet something is missing`)
  holds(line.standing !== 'undetermined' || line.missing.length > 0 || line.adjustments.length > 0 || line.reasons.length > 0, () => `${lineName(line)} is undetermined for no reason`)
  for (const { entity, field, subject, state, judgedBy } of line.missing) {
    const declared = [policy.applicant, ...policy.matters].find(({ name }) => name.zh === entity)?.fields.find(({ name }) => name.zh === field)
    holds(declared !== undefined && declared.judgedBy === judgedBy, () => `${lineName(line)}: ${entity} ${field} is not declared so`)
    // Of an earlier grant what it does not say is not known: of its subject, and of what its facts name.
    const isEarlier = subject === '' || input.ledger.some((entry) => entry.subject === subject || entry.applicant === subject || [...entry.facts.values()].some((fact) => fact.state === 'given' && fact.value === subject))
    holds(isEarlier || isInState(input, entity, field, subject, state), () => `${lineName(line)}: ${field} of ${subject} is said to be ${state}`)
  }
}

function traces(trace: Trace): Trace[] {
  return [trace, ...trace.children.flatMap(traces)]
}

function checkTrace(line: Line): void {
  const ids = traces(line.trace).map(({ id }) => id)
  holds(line.trace.id === line.clause, () => `${lineName(line)}: its trace is ${line.trace.id}`)
  holds(new Set(ids).size === ids.length, () => `${lineName(line)}: two steps have one id: ${ids.find((id, i) => ids.indexOf(id) !== i)}`)
}

export const explanationsHold: Property = property({
  name: 'every line quotes its sentence, and its cuts, missing facts and steps are those of the result',
  telling: 300,
  make: (vocabulary, draw) => drawInput(vocabulary, draw, IN_FORCE),
  judge: (input, policy, evaluate) => {
    const all = lines(evaluate(input))
    for (const line of all) {
      const clause = policy.clauses.find(({ id }) => id === line.clause)
      const effect = clause?.effects.find(({ under }) => isChosen(input, policy, under))?.value
      holds(clause !== undefined && line.cite === (clause.cites[0] ?? null) && line.kind === (effect?.kind ?? clause.kind), () => `${lineName(line)} does not quote its clause`)
      for (const { cite, code } of line.reasons) {
        holds(cite === null || policy.source.file === '' || cite.quote.length === cite.end - cite.start, () => `${lineName(line)}: ${code} quotes something else`)
        holds(cite !== null || code === 'not-in-force', () => `${lineName(line)}: ${code} quotes nothing`)
      }
      checkAdjustments(line, policy, input)
      checkMissing(line, policy, input)
      checkTrace(line)
    }
    return all.some(({ adjustments, missing, reasons }) => adjustments.length + missing.length + reasons.length > 0)
  },
})

export const EXPLANATION_PROPERTIES: readonly Property[] = [explanationsHold]

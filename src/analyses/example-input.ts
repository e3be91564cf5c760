import { invariant } from '../base/invariant.ts'
import type { Example } from '../core/core.ts'
import type { ExampleFacts } from '../core/example.ts'
import type { Decision, Fact, Facts, Input } from '../engines/engine.ts'
import { rationalFromText } from '../values/rational.ts'
import { isNumeric, type Type } from '../values/types.ts'

/** What an example is evaluated at when it names no days of its own. */
export const EXAMPLE_ASKED = '2026-06-30'

function given(type: Type, text: string): Fact {
  if (type.kind === 'boolean') return { state: 'given', value: text === 'true' }
  if (!isNumeric(type)) return { state: 'given', value: text }
  const value = rationalFromText(text)
  invariant(value !== null, 'the core holds numbers as canonical texts')
  return { state: 'given', value }
}

function facts(from: ExampleFacts): Facts {
  return new Map(Object.entries(from).map(([field, value]): [string, Fact] => {
    if (value === null) return [field, { state: 'unknown' }]
    return [field, value === 'not-applicable' ? { state: 'not-applicable' } : given(value.type, value.value)]
  }))
}

/** The applicant that has a subject; an example names subjects only. */
function ownerOf(example: Example, subject: string): string {
  const owner = example.applicants.find((each) => each.id === subject || each.matters.some((matter) => matter.id === subject))
  return owner?.id ?? example.applicants[0]?.id ?? ''
}

function decision(example: Example, from: Example['decisions'][number]): Decision {
  switch (from.kind) {
    case 'amount':
      return { kind: 'amount', clause: from.clause, applicant: ownerOf(example, from.subject), subject: from.subject, amount: BigInt(from.amount) }
    case 'limit':
      return { kind: 'limit', clause: from.clause, applicant: ownerOf(example, from.subject), subject: from.subject, amount: BigInt(from.amount) }
    case 'use':
      return { kind: 'use', clause: from.clause, applicant: ownerOf(example, from.subject), subject: from.subject, used: from.used }
    case 'exception':
      return { kind: 'exception', limit: from.limit, applicant: null, subjects: from.subjects, reason: example.name.zh }
  }
}

/** What an example says is given, as an engine takes it. */
export function exampleInput(example: Example): Input {
  return {
    on: example.on ?? EXAMPLE_ASKED,
    asIfPublished: example.published,
    readings: example.readings,
    applicants: example.applicants.map((applicant) => ({
      id: applicant.id,
      facts: facts(applicant.facts),
      matters: applicant.matters.map((matter) => ({ entity: matter.entity, id: matter.id, facts: facts(matter.facts) })),
    })),
    ledger: example.ledger.map((entry) => ({
      clause: entry.clause, applicant: entry.applicant, subject: entry.subject, day: entry.day, amount: BigInt(entry.amount), facts: facts(entry.facts),
    })),
    decisions: example.decisions.map((each) => decision(example, each)),
  }
}

import { canonical } from '../check/canonical.ts'
import type { EntitySymbol, Symbols } from '../check/symbols.ts'
import type { Assignment, ExampleItem, Quote, Statement, Word } from '../syntax/tree.ts'
import { add, addClause, addEntity } from './in-expressions.ts'
import type { Found } from './in-expressions.ts'
import { addReading, addStatus, everyone } from './in-items.ts'
import { fieldIn, fieldTarget } from './resolve.ts'
import type { Frames } from './resolve.ts'

type Example = Statement & { readonly kind: 'example' }

/** Applicants and matters of an example are its own: they are named within it alone. */
export function addExample(found: Found, symbols: Symbols, example: Example): void {
  const owner = example.name.name.text
  const subject = (word: Word | Quote | null, declares: boolean): void => {
    if (word !== null && !('quoted' in word)) add(found, word, { kind: 'subject', owner, name: word.text }, declares)
  }
  for (const item of example.items) addOne(found, symbols, item, subject)
}

function addOne(found: Found, symbols: Symbols, item: ExampleItem, subject: (word: Word | Quote | null, declares: boolean) => void): void {
  switch (item.kind) {
    case 'reading':
      return addReading(found, symbols, item.under)
    case 'given': {
      addEntity(found, symbols, item.entity)
      subject(item.id, true)
      return addFacts(found, symbols, item.facts, symbols.entities.get(canonical(symbols, item.entity.text)))
    }
    case 'paid':
    case 'decided': {
      addClause(found, symbols, item.clause)
      subject(item.subject, false)
      const entity = symbols.clauses.get(item.clause.text)?.entity ?? null
      return item.kind === 'paid' ? addFacts(found, symbols, item.facts, entity === null ? undefined : symbols.entities.get(canonical(symbols, entity))) : undefined
    }
    case 'exception':
      addClause(found, symbols, item.constraint)
      return item.subjects.forEach((word) => subject(word, false))
    case 'expect':
      addClause(found, symbols, item.clause)
      subject(item.subject, false)
      if (item.outcome.status !== null) addStatus(found, symbols, item.outcome.status)
      for (const { agency } of item.outcome.payers) add(found, agency, { kind: 'agency', owner: null, name: canonical(symbols, agency.text) })
      for (const word of item.outcome.missing) addField(found, symbols, everyone(symbols, []), word)
      return item.outcome.mentions.forEach((word) => add(found, word, { kind: 'ambiguity', owner: null, name: word.text }, false, true))
    default:
      return
  }
}

function addField(found: Found, symbols: Symbols, frames: Frames, word: Word): void {
  const field = fieldIn(frames, canonical(symbols, word.text))
  if (field !== undefined) add(found, word, fieldTarget(field))
}

function addFacts(found: Found, symbols: Symbols, facts: readonly Assignment[], entity: EntitySymbol | undefined): void {
  const frames = entity === undefined ? everyone(symbols, []) : [entity]
  for (const { field, value } of facts) {
    addField(found, symbols, frames, field)
    if (value.kind !== 'name') continue
    const type = fieldIn(frames, canonical(symbols, field.text))?.type
    const name = canonical(symbols, value.name.text)
    if (type?.kind === 'enumeration' && symbols.enumerations.get(type.name)?.values.has(name) === true) add(found, value.name, { kind: 'value', owner: type.name, name })
  }
}

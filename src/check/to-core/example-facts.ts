import type { ExampleFacts } from '../../core/example.ts'
import type { Assignment, Literal } from '../../syntax/tree.ts'
import { fits } from '../../values/operators.ts'
import type { Type } from '../../values/types.ts'
import { canonical } from '../canonical.ts'
import type { Context } from '../context.ts'
import { reportMismatch } from '../expect.ts'
import { literal } from '../literals.ts'
import { typeMismatch } from '../rules/type-mismatch.ts'
import { unknownName } from '../rules/unknown-name.ts'
import type { EntitySymbol, FieldSymbol } from '../symbols.ts'

interface Value {
  readonly type: Type
  readonly value: string
}

/** The facts that an example gives, each of its field's type. `entities`: whose facts can be named, the first that has one. */
export function exampleFacts(ctx: Context, assignments: readonly Assignment[], entities: readonly EntitySymbol[]): ExampleFacts {
  const facts: { [field: string]: Value | null | 'not-applicable' } = {}
  for (const assignment of assignments) {
    const name = canonical(ctx.symbols, assignment.field.text)
    const field = entities.map((entity) => entity.fields.get(name)).find((one) => one !== undefined)
    if (field === undefined) {
      ctx.findings.push(unknownName(assignment.field, 'field', entities.flatMap((entity) => [...entity.fields.keys()])))
      continue
    }
    const value = valueOf(ctx, assignment, field)
    if (value !== undefined) facts[name] = value
  }
  return facts
}

/** Undefined: wrong, reported. */
function valueOf(ctx: Context, { value, span }: Assignment, field: FieldSymbol): Value | null | 'not-applicable' | undefined {
  switch (value.kind) {
    case 'unknown':
      return null
    case 'not-applicable':
      return 'not-applicable'
    case 'literal':
      return field.type === null ? undefined : literalOf(ctx, value.literal, field.type)
    case 'name':
      return field.type === null ? undefined : named(ctx, value.name, field.type, span)
  }
}

/** A literal of that type; undefined when it is of another, reported. */
export function literalOf(ctx: Context, tree: Literal, type: Type): Value | undefined {
  const found = literal(ctx, tree, type)
  if (found === null) return undefined
  if (!fits(found.type, type)) {
    reportMismatch(ctx, tree.span, tree.kind === 'number' && tree.unit === null ? tree.value : null, type, found.type)
    return undefined
  }
  return { type, value: found.value }
}

/** A value of an enumeration, another matter's name, or an identifier without quotation marks. */
function named(ctx: Context, word: { readonly text: string; readonly span: { readonly start: number; readonly end: number } }, type: Type, span: Assignment['span']): Value | undefined {
  switch (type.kind) {
    case 'enumeration': {
      const values = ctx.symbols.enumerations.get(type.name)?.values
      const name = canonical(ctx.symbols, word.text)
      if (values?.has(name) === true) return { type, value: name }
      ctx.findings.push(unknownName(word, 'value', values?.keys() ?? []))
      return undefined
    }
    case 'matter':
    case 'identifier':
    case 'text':
      return { type, value: word.text }
    default:
      ctx.findings.push(typeMismatch(span, type, { kind: 'text' }, ctx.symbols))
      return undefined
  }
}

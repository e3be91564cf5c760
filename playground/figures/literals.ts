import type { Literal, Statement } from '../../src/syntax/tree.ts'
import { perObject } from '../../src/base/per-object.ts'

const KINDS: ReadonlySet<string> = new Set(['money', 'price', 'ratio', 'duration', 'days', 'number'])

export type FigureLiteral = Extract<Literal, { readonly kind: 'money' | 'price' | 'ratio' | 'duration' | 'days' | 'number' }>

function isLiteral(value: object): value is FigureLiteral {
  return 'kind' in value && typeof value.kind === 'string' && KINDS.has(value.kind) && 'value' in value && typeof value.value === 'string' && 'span' in value
}

/** The figures of a statement in the order of its text: amounts, rates, periods, counts. Spans are relative to the statement. */
export const literalsOf = perObject((statement: Statement): readonly FigureLiteral[] => {
  const found: FigureLiteral[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) walk(each)
    else if (typeof value === 'object' && value !== null) {
      if (isLiteral(value)) found.push(value)
      else for (const each of Object.values(value)) walk(each)
    }
  }
  walk(statement)
  return found.sort((a, b) => a.span.start - b.span.start)
})

import type { Context, DeclaredTypes } from './context.ts'
import { inferExpression } from './infer.ts'
import type { Symbols } from './symbols.ts'

/** A context that has gathered nothing yet. */
export function bareContext(symbols: Symbols, types: DeclaredTypes): Context {
  return { symbols, types, findings: [], uses: new Set(), infer: inferExpression, nesting: { depth: 0 } }
}

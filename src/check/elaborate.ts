import { unreachable } from '../base/invariant.ts'
import type { Statement } from '../syntax/tree.ts'
import type { Elaboration, Environment } from './environment.ts'
import { inferExpression } from './infer.ts'
import { NO_SUMMARY } from './piece.ts'
import type { Content, Piece } from './piece.ts'
import { clauseStub, isStub } from './rules/clause-stub.ts'
import { claim } from './to-core/claims.ts'
import { citations } from './to-core/citations.ts'
import { clause, usableItems } from './to-core/clause.ts'
import { constraint } from './to-core/constraint.ts'
import { agencies, ambiguity, definition, entity, enumeration, measure, parameter, table } from './to-core/declarations.ts'
import { example } from './to-core/examples.ts'
import { commencement, header } from './to-core/header.ts'

/** One statement against its environment, by itself: what it depends on beyond that is for the rules across statements. */
export function elaborate(environment: Environment, statement: Statement): Piece {
  const { symbols, types, source } = environment
  const ctx: Elaboration = { symbols, types, source, findings: [], uses: new Set(), quotes: [], reads: { quotes: [], measures: [] }, infer: inferExpression, nesting: { depth: 0 } }
  const content = contentOf(ctx, statement)
  return { content, findings: ctx.findings, uses: ctx.uses, quotes: ctx.quotes, reads: ctx.reads }
}

/** Its quotation is looked up, so that a mistake in it is told; it counts for nothing. */
function stub(ctx: Elaboration, statement: Statement & { readonly kind: 'clause' }): Content {
  citations(ctx, statement.items, statement.id.text)
  ctx.findings.push(clauseStub(statement))
  return { kind: 'clause', clause: null, limits: [], summary: NO_SUMMARY }
}

function contentOf(ctx: Elaboration, statement: Statement): Content {
  switch (statement.kind) {
    case 'policy':
      return header(ctx, statement)
    case 'commencement':
      return commencement(ctx, statement)
    case 'entity':
      return entity(ctx, statement)
    case 'enumeration':
      return enumeration(ctx, statement)
    case 'agency':
      return agencies(ctx, statement)
    case 'parameter':
      return parameter(ctx, statement)
    case 'definition':
      return definition(ctx, statement)
    case 'table':
      return table(ctx, statement)
    case 'measure':
      return measure(ctx, statement)
    case 'clause':
    case 'direction':
      if (isStub(statement)) return stub(ctx, statement)
      return clause(ctx, statement)
    case 'constraint':
      return constraint(ctx, statement)
    case 'recital':
      citations(ctx, usableItems(ctx, statement), statement.id.text)
      return { kind: 'recital' }
    case 'ambiguity':
      return ambiguity(ctx, statement)
    case 'claim':
      return claim(ctx, statement)
    case 'example':
      return example(ctx, statement)
    default:
      return unreachable(statement)
  }
}

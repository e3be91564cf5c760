import { shift } from '../base/span.ts'
import type { Quote, Statement } from '../syntax/tree.ts'
import { placeOf } from '../check/source-index.ts'
import { declarationOf, occurrenceAt, statementAt } from './workspace.ts'
import type { Location, Workspace } from './workspace.ts'

export interface Quoted {
  readonly quote: Quote
  /** 依据 counts for coverage, 参见 does not. */
  readonly cites: boolean
}

/** The quotations of the official text that a statement holds. */
export function quotesOf(statement: Statement): readonly Quoted[] {
  const cited = (quotes: readonly Quote[]): readonly Quoted[] => quotes.map((quote) => ({ quote, cites: true }))
  switch (statement.kind) {
    case 'measure':
      return cited(statement.quotes)
    case 'parameter':
      return statement.values.flatMap(({ quotes }) => cited(quotes))
    case 'commencement':
    case 'definition':
    case 'table':
    case 'clause':
    case 'constraint':
    case 'direction':
    case 'recital':
      return statement.items.flatMap((item) => (item.kind === 'cites' || item.kind === 'see' ? [{ quote: item.quote, cites: item.kind === 'cites' }] : []))
    default:
      return []
  }
}

/** The quotation that the cursor is in, with its place in the official text (null: it stands nowhere). */
export function quotationAt(workspace: Workspace, file: string, offset: number): (Location & { readonly found: Location & { readonly sentence: string } | null }) | null {
  const at = statementAt(workspace, file, offset)
  if (at === null) return null
  const { statement, start } = at.placed
  const quoted = quotesOf(statement).find(({ quote: { span } }) => span.start + start <= offset && offset <= span.end + start)
  if (quoted === undefined) return null
  const index = workspace.build.memory.environment.source
  const id = 'id' in statement ? (statement.id?.text ?? '') : ''
  const place = index === null ? null : placeOf(index, quoted.quote.text.trim(), id, id.split('.')[0] ?? null)
  const found = place === null || workspace.source === null ? null : { file: workspace.source.file, span: { start: place.start, end: place.end }, sentence: place.sentence }
  return { file, span: shift(quoted.quote.span, start), found }
}

/** From a name to its declaration, from a clause's number to the clause, from a quotation to its sentence. */
export function definition(workspace: Workspace, file: string, offset: number): Location | null {
  const quotation = quotationAt(workspace, file, offset)
  if (quotation !== null) return quotation.found === null ? null : { file: quotation.found.file, span: quotation.found.span }
  const here = occurrenceAt(workspace, file, offset)
  const declared = here === null ? null : declarationOf(workspace, here.occurrence.target)
  return declared === null ? null : { file: declared.file, span: declared.span }
}

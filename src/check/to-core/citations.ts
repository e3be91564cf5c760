import type { Citation } from '../../core/core.ts'
import type { ClauseItem, Quote } from '../../syntax/tree.ts'
import type { Elaboration } from '../environment.ts'
import { citationNotFound } from '../rules/citation-not-found.ts'
import { placeOf } from '../source-index.ts'

/** The citation of a quotation in the statement `id`; null when the official text does not have it, reported. Without an official text the sentence is ''. */
export function citation(ctx: Elaboration, quote: Quote, id: string, measure: string | null, counts: boolean): Citation | null {
  const place = ctx.source === null ? null : placeOf(ctx.source, quote.text, id, measure)
  ctx.reads.quotes.push({ quote: quote.text, id, measure, place })
  if (ctx.source === null) return { sentence: '', start: 0, end: 0, quote: quote.text }
  if (place === null) {
    ctx.findings.push(citationNotFound(ctx.source, quote))
    return null
  }
  ctx.quotes.push({ ...place, counts, span: quote.span })
  return { ...place, quote: quote.text }
}

/** What a statement rests on (依据); what it only points to (参见) is looked up as well. */
export function citations(ctx: Elaboration, items: readonly ClauseItem[], id: string): readonly Citation[] {
  const measure = measureOf(id)
  const cites: Citation[] = []
  for (const item of items) {
    if (item.kind !== 'cites' && item.kind !== 'see') continue
    const found = citation(ctx, item.quote, id, measure, item.kind === 'cites')
    if (found !== null && item.kind === 'cites') cites.push(found)
  }
  return cites
}

/** The measure that a number belongs to: 6 of 6.1. */
export function measureOf(id: string): string {
  const dot = id.indexOf('.')
  return dot === -1 ? id : id.slice(0, dot)
}

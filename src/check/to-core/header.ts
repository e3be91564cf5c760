import { LIMIT_ORDER, type Commencement } from '../../core/core.ts'
import type { Statement, Word } from '../../syntax/tree.ts'
import type { Context } from '../context.ts'
import type { Elaboration } from '../environment.ts'
import { nameOf, textsOf } from '../names.ts'
import type { Content, Header } from '../piece.ts'
import { dateDoesNotExist } from '../rules/date-does-not-exist.ts'
import { doubledItem } from '../rules/doubled-item.ts'
import { limitOrderIncomplete } from '../rules/limit-order-incomplete.ts'
import { typeMismatch } from '../rules/type-mismatch.ts'
import { citations } from './citations.ts'
import { usableItems } from './clause.ts'

type Of<K extends Statement['kind']> = Statement & { readonly kind: K }

/** A day that exists; null for none or one that does not, reported. */
export function day(ctx: Context, word: Word | null): string | null {
  if (word === null) return null
  const wrong = dateDoesNotExist(word.span, word.text)
  if (wrong === null) return word.text
  ctx.findings.push(wrong)
  return null
}

const KEYWORD = { title: 'Title', jurisdiction: 'Jurisdiction', edition: 'Edition', source: 'Source', published: 'Published', 'limit-order': 'LimitOrder' } as const

export function header(ctx: Context, statement: Of<'policy'>): Content {
  const id = nameOf(statement.name)
  let made: Header = { id, title: id, jurisdiction: id, edition: 'draft', published: null, source: { file: '', fingerprint: '' }, rounding: { grant: 'half-up', ceiling: 'down' }, order: LIMIT_ORDER }
  const seen = new Set<string>()
  for (const item of statement.items) {
    if (item.kind !== 'rounding') {
      if (seen.has(item.kind)) ctx.findings.push(doubledItem(item.span, KEYWORD[item.kind]))
      seen.add(item.kind)
    }
    switch (item.kind) {
      case 'title':
        made = { ...made, title: textsOf(item.texts) }
        break
      case 'jurisdiction':
        made = { ...made, jurisdiction: textsOf(item.texts) }
        break
      case 'edition':
        made = { ...made, edition: item.edition }
        break
      case 'source':
        made = { ...made, source: { file: item.file.text, fingerprint: item.fingerprint?.text ?? '' } }
        break
      case 'published':
        made = { ...made, published: day(ctx, item.day) }
        break
      case 'rounding':
        made = { ...made, rounding: { ...made.rounding, [item.of]: item.how } }
        break
      case 'limit-order': {
        const wrong = limitOrderIncomplete(item)
        ctx.findings.push(...wrong)
        if (wrong.length === 0) made = { ...made, order: item.stages.flatMap(({ stage }) => stage ?? []) }
        break
      }
    }
  }
  return { kind: 'header', header: made }
}

export function commencement(ctx: Elaboration, statement: Of<'commencement'>): Content {
  const id = statement.id?.text ?? ''
  const cites = citations(ctx, usableItems(ctx, statement), id)
  const until = day(ctx, statement.until)
  const from = commencesFrom(ctx, statement)
  return { kind: 'commencement', commencement: from === null ? null : { id, from, until, cites } }
}

function commencesFrom(ctx: Context, { from }: Of<'commencement'>): Commencement['from'] | null {
  if (from === null) return null
  if (from.kind === 'day') {
    const first = day(ctx, from.day)
    return first === null ? null : { kind: 'day', day: first }
  }
  if (from.days === null) return { kind: 'publication', days: 0 }
  if (from.days.kind === 'days') {
    const days = Number(from.days.value)
    return Number.isSafeInteger(days) && days >= 0 ? { kind: 'publication', days } : null
  }
  ctx.findings.push(typeMismatch(from.days.span, { kind: 'days' }, from.days.kind === 'duration' ? { kind: 'duration' } : { kind: 'integer', unit: null }, ctx.symbols))
  return null
}

import type { Span } from '../base/span.ts'
import { KEYWORDS } from '../../grammar/keywords.ts'
import type { Keyword } from '../../grammar/keywords.ts'
import { STAGES } from '../../grammar/stages.ts'
import { tokenize } from '../../grammar/words.ts'
import type { Name } from '../core/core.ts'
import { quotationAt } from './definition.ts'
import { describe } from './describe.ts'
import { occurrenceAt, statementAt } from './workspace.ts'
import type { Workspace } from './workspace.ts'

/** What is said of the place under the pointer. `code` is a piece of the policy's own text, `quote` of the official one. */
export interface Hover {
  readonly span: Span
  readonly title: Name
  readonly lines: readonly Name[]
  readonly code: string | null
  readonly quote: string | null
}

export function hover(workspace: Workspace, file: string, offset: number): Hover | null {
  return quotationHover(workspace, file, offset) ?? nameHover(workspace, file, offset) ?? stageHover(workspace, file, offset) ?? keywordHover(workspace, file, offset)
}

function quotationHover(workspace: Workspace, file: string, offset: number): Hover | null {
  const quotation = quotationAt(workspace, file, offset)
  if (quotation === null) return null
  const { found, span } = quotation
  const title: Name = found === null ? { zh: '公文里没有这句话', en: 'The official text does not say this' } : { zh: `公文第 ${found.sentence} 句`, en: `Sentence ${found.sentence} of the official text` }
  return { span, title, lines: [], code: null, quote: found === null ? null : workspace.source?.text.slice(found.span.start, found.span.end) ?? null }
}

function nameHover(workspace: Workspace, file: string, offset: number): Hover | null {
  const here = occurrenceAt(workspace, file, offset)
  return here === null ? null : { span: here.span, ...describe(workspace, here.occurrence.target) }
}

/** A sort of limit in 限制次序. */
function stageHover(workspace: Workspace, file: string, offset: number): Hover | null {
  const at = statementAt(workspace, file, offset)
  if (at === null || at.placed.statement.kind !== 'policy') return null
  const { start, statement } = at.placed
  const word = statement.items.flatMap((item) => (item.kind === 'limit-order' ? item.stages : [])).find(({ span }) => start + span.start <= offset && offset < start + span.end)
  if (word === undefined || word.stage === null) return null
  const { zh, en, help } = STAGES[word.stage]
  return { span: { start: start + word.span.start, end: start + word.span.end }, title: { zh: `${zh} (${en})`, en: `${en} (${zh})` }, lines: [help], code: null, quote: null }
}

function keywordHover(workspace: Workspace, file: string, offset: number): Hover | null {
  const at = statementAt(workspace, file, offset)
  if (at === null) return null
  const { start } = at.placed
  const text = at.tree.text.slice(start, start + at.placed.statement.span.end)
  const token = tokenize(text).tokens.find(({ startOffset, image }) => startOffset + start <= offset && offset < startOffset + start + image.length)
  if (token === undefined || !Object.hasOwn(KEYWORDS, token.tokenType.name)) return null
  const keyword: Keyword = KEYWORDS[token.tokenType.name as keyof typeof KEYWORDS]
  const from = token.startOffset + start
  const others = keyword.also === undefined || keyword.also.length === 0 ? [] : [{ zh: `也可以写：${keyword.also.join('、')}`, en: `also: ${keyword.also.join(', ')}` }]
  return { span: { start: from, end: from + token.image.length }, title: { zh: `${keyword.zh} (${keyword.en})`, en: `${keyword.en} (${keyword.zh})` }, lines: [keyword.help, ...others], code: null, quote: null }
}


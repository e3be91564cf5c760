import { KEYWORDS } from '../../grammar/keywords.ts'
import type { Keyword, KeywordId } from '../../grammar/keywords.ts'
import { STAGES, stageOf, type Stage } from '../../grammar/stages.ts'
import { surfaceOfFile } from '../syntax/format.ts'
import type { Surface } from '../syntax/names.ts'
import { AFTER_TYPE, DAYS, EDITIONS, JOINING, LINES, OPENING, OUTCOMES, SHARING, TAKES_EXPRESSION, TYPES, WINDOWS } from './completion-items.ts'
import { agencies, clauses, entities, factsAfter, fieldTypes, named, quotations, readingsOf, units, valuesFor } from './completion-names.ts'
import type { Completion, Offer } from './completion-offer.ts'
import { isKeyword, placeAt } from './completion-place.ts'
import type { Before, Place } from './completion-place.ts'
import { treeOf } from './workspace.ts'
import type { Workspace } from './workspace.ts'

const STATEMENTS = (Object.keys(KEYWORDS) as KeywordId[]).filter((id) => 'starts' in KEYWORDS[id])

/** What fits at a place, the likeliest first. */
export function completion(workspace: Workspace, file: string, offset: number): readonly Completion[] {
  const tree = treeOf(workspace, file)
  const place = placeAt(workspace, file, offset)
  if (tree === null || place === null || place.comment) return []
  const surface = surfaceOfFile(tree)
  const seen = new Set<string>()
  return offersAt(workspace, place, surface).filter(({ text }) => !seen.has(text) && seen.add(text) !== undefined).map((offer) => ({ ...offer, span: place.word }))
}

function words(ids: readonly KeywordId[], surface: Surface): readonly Offer[] {
  return ids.map((id): Offer => {
    const keyword: Keyword = KEYWORDS[id]
    return { kind: 'keyword', text: keyword[surface], detail: keyword.help, also: surface === 'zh' ? keyword.en : keyword.zh }
  })
}

const LISTED: ReadonlySet<string> = new Set(['Separator', 'Number', 'DottedId'])

/** The keyword that a list before the cursor belongs to, and the words of the list. */
function opener(before: readonly Before[], through: ReadonlySet<string>): Before | undefined {
  return before.findLast(({ type }) => !through.has(type))
}
const THROUGH_NAMES: ReadonlySet<string> = new Set(['Separator', 'Name', 'LeftParen', 'RightParen'])

const THROUGH_STAGES: ReadonlySet<string> = new Set(['Separator', 'Name', 'Once'])

/** The sorts of limit that the order does not name yet. */
function stages(before: readonly Before[], surface: Surface): readonly Offer[] {
  const named = before.slice(before.findLastIndex(({ type }) => type === 'LimitOrder')).map(({ image }) => stageOf(image))
  return (Object.keys(STAGES) as Stage[]).filter((stage) => !named.includes(stage)).map((stage): Offer => ({ kind: 'keyword', text: STAGES[stage][surface], detail: STAGES[stage].help, also: STAGES[stage][surface === 'zh' ? 'en' : 'zh'] }))
}

function offersAt(workspace: Workspace, place: Place, surface: Surface): readonly Offer[] {
  const { before, statement } = place
  const last = before.at(-1)
  if (place.quoted) return last?.type === 'Cites' || last?.type === 'See' ? quotations(workspace, false) : []
  if (statement === null || last === undefined) return place.firstOfLine ? words(STATEMENTS, surface) : []
  const starts = place.atMargin ? words(STATEMENTS, surface) : []
  return [...(directed(workspace, place, last, surface) ?? general(workspace, place, last, surface)), ...starts]
}

/** Places where only one sort of thing can stand. */
function directed(workspace: Workspace, place: Place, last: Before, surface: Surface): readonly Offer[] | null {
  const { before, statement } = place
  switch (last.type) {
    case 'Number':
      if (place.word.start - last.end <= 1 && opener(before, LISTED)?.type !== 'Clause') return units(workspace, surface)
      break
    case 'Cites':
    case 'See':
      return quotations(workspace, true)
    case 'Edition':
      return words(EDITIONS, surface)
    case 'UnderReading':
    case 'Mentions':
      return named(workspace, surface, 'ambiguity')
    case 'JudgedBy':
    case 'SharedBy':
      return agencies(workspace, surface)
    case 'ForEach':
    case 'Given':
    case 'About':
    case 'CountOf':
    case 'SumOf':
    case 'Has':
      return entities(workspace, surface)
  }
  if (['Clause', 'ExceptionTo', 'Reinstates'].includes(opener(before, LISTED)?.type ?? '') && (last.type === 'Separator' || last.type === 'Clause')) return clauses(workspace, surface)
  if (opener(before, THROUGH_STAGES)?.type === 'LimitOrder') return last.type === 'Separator' || last.type === 'LimitOrder' ? stages(before, surface) : null
  const owner = opener(before, THROUGH_NAMES)?.type
  if (owner === 'Responsible' || owner === 'Cooperating') return last.type === 'Separator' || last.type === owner ? agencies(workspace, surface) : null
  if (before.at(-2)?.type === 'UnderReading' && statement !== null) return readingsOf(workspace, surface, last.image)
  if (statement?.kind === 'entity' && !place.firstOfLine) return (last.type === 'Name' || last.type === 'RightParen') && before.length > 2 ? [...words(TYPES, surface), ...fieldTypes(workspace, surface)] : words(AFTER_TYPE, surface)
  return valuesFor(workspace, place, surface)
}

/** 已领 条款 1.1，1.2 */
function endsGranted({ before }: Place): boolean {
  const list = before.findLastIndex(({ type }) => !LISTED.has(type))
  const owner = before[list - 1]?.type
  return list < before.length - 1 && before[list]?.type === 'Clause' && (owner === 'Granted' || owner === 'GrantedTimes')
}

function general(workspace: Workspace, place: Place, last: Before, surface: Surface): readonly Offer[] {
  const { statement } = place
  if (statement === null) return []
  const lines = place.firstOfLine ? words(LINES[statement.kind], surface) : []
  if (statement.kind === 'example') return [...lines, ...factsAfter(workspace, place, surface), ...(place.firstOfLine ? [] : words(OUTCOMES, surface))]
  const dated = (last.type === 'From' || last.type === 'To') && statement.kind !== 'parameter' && statement.kind !== 'commencement'
  const continued = dated || last.type === 'Separator' || TAKES_EXPRESSION.has(last.type)
  if (continued) return [...factsAfter(workspace, place, surface), ...words(OPENING, surface), ...lines]
  if (endsGranted(place)) return [...words(WINDOWS, surface), ...lines, ...words(JOINING, surface)]
  if (place.firstOfLine) return [...lines, ...words(JOINING, surface)]
  const limits = words(SHARING, surface)
  if (isKeyword(last.type) && last.type !== 'OrMore' && last.type !== 'OrLess') return [...factsAfter(workspace, place, surface), ...limits]
  return [...words(JOINING, surface), ...words(DAYS, surface), ...limits, ...words(LINES[statement.kind], surface)]
}

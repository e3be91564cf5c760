import { isPlainName } from '../../grammar/words.ts'
import type { Name } from '../core/core.ts'
import type { Edit } from '../diagnostics/diagnostic.ts'
import { isChinese } from '../syntax/names.ts'
import { occurrenceAt, occurrencesOf } from './workspace.ts'
import type { Here, Location, Workspace } from './workspace.ts'
import { sameTarget } from './target.ts'
import type { Occurrence } from './target.ts'

export type Renamed =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  | { readonly kind: 'refused'; readonly message: Name }

const LONGEST = 60
const refused = (zh: string, en: string): Renamed => ({ kind: 'refused', message: { zh, en } })

/** What would be renamed at the cursor: its place and its spelling there; null where there is no name. */
export function renameable(workspace: Workspace, file: string, offset: number): (Location & { readonly text: string }) | null {
  const here = occurrenceAt(workspace, file, offset)
  return here === null || here.occurrence.numbered ? null : { file: here.file, span: here.span, text: here.occurrence.text }
}

/**
 * Writes a name otherwise wherever it stands, in the spelling that the cursor is on: the Chinese or the English one. The spellings of a package
 * are one to one, so that a name that several things share is renamed for all of them; applicants and matters of an example are its own.
 */
export function rename(workspace: Workspace, file: string, offset: number, to: string): Renamed {
  const here = occurrenceAt(workspace, file, offset)
  if (here === null) return refused('这里没有可以改名的名称。', 'There is no name to change here.')
  if (here.occurrence.numbered) return refused('编号跟着公文走，不能改名。', 'Numbers follow the official text and cannot be renamed.')
  const wanted = to.trim()
  const problem = unfit(workspace, here, wanted)
  if (problem !== null) return problem
  const written = isPlainName(wanted) ? wanted : `「${wanted}」`
  const edits = occurrencesOf(workspace, (each) => !each.numbered && means(here.occurrence, each)).map(({ file: where, span }) => ({ file: where, span, text: written }))
  return { kind: 'edits', edits }
}

function means(one: Occurrence, other: Occurrence): boolean {
  if (one.text !== other.text) return false
  const own = one.target.kind === 'subject' || other.target.kind === 'subject'
  return own ? sameTarget(one.target, other.target) : true
}

function unfit(workspace: Workspace, here: Here, to: string): Renamed | null {
  const { occurrence } = here
  if (to === '') return refused('名称不能为空。', 'A name cannot be empty.')
  if (to.length > LONGEST) return refused(`名称不能超过${LONGEST}个字。`, `A name has at most ${LONGEST} characters.`)
  if (/[「」“”"\n\r（）()]/.test(to)) return refused('名称里不能有引号、括号或换行。', 'A name cannot hold quotation marks, brackets or line breaks.')
  if (to === occurrence.text) return null
  if (!isPlainName(to)) return refused(`“${to}”是关键词、单位，或者含有标点、空格，请换一个名称。`, `“${to}” is a keyword or a unit, or holds punctuation or blanks: take another name.`)
  // A pair of spellings is told apart by its letters.
  if (occurrence.target.kind !== 'subject' && isChinese(to) !== isChinese(occurrence.text)) {
    return isChinese(occurrence.text) ? refused('中文名请用中文。', 'The Chinese name has to be Chinese.') : refused('英文名请用英文。', 'The English name has to be English.')
  }
  const clash = occurrencesOf(workspace, (each) => each.text === to && !each.numbered && (occurrence.target.kind !== 'subject' || each.target.owner === occurrence.target.owner))[0]
  return clash === undefined ? null : refused(`“${to}”已经用作别的名称。`, `“${to}” is the name of something else already.`)
}

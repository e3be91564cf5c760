import type { Edit } from '../diagnostics/diagnostic.ts'
import { formatFile } from '../syntax/format.ts'
import { namesOf } from '../syntax/names.ts'
import { treeOf } from './workspace.ts'
import type { Workspace } from './workspace.ts'

/** The file in its canonical form, in the surface that it is written in, as the one edit that makes the difference; empty when it has that form. */
export function formatting(workspace: Workspace, file: string): readonly Edit[] {
  const tree = treeOf(workspace, file)
  if (tree === null) return []
  const { text } = tree
  const wanted = formatFile(tree, { surface: 'keep', names: namesOf(workspace.build.trees) })
  if (wanted === text) return []
  const most = Math.min(text.length, wanted.length)
  let start = 0
  while (start < most && text.charCodeAt(start) === wanted.charCodeAt(start)) start += 1
  let tail = 0
  while (tail < most - start && text.charCodeAt(text.length - 1 - tail) === wanted.charCodeAt(wanted.length - 1 - tail)) tail += 1
  return [{ file, span: { start, end: text.length - tail }, text: wanted.slice(start, wanted.length - tail) }]
}

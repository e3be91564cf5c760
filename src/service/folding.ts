import { endOfStatement } from '../syntax/read.ts'
import { lineStarts, positionAt } from '../base/span.ts'
import { treeOf } from './workspace.ts'
import type { Workspace } from './workspace.ts'

/** Lines counted from 1, both included. */
export interface Fold {
  readonly first: number
  readonly last: number
  readonly kind: 'statement' | 'comment'
}

/** Statements and blocks of comments that are longer than a line. */
export function folding(workspace: Workspace, file: string): readonly Fold[] {
  const tree = treeOf(workspace, file)
  if (tree === null) return []
  const starts = lineStarts(tree.text)
  const line = (offset: number): number => positionAt(starts, offset).line
  const folds = tree.statements.map((placed): Fold => ({ first: line(placed.start), last: line(placed.start + Math.max(0, endOfStatement(placed) - 1)), kind: 'statement' }))
  const comments: Fold[] = []
  for (const { span } of tree.comments) {
    const at = line(span.start)
    const block = comments.at(-1)
    if (block !== undefined && at === block.last + 1) comments[comments.length - 1] = { ...block, last: at }
    else comments.push({ first: at, last: at, kind: 'comment' })
  }
  return [...folds, ...comments].filter(({ first, last }) => last > first).sort((a, b) => a.first - b.first)
}

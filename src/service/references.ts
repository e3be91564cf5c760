import { occurrenceAt, occurrencesOf } from './workspace.ts'
import type { Location, Workspace } from './workspace.ts'
import { sameTarget } from './target.ts'

/** Everywhere that the word at the cursor is declared or named, in the order of the files. */
export function references(workspace: Workspace, file: string, offset: number): readonly Location[] {
  const here = occurrenceAt(workspace, file, offset)
  if (here === null) return []
  return occurrencesOf(workspace, (each) => sameTarget(each.target, here.occurrence.target)).map(({ file: where, span }) => ({ file: where, span }))
}

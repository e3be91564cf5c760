import { shift } from '../base/span.ts'
import type { Span } from '../base/span.ts'
import { canonical } from '../check/canonical.ts'
import type { Build } from '../compile.ts'
import type { Symbols } from '../check/symbols.ts'
import type { Name } from '../core/core.ts'
import type { Result } from '../engines/engine.ts'
import type { FileTree, Placed } from '../syntax/tree.ts'
import { occurrencesIn } from './occurrences.ts'
import { sameTarget } from './target.ts'
import type { Occurrence, Target } from './target.ts'

/** What every question of an editor is asked about. `result`: how the open dossiers come out, when they have been evaluated. */
export interface Workspace {
  readonly build: Build
  /** The official text, by the name of its file. */
  readonly source: { readonly file: string; readonly text: string } | null
  readonly result: Result | null
}

/** A place in a file; offsets are UTF-16 code units. */
export interface Location {
  readonly file: string
  readonly span: Span
}

export interface At {
  readonly tree: FileTree
  readonly placed: Placed
}

export const symbolsOf = ({ build }: Workspace): Symbols => build.memory.environment.symbols

export function treeOf({ build }: Workspace, file: string): FileTree | null {
  return build.trees.find((tree) => tree.file === file) ?? null
}

/** The statement that starts at or before an offset: an incomplete line after its last token still belongs to it. */
export function statementAt(workspace: Workspace, file: string, offset: number): At | null {
  const tree = treeOf(workspace, file)
  const placed = tree?.statements.findLast((each) => each.start <= offset)
  return tree === null || placed === undefined ? null : { tree, placed }
}

export interface Here extends Location {
  readonly occurrence: Occurrence
}

/** The word at an offset, the cursor before, in or directly behind it. */
export function occurrenceAt(workspace: Workspace, file: string, offset: number): Here | null {
  const at = statementAt(workspace, file, offset)
  if (at === null) return null
  const relative = offset - at.placed.start
  const touching = occurrencesIn(symbolsOf(workspace), at.placed.statement).filter(({ span }) => span.start <= relative && relative <= span.end)
  const occurrence = touching.find(({ span }) => relative < span.end) ?? touching[0]
  return occurrence === undefined ? null : { file, span: shift(occurrence.span, at.placed.start), occurrence }
}

/** Every word of all files that `wanted` accepts, in the order of the files. */
export function occurrencesOf(workspace: Workspace, wanted: (occurrence: Occurrence) => boolean): readonly Here[] {
  const symbols = symbolsOf(workspace)
  return workspace.build.trees.flatMap(({ file, statements }) => statements.flatMap(({ start, statement }) =>
    occurrencesIn(symbols, statement).filter(wanted).map((occurrence) => ({ file, span: shift(occurrence.span, start), occurrence }))))
}

export function declarationOf(workspace: Workspace, target: Target): Here | null {
  return occurrencesOf(workspace, (each) => each.declares && sameTarget(each.target, target))[0] ?? null
}

/** A name in both languages. */
export function bilingual(workspace: Workspace, text: string): Name {
  const { english } = workspace.build.names
  const zh = canonical(symbolsOf(workspace), text)
  return { zh, en: english.get(zh) ?? zh }
}

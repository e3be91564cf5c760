import { shift } from '../base/span.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { readPart } from './read.ts'
import { reread } from './reread.ts'
import type { FileTree, SyntaxProblem } from './tree.ts'

export interface Parsed {
  readonly value: FileTree
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The statements of a file, and every syntax error in it. Pure; takes any text. With the tree of an earlier text of the
 * same file, statements that the edit did not touch are the same objects as there.
 */
export function parseFile(file: string, text: string, previous?: FileTree): Parsed {
  const value = previous === undefined || previous.file !== file ? read(file, text) : reread(previous, text)
  return { value, diagnostics: diagnosticsOf(value) }
}

function read(file: string, text: string): FileTree {
  const { statements, comments, problems } = readPart(text, 0, text.length)
  return { file, text, statements, problems, comments }
}

/** The syntax errors of a tree, at their places in the file. */
export function diagnosticsOf(tree: FileTree): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const add = (problems: readonly SyntaxProblem[], by: number): void => {
    for (const { code, span, facts } of problems) found.push({ code, file: tree.file, span: shift(span, by), facts, fixes: [] })
  }
  add(tree.problems, 0)
  for (const { start, problems } of tree.statements) if (problems.length > 0) add(problems, start)
  return found
}

import { readFileSync, readdirSync } from 'node:fs'
import { compile } from '../../src/compile.ts'
import type { Build } from '../../src/compile.ts'
import { parseFile } from '../../src/syntax/parse.ts'
import type { Statement } from '../../src/syntax/tree.ts'

export const BLOCK = 'block.heng'
const FOLDERS = { suzhou: 'policies/suzhou-ai-plus/consultation-draft', model: 'docs/language/frame' } as const
export type FrameName = keyof typeof FOLDERS

/** What two statements share that declare the same thing; null for a statement that may stand beside any other. */
function identity(statement: Statement): string | null {
  switch (statement.kind) {
    case 'policy':
    case 'commencement':
      return statement.kind
    case 'clause':
    case 'constraint':
    case 'direction':
    case 'recital':
      return `sentence ${statement.id.text}`
    case 'measure':
    case 'ambiguity':
      return `${statement.kind} ${statement.id.text}`
    case 'agency':
      return null
    default:
      return `${statement.kind} ${statement.name.name.text}`
  }
}

/** The policy's file without the statements that the example states itself. */
function without(file: string, text: string, own: ReadonlySet<string | null>): string {
  const kept = [...parseFile(file, text).value.statements].reverse()
  return kept.reduce((rest, { start, statement }) => {
    const id = identity(statement)
    return id !== null && own.has(id) ? rest.slice(0, start) + rest.slice(start + statement.span.end) : rest
  }, text)
}

/** The example as a file of a policy's folder, in the place of the statements of the same name. */
export function compileInFrame(example: string, frame: FrameName): Build {
  const folder = FOLDERS[frame]
  const own = new Set(parseFile(BLOCK, example).value.statements.map(({ statement }) => identity(statement)))
  const rest = readdirSync(folder).filter((file) => file.endsWith('.heng')).map((file) => ({ file, text: without(file, readFileSync(`${folder}/${file}`, 'utf8'), own) }))
  return compile({ files: [...rest, { file: BLOCK, text: example }], source: readFileSync(`${folder}/source.txt`, 'utf8') })
}

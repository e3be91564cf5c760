import { shift } from '../base/span.ts'
import type { Span } from '../base/span.ts'
import type { Name } from '../core/core.ts'
import { pairOf } from '../syntax/names.ts'
import type { Declared, Statement } from '../syntax/tree.ts'
import { endOfStatement } from '../syntax/read.ts'
import { treeOf } from './workspace.ts'
import type { Workspace } from './workspace.ts'

export interface OutlineItem {
  readonly kind: Statement['kind']
  readonly id: string | null
  readonly name: Name
  /** The whole statement, and its name or number. */
  readonly span: Span
  readonly selection: Span
  readonly children: readonly { readonly name: Name; readonly span: Span }[]
}

const nameOf = (declared: Declared): Name => pairOf(declared) ?? { zh: declared.name.text, en: declared.name.text }

function parts(statement: Statement): readonly Declared[] {
  switch (statement.kind) {
    case 'entity':
      return statement.fields.map(({ name }) => name)
    case 'enumeration':
      return statement.values
    case 'table':
      return statement.columns
    case 'ambiguity':
      return statement.readings.map(({ name }) => name)
    default:
      return []
  }
}

/** The statements of a file, with what they declare. */
export function outline(workspace: Workspace, file: string): readonly OutlineItem[] {
  const tree = treeOf(workspace, file)
  if (tree === null) return []
  return tree.statements.map((placed): OutlineItem => {
    const { statement, start } = placed
    const declared = 'name' in statement ? statement.name : statement.kind === 'agency' ? (statement.names[0] ?? null) : null
    const id = 'id' in statement ? statement.id : null
    const head = id?.span ?? declared?.name.span ?? { start: 0, end: Math.min(1, statement.span.end) }
    return {
      kind: statement.kind, id: id?.text ?? null, name: declared === null ? { zh: '', en: '' } : nameOf(declared),
      span: { start, end: start + endOfStatement(placed) }, selection: shift(head, start),
      children: parts(statement).map((each) => ({ name: nameOf(each), span: shift(each.name.span, start) })),
    }
  })
}

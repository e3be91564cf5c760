import { createPrinter, surfaceOf, type Printer } from './printer.ts'
import type { Names, Surface } from './names.ts'
import type { Line } from './print-items.ts'
import { statementLines } from './print-statement.ts'
import type { FileTree, Placed } from './tree.ts'

export interface FormatOptions {
  /** 'keep': the surface of the file's first keyword. */
  readonly surface: Surface | 'keep'
  readonly names: Names
}

type Comment = FileTree['comments'][number]

/** The file's text in its canonical form; a statement with a syntax error is printed as it stands. */
export function formatFile(tree: FileTree, { surface, names }: FormatOptions): string {
  const printer = createPrinter(surface === 'keep' ? surfaceOfFile(tree) : surface, names)
  const [first] = tree.statements
  // What stands before the first statement and is no comment cannot be read, so it stays.
  const unread = tree.problems.length === 0 ? 0 : (first?.start ?? tree.text.length)
  const blocks: Block[] = unread === 0 ? [] : [{ text: tree.text.slice(0, unread).trimEnd(), start: 0, end: unread, kind: 'statement' }]
  let comment = 0
  const takeComments = (before: number): void => {
    for (; comment < tree.comments.length && (tree.comments[comment]?.span.start ?? 0) < before; comment += 1) {
      const one = tree.comments[comment]
      const last = blocks[blocks.length - 1]
      if (one !== undefined && one.span.start >= (last?.end ?? 0)) blocks.push(commentBlock(tree, one, last !== undefined))
    }
  }
  for (const placed of tree.statements) {
    takeComments(placed.start)
    blocks.push(statementBlock(printer, tree, placed))
  }
  takeComments(Infinity)
  return joined(tree, blocks)
}

/** The surface that a file uses: that of its first keyword; Chinese when it has none. */
export function surfaceOfFile({ statements, text }: FileTree): Surface {
  const [first] = statements
  return first === undefined ? 'zh' : surfaceOf(text.charAt(first.start))
}

interface Block {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly kind: 'statement' | 'comment' | 'indented-comment'
}

function commentBlock({ text }: FileTree, one: Comment, follows: boolean): Block {
  const { start, end } = one.span
  const atMargin = !follows || start === 0 || /[\n\r]/.test(text.charAt(start - 1))
  return { text: atMargin ? one.text : `  ${one.text}`, start, end, kind: atMargin ? 'comment' : 'indented-comment' }
}

function statementBlock(printer: Printer, { text }: FileTree, { start, statement, problems }: Placed): Block {
  const ends = [statement.span, ...statement.comments.map(({ span }) => span), ...problems.map(({ span }) => span)].map((span) => span.end)
  const end = start + Math.max(...ends)
  if (problems.length > 0) return { text: text.slice(start, end).trimEnd(), start, end, kind: 'statement' }
  return { text: withComments(statementLines(printer, statement), statement.comments).join('\n'), start, end, kind: 'statement' }
}

/** A comment of its own line goes before the line that follows it; another one to the end of its line. */
function withComments(lines: readonly Line[], comments: Placed['statement']['comments']): readonly string[] {
  if (comments.length === 0) return lines.map(({ text }) => text)
  const before: string[][] = lines.map(() => [])
  const trailing: (string | undefined)[] = lines.map(() => undefined)
  const rest: string[] = []
  const putBefore = (at: number, text: string): void => { (before[at] ?? rest).push(`  ${text}`) }
  for (const { text, span, own } of comments) {
    const next = lines.findIndex(({ at }) => at > span.start)
    const following = next === -1 ? lines.length : next
    if (own) putBefore(following, text)
    else if (trailing[following - 1] === undefined && (before[following]?.length ?? rest.length) === 0) trailing[following - 1] = text
    else putBefore(following, text)
  }
  const written = lines.flatMap(({ text }, at) => {
    const end = trailing[at]
    return [...(before[at] ?? []), end === undefined ? text : `${text}  ${end}`]
  })
  return [...written, ...rest]
}

function joined({ text }: FileTree, blocks: readonly Block[]): string {
  let result = ''
  let last: Block | undefined
  for (const block of blocks) {
    if (last !== undefined) result += separated(text, last, block) ? '\n\n' : '\n'
    result += block.text
    last = block
  }
  return result === '' ? '' : `${result}\n`
}

/** A blank line stands between statements, and elsewhere where the writer left one. */
function separated(text: string, last: Block, next: Block): boolean {
  if (next.kind === 'statement' && last.kind !== 'comment') return true
  if (next.kind === 'comment' && last.kind !== 'comment') return true
  return /\n[^\S\n]*\r?\n/.test(text.slice(last.end, next.start))
}

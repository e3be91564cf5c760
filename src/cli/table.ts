import { displayWidth, padEnd, padStart, wrap } from '../base/width.ts'

export interface Column {
  readonly title: string
  readonly align: 'left' | 'right'
}

const GAP = '  '
/** The last column is wrapped, but never narrower than this. */
const NARROWEST = 24

/**
 * A table in plain text: columns as wide as their widest cell, counted in display columns; the last one wrapped to the room that is left.
 * @param rows cells in the order of the columns
 */
export function toTable(columns: readonly Column[], rows: readonly (readonly string[])[], room: number, indent = ''): readonly string[] {
  const titled = columns.some((column) => column.title !== '')
  const all = titled ? [columns.map((column) => column.title), ...rows] : rows
  const last = columns.length - 1
  const widths = columns.map((_, at) => Math.max(0, ...all.map((row) => displayWidth(row[at] ?? ''))))
  const used = displayWidth(indent) + widths.slice(0, last).reduce((sum, width) => sum + width + GAP.length, 0)
  const free = Math.max(NARROWEST, room - used)
  return all.flatMap((row) => {
    const head = columns.slice(0, last).map((column, at) => (column.align === 'right' ? padStart : padEnd)(row[at] ?? '', widths[at] ?? 0) + GAP).join('')
    const parts = wrap(row[last] ?? '', free)
    return parts.map((part, at) => (indent + (at === 0 ? head : ' '.repeat(displayWidth(head))) + part).trimEnd())
  })
}

/** A Markdown table; bars and line ends in cells are escaped. */
export function toMarkdown(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map((text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
  return [
    line(columns.map((column) => column.title)),
    line(columns.map((column) => (column.align === 'right' ? '---:' : '---'))),
    ...rows.map((row) => line(columns.map((_, at) => row[at] ?? ''))),
  ]
}

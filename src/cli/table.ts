import { displayWidth, padEnd, padStart, wrap } from '../base/width.ts'

export interface Column {
  readonly title: string
  readonly align: 'left' | 'right'
}

const GAP = '  '
/** The last column is wrapped, but never narrower than this. */
const NARROWEST = 24

/** How wide each column but the last must be for these rows. */
export function widthsOf(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly number[] {
  return columns.map((column, at) => Math.max(displayWidth(column.title), ...rows.map((row) => displayWidth(row[at] ?? ''))))
}

export interface Layout {
  /** Columns of the terminal. */
  readonly room: number
  readonly indent: string
  /** Widths shared with other tables; their own when absent. */
  readonly widths?: readonly number[]
  /** Leaves the titles out: they stand above another table of the same widths. */
  readonly untitled?: boolean
  /** Colours a cell after it is laid out. */
  readonly paint?: (text: string, row: number, column: number) => string
}

/** A table in plain text without rules: columns counted in display columns, the last one wrapped to the room that is left. */
export function toTable(columns: readonly Column[], rows: readonly (readonly string[])[], layout: Layout): readonly string[] {
  const { room, indent, paint = (text) => text } = layout
  const titles = layout.untitled !== true && columns.some((column) => column.title !== '') ? [columns.map((column) => column.title)] : []
  const widths = layout.widths ?? widthsOf(columns, rows)
  const last = columns.length - 1
  const used = displayWidth(indent) + widths.slice(0, last).reduce((sum, width) => sum + width + GAP.length, 0)
  const free = Math.max(NARROWEST, room - used)
  return [...titles, ...rows].flatMap((row, line) => {
    const at = line - titles.length
    const heads = columns.slice(0, last).map((column, index) => paint((column.align === 'right' ? padStart : padEnd)(row[index] ?? '', widths[index] ?? 0), at, index) + GAP)
    return wrap(row[last] ?? '', free).map((part, index) => (indent + (index === 0 ? heads.join('') : ' '.repeat(used - displayWidth(indent))) + paint(part, at, last)).trimEnd())
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

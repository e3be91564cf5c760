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
  /** Not on a terminal: columns but the last are never broken, so that what stands in them can be searched for. */
  readonly whole?: boolean
  readonly indent: string
  /** Widths shared with other tables; their own when absent. */
  readonly widths?: readonly number[]
  /** Leaves the titles out: they stand above another table of the same widths. */
  readonly untitled?: boolean
  /** Colours a cell after it is laid out. */
  readonly paint?: (text: string, row: number, column: number) => string
}

/** No column but the last is made narrower than this for the room's sake. */
const NARROWEST_HEAD = 12

/** The widths, the widest column made narrower as long as nothing is left for the last one. */
function fitted(widths: readonly number[], over: number): readonly number[] {
  const fits = [...widths]
  for (let left = over; left > 0; left -= 1) {
    const widest = fits.indexOf(Math.max(...fits))
    if ((fits[widest] ?? 0) <= NARROWEST_HEAD) break
    fits[widest] = (fits[widest] ?? 0) - 1
  }
  return fits
}

/** A table in plain text without rules: columns counted in display columns, the last one wrapped to the room that is left, the others where there is none. */
export function toTable(columns: readonly Column[], rows: readonly (readonly string[])[], layout: Layout): readonly string[] {
  const { room, indent, paint = (text) => text } = layout
  const titles = layout.untitled !== true && columns.some((column) => column.title !== '') ? [columns.map((column) => column.title)] : []
  const asked = layout.widths ?? widthsOf(columns, rows)
  const last = columns.length - 1
  const usedBy = (widths: readonly number[]): number => displayWidth(indent) + widths.slice(0, last).reduce((sum, width) => sum + width + GAP.length, 0)
  const widths = layout.whole === true ? asked.slice(0, last) : fitted(asked.slice(0, last), usedBy(asked) + Math.min(NARROWEST, asked[last] ?? 0) - room)
  const free = Math.max(NARROWEST, room - usedBy(widths))
  return [...titles, ...rows].flatMap((row, line) => {
    const at = line - titles.length
    const parts = columns.map((_, index) => wrap(row[index] ?? '', index === last ? free : (widths[index] ?? 0)))
    return Array.from({ length: Math.max(1, ...parts.map((lines) => lines.length)) }, (_, index) => {
      const heads = columns.slice(0, last).map((column, head) => {
        const laid = (column.align === 'right' ? padStart : padEnd)(parts[head]?.[index] ?? '', widths[head] ?? 0)
        return (laid.trim() === '' ? laid : paint(laid, at, head)) + GAP
      })
      return (indent + heads.join('') + paint(parts[last]?.[index] ?? '', at, last)).trimEnd()
    })
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

import { CsvError, parse } from 'csv-parse/browser/esm/sync'
import { NOWHERE, problem, type Problem, type Text, type Where } from './problem.ts'

/** A table as text: its heading, and its rows with the line that each starts on. Rows without any content are left out. */
export interface CsvTable {
  readonly heading: readonly string[]
  readonly rows: readonly CsvRow[]
  readonly problems: readonly Problem[]
}

export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

export function readTable(text: string): CsvTable {
  const rows: CsvRow[] = []
  let ended = 0
  try {
    parse(text, {
      bom: true, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (cells: readonly string[], { lines }) => {
        rows.push({ line: ended + 1, cells })
        ended = lines
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { heading: [], rows: [], problems: [problem('csv-syntax', { ...NOWHERE, place: { line: ended + 1, column: 1 } }, { expected: csvMessage(error.code, ended + 1) })] }
  }
  const [heading, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (heading === undefined) return { heading: [], rows: [], problems: [problem('csv-syntax', { ...NOWHERE, place: { line: 1, column: 1 } }, { expected: { zh: '没有表头', en: 'there is no heading' } })] }
  const separator = heading.cells.length === 1 ? /[;；，\t|]/.exec(heading.cells[0] ?? '')?.[0] : undefined
  if (separator !== undefined) {
    const found = separator === '\t' ? { zh: '制表符', en: 'tabs' } : { zh: `“${separator}”`, en: `“${separator}”` }
    return { heading: [], rows: [], problems: [problem('csv-syntax', { ...NOWHERE, place: { line: heading.line, column: 1 } }, { expected: { zh: `各列之间应为逗号，这里是${found.zh}`, en: `columns are separated by commas, not by ${found.en}` } })] }
  }
  const problems: Problem[] = []
  const whole = body.filter(({ line, cells }) => {
    if (cells.length === heading.cells.length) return true
    problems.push(problem('row-length', { ...NOWHERE, place: { line, column: 1 }, cell: { zh: `第${line}行`, en: `row ${line}` } }, { found: String(cells.length), expected: String(heading.cells.length) }))
    return false
  })
  return { heading: heading.cells.map((name) => name.trim()), rows: whole, problems }
}

function csvMessage(code: string, line: number): Text {
  return code === 'CSV_QUOTE_NOT_CLOSED'
    ? { zh: `第${line}行的引号没有结束`, en: `the quotation that starts in row ${line} does not end` }
    : { zh: `第${line}行的引号用得不对`, en: `a quotation mark is out of place in row ${line}` }
}

/** Where a cell is: its row by the line of the file, its column by the heading. */
export function cellAt(row: CsvRow, column: number, heading: string): Pick<Where, 'place' | 'cell'> {
  return {
    place: { line: row.line, column: column + 1 },
    cell: { zh: `第${row.line}行“${heading}”列`, en: `row ${row.line}, column “${heading}”` },
  }
}

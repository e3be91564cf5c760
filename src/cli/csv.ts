/** Tells a Chinese Excel that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/** A spreadsheet takes a cell that starts with one of these for a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** A number may start with a minus: it is no formula. */
const NUMBER = /^-?\d+(\.\d+)?$/

function cell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as RFC 4180 writes them, with a byte order mark; cells that a spreadsheet would run as formulas are quoted with '. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

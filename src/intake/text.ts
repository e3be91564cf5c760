import { NOWHERE, problem, type Problem } from './problem.ts'

export type Format = 'json' | 'ndjson' | 'csv'

export interface Decoded {
  readonly text: string
  readonly problems: readonly Problem[]
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

const BOM = '\ufeff'

/**
 * The text of a file. Valid UTF-8, with or without a byte order mark, is that; other bytes are GB18030 where
 * `orGb18030` (tables, as spreadsheets export them here). Bytes that are neither are refused, never replaced.
 */
export function textOf(content: Uint8Array | string, orGb18030: boolean): Decoded {
  const text = typeof content === 'string' ? content : (decode(content, 'utf-8') ?? (orGb18030 ? decode(content, 'gb18030') : null))
  if (text === null) {
    return { text: '', problems: [problem('encoding', NOWHERE, { expected: orGb18030 ? { zh: 'UTF-8 或 GB18030', en: 'UTF-8 or GB18030' } : 'UTF-8' })] }
  }
  return { text: text.startsWith(BOM) ? text.slice(1) : text, problems: [] }
}

/** The format that a file's name says; null for another ending. */
export function formatOfName(name: string): Format | null {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  if (ending === 'json') return 'json'
  if (ending === 'ndjson' || ending === 'jsonl') return 'ndjson'
  return ending === 'csv' ? 'csv' : null
}

/** The format that the content shows; a file that says by its name that it is JSON is none in a table's format. */
export function formatOf(name: string, content: Uint8Array): Format {
  const shown = formatOfContent(content)
  return shown === 'csv' ? (formatOfName(name) ?? shown) : shown
}

/** The format that the content shows: NDJSON where the first line is a whole object that is no file of applicants by itself. */
export function formatOfContent(content: Uint8Array | string): Format {
  const start = typeof content === 'string' ? content : decode(content, 'utf-8')
  // Only tables may be in another encoding.
  if (start === null) return 'csv'
  const text = start.replace(/^[\ufeff\s]+/, '')
  if (text.startsWith('[') || text === '') return 'json'
  if (!text.startsWith('{')) return 'csv'
  const end = text.indexOf('\n')
  const line = (end === -1 ? text : text.slice(0, end)).trim()
  if (!line.endsWith('}')) return 'json'
  const wrapped = /^\{\s*"(?:\$schema|applicants|ledger|decisions)"/.test(line)
  return wrapped ? 'json' : 'ndjson'
}

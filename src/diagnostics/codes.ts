import { CLAUSE_CODES } from './codes/clauses.ts'
import { EXAMPLE_CODES } from './codes/examples.ts'
import { NAME_CODES } from './codes/names.ts'
import { SOURCE_CODES } from './codes/source.ts'
import { VALUE_CODES } from './codes/values.ts'
import type { CodeEntry } from './entry.ts'

/** The facts of a diagnostic, by name: what the message's {placeholders} stand for. */
export type Facts = { readonly [name: string]: string | number }

/**
 * Every diagnostic that there is. docs/diagnostics/ has a page for each, generated from this table and from
 * test/corpus/diagnostics/<code>/ (a wrong and a right example, run by tests).
 */
export const CODES = {
  // syntax
  'unexpected-character': {
    severity: 'error',
    zh: { message: '这里不能出现“{found}”', hint: '{suggestion}' },
    en: { message: '“{found}” cannot stand here', hint: '{suggestion}' },
  },
  'unclosed-quote': {
    severity: 'error',
    zh: { message: '引文没有结束', hint: '在引文末尾补上“””' },
    en: { message: 'the quotation does not end', hint: 'close it with ”' },
  },
  'unexpected-token': {
    severity: 'error',
    zh: { message: '这里是“{found}”，应为{expected}', hint: '改为{expected}' },
    en: { message: 'found “{found}” where {expected} should stand', hint: 'write {expected}' },
  },
  'text-outside-statement': {
    severity: 'error',
    zh: { message: '“{found}”不属于任何语句', hint: '每个语句以关键词开头，如“条款 6.1 名称”；注释以 # 开头' },
    en: { message: '“{found}” belongs to no statement', hint: 'a statement starts with a keyword, such as “clause 6.1 name”; a comment starts with #' },
  },

  ...NAME_CODES,
  ...VALUE_CODES,
  ...CLAUSE_CODES,
  ...SOURCE_CODES,
  ...EXAMPLE_CODES,
} as const satisfies Record<string, CodeEntry>

export type Code = keyof typeof CODES

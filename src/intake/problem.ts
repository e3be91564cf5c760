import type { Position } from '../base/span.ts'
import type { Name } from '../core/core.ts'

/** A text for people, in both languages. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/** Every reason for which input is refused. `{found}`, `{expected}` and `{hint}` are replaced from the problem. */
export const PROBLEMS = {
  'empty-file': { zh: '文件是空的', en: 'the file is empty' },
  'encoding': { zh: '文件的编码不对：应为{expected}', en: 'the encoding of the file is wrong: expected {expected}' },
  'syntax': { zh: '不是有效的 JSON：{expected}', en: 'this is not valid JSON: {expected}' },
  'csv-syntax': { zh: '不是有效的 CSV：{expected}', en: 'this is not valid CSV: {expected}' },
  'too-deep': { zh: '嵌套过深', en: 'the nesting is too deep' },
  'structure': { zh: '结构不对：{found}，应为{expected}', en: 'the structure is wrong: found {found}, expected {expected}' },
  'schema': { zh: '不符合由词表生成的结构：{expected}', en: 'it does not fit the schema of the vocabulary: {expected}' },
  'missing-key': { zh: '缺少“{expected}”', en: '“{expected}” is missing' },
  'unknown-key': { zh: '这里没有“{found}”这一项{hint}', en: 'there is no “{found}” here{hint}' },
  'forbidden-key': { zh: '不接受“{found}”这样的名称', en: 'the name “{found}” is not accepted' },
  'duplicate-key': { zh: '“{found}”出现了两次', en: '“{found}” occurs twice' },
  'duplicate-fact': { zh: '同一事实以“{found}”和“{expected}”两个名称各给出一次', en: 'the same fact is given twice, as “{found}” and as “{expected}”' },
  'unknown-field': { zh: '没有“{found}”这一字段{hint}', en: 'there is no field “{found}”{hint}' },
  'unknown-kind': { zh: '没有“{found}”这一类事项{hint}', en: 'there is no kind of matter “{found}”{hint}' },
  'unknown-clause': { zh: '没有条款“{found}”{hint}', en: 'there is no clause “{found}”{hint}' },
  'unknown-constraint': { zh: '没有约束“{found}”{hint}', en: 'there is no constraint “{found}”{hint}' },
  'unknown-matter': { zh: '该申请人没有编号为“{found}”的事项，应为{expected}', en: 'this applicant has no matter “{found}”; expected {expected}' },
  'unknown-value': { zh: '“{found}”不在可取的值之内，应为{expected}{hint}', en: '“{found}” is not one of the values; expected {expected}{hint}' },
  'duplicate-applicant': { zh: '申请人编号“{found}”出现了两次', en: 'the applicant id “{found}” occurs twice' },
  'duplicate-matter': { zh: '同一申请人的事项编号“{found}”出现了两次', en: 'the matter id “{found}” occurs twice within the applicant' },
  'duplicate-decision': { zh: '对同一条款和对象有两个决定', en: 'there are two decisions on the same clause and subject' },
  'wrong-type': { zh: '给出的是{found}，应为{expected}', en: 'found {found}, expected {expected}' },
  'wrong-text': { zh: '“{found}”不能用在这里，应为{expected}', en: '“{found}” cannot stand here; expected {expected}' },
  'wrong-unit': { zh: '“{found}”的单位不对，应为{expected}', en: 'the unit of “{found}” is wrong; expected {expected}' },
  'unit-missing': { zh: '“{found}”没有写单位，应为{expected}', en: '“{found}” has no unit; expected {expected}' },
  'not-a-number': { zh: '“{found}”不是能读准的数，应为{expected}', en: '“{found}” is not a number that can be read exactly; expected {expected}' },
  'decimals': { zh: '“{found}”精确到分以下，应为{expected}', en: '“{found}” is finer than a fen; expected {expected}' },
  'not-whole': { zh: '“{found}”不是整数，应为{expected}', en: '“{found}” is not whole; expected {expected}' },
  'negative': { zh: '“{found}”是负数，应为{expected}', en: '“{found}” is negative; expected {expected}' },
  'exponent': { zh: '“{found}”用了指数记法，请把数字写全', en: '“{found}” uses an exponent; write the number in full' },
  'too-long': { zh: '数字超过 1000 位', en: 'the number has more than 1000 digits' },
  'no-such-day': { zh: '“{found}”这一天不存在，应为{expected}', en: '“{found}” is not a day that exists; expected {expected}' },
  'not-a-day': { zh: '“{found}”不是日期的写法，应为{expected}', en: '“{found}” is not how a day is written; expected {expected}' },
  'empty-id': { zh: '编号不能为空', en: 'an id cannot be empty' },
  'empty-text': { zh: '文字为空；不知道的写 null', en: 'the text is empty; write null for what is not known' },
  'blank-around': { zh: '“{found}”的首尾有空白', en: '“{found}” has blanks around it' },
  'bad-text': { zh: '文字含有不成对的代理码元', en: 'the text holds a lone surrogate' },
  'control-character': { zh: '文字含有控制字符', en: 'the text holds a control character' },
  'missing-column': { zh: '缺少“{expected}”列', en: 'the column “{expected}” is missing' },
  'unknown-column': { zh: '没有“{found}”这一列{hint}', en: 'there is no column “{found}”{hint}' },
  'column-unit': { zh: '“{found}”列的单位不对，应为{expected}', en: 'the unit of the column “{found}” is wrong; expected {expected}' },
  'duplicate-column': { zh: '“{found}”列出现了两次', en: 'the column “{found}” occurs twice' },
  'row-length': { zh: '这一行有{found}格，应为{expected}格', en: 'this row has {found} cells, expected {expected}' },
  'kind-missing': { zh: '有编号“{found}”，没有写是哪一类事项', en: 'there is an id, “{found}”, but no kind of matter' },
  'field-of-other-kind': { zh: '“{found}”不是{expected}的字段，这一格应为空', en: '“{found}” is not a field of {expected}: leave the cell empty' },
} as const satisfies Record<string, Text>

export type ProblemCode = keyof typeof PROBLEMS

/** What is wrong with the input, where, what was found and what is expected instead. */
export interface Problem {
  readonly code: ProblemCode
  readonly applicant: string | null
  /** The matter's id. */
  readonly subject: string | null
  readonly field: Name | null
  readonly found: string | null
  readonly expected: Text | null
  readonly place: Position | null
  readonly message: Text
}

/** What was read, and all that is wrong with it. With any problem `value` lacks what was refused and is not to be evaluated. */
export interface Intake<T> {
  readonly value: T
  readonly problems: readonly Problem[]
}

/** Whom and what a value belongs to, for a person who looks for it. */
export interface Where {
  readonly applicant: string | null
  readonly subject: string | null
  readonly field: Name | null
  readonly place: Position | null
  /** A row and a column, where there are such. */
  readonly cell: Text | null
}

export const NOWHERE: Where = { applicant: null, subject: null, field: null, place: null, cell: null }

export interface Details {
  readonly found?: string
  readonly expected?: Text | string
  readonly hint?: Text
}

const LONGEST_QUOTE = 60

/** At most so much of what was found as fits in a message; lone surrogates are replaced. */
export function excerpt(text: string): string {
  const characters = Array.from(text.slice(0, 2 * LONGEST_QUOTE))
  const short = characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : characters.join('')
  return short.replace(/\p{Surrogate}/gu, '\ufffd')
}

function fill(template: string, found: string, expected: string, hint: string): string {
  return template.replace(/\{(found|expected|hint)\}/g, (_, name: string) => (name === 'found' ? found : name === 'expected' ? expected : hint))
}

function address({ applicant, subject, field, cell }: Where): Text {
  const zh: string[] = []
  const en: string[] = []
  if (cell !== null) {
    zh.push(cell.zh)
    en.push(cell.en)
  }
  if (applicant !== null) {
    zh.push(`申请人“${excerpt(applicant)}”`)
    en.push(`applicant “${excerpt(applicant)}”`)
  }
  if (subject !== null) {
    zh.push(`事项“${excerpt(subject)}”`)
    en.push(`matter “${excerpt(subject)}”`)
  }
  if (field !== null) {
    zh.push(`“${field.zh}”`)
    en.push(`“${field.en}”`)
  }
  return { zh: zh.length === 0 ? '' : `${zh.join('，')}：`, en: en.length === 0 ? '' : `${en.join(', ')}: ` }
}

export function problem(code: ProblemCode, where: Where, details: Details = {}): Problem {
  const expected = typeof details.expected === 'string' ? { zh: details.expected, en: details.expected } : (details.expected ?? null)
  const found = details.found === undefined ? null : excerpt(details.found)
  const at = address(where)
  const template = PROBLEMS[code]
  return {
    code, applicant: where.applicant, subject: where.subject, field: where.field, found, expected, place: where.place,
    message: {
      zh: at.zh + fill(template.zh, found ?? '', expected?.zh ?? '', details.hint?.zh ?? ''),
      en: at.en + fill(template.en, found ?? '', expected?.en ?? '', details.hint?.en ?? ''),
    },
  }
}

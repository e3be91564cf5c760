import { KEYWORDS, type KeywordId } from './keywords.ts'
import { createParser } from './parser.ts'

/** A production as plain data: what both the EBNF and the railroad diagrams are drawn from. */
export type Production =
  | { readonly kind: 'keyword'; readonly zh: string; readonly en: string }
  | { readonly kind: 'token'; readonly name: string }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Production[] }
  | { readonly kind: 'optional' | 'repeated' | 'at-least-once'; readonly inner: Production }

export interface RuleText {
  readonly name: string
  readonly body: Production
}

/** Tokens that are no keywords, as the grammar's pages call and explain them. */
export const TOKEN_TEXTS: { readonly [name: string]: { readonly sign: string | null; readonly zh: string; readonly en: string } } = {
  Name: { sign: null, zh: '名称：字母、汉字、数字与下划线，不以数字开头；或「任意文字」', en: 'a name: letters, digits, underscores, no digit first; or 「any text」' },
  Number: { sign: null, zh: '数字：6.1、1,000', en: 'a number: 6.1, 1,000' },
  DottedId: { sign: null, zh: '编号：X.1', en: 'an id: X.1' },
  Quantity: { sign: null, zh: '带单位的数：20万元、40%、3年、10项、0.8元/吨', en: 'a number with its unit: 500,000 yuan, 40%, 3 years, 10 items, 0.8 yuan/tonne' },
  Date: { sign: null, zh: '日期：2026-01-01', en: 'a day: 2026-01-01' },
  Quote: { sign: null, zh: '引文：“…”，可以嵌套；或同一行内的 "…"', en: 'a quotation: “…”, nested or not; or "…" within a line' },
  LeftParen: { sign: '（', zh: '（ 或 (', en: '（ or (' }, RightParen: { sign: '）', zh: '） 或 )', en: '） or )' }, Separator: { sign: '，', zh: '， 、 或 ,', en: '， 、 or ,' },
  Plus: { sign: '+', zh: '+', en: '+' }, Minus: { sign: '-', zh: '-', en: '-' }, Times: { sign: '×', zh: '× 或 *', en: '× or *' }, Divide: { sign: '/', zh: '÷ 或 /', en: '÷ or /' },
  NotEqual: { sign: '≠', zh: '≠ 或 !=', en: '≠ or !=' }, AtLeastSign: { sign: '≥', zh: '≥ 或 >=', en: '≥ or >=' }, AtMostSign: { sign: '≤', zh: '≤ 或 <=', en: '≤ or <=' },
  MoreThanSign: { sign: '>', zh: '>', en: '>' }, LessThanSign: { sign: '<', zh: '<', en: '<' }, EqualSign: { sign: '=', zh: '=', en: '=' },
}

/** The rules in the order in which they are first used, from `statement` on. */
export function grammarRules(): readonly RuleText[] {
  const rules: readonly Node[] = createParser().getSerializedGastProductions()
  const bodies = new Map(rules.map((rule) => [rule.name ?? '', sequence(rule)]))
  const ordered: RuleText[] = []
  const seen = new Set<string>()
  const take = (name: string): void => {
    const body = bodies.get(name)
    if (body === undefined || seen.has(name)) return
    seen.add(name)
    ordered.push({ name, body })
    usedRules(body).forEach(take)
  }
  take('statement')
  return ordered
}

function usedRules(one: Production): readonly string[] {
  if (one.kind === 'rule') return [one.name]
  if ('parts' in one) return one.parts.flatMap(usedRules)
  return 'inner' in one ? usedRules(one.inner) : []
}

/** What Chevrotain says of a rule and its parts. */
interface Node {
  readonly type: string
  readonly name?: string
  readonly definition?: readonly Node[]
}

function sequence(node: Node): Production {
  const parts = (node.definition ?? []).map(production)
  const [only] = parts
  return only !== undefined && parts.length === 1 ? only : { kind: 'sequence', parts }
}

function production(node: Node): Production {
  switch (node.type) {
    case 'NonTerminal':
      return { kind: 'rule', name: node.name ?? '' }
    case 'Terminal': {
      const name = node.name ?? ''
      if (!Object.hasOwn(KEYWORDS, name)) return { kind: 'token', name }
      const { zh, en } = KEYWORDS[name as KeywordId]
      return { kind: 'keyword', zh, en }
    }
    case 'Alternation':
      return { kind: 'choice', parts: (node.definition ?? []).map(sequence) }
    case 'Option':
      return { kind: 'optional', inner: sequence(node) }
    case 'Repetition':
      return { kind: 'repeated', inner: sequence(node) }
    case 'RepetitionMandatory':
      return { kind: 'at-least-once', inner: sequence(node) }
    default:
      return sequence(node)
  }
}

/** The grammar in EBNF (ISO 14977's signs), each keyword in both spellings. */
export function ebnf(): string {
  const rules = grammarRules().map(({ name, body }) => {
    const text = body.kind === 'choice' ? body.parts.map((part) => written(part, true)).join('\n  | ') : written(body, true)
    return `${name} =\n    ${text} ;`
  })
  const tokens = Object.entries(TOKEN_TEXTS).filter(([, { sign }]) => sign === null).map(([name, { en }]) => `${name} = ? ${en} ? ;`)
  const head = '(* The grammar of Heng. Generated from grammar/parser.ts by `npm run generate`. A file is any number of statements.\n'
    + '   Every keyword has a Chinese and an English spelling; punctuation may be full-width or half-width. *)'
  return `${[head, 'file = { statement } ;', ...rules, ...tokens].join('\n\n')}\n`
}

function written(one: Production, outermost = false): string {
  switch (one.kind) {
    case 'keyword':
      return `( "${one.zh}" | "${one.en}" )`
    case 'token': {
      const sign = TOKEN_TEXTS[one.name]?.sign
      return sign == null ? one.name : `"${sign}"`
    }
    case 'rule':
      return one.name
    case 'sequence':
      return one.parts.map((part) => written(part)).join(', ')
    case 'choice': {
      const text = one.parts.map((part) => written(part)).join(' | ')
      return outermost ? text : `( ${text} )`
    }
    case 'optional':
      return `[ ${written(one.inner, true)} ]`
    case 'repeated':
      return `{ ${written(one.inner, true)} }`
    case 'at-least-once':
      return `${written(one.inner)}, { ${written(one.inner, true)} }`
  }
}

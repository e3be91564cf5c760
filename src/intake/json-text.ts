import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'
import type { Text } from './problem.ts'

export type JsonNode = Node

/** A strict JSON text as a tree with offsets, so that numbers can be read from their own characters. */
export interface JsonTree {
  /** Undefined when there is nothing to read. */
  readonly root: JsonNode | undefined
  readonly errors: readonly { readonly offset: number; readonly tooDeep: boolean; readonly expected: Text }[]
}

const DEEPEST = 64

const EXPECTED: { readonly [code: string]: Text } = {
  InvalidSymbol: { zh: '这里不是 JSON 的值', en: 'this is no JSON value' },
  InvalidNumberFormat: { zh: '数字的写法不对', en: 'the number is malformed' },
  PropertyNameExpected: { zh: '应为带引号的名称', en: 'expected a name in quotes' },
  ValueExpected: { zh: '应为一个值', en: 'expected a value' },
  ColonExpected: { zh: '应为冒号', en: 'expected a colon' },
  CommaExpected: { zh: '应为逗号', en: 'expected a comma' },
  CloseBraceExpected: { zh: '应为“}”', en: 'expected “}”' },
  CloseBracketExpected: { zh: '应为“]”', en: 'expected “]”' },
  EndOfFileExpected: { zh: '内容已经结束，后面不应再有文字', en: 'the content has ended; nothing may follow' },
  InvalidCommentToken: { zh: 'JSON 没有注释', en: 'JSON has no comments' },
  UnexpectedEndOfComment: { zh: 'JSON 没有注释', en: 'JSON has no comments' },
  UnexpectedEndOfString: { zh: '文字没有结束', en: 'the text does not end' },
  UnexpectedEndOfNumber: { zh: '数字没有结束', en: 'the number does not end' },
  InvalidUnicode: { zh: '\\u 之后应有四位十六进制数', en: 'four hexadecimal digits must follow \\u' },
  InvalidEscapeCharacter: { zh: '没有这种转义', en: 'there is no such escape' },
  InvalidCharacter: { zh: '文字里的控制字符应转义', en: 'a control character in a text must be escaped' },
}

/** The offset at which brackets nest too deep for any dossier; null when they do not. */
function tooDeepAt(text: string): number | null {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (quoted) {
      if (letter === '\\') at++
      else if (letter === '"' || letter === '\n') quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === '[' || letter === '{') {
      if (++depth > DEEPEST) return at
    } else if (letter === ']' || letter === '}') depth--
  }
  return null
}

export function parseJson(text: string): JsonTree {
  const deep = tooDeepAt(text)
  if (deep !== null) return { root: undefined, errors: [{ offset: deep, tooDeep: true, expected: { zh: '', en: '' } }] }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  return {
    root,
    errors: errors.map(({ error, offset }) => ({
      offset, tooDeep: false, expected: EXPECTED[printParseErrorCode(error)] ?? { zh: '写法不对', en: 'it is malformed' },
    })),
  }
}

/** The plain value of a node, for the schema's validator alone: its numbers are doubles. No key reaches a prototype. */
export function plainOf(node: JsonNode): unknown {
  switch (node.type) {
    case 'array':
      return (node.children ?? []).map(plainOf)
    case 'object': {
      const object: { [key: string]: unknown } = Object.create(null) as { [key: string]: unknown }
      for (const { key, value } of entries(node)) object[key] = plainOf(value)
      return object
    }
    case 'number': {
      const value = Number(node.value)
      return Number.isFinite(value) ? value : Math.sign(value) * Number.MAX_VALUE
    }
    default:
      return node.value as unknown
  }
}

export interface Entry {
  readonly key: string
  readonly keyNode: JsonNode
  readonly value: JsonNode
}

/** The properties of an object, in the order of the text, doubled ones included. */
export function entries(node: JsonNode): readonly Entry[] {
  const found: Entry[] = []
  for (const property of node.children ?? []) {
    const [keyNode, value] = property.children ?? []
    if (keyNode !== undefined && value !== undefined) found.push({ key: String(keyNode.value), keyNode, value })
  }
  return found
}

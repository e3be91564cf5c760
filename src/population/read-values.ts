import { expectedOf } from '../intake/expected.ts'
import type { JsonNode } from '../intake/json-text.ts'
import { readNumber, readText } from '../intake/value.ts'
import type { FactValue } from '../engines/engine.ts'
import { compare, floor, multiply, ONE, rational, ZERO, type Rational } from '../values/rational.ts'
import type { Type } from '../values/types.ts'
import { say, shown, type Reader } from './mistake.ts'

export const WHOLE = 4_294_967_296

function scalar(reader: Reader, node: JsonNode, type: Type): FactValue | null {
  if (type.kind === 'boolean') return node.type === 'boolean' ? node.value === true : null
  if (node.type === 'number') {
    const reading = readNumber(type, reader.text.slice(node.offset, node.offset + node.length))
    return reading.ok ? reading.value : null
  }
  if (node.type !== 'string') return null
  const reading = readText(type, String(node.value), 'json', '', reader.session.vocabulary)
  return reading.ok ? reading.value : null
}

/** A value of the type; null, reported, when it is none. */
export function valueAt(reader: Reader, node: JsonNode, type: Type): FactValue | null {
  const value = scalar(reader, node, type)
  if (value === null) {
    const expected = expectedOf(type, reader.session.vocabulary)
    say(reader, node, { zh: `这里不能是 ${shown(reader, node)}`, en: `${shown(reader, node)} cannot stand here` }, { zh: `应为${expected.zh}`, en: `write ${expected.en}` })
  }
  return value
}

export function numberAt(reader: Reader, node: JsonNode, type: Type): Rational | null {
  const value = valueAt(reader, node, type)
  return value !== null && typeof value === 'object' ? value : null
}

/** A share from 0 to 1, as so many of 2^32 cases. */
export function shareAt(reader: Reader, node: JsonNode): number | null {
  const share = numberAt(reader, node, { kind: 'ratio' })
  if (share === null) return null
  if (compare(share, ZERO) < 0 || compare(share, ONE) > 0) {
    say(reader, node, { zh: `${shown(reader, node)} 不是份额`, en: `${shown(reader, node)} is no share` }, { zh: '写 0 到 1 之间的数，或如“30%”', en: 'write a number from 0 to 1, or “30%”' })
    return null
  }
  return Number(floor(multiply(share, rational(BigInt(WHOLE)))))
}

const MOST_WEIGHT = 1_000_000

/** A whole number from 0 to a million. */
export function weightAt(reader: Reader, node: JsonNode): number | null {
  const value = node.type === 'number' ? Number(node.value) : NaN
  if (Number.isInteger(value) && value >= 0 && value <= MOST_WEIGHT) return value
  say(reader, node, { zh: `${shown(reader, node)} 不是权重`, en: `${shown(reader, node)} is no weight` }, { zh: '写 0 到 1000000 的整数', en: 'write a whole number from 0 to 1,000,000' })
  return null
}

/** The sum of weights; 0, reported, when it is nothing or too much. */
export function totalOf(reader: Reader, node: JsonNode, weights: readonly number[]): number {
  const total = weights.reduce((sum, each) => sum + each, 0)
  if (total > 0 && total <= MOST_WEIGHT) return total
  say(reader, node, { zh: `权重合计是 ${total}`, en: `the weights come to ${total}` }, { zh: '合计应在 1 到 1000000 之间', en: 'they must come to between 1 and 1,000,000' })
  return 0
}

/** A text with its places to fill; reported when it names one that there is not. */
export function patternAt(reader: Reader, node: JsonNode, places: readonly string[]): string | null {
  const text = node.type === 'string' ? String(node.value) : ''
  const unknown = [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '').filter((name) => !places.includes(name))
  const blank = text.trim() === '' || text.trim() !== text
  const plain = !places.some((name) => text.includes(`{${name}}`))
  if (!blank && !plain && unknown.length === 0) return text
  const list = places.map((name) => `{${name}}`).join(' ')
  say(reader, node, { zh: `${shown(reader, node)} 不是编号的样式`, en: `${shown(reader, node)} is no pattern` }, { zh: `写如“XM-${list.replaceAll(' ', '-')}”的文字，可用 ${list}`, en: `write a text such as “XM-${list.replaceAll(' ', '-')}”; it may hold ${list}` })
  return null
}

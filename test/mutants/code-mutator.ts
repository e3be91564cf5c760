import { type Node, parse } from 'acorn'

/** One fault in a file: `text` instead of what stands from `start` to `end`. */
export interface CodeMutant {
  /** Stable while the code around it is: the file, the operator, the line's text, and which such fault on it. */
  readonly id: string
  readonly file: string
  readonly line: number
  readonly start: number
  readonly end: number
  readonly text: string
}

interface Fault {
  readonly operator: string
  readonly start: number
  readonly end: number
  readonly text: string
}

/** ESTree as acorn gives it, every part optional: what is not there is not mutated. */
interface Tree extends Node {
  readonly operator?: string
  readonly left?: Tree
  readonly right?: Tree
  readonly test?: Tree
  readonly argument?: Tree
  readonly expression?: Tree
  readonly callee?: Tree
  readonly object?: Tree
  readonly property?: Tree
  readonly arguments?: readonly Tree[]
  readonly name?: string
  readonly value?: unknown
  readonly bigint?: string | null
  readonly computed?: boolean
}

const BINARY: { readonly [operator: string]: readonly string[] } = {
  '>=': ['>'], '>': ['>='], '<': ['<='], '<=': ['<'], '===': ['!=='], '!==': ['==='], '+': ['-'], '-': ['+'], '*': ['+'], '/': ['*'], '&&': ['||'], '||': ['&&'],
}

const CALLS: { readonly [name: string]: string } = {
  least: 'greatest', greatest: 'least', add: 'subtract', subtract: 'add', multiply: 'divide', divide: 'multiply',
  roundHalfUp: 'floor', floor: 'roundHalfUp', some: 'every', every: 'some', min: 'max', max: 'min', addMonths: 'addDays', addDays: 'addMonths',
}

/** Calls on a list that may be left out: `list.filter(f)` becomes `list`. */
const OPTIONAL_CALLS = new Set(['filter', 'sort', 'toSorted', 'reverse', 'toReversed', 'slice'])

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function visit(node: Tree, found: (node: Tree) => void): void {
  found(node)
  for (const child of Object.values(node)) {
    if (isTree(child)) visit(child, found)
    else if (Array.isArray(child)) for (const one of child) if (isTree(one)) visit(one, found)
  }
}

function binaryFaults(node: Tree, code: string): Fault[] {
  const { left, right, operator } = node
  if (left === undefined || right === undefined || operator === undefined) return []
  const at = code.indexOf(operator, left.end)
  if (at === -1 || at >= right.start) return []
  return (BINARY[operator] ?? []).map((other) => ({ operator: `${operator} to ${other}`, start: at, end: at + operator.length, text: other }))
}

function negated(test: Tree | undefined | null, code: string): Fault[] {
  if (test === undefined || test === null) return []
  return [{ operator: 'negate condition', start: test.start, end: test.end, text: `!(${code.slice(test.start, test.end)})` }]
}

function literalFaults(node: Tree, code: string): Fault[] {
  const text = code.slice(node.start, node.end)
  const at = { start: node.start, end: node.end }
  if (typeof node.value === 'boolean') return [{ operator: `${text} to ${!node.value}`, ...at, text: `${!node.value}` }]
  if (typeof node.bigint === 'string') {
    const value = BigInt(node.bigint)
    return [value + 1n, value - 1n].map((other) => ({ operator: `${text} to ${other}n`, ...at, text: other < 0n ? `(${other}n)` : `${other}n` }))
  }
  if (typeof node.value !== 'number') return []
  return [node.value + 1, node.value - 1].map((other) => ({ operator: `${text} to ${other}`, ...at, text: other < 0 ? `(${other})` : `${other}` }))
}

function callFaults(node: Tree, code: string): Fault[] {
  const { callee } = node
  if (callee === undefined) return []
  const named = callee.type === 'Identifier' ? callee : callee.type === 'MemberExpression' && callee.computed !== true ? callee.property : undefined
  if (named?.name === undefined) return []
  const faults: Fault[] = []
  const other = CALLS[named.name]
  if (other !== undefined) faults.push({ operator: `${named.name} to ${other}`, start: named.start, end: named.end, text: other })
  if (callee.object !== undefined && OPTIONAL_CALLS.has(named.name)) {
    faults.push({ operator: `drop ${named.name}`, start: node.start, end: node.end, text: code.slice(callee.object.start, callee.object.end) })
  }
  return faults
}

function faultsOf(node: Tree, code: string): Fault[] {
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
      return binaryFaults(node, code)
    case 'IfStatement':
    case 'ConditionalExpression':
      return negated(node.test, code)
    case 'UnaryExpression':
      return node.operator === '!' && node.argument !== undefined ? [{ operator: 'drop !', start: node.start, end: node.end, text: code.slice(node.argument.start, node.argument.end) }] : []
    case 'Literal':
      return literalFaults(node, code)
    case 'CallExpression':
      return callFaults(node, code)
    case 'ExpressionStatement':
      return [{ operator: 'drop statement', start: node.start, end: node.end, text: ';' }]
    case 'ContinueStatement':
      return [{ operator: 'drop continue', start: node.start, end: node.end, text: ';' }]
    default:
      return []
  }
}

/** A promise to ourselves that is never broken decides nothing; dropping it is no fault. */
const isInvariant = (code: string, { start }: Fault): boolean => code.startsWith('invariant(', start)

/** Every mutation of a built file. Operators only, no hand-picked places. */
export function codeMutants(file: string, code: string): CodeMutant[] {
  const faults: Fault[] = []
  visit(parse(code, { ecmaVersion: 2023, sourceType: 'module' }), (node) => faults.push(...faultsOf(node, code)))
  const seen = new Map<string, number>()
  return faults.filter((fault) => !isInvariant(code, fault)).map(({ operator, start, end, text }) => {
    const lineStart = code.lastIndexOf('\n', start - 1) + 1
    const lineEnd = code.indexOf('\n', start)
    const source = code.slice(lineStart, lineEnd === -1 ? undefined : lineEnd).trim()
    const name = `${file} | ${source} | ${operator}`
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    return { id: nth === 1 ? name : `${name} #${nth}`, file, line: code.slice(0, start).split('\n').length, start, end, text }
  })
}

export function applied(code: string, { start, end, text }: CodeMutant): string {
  return code.slice(0, start) + text + code.slice(end)
}

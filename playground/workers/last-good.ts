import { compile } from '../../src/compile.ts'
import type { Build } from '../../src/compile.ts'
import type { Policy } from '../../src/core/core.ts'
import { segmentSource } from '../../src/source/segments.ts'
import { severityOf } from '../../src/diagnostics/render.ts'
import { knownStatements } from '../figures/statements.ts'
import type { Known } from '../figures/statements.ts'
import { SOURCE_FILE } from '../state/source-file.ts'
import { segmentsOf, statementAt, textOf } from './reading.ts'
import { compilable } from './texts.ts'
import type { Texts } from './texts.ts'

/** A policy that can be evaluated, and the statements for which an earlier text had to be taken. */
export interface Usable {
  readonly policy: Policy
  readonly stale: readonly string[]
}

/** What was last free of errors: each statement's text, and the policy as a whole. */
export interface Memory {
  readonly good: Map<string, string>
  /** The sentences of the official text by their number, and which of them each statement quotes. */
  readonly sentences: Map<string, string>
  readonly quoted: Map<string, readonly string[]>
  policy: Policy | null
  /** The build of the texts with earlier statements put in, so that the next one is quick. */
  patched: Build | null
}

export const emptyMemory = (): Memory => ({ good: new Map(), sentences: new Map(), quoted: new Map(), policy: null, patched: null })

/**
 * The policy of a build; where a statement has an error, its last good text stands in for it, so that an error in one clause never
 * takes away the effect of the others. Null when there never was a policy.
 */
export function usable(texts: Texts, build: Build, known: readonly Known[], memory: Memory): Usable | null {
  if (build.policy !== null) {
    remember(texts, build.policy, known, memory)
    return { policy: build.policy, stale: [] }
  }
  let patched = texts
  let current = build
  const stale = new Set<string>()
  // An error may show another one: a name that is no longer declared. Three rounds are as far as that goes in practice.
  for (let round = 0; round < 3; round += 1) {
    const statements = round === 0 ? known : knownStatements(current.trees, segmentSource(compilable(patched).source ?? ''))
    const broken = brokenStatements(current, statements)
    for (const each of broken) stale.add(each.key)
    patched = withGoodTexts(patched, broken, memory)
    current = compile(compilable(patched), memory.patched ?? build)
    memory.patched = current
    if (current.policy !== null) return { policy: current.policy, stale: [...stale] }
  }
  // Nothing of the present text is evaluated then: what every statement says is of the earlier one.
  return memory.policy === null ? null : { policy: memory.policy, stale: [...new Set([...stale, ...memory.good.keys()])] }
}

function brokenStatements(build: Build, known: readonly Known[]): readonly Known[] {
  const broken = new Set<Known>()
  for (const { code, file, span } of build.diagnostics) {
    if (severityOf(code) !== 'error') continue
    const statement = statementAt(known, file, span.start)
    if (statement !== null) broken.add(statement)
  }
  return [...broken]
}

function remember(texts: Texts, policy: Policy, known: readonly Known[], memory: Memory): void {
  memory.policy = policy
  for (const map of [memory.good, memory.sentences, memory.quoted]) map.clear()
  for (const each of known) {
    memory.good.set(each.key, textOf(each))
    memory.quoted.set(each.key, each.quotes.flatMap((quote) => (quote.found === null ? [] : [quote.found.segment])))
  }
  for (const { id, text } of segmentsOf(texts[SOURCE_FILE] ?? '')) memory.sentences.set(id, text)
}

/** A broken statement that never was good is left out. The sentences that it quoted come back with it. */
function withGoodTexts(texts: Texts, broken: readonly Known[], { good, sentences, quoted }: Memory): Texts {
  const patched: Record<string, string> = { ...texts }
  const restored = new Set(broken.flatMap((each) => quoted.get(each.key) ?? []))
  for (const { id, start, end } of [...segmentSource(patched[SOURCE_FILE] ?? '')].reverse()) {
    const source = patched[SOURCE_FILE] ?? ''
    if (restored.has(id)) patched[SOURCE_FILE] = source.slice(0, start) + (sentences.get(id) ?? source.slice(start, end)) + source.slice(end)
  }
  for (const each of [...broken].sort((a, b) => b.placed.start - a.placed.start)) {
    const text = patched[each.file]
    if (text === undefined) continue
    const { start, statement } = each.placed
    patched[each.file] = text.slice(0, start) + (good.get(each.key) ?? '') + text.slice(start + statement.span.end)
  }
  return patched
}

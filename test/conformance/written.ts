import { expect } from 'vitest'
import { runExamples } from '../../src/analyses/examples.ts'
import { compile } from '../../src/compile.ts'
import type { Policy } from '../../src/core/core.ts'
import { policyHash } from '../../src/core/hash.ts'
import { verifyPolicy } from '../../src/core/verify.ts'
import { compiled } from '../../src/engines/compiled/compiled.ts'
import { interpreter } from '../../src/engines/interpret/interpret.ts'
import { differenceText } from '../../src/explain/difference.ts'
import { formatFile } from '../../src/syntax/format.ts'
import { namesOf } from '../../src/syntax/names.ts'
import { parseFile } from '../../src/syntax/parse.ts'

const HEADER = '政策 试验办法 (trial)\n标题 “试验办法” / “Trial measures”\n地区 “试验市” / “Testville”\n文本 示范文本\n公布 2026-01-01\n'
const IN_FORCE = '施行 0 自公布之日\n'
const FILE = 'policy.heng'

function built(text: string): Policy {
  const { policy, diagnostics } = compile({ files: [{ file: FILE, text }], source: null })
  if (policy === null) throw new Error(diagnostics.map(({ code, span, facts }) => `${code} “${text.slice(span.start, span.end)}” ${JSON.stringify(facts)}`).join('\n'))
  return policy
}

/**
 * A policy of these statements, without an official text.
 * @param header more items of the header
 */
export function written(text: string, header = ''): Policy {
  const policy = built(HEADER + header + IN_FORCE + text)
  expect(verifyPolicy(policy)).toEqual([])
  return policy
}

/** Codes of the mistakes in these statements, each with what it is about. */
export function mistakes(text: string, header = ''): readonly string[] {
  const all = HEADER + header + IN_FORCE + text
  const { diagnostics } = compile({ files: [{ file: FILE, text: all }], source: null })
  return diagnostics.filter(({ code }) => code !== 'missing-source' && code !== 'unused-vocabulary').map(({ code, span }) => `${code} ${all.slice(span.start, span.end)}`)
}

/** The examples come out by the definition and by the compiled engine, and the policy says the same in either surface. */
export function comesOut(text: string, header = ''): Policy {
  const policy = written(text, header)
  for (const engine of [interpreter, compiled]) {
    const found = runExamples(engine, policy).map(({ example, expectation, difference }) => {
      const { expected, found: instead } = differenceText(difference)
      return `${engine.name} ${example.name.zh} ${expectation?.clause ?? ''} ${expectation?.subject ?? ''}: ${expected.zh} / ${instead.zh}`
    })
    expect(found).toEqual([])
  }
  const zh = formatted(HEADER + header + IN_FORCE + text, 'zh')
  expect(formatted(zh, 'zh')).toBe(zh)
  const en = formatted(zh, 'en')
  expect(formatted(en, 'zh')).toBe(zh)
  expect(policyHash(built(en))).toBe(policyHash(built(zh)))
  return policy
}

function formatted(text: string, surface: 'zh' | 'en'): string {
  const tree = parseFile(FILE, text).value
  return formatFile(tree, { surface, names: namesOf([tree]) })
}

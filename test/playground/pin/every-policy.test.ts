import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPolicy } from '../../../playground/build/policies.ts'
import { applyEdits } from '../../../playground/state/edits.ts'
import { inputOf } from '../../../playground/workers/input.ts'
import { accept, pin } from '../../../playground/workers/pin.ts'
import type { Scenario } from '../../../playground/workers/protocol.ts'
import { compilable, type Texts } from '../../../playground/workers/texts.ts'
import { runExample } from '../../../src/analyses/examples.ts'
import { compile } from '../../../src/compile.ts'
import type { Policy } from '../../../src/core/core.ts'
import { interpreter } from '../../../src/engines/interpret/interpret.ts'
import { root } from '../../properties/policies.ts'

function compiled(texts: Texts): Policy {
  const { policy, diagnostics } = compile(compilable(texts))
  expect(diagnostics.map(({ code }) => code)).toEqual([])
  return policy as Policy
}

const folders = readdirSync(`${root()}/policies`, { withFileTypes: true }).filter((each) => each.isDirectory()).map(({ name }) => name)
  .filter((folder) => Object.keys(readPolicy(`${root()}/policies/${folder}`).versions).length > 0)

describe.each(folders)('%s', (folder) => {
  const { versions, others } = readPolicy(`${root()}/policies/${folder}`)
  const [texts = {}] = Object.values(versions)
  const policy = compiled(texts)
  const scenario: Scenario = { on: '2026-06-30', asIfPublished: '2026-01-01', readings: [], others, renames: [] }
  const clause = policy.clauses.find(({ subject }) => subject !== null)?.id ?? ''

  test('every sample applicant can be pinned, and the example says what came out, who bears it too', () => {
    const { applicants } = inputOf(policy, scenario)
    expect(applicants.length).toBeGreaterThan(11)
    for (const { id } of applicants) {
      const edits = pin({ texts, scenario, applicant: id, clause, surface: 'zh' })
      expect(edits, id).not.toBeNull()
      const after = compiled(applyEdits(texts, edits ?? []))
      const pinned = after.examples.filter(({ name }) => !policy.examples.some((each) => each.name.zh === name.zh))
      expect(pinned.length, id).toBe(1)
      for (const example of pinned) {
        expect(example.expected.length).toBeGreaterThan(0)
        expect(runExample(interpreter, after, example).map(({ difference }) => [id, difference])).toEqual([])
        expect(example.expected.some(({ payers }) => payers.length > 0)).toBe(edits?.some(({ text }) => text.includes('分担')))
      }
    }
  })

  test('a result that is another one is accepted, that of all periods together', () => {
    const byPeriod = new Set(policy.clauses.filter(({ terms }) => terms.length > 0).map(({ id }) => id))
    const some = policy.examples.filter(({ expected }, at) => at % 10 === 0 || expected.some(({ clause: of }) => of !== null && byPeriod.has(of))).slice(0, 4)
    expect(some.length).toBeGreaterThan(0)
    for (const { name, file } of some) {
      const wrong = withAnotherAmount(texts, file, name.zh)
      if (wrong === null) continue
      const before = compiled(wrong)
      expect(failing(before, name.zh)).not.toEqual([])
      const edits = accept({ texts: wrong, example: name.zh, reason: '核对过', surface: 'zh' })
      const after = compiled(applyEdits(wrong, edits ?? []))
      expect(failing(after, name.zh)).toEqual([])
    }
  })
})

function failing(policy: Policy, example: string): readonly unknown[] {
  return policy.examples.filter(({ name }) => name.zh === example).flatMap((each) => runExample(interpreter, policy, each).map(({ difference }) => [example, difference]))
}

/** The first amount that the example expects of a clause, one yuan further; null where it expects none. */
function withAnotherAmount(texts: Texts, file: string, name: string): Texts | null {
  const text = texts[file] ?? ''
  const start = text.indexOf(`示例 ${name} `)
  const rest = text.slice(start)
  const end = rest.indexOf('\n\n')
  const example = end === -1 ? rest : rest.slice(0, end)
  const changed = example.replace(/^( {2}得 条款 [^\n]*?[ ）])([\d,]+)(?:\.\d\d)?(万?元)/m, (_, lead: string, digits: string, unit: string) => `${lead}${Number(digits.replaceAll(',', '')) + 1}${unit}`)
  return start === -1 || changed === example ? null : { ...texts, [file]: text.slice(0, start) + changed + text.slice(start + example.length) }
}

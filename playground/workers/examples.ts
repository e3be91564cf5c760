import { runExample } from '../../src/analyses/examples.ts'
import type { ExampleFinding } from '../../src/analyses/examples.ts'
import { compile } from '../../src/compile.ts'
import type { Build } from '../../src/compile.ts'
import { interpreter } from '../../src/engines/interpret/interpret.ts'
import { differenceText } from '../../src/explain/difference.ts'
import type { Text } from '../../src/explain/text.ts'
import type { Calls } from './protocol.ts'
import { compilable } from './texts.ts'

let previous: Build | undefined

/** Runs the examples that stand in the policy's files. */
export function examples({ texts }: Calls['examples']['ask']): Calls['examples']['answer'] {
  previous = compile(compilable(texts), previous)
  const { policy } = previous
  if (policy === null) return null
  return policy.examples.map((example) => {
    const found = runExample(interpreter, policy, example)
    return { key: `example ${example.name.zh}`, name: example.name, passed: found.length === 0, problems: found.map(problemOf) }
  })
}

function problemOf({ expectation, difference }: ExampleFinding): Text {
  const { expected, found } = differenceText(difference)
  const { clause = null, subject = null } = expectation ?? {}
  const where = clause === null ? { zh: '合计', en: 'total' } : { zh: `条款 ${clause}${subject === null ? '' : `（${subject}）`}`, en: `clause ${clause}${subject === null ? '' : ` (${subject})`}` }
  return { zh: `${where.zh}：应为${expected.zh}，得到${found.zh}`, en: `${where.en}: expected ${expected.en}, found ${found.en}` }
}

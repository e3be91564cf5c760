// The last line of .ci/run: the counts of both suites. A suite that left no counts is one failure.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './ensure.mjs'

const total = { passed: 0, failed: 0 }
for (const name of ['test', 'long']) {
  const file = join(ROOT, `reports/${name}.json`)
  const { passed, failed } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1 }
  total.passed += passed
  total.failed += failed
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed === 0 ? 0 : 1

// `npm test`: the gate. Generated files fresh, types, lint, then every test. The counts go to reports/<name>.json for .ci/run.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, runNode } from './ensure.mjs'
import { staleFiles } from './generated.mjs'

const long = process.argv.includes('--long')
const filters = process.argv.slice(2).filter((argument) => argument !== '--long')
const name = long ? 'long' : 'test'
const report = join(ROOT, `reports/${name}.vitest.json`)
const counts = { passed: 0, failed: 0 }

/** The full figures of the slow suites; HENG_RUNS alone asks for a shorter round, without every seeded fault. */
const FULL = { HENG_RUNS: '100000', HENG_TEXTS: '1000000', HENG_LONG: '1' }
const env = long && process.env.HENG_RUNS === undefined ? { ...FULL, ...process.env } : process.env

function step(title, ok) {
  process.stderr.write(`${ok ? '✓' : '✗'} ${title}\n`)
  counts[ok ? 'passed' : 'failed'] += 1
}

async function fresh() {
  const stale = await staleFiles()
  if (stale.length > 0) process.stderr.write(`not up to date (npm run generate): ${stale.join(', ')}\n`)
  return stale.length === 0
}

/** Adds vitest's own counts; a file that could not be run at all counts as one failure. */
function addVitest(status, report) {
  if (!existsSync(report)) {
    counts.failed += 1
    return
  }
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const broken = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length
  counts.passed += numPassedTests
  counts.failed += numFailedTests + broken
  if (numPendingTests > 0) process.stderr.write(`${numPendingTests} tests were skipped\n`)
  if (status !== 0 && numFailedTests + broken === 0) counts.failed += 1
}

mkdirSync(join(ROOT, 'reports'), { recursive: true })
rmSync(report, { force: true })
rmSync(join(ROOT, `reports/${name}.json`), { force: true })
if (!long && filters.length === 0) {
  step('generated files', await fresh())
  for (const config of ['tsconfig.test.json', 'tsconfig.playground.json']) step(`types, ${config}`, runNode('node_modules/typescript/bin/tsc', ['--noEmit', '-p', config]) === 0)
  step('lint', runNode('node_modules/oxlint/bin/oxlint', ['--deny-warnings', 'src', 'grammar', 'playground', 'test', 'scripts', 'bin']) === 0)
}
const config = long ? ['--config', 'vitest.long.config.ts'] : []
addVitest(runNode('node_modules/vitest/vitest.mjs', ['run', ...config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters], { env }), report)
if (!long && filters.length === 0) {
  const pageReport = join(ROOT, 'reports/playground.vitest.json')
  rmSync(pageReport, { force: true })
  addVitest(runNode('node_modules/vitest/vitest.mjs', ['run', '--config', 'vitest.playground.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${pageReport}`]), pageReport)
}
writeFileSync(join(ROOT, `reports/${name}.json`), `${JSON.stringify(counts)}\n`)
process.stderr.write(`${name}: ${counts.passed} passed, ${counts.failed} failed\n`)
process.exit(counts.failed === 0 ? 0 : 1)

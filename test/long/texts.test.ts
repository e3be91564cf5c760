import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { emit } from '../generate/emit.ts'
import type { Report, Share } from './texts-worker.ts'

const TEXTS = Number(process.env['HENG_TEXTS'] ?? 1_000_000)
const SEED = Number(process.env['HENG_SEED'] ?? 20260101)
/** Longer than this for one small text is a hang. */
const MILLISECONDS = 5_000

/** Runs a share of the texts on a thread of its own; the first text that throws, or that it hangs on, is what comes back. */
function run(script: string, share: Share): Promise<Report> {
  const progress = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(script, { workerData: { share, progress: progress.buffer } })
  return new Promise((resolve) => {
    let [last, since] = [-1, Date.now()]
    const watch = setInterval(() => {
      const at = Atomics.load(progress, 0)
      if (at !== last) [last, since] = [at, Date.now()]
      else if (Date.now() - since > MILLISECONDS * 4) end({ done: at, failure: `text ${at} of share ${share.number} did not end`, kinds: {} })
    }, 500)
    const end = (report: Report): void => {
      clearInterval(watch)
      void worker.terminate()
      resolve(report)
    }
    worker.on('message', end)
    worker.on('error', (error) => end({ done: 0, failure: String(error), kinds: {} }))
  })
}

test(`${TEXTS} random and mutated texts are parsed, checked and formatted without a throw or a hang`, { timeout: 7_200_000 }, async () => {
  const folder = emit('long', ['test/long/texts-worker.ts'])
  const workers = Math.max(1, Math.min(2, availableParallelism()))
  const started = Date.now()
  const reports = await Promise.all(Array.from({ length: workers }, (_, number) => run(join(folder, 'test/long/texts-worker.js'), {
    number, seed: SEED + number, texts: Math.ceil(TEXTS / workers), slow: MILLISECONDS,
  })))
  expect(reports.flatMap(({ failure }) => failure ?? [])).toEqual([])
  const done = reports.reduce((sum, report) => sum + report.done, 0)
  expect(done).toBeGreaterThanOrEqual(TEXTS)
  const kinds = (kind: string): number => reports.reduce((sum, report) => sum + (report.kinds[kind] ?? 0), 0)
  process.stdout.write(`${done} texts in ${Math.round((Date.now() - started) / 1000)} s: ${kinds('clean')} without a syntax error, ${kinds('findings')} with some, ${kinds('statements')} statements\n`)
  // Some texts must get past the parser, and some must not.
  expect(kinds('clean')).toBeGreaterThan(done / 100)
  expect(kinds('findings')).toBeGreaterThan(done / 3)
  expect(kinds('statements')).toBeGreaterThan(done / 2)
})

import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Answer, Job } from './worker.ts'

/** A mutant that takes so many times as long as the original has an endless loop: that is a failure like any other. */
const TIMES = 8
const AT_LEAST = 15_000

interface Seat {
  readonly worker: Worker
  readonly free: () => void
}

/**
 * Runs jobs on `workers` threads and gives the killer of each, null for a survivor. A thread that does not answer in
 * time is ended, and another takes its seat. Throws where the original itself does not pass.
 * @param folder where `emit` wrote the worker
 */
export async function runJobs(folder: string, original: Job, jobs: readonly Job[], workers: number): Promise<Map<number, string | null>> {
  const first = await start(folder)
  const started = Date.now()
  const own = await answer(first, original, 20 * AT_LEAST)
  first.free()
  if (own !== null) throw new Error(`the interpreter itself fails: ${own}`)
  const limit = Math.max(AT_LEAST, TIMES * (Date.now() - started))
  const waiting = [...jobs].reverse()
  const killers = new Map<number, string | null>()
  const seat = async (): Promise<void> => {
    let open: Seat | null = null
    for (let job = waiting.pop(); job !== undefined; job = waiting.pop()) {
      open ??= await start(folder)
      const killer = await answer(open, job, limit)
      killers.set(job.number, killer)
      if (killer === 'no end') {
        open.free()
        open = null
      }
    }
    open?.free()
  }
  await Promise.all(Array.from({ length: workers }, seat))
  return killers
}

function start(folder: string): Promise<Seat> {
  const worker = new Worker(join(folder, 'test/mutants/worker.js'), { workerData: folder, env: { ...process.env, HENG_RUNS: '25' } })
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', () => resolve({ worker, free: () => void worker.terminate() }))
  })
}

function answer({ worker }: Seat, job: Job, limit: number): Promise<string | null> {
  return new Promise((resolve) => {
    const done = (killer: string | null): void => {
      clearTimeout(timer)
      worker.removeAllListeners('message')
      worker.removeAllListeners('error')
      resolve(killer)
    }
    const timer = setTimeout(() => done('no end'), limit)
    worker.on('message', ({ killer }: Answer) => done(killer))
    worker.on('error', () => done('no end'))
    worker.postMessage(job)
  })
}

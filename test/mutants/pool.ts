import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Answer, Job } from './worker.ts'

/** A mutant that is still running then has an endless loop: that is a failure like any other. */
const MILLISECONDS = 60_000

interface Seat {
  readonly worker: Worker
  readonly free: () => void
}

/**
 * Runs jobs on `workers` threads and gives the killer of each, null for a survivor. A thread that does not answer in
 * time is ended, and another takes its seat.
 * @param folder where `emit` wrote the worker
 */
export async function runJobs(folder: string, jobs: readonly Job[], workers: number): Promise<Map<number, string | null>> {
  const waiting = [...jobs].reverse()
  const killers = new Map<number, string | null>()
  const seat = async (): Promise<void> => {
    let open: Seat | null = null
    for (let job = waiting.pop(); job !== undefined; job = waiting.pop()) {
      open ??= await start(folder)
      const killer = await answer(open, job)
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
  const worker = new Worker(join(folder, 'test/mutants/worker.js'), { workerData: folder })
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', () => resolve({ worker, free: () => void worker.terminate() }))
  })
}

function answer({ worker }: Seat, job: Job): Promise<string | null> {
  return new Promise((resolve) => {
    const done = (killer: string | null): void => {
      clearTimeout(timer)
      worker.removeAllListeners('message')
      worker.removeAllListeners('error')
      resolve(killer)
    }
    const timer = setTimeout(() => done('no end'), MILLISECONDS)
    worker.on('message', ({ killer }: Answer) => done(killer))
    worker.on('error', () => done('no end'))
    worker.postMessage(job)
  })
}

import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import type { Engine } from '../../src/engines/engine.ts'
import { policiesUnderTest } from '../properties/policies.ts'
import { killerOfEngine } from './kill-suite.ts'

/** A mutated file of the interpreter, and how many rounds of the properties it must survive. */
export interface Job {
  readonly number: number
  readonly file: string
  readonly code: string
  readonly rounds: number
}

export interface Answer {
  readonly number: number
  readonly killer: string | null
}

/** The mutated interpreter as a module of its own, beside the true one, so that its imports find what they name. */
async function load(engines: string, { number, file, code }: Job): Promise<Engine> {
  const folder = join(engines, `mutant-${number}`)
  cpSync(join(engines, 'interpret'), folder, { recursive: true })
  writeFileSync(join(folder, file), code)
  try {
    const loaded: { readonly interpreter: Engine } = await import(pathToFileURL(join(folder, 'interpret.js')).href)
    return loaded.interpreter
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const port = parentPort
if (port !== null) {
  const engines = join(String(workerData), 'src/engines')
  const policies = policiesUnderTest()
  port.on('message', (job: Job) => {
    load(engines, job).then((engine) => killerOfEngine(engine, policies, job.rounds), () => 'it does not load')
      .then((killer) => port.postMessage({ number: job.number, killer } satisfies Answer))
  })
  port.postMessage(null)
}

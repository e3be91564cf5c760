import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import type { Engine } from '../../src/engines/engine.ts'
import fc from 'fast-check'
import { policiesUnderTest } from '../properties/policies.ts'
import { failingUnit, killerOfEngine, type Units } from './kill-suite.ts'
import { taken } from './small-vitest.ts'

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

interface Loaded {
  readonly engine: Engine
  /** The interpreter's own unit tests, run on the mutant. */
  readonly units: Units
}

const linked = (from: string, to: string, except: readonly string[]): void => {
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) if (!except.includes(name)) symlinkSync(join(from, name), join(to, name))
}

/**
 * The mutated interpreter and its unit tests as modules of their own, in a folder that has the shape of the checkout:
 * everything else in it is a link, so that it is loaded once for all mutants.
 */
async function load(folder: string, { number, file, code }: Job): Promise<Loaded> {
  const own = join(folder, `mutant-${number}`)
  linked(join(folder, 'src'), join(own, 'src'), ['engines'])
  linked(join(folder, 'src/engines'), join(own, 'src/engines'), ['interpret'])
  linked(join(folder, 'test'), join(own, 'test'), ['engines'])
  cpSync(join(folder, 'src/engines/interpret'), join(own, 'src/engines/interpret'), { recursive: true })
  cpSync(join(folder, 'test/engines'), join(own, 'test/engines'), { recursive: true })
  writeFileSync(join(own, 'src/engines/interpret', file), code)
  try {
    const { interpreter }: { readonly interpreter: Engine } = await import(pathToFileURL(join(own, 'src/engines/interpret/interpret.js')).href)
    for (const name of readdirSync(join(own, 'test/engines/interpret')).filter((one) => one.endsWith('.test.js')).sort()) {
      await import(pathToFileURL(join(own, 'test/engines/interpret', name)).href)
    }
    return { engine: interpreter, units: taken() }
  } finally {
    taken()
    rmSync(own, { recursive: true, force: true })
  }
}

const port = parentPort
if (port !== null) {
  const folder = String(workerData)
  // A failure is enough; nobody reads the smallest case of a mutant.
  fc.configureGlobal({ endOnFailure: true, seed: 1 })
  const policies = policiesUnderTest().filter(({ name }) => !name.includes('amendment'))
  port.on('message', (job: Job) => {
    load(folder, job).then(async ({ engine, units }) => (await failingUnit(units)) ?? killerOfEngine(engine, policies, job.rounds), (error: unknown) => `it does not load: ${String(error)}`)
      .then((killer) => port.postMessage({ number: job.number, killer } satisfies Answer))
  })
  port.postMessage(null)
}

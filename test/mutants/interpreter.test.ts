import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emit } from '../generate/emit.ts'
import { applied, codeMutants, type CodeMutant } from './code-mutator.ts'
import { runJobs } from './pool.ts'
import { isListed, sample, unkilled } from './survivors.ts'

const LONG = process.env['HENG_LONG'] !== undefined
const SAMPLE = 40
/** Rounds of the properties that a mutant must survive. */
const ROUNDS = LONG ? 8 : 4
const WHERE = 'interpreter'

describe('faults in the interpreter', () => {
  test('each one is caught', { timeout: 7_200_000 }, async () => {
    const folder = emit('mutants', ['test/mutants/worker.ts', 'src/engines/interpret/interpret.ts'])
    const interpret = join(folder, 'src/engines/interpret')
    const code = new Map(readdirSync(interpret).filter((file) => file.endsWith('.js')).map((file) => [file, readFileSync(join(interpret, file), 'utf8')]))
    const mutants = [...code].flatMap(([file, text]) => codeMutants(file, text))
    const chosen: readonly CodeMutant[] = LONG ? mutants : sample(mutants.filter(({ id }) => !isListed(WHERE, id)), SAMPLE)
    expect(chosen.length).toBeGreaterThanOrEqual(30)
    const original = code.get('interpret.js') ?? ''
    const jobs = [
      { number: -1, file: 'interpret.js', code: original, rounds: ROUNDS },
      ...chosen.map((mutant, number) => ({ number, file: mutant.file, code: applied(code.get(mutant.file) ?? '', mutant), rounds: ROUNDS })),
    ]
    const killers = await runJobs(folder, jobs, Math.min(2, availableParallelism()))
    expect(killers.get(-1), 'the interpreter itself passes').toBeNull()
    const survivors = chosen.filter((_, number) => killers.get(number) === null).map(({ id }) => id)
    process.stdout.write(`interpreter: ${chosen.length - survivors.length} of ${chosen.length} faults caught (${mutants.length} in all)\n`)
    expect(unkilled(WHERE, survivors, chosen.map(({ id }) => id))).toEqual({ new: [], killed: [] })
  })
})

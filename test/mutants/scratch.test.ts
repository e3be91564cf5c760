import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emit, ROOT } from '../generate/emit.ts'
import { applied, codeMutants, type CodeMutant } from './code-mutator.ts'
import { runJobs } from './pool.ts'
import type { Job } from './worker.ts'
import { unkilled } from './survivors.ts'

const LONG = process.env['HENG_LONG'] !== undefined
/**
 * How many mutants are tried: the first of the order that the seed gives, whatever became of them. The long suite takes as
 * many as have been looked into one by one: each is caught, or stands in survivors.json with its reason.
 */
const SAMPLE = LONG ? 100 : 40
const SEED = '1'
/** Rounds of the properties that a mutant must survive. */
const ROUNDS = LONG ? 6 : 2
const WHERE = 'interpreter'

/** An order by chance that a change elsewhere in the code leaves as it is: by a hash of the seed and the mutant's name. */
function shuffled(mutants: readonly CodeMutant[]): readonly CodeMutant[] {
  const place = ({ id }: CodeMutant): string => createHash('sha256').update(`${SEED} ${id}`).digest('hex')
  return mutants.map((mutant) => ({ mutant, at: place(mutant) })).sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ mutant }) => mutant)
}

describe('faults in the interpreter', () => {
  test('each one is caught', { timeout: 7_200_000 }, async () => {
    const units = readdirSync(join(ROOT, 'test/engines/interpret')).filter((file) => file.endsWith('.test.ts'))
    const folder = emit('mutants-'+process.env['FROM'], ['test/mutants/worker.ts', 'src/engines/interpret/interpret.ts', ...units.map((file) => `test/engines/interpret/${file}`)])
    // In a thread the unit tests' vitest is the small one.
    const vitest = join(folder, 'node_modules/vitest')
    mkdirSync(vitest, { recursive: true })
    mkdirSync(join(ROOT, 'reports'), { recursive: true })
    writeFileSync(join(vitest, 'package.json'), JSON.stringify({ name: 'vitest', type: 'module', exports: './index.js' }))
    writeFileSync(join(vitest, 'index.js'), "export * from '../../test/mutants/small-vitest.js'\n")
    const interpret = join(folder, 'src/engines/interpret')
    const code = new Map(readdirSync(interpret).filter((file) => file.endsWith('.js')).map((file) => [file, readFileSync(join(interpret, file), 'utf8')]))
    const mutants = [...code].flatMap(([file, text]) => codeMutants(file, text))
    const chosen = shuffled(mutants).slice(Number(process.env['FROM']), Number(process.env['TO']))
    
    const job = (number: number, file: string, text: string): Job => ({ number, file, code: text, rounds: ROUNDS })
    const original = job(-1, 'interpret.js', code.get('interpret.js') ?? '')
    const killers = await runJobs(folder, original, chosen.map((mutant, number) => job(number, mutant.file, applied(code.get(mutant.file) ?? '', mutant))), 1)
    const survivors = chosen.filter((_, number) => killers.get(number) === null).map(({ id }) => id)
    process.stdout.write(`interpreter: ${chosen.length - survivors.length} of ${chosen.length} faults caught (${mutants.length} in all)\n`)
    writeFileSync(join(ROOT, 'reports/mutants-'+process.env['FROM']+'.json'), `${JSON.stringify(chosen.map(({ id, line }, number) => ({ id, line, killer: killers.get(number) ?? null })), null, 1)}\n`)
    expect(unkilled(WHERE, survivors, chosen.map(({ id }) => id))).toEqual({ new: [], killed: [] })
  })
})

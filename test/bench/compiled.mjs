// The compiled engine against the interpreter on the same sample applicants, in turn in one run; and 5,000 of them alone.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FEW = 40
const MANY = 5000
const WARM_UP = 10
const ROUNDS = 120
const ROUNDS_OF_MANY = 9

/** `{ ratio, few: ms, first: ms, edit: ms }`: medians; `edit` is one clause changed, preparation and evaluation of all. */
export async function benchCompiled(folder) {
  const { compile } = await import('../../dist/src/compile.js')
  const { prepare } = await import('../../dist/src/engines/compiled/compiled.js')
  const { interpret } = await import('../../dist/src/engines/interpret/interpret.js')
  const { readPopulation } = await import('../../dist/src/population/read.js')
  const { generatePopulation } = await import('../../dist/src/population/generate.js')

  const files = readdirSync(folder).filter((name) => name.endsWith('.heng')).sort().map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }))
  const source = readFileSync(join(folder, 'source.txt'), 'utf8')
  let build = compile({ files, source })
  const { value: population } = readPopulation(build.policy, readFileSync(join(folder, '../population.json'), 'utf8'))
  const all = generatePopulation(build.policy, population, { count: MANY, seed: 'bench' })
  const settings = { on: '2026-06-30', asIfPublished: '2026-01-01', readings: [] }
  const cases = (applicants) => ({ applicants, ledger: [], decisions: [] })
  const few = cases(all.slice(0, FEW))
  const many = cases(all)

  const times = { interpreted: [], compiled: [], first: [], edit: [] }
  let prepared = prepare(build.policy, settings)
  prepared.evaluate(many)
  /** In turn, on a policy that is another one in each round. */
  const measure = (rounds, runs) => {
    for (let round = -WARM_UP; round < rounds; round++) {
      const edited = files.map(({ file, text }) => ({ file, text: text.replace('给予 100万元', `给予 ${200 + round}万元`) }))
      build = compile({ files: edited, source }, build)
      for (const [name, run] of Object.entries(runs)) {
        const took = milliseconds(run)
        if (round >= 0) times[name].push(took)
      }
    }
  }
  measure(ROUNDS, {
    interpreted: () => interpret(build.policy, { ...settings, ...few }),
    compiled: () => prepare(build.policy, settings).evaluate(few),
  })
  measure(ROUNDS_OF_MANY, {
    first: () => prepare(build.policy, settings).evaluate(many),
    edit: () => { prepared = prepare(build.policy, settings, prepared); prepared.evaluate(many) },
  })
  const { interpreted, compiled, first, edit } = Object.fromEntries(Object.entries(times).map(([name, of]) => [name, median(of)]))
  return { few: FEW, many: MANY, ratio: compiled / interpreted, interpreted, compiled, first, edit }
}

function milliseconds(run) {
  const start = process.hrtime.bigint()
  run()
  return Number(process.hrtime.bigint() - start) / 1e6
}

function median(of) {
  return [...of].sort((a, b) => a - b)[of.length >> 1]
}

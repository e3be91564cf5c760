// The generated files of the checkout: where each stands, and how it is made from dist/.
// `npm run generate` writes them; `npm test` fails when one is not what would be written.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './ensure.mjs'
import { diagnosticPages } from './generate-diagnostics.mjs'

const built = (path) => import(pathToFileURL(join(ROOT, 'dist', path)).href)

/** Rows: a path, and a function that gives its text. One row may give several files as { path: text }. */
export const GENERATED = [
  ['docs/diagnostics', diagnosticPages],
  ['grammar/heng.ebnf', async () => (await built('grammar/ebnf.js')).ebnf()],
  ['docs/grammar/railroad.html', async () => (await built('grammar/railroad.js')).railroadPage()],
  ['schemas/population.schema.json', async () => `${JSON.stringify((await built('src/population/schema.js')).POPULATION_SCHEMA, null, 2)}\n`],
  ['schemas/eval.schema.json', async () => `${JSON.stringify((await built('src/cli/eval-schema.js')).EVAL_SCHEMA, null, 2)}\n`],
]

/** Every generated file and the text that it should hold. */
export async function generatedFiles() {
  const files = new Map()
  for (const [path, make] of GENERATED) {
    const text = await make()
    if (typeof text === 'string') files.set(path, text)
    else for (const [name, content] of Object.entries(text)) files.set(`${path}/${name}`, content)
  }
  return files
}

/** The paths of the files that are not as they would be written. */
export async function staleFiles() {
  const stale = []
  for (const [path, text] of await generatedFiles()) {
    const file = join(ROOT, path)
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) stale.push(path)
  }
  return stale
}

export async function writeGenerated() {
  const stale = await staleFiles()
  const files = await generatedFiles()
  for (const path of stale) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true })
    writeFileSync(join(ROOT, path), files.get(path))
  }
  return stale
}

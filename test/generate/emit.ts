import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * The JavaScript of test modules and of all that they import, for worker threads, which run no TypeScript. Types are
 * not looked at here: the gate does that. Gives the folder, in which paths are those of the checkout.
 * @param name a folder below dist/ of the caller's own
 * @param entries paths from the root of the checkout
 */
export function emit(name: string, entries: readonly string[]): string {
  const folder = join(ROOT, 'dist', name)
  mkdirSync(folder, { recursive: true })
  const config = join(folder, 'tsconfig.json')
  writeFileSync(config, JSON.stringify({
    extends: '../../tsconfig.json',
    compilerOptions: { rootDir: '../..', outDir: '.', declaration: false, sourceMap: false, noCheck: true },
    files: entries.map((entry) => `../../${entry}`),
    include: [],
  }))
  const run = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', config], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`tsc could not write ${name}: ${run.stdout}${run.stderr}`)
  return folder
}

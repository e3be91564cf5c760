import { run } from '../../src/cli/run.ts'
import { VERBS } from '../../src/cli/verbs.ts'
import { SAMPLE, SAMPLE_INPUT } from '../../src/cli/sample.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command line in this process, as on a pipe, from the root of the checkout. */
export async function heng(...args: readonly string[]): Promise<Ran> {
  return hengIn({}, ...args)
}

/** The same with other surroundings; `terminal` makes both streams terminals of `columns` columns. */
export async function hengIn(surroundings: { readonly env?: Readonly<Record<string, string>>; readonly terminal?: boolean; readonly columns?: number }, ...args: readonly string[]): Promise<Ran> {
  let [out, err] = ['', '']
  const terminal = surroundings.terminal ?? false
  const code = await run(VERBS, args, {
    out: (text) => { out += text },
    err: (text) => { err += text },
    env: surroundings.env ?? {},
    outIsTerminal: terminal,
    errIsTerminal: terminal,
    columns: surroundings.columns ?? 100,
    version: '0.0.0',
  })
  return { code, out, err }
}

export { SAMPLE, SAMPLE_INPUT }

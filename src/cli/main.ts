import { readFileSync, writeSync } from 'node:fs'
import type { Io } from './io.ts'
import { run } from './run.ts'
import { VERBS } from './verbs.ts'

const DEFAULT_COLUMNS = 100

/** A reader that has seen enough (`| head`) closes the pipe: that is no error of ours. */
function quietly(write: () => void): void {
  try {
    write()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
    throw error
  }
}

/** Writes all of a text, waiting where a pipe is full. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}

/** As the package says, above the folder of the built program. */
function versionOfPackage(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { readonly version: string }
  return version
}

const io: Io = {
  version: versionOfPackage(),
  out: (text) => quietly(() => writeAll(1, text)),
  err: (text) => quietly(() => writeAll(2, text)),
  env: process.env,
  outIsTerminal: process.stdout.isTTY === true,
  errIsTerminal: process.stderr.isTTY === true,
  columns: process.stdout.columns ?? DEFAULT_COLUMNS,
}

/** The command line of this process. */
export async function main(): Promise<void> {
  process.exitCode = await run(VERBS, process.argv.slice(2), io)
}

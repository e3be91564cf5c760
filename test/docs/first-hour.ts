import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { heng } from '../cli/heng.ts'
import { type Step, stepsOf } from './steps.ts'

/** What a command printed, and what the guide says of it. */
export interface Printed {
  readonly command: string
  readonly printed: string
  readonly said: string
}

export interface Followed {
  /** The folder of the policy, as the guide leaves it. */
  readonly policy: string
  readonly printed: readonly Printed[]
  /** What is done on the page, line by line. */
  readonly page: readonly string[]
}

/** Does what the guide says, in its order, but for what is done on the page. */
export async function follow(document: string): Promise<Followed> {
  const policy = join(mkdtempSync(join(tmpdir(), 'heng-hour-')), 'my-policy')
  const printed: Printed[] = []
  const page: string[] = []
  let last = { command: '', printed: '' }
  for (const step of stepsOf(document)) {
    if (step.file !== '') write(join(policy, step.file), step.text)
    else if (step.language === 'page') page.push(...step.text.trimEnd().split('\n'))
    else if (step.language === 'sh') last = await done(step, policy)
    else printed.push({ ...last, said: step.text })
  }
  return { policy, printed, page }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** `heng play` runs until it is ended: the browser test serves the folder itself. */
async function done({ text }: Step, policy: string): Promise<{ readonly command: string; readonly printed: string }> {
  const command = text.trim()
  const args = command.split(' ').slice(2).map((arg) => arg.replace(/^my-policy/, policy))
  if (args[0] === 'play') return { command, printed: '' }
  const { out, err } = await heng(...args)
  return { command, printed: (out + err).replaceAll(policy, 'my-policy') }
}

/** Whether the output is what the guide says: all of it, or after “…” the lines that it shows, in their order. */
export function isAsSaid({ printed, said }: Printed): boolean {
  if (!said.startsWith('…\n')) return printed === said
  let at = 0
  return said.split('\n').slice(1, -1).every((line) => {
    const found = printed.indexOf(line, at)
    at = found + line.length
    return found >= 0
  })
}

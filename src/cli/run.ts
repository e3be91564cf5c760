import type { Language } from '../diagnostics/diagnostic.ts'
import { languageOf, nearest, readArguments } from './arguments.ts'
import { mainHelp, verbHelp } from './help.ts'
import type { Io } from './io.ts'
import { BadInput } from './misuse.ts'
import { type Context, type ExitCode, type Verb, paintFor } from './verb.ts'

function contextOf(io: Io, language: Language): Context {
  return {
    io,
    language,
    say: (text) => text[language],
    paint: paintFor(io.outIsTerminal, io.env),
    paintErr: paintFor(io.errIsTerminal, io.env),
  }
}

function verbOf(verbs: readonly Verb[], name: string): Verb {
  const verb = verbs.find((each) => each.name === name)
  if (verb !== undefined) return verb
  const meant = nearest(name, verbs.map((each) => each.name))
  throw new BadInput({
    zh: `没有“${name}”这个动词${meant === null ? '。' : `，是不是 ${meant}？`}heng --help 列出全部`,
    en: `there is no verb “${name}”${meant === null ? ';' : `; did you mean ${meant}?`} heng --help lists them`,
  })
}

async function runVerb(verbs: readonly Verb[], args: readonly string[], context: Context): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const asked = name === 'help' && rest[0] !== undefined ? verbOf(verbs, rest[0]) : null
    const page = asked === null ? mainHelp(verbs, context) : verbHelp(asked, context)
    if (name === undefined) context.io.err(page)
    else context.io.out(page)
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === '-V') {
    context.io.out(`heng ${context.io.version}\n`)
    return 0
  }
  const verb = verbOf(verbs, name)
  const given = readArguments(verb, rest)
  if (given.flag('help')) {
    context.io.out(verbHelp(verb, context))
    return 0
  }
  return verb.run(given, context)
}

/** Runs one command and gives its exit code; what was given wrongly is said in words. */
export async function run(verbs: readonly Verb[], args: readonly string[], io: Io): Promise<ExitCode> {
  const context = contextOf(io, languageOf(args, io.env))
  try {
    return await runVerb(verbs, args, context)
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    io.err(`heng: ${context.say(error.text)}\n`)
    return 2
  }
}

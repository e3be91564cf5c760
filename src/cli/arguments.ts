import { parseArgs } from 'node:util'
import type { Language } from '../diagnostics/diagnostic.ts'
import type { Io } from './io.ts'
import { BadInput } from './misuse.ts'
import type { Given, Option, Verb } from './verb.ts'

type Options = { readonly [name: string]: Option }

/** Options that every verb takes. */
export function commonOptions(formats: readonly string[]): Options {
  return {
    format: { type: 'string', value: formats.join('|'), values: formats, help: { zh: `输出格式，默认${formats[0] ?? ''}`, en: `output format, ${formats[0] ?? ''} unless given` } },
    lang: { type: 'string', value: 'zh|en', values: ['zh', 'en'], help: { zh: '界面语言，默认随LANG，否则为中文', en: 'language of messages: from LANG, else Chinese' } },
    help: { type: 'boolean', help: { zh: '显示这页说明', en: 'show this page' } },
  }
}

/** How many letters differ: for “did you mean”. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The one of `known` that was probably meant. */
export function nearest(found: string, known: readonly string[]): string | null {
  const ranked = known.map((name) => ({ name, far: distance(found, name) })).sort((a, b) => a.far - b.far)
  const best = ranked[0]
  return best !== undefined && best.far < found.length && best.far <= Math.max(2, Math.floor(found.length / 3)) ? best.name : null
}

/** @param written with its dashes */
function unknownOption(written: string, options: Options): BadInput {
  const meant = nearest(written.replace(/^-+/, ''), Object.keys(options))
  return new BadInput({
    zh: `没有 ${written} 这个选项${meant === null ? '' : `，是不是 --${meant}？`}`,
    en: `there is no option ${written}${meant === null ? '' : `; did you mean --${meant}?`}`,
  })
}

function checkValue(name: string, option: Option, value: string | undefined): void {
  if (option.type === 'boolean') {
    if (value !== undefined) throw new BadInput({ zh: `--${name} 后面不带值`, en: `--${name} takes no value` })
    return
  }
  if (value === undefined) throw new BadInput({ zh: `--${name} 后面缺 ${option.value ?? '值'}`, en: `--${name} needs ${option.value ?? 'a value'}` })
  if (option.values !== undefined && !option.values.includes(value)) {
    throw new BadInput({ zh: `--${name} 只能是 ${option.values.join('、')}，这里是“${value}”`, en: `--${name} takes ${option.values.join(', ')}; found “${value}”` })
  }
}

/** Reads the arguments of a verb. Throws `BadInput` for unknown options, missing and wrong values, too few and too many arguments. */
export function readArguments(verb: Verb, args: readonly string[]): Given {
  const options = { ...verb.options, ...commonOptions(verb.formats) }
  const config = Object.fromEntries(Object.entries(options).map(([name, { type, multiple }]) => [name, { type, multiple: multiple ?? false, ...(name === 'help' ? { short: 'h' } : {}) }]))
  const { positionals, tokens } = parseArgs({ args: [...args], options: config, strict: false, allowPositionals: true, tokens: true })
  const values = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (option === undefined) throw unknownOption(token.rawName, options)
    const value = token.inlineValue === false && token.value.startsWith('-') && token.value !== '-' ? undefined : token.value
    checkValue(token.name, option, value)
    const before = values.get(token.name) ?? []
    if (before.length > 0 && option.multiple !== true) throw new BadInput({ zh: `--${token.name} 只能给一次`, en: `--${token.name} may be given once only` })
    values.set(token.name, [...before, value ?? ''])
  }
  const given: Given = {
    positionals,
    text: (name) => values.get(name)?.[0] ?? null,
    texts: (name) => values.get(name) ?? [],
    flag: (name) => values.has(name),
  }
  if (!given.flag('help')) checkPositionals(verb, positionals)
  return given
}

function checkPositionals(verb: Verb, positionals: readonly string[]): void {
  const needed = verb.positionals.filter((name) => !name.startsWith('['))
  const missing = needed[positionals.length]
  const usage = `heng ${verb.name} ${verb.positionals.join(' ')}`
  if (missing !== undefined) throw new BadInput({ zh: `缺 ${missing}。用法：${usage}`, en: `${missing} is missing. Usage: ${usage}` })
  const extra = positionals[verb.positionals.length]
  if (extra !== undefined) throw new BadInput({ zh: `多了“${extra}”。用法：${usage}`, en: `“${extra}” is too much. Usage: ${usage}` })
}

/** zh unless asked for otherwise by --lang or the surroundings. */
export function languageOf(args: readonly string[], env: Io['env']): Language {
  const at = args.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='))
  const asked = at === -1 ? undefined : args[at]?.startsWith('--lang=') ? args[at].slice('--lang='.length) : args[at + 1]
  if (asked === 'zh' || asked === 'en') return asked
  const surroundings = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '')
  return surroundings?.startsWith('en') === true ? 'en' : 'zh'
}

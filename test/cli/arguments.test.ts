import { describe, expect, it } from 'vitest'
import { languageOf, nearest, readArguments } from '../../src/cli/arguments.ts'
import { BadInput } from '../../src/cli/misuse.ts'
import type { Verb } from '../../src/cli/verb.ts'

const verb: Verb = {
  name: 'eval',
  summary: { zh: '计算', en: 'compute' },
  positionals: ['POLICY', '[CLAUSE]'],
  options: {
    facts: { type: 'string', value: 'FILE', help: { zh: '', en: '' } },
    reading: { type: 'string', value: 'A2=ID', multiple: true, help: { zh: '', en: '' } },
    all: { type: 'boolean', help: { zh: '', en: '' } },
  },
  formats: ['table', 'json'],
  example: [],
  run: () => 0,
}

function refused(...args: readonly string[]): string {
  try {
    readArguments(verb, args)
  } catch (error) {
    if (error instanceof BadInput) return error.text.zh
    throw error
  }
  return 'accepted'
}

describe('arguments', () => {
  it('reads positionals, options in both spellings, repeated ones and flags', () => {
    const given = readArguments(verb, ['folder', '--facts', 'a.json', '--reading=A1=x', '--reading', 'A2=y', '--all', '6.1'])
    expect(given.positionals).toEqual(['folder', '6.1'])
    expect(given.text('facts')).toBe('a.json')
    expect(given.texts('reading')).toEqual(['A1=x', 'A2=y'])
    expect([given.flag('all'), given.flag('help')]).toEqual([true, false])
    expect(given.text('format')).toBe(null)
  })

  it.each([
    [['folder', '--fatcs', 'x'], '没有 --fatcs 这个选项，是不是 --facts？'],
    [['folder', '--zzzzzz'], '没有 --zzzzzz 这个选项'],
    [['folder', '-x'], '没有 -x 这个选项'],
    [['folder', '--facts'], '--facts 后面缺 FILE'],
    [['folder', '--facts', '--all'], '--facts 后面缺 FILE'],
    [['folder', '--all=yes'], '--all 后面不带值'],
    [['folder', '--facts', 'a', '--facts', 'b'], '--facts 只能给一次'],
    [['folder', '--format', 'xml'], '--format 只能是 table、json，这里是“xml”'],
    [['folder', '--lang', 'fr'], '--lang 只能是 zh、en，这里是“fr”'],
    [['folder', '--toString'], '没有 --toString 这个选项'],
    [[], '缺 POLICY。用法：heng eval POLICY [CLAUSE]'],
    [['a', 'b', 'c'], '多了“c”。用法：heng eval POLICY [CLAUSE]'],
  ])('%o', (args, words) => expect(refused(...args)).toBe(words))

  it('needs no positionals for --help', () => expect(refused('--help')).toBe('accepted'))
})

describe('the language', () => {
  it.each([
    [[], {}, 'zh'],
    [[], { LANG: 'C.UTF-8' }, 'zh'],
    [[], { LANG: 'en_US.UTF-8' }, 'en'],
    [[], { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, 'zh'],
    [['--lang', 'en'], { LANG: 'zh_CN.UTF-8' }, 'en'],
    [['--lang=zh'], { LANG: 'en_GB' }, 'zh'],
  ] as const)('%o %o is %s', (args, env, language) => expect(languageOf(args, env)).toBe(language))
})

describe('did you mean', () => {
  it('finds what is near and nothing that is not', () => {
    expect(nearest('chekc', ['check', 'cover'])).toBe('check')
    expect(nearest('frobnicate', ['check', 'cover'])).toBe(null)
  })
})

it('-h is --help, whatever else is missing', () => {
  expect(readArguments(verb, ['-h']).flag('help')).toBe(true)
})

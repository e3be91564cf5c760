import { displayWidth, padEnd } from '../base/width.ts'
import { commonOptions } from './arguments.ts'
import type { Context, Option, Verb } from './verb.ts'

const shell = (argument: string): string => (/[\s“”'"*?$()]/.test(argument) ? `'${argument}'` : argument)

/** The example of a verb as one types it. */
export function exampleOf(verb: Verb): string {
  return ['heng', verb.name, ...verb.example].map(shell).join(' ')
}

function optionLines(options: readonly (readonly [string, Option])[], { say }: Context): readonly string[] {
  const heads = options.map(([name, option]) => `--${name}${option.value === undefined ? '' : ` ${option.value}`}${option.multiple === true ? ' …' : ''}`)
  const width = Math.max(...heads.map(displayWidth))
  return options.map(([, option], at) => `  ${padEnd(heads[at] ?? '', width)}  ${say(option.help)}`)
}

/** The page of one verb. */
export function verbHelp(verb: Verb, context: Context): string {
  const { say, paint } = context
  const options = Object.entries({ ...verb.options, ...commonOptions(verb.formats) })
  return [
    say(verb.summary),
    '',
    paint.bold(say({ zh: '用法', en: 'Usage' })),
    `  heng ${verb.name} ${verb.positionals.join(' ')} [${say({ zh: '选项', en: 'options' })}]`,
    '',
    paint.bold(say({ zh: '选项', en: 'Options' })),
    ...optionLines(options, context),
    '',
    paint.bold(say({ zh: '例子', en: 'Example' })),
    `  ${exampleOf(verb)}`,
    '',
  ].join('\n')
}

/** The first page: the verbs, one line each. */
export function mainHelp(verbs: readonly Verb[], { say, paint }: Context): string {
  const width = Math.max(...verbs.map((verb) => verb.name.length))
  return [
    say({ zh: '衡：把扶持政策写成可读、可算、可查的条文', en: 'Heng: support policies as code that reads, computes and explains' }),
    '',
    paint.bold(say({ zh: '用法', en: 'Usage' })),
    `  heng ${say({ zh: '动词 政策文件夹 [选项]', en: 'VERB POLICY [options]' })}`,
    '',
    ...verbs.map((verb) => `  ${verb.name.padEnd(width)}  ${say(verb.summary)}`),
    '',
    say({ zh: '每个动词的说明和例子：heng 动词 --help；版本：heng --version', en: 'Help and an example for each: heng VERB --help; the version: heng --version' }),
    say({ zh: '退出码：0 没有问题，1 有发现，2 用法或输入有误', en: 'Exit codes: 0 fine, 1 findings, 2 misuse or bad input' }),
    '',
  ].join('\n')
}

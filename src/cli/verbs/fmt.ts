import { join } from 'node:path'
import { formatFile } from '../../syntax/format.ts'
import { namesOf } from '../../syntax/names.ts'
import { parseFile } from '../../syntax/parse.ts'
import { prettyDiagnostic } from '../diagnostics.ts'
import { toJson } from '../json.ts'
import { BadInput } from '../misuse.ts'
import { readPolicyFolder } from '../policy-folder.ts'
import { SAMPLE } from '../sample.ts'
import type { Context, ExitCode, Verb } from '../verb.ts'
import { writeText } from '../write.ts'

interface Formatted {
  readonly path: string
  readonly before: string
  readonly after: string
}

function surfaceOption(text: string | null): 'zh' | 'en' | 'keep' {
  return text === 'zh' || text === 'en' ? text : 'keep'
}

/** Every file of a version, formatted; names are translated over the whole version. */
function formatAll(path: string, to: 'zh' | 'en' | 'keep', context: Context): readonly Formatted[] {
  const folder = readPolicyFolder(path)
  const parsed = folder.files.map(({ file, text }) => parseFile(file, text))
  const problems = parsed.flatMap((each) => each.diagnostics)
  for (const each of problems) context.io.err(`${prettyDiagnostic(folder, each, context, context.paintErr)}\n`)
  const names = namesOf(parsed.map((each) => each.value))
  return parsed.map(({ value }) => ({ path: join(folder.folder, value.file), before: value.text, after: formatFile(value, { surface: to, names }) }))
}

function check(changed: readonly Formatted[], total: number, { io, say, paint }: Context): ExitCode {
  for (const { path } of changed) io.out(`${path}\n`)
  const text = changed.length === 0
    ? paint.green(say({ zh: `${total}个文件的格式都对`, en: `all ${total} files are formatted` }))
    : say({ zh: `${changed.length}个文件的格式待整理：加 --write 写入`, en: `${changed.length} files are not formatted: --write formats them` })
  io.out(`${text}\n`)
  return changed.length === 0 ? 0 : 1
}

export const fmtVerb: Verb = {
  name: 'fmt',
  summary: { zh: '整理格式，也可在中文与英文写法之间转换', en: 'format, and turn the Chinese surface into the English one or back' },
  positionals: ['POLICY'],
  options: {
    to: { type: 'string', value: 'zh|en', values: ['zh', 'en'], help: { zh: '转成哪种写法，默认各文件保持原样', en: 'which surface to print; each file keeps its own unless given' } },
    write: { type: 'boolean', help: { zh: '写回文件', en: 'write the files' } },
    check: { type: 'boolean', help: { zh: '只检查，有未整理的以1退出', en: 'only check: exit 1 when a file is not formatted' } },
  },
  formats: ['pretty', 'json'],
  example: [SAMPLE, '--to', 'en'],
  run: (given, context) => {
    if (given.flag('write') && given.flag('check')) throw new BadInput({ zh: '--write 与 --check 只能给一个', en: 'give --write or --check, not both' })
    const files = formatAll(given.positionals[0] ?? '', surfaceOption(given.text('to')), context)
    const changed = files.filter(({ before, after }) => before !== after)
    if (given.flag('write')) for (const { path, after } of changed) writeText(path, after)
    if (given.text('format') === 'json') {
      context.io.out(`${toJson({ written: given.flag('write'), files: files.map(({ path, before, after }) => ({ file: path, changed: before !== after, ...(given.flag('check') || given.flag('write') ? {} : { text: after }) })) })}\n`)
      return given.flag('check') && changed.length > 0 ? 1 : 0
    }
    if (given.flag('check')) return check(changed, files.length, context)
    if (given.flag('write')) {
      context.io.out(`${context.say({ zh: `整理了${changed.length}个文件，其余${files.length - changed.length}个不变`, en: `${changed.length} files formatted, ${files.length - changed.length} unchanged` })}\n`)
      return 0
    }
    for (const { path, after } of files) context.io.out(`# ${path}\n\n${after}\n`)
    return 0
  },
}

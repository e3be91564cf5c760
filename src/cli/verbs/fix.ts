import { join } from 'node:path'
import { lineStarts, positionAt } from '../../base/span.ts'
import { compile } from '../../compile.ts'
import { type AppliedFix, chooseFixes, fixedFiles } from '../fixes.ts'
import { toJson } from '../json.ts'
import { type PolicyFolder, readPolicyFolder } from '../policy-folder.ts'
import { SAMPLE } from '../sample.ts'
import type { Context, Verb } from '../verb.ts'
import { writeText } from '../write.ts'

/** A fix may uncover the next one; a text that never settles is left after so many rounds. */
const ROUNDS = 20

interface Fixed {
  readonly files: PolicyFolder['files']
  readonly applied: readonly { readonly path: string; readonly line: number; readonly code: string; readonly title: AppliedFix['fix']['title'] }[]
}

function fixAll(folder: PolicyFolder): Fixed {
  let files = folder.files
  const applied: Fixed['applied'][number][] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const fixes = chooseFixes(compile({ files, source: folder.source }).diagnostics)
    if (fixes.length === 0) break
    for (const { diagnostic, fix } of fixes) {
      const text = files.find((each) => each.file === diagnostic.file)?.text ?? ''
      applied.push({ path: join(folder.folder, diagnostic.file), line: positionAt(lineStarts(text), diagnostic.span.start).line, code: diagnostic.code, title: fix.title })
    }
    const changed = new Map(fixedFiles(files, fixes).map((each) => [each.file, each.after]))
    files = files.map(({ file, text }) => ({ file, text: changed.get(file) ?? text }))
  }
  return { files, applied }
}

function report({ applied }: Fixed, dryRun: boolean, { say, paint }: Context): string {
  const lines = applied.map((each) => `${paint.bold(`${each.path}:${each.line}`)} ${say(each.title)} ${paint.dim(`[${each.code}]`)}`)
  const count = applied.length
  const end = count === 0
    ? say({ zh: '没有可以自动改正的', en: 'nothing to mend' })
    : dryRun ? say({ zh: `可以改正${count}处（没有写入）`, en: `${count} can be mended (nothing written)` }) : say({ zh: `改正了${count}处`, en: `${count} mended` })
  return `${[...lines, end].join('\n')}\n`
}

export const fixVerb: Verb = {
  name: 'fix',
  summary: { zh: '自动改正能改正的发现', en: 'mend every finding that has a quick fix' },
  positionals: ['POLICY'],
  options: { 'dry-run': { type: 'boolean', help: { zh: '只说会改什么，不写入', en: 'only say what would change' } } },
  formats: ['pretty', 'json'],
  example: [SAMPLE, '--dry-run'],
  run: (given, context) => {
    const folder = readPolicyFolder(given.positionals[0] ?? '')
    const dryRun = given.flag('dry-run')
    const fixed = fixAll(folder)
    const changed = fixed.files.filter(({ file, text }) => folder.files.find((each) => each.file === file)?.text !== text)
    if (!dryRun) for (const { file, text } of changed) writeText(join(folder.folder, file), text)
    context.io.out(given.text('format') === 'json'
      ? `${toJson({ written: !dryRun, files: changed.map(({ file }) => join(folder.folder, file)), fixes: fixed.applied.map((each) => ({ file: each.path, line: each.line, code: each.code, title: { ...each.title } })) })}\n`
      : report(fixed, dryRun, context))
    return dryRun && fixed.applied.length > 0 ? 1 : 0
  },
}

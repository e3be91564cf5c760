import type { Severity } from '../../diagnostics/entry.ts'
import { severityOf } from '../../diagnostics/render.ts'
import { buildFolder } from '../build.ts'
import { compactDiagnostic, jsonDiagnostic, prettyDiagnostic } from '../diagnostics.ts'
import { toJson } from '../json.ts'
import { SAMPLE } from '../sample.ts'
import type { Verb } from '../verb.ts'

const RANK: Readonly<Record<Severity, number>> = { error: 2, warning: 1, information: 0 }

export const checkVerb: Verb = {
  name: 'check',
  summary: { zh: '检查条文：名称、类型、单位、引文、覆盖与各项提示', en: 'check names, types, units, citations, coverage and every lint' },
  positionals: ['POLICY'],
  options: {
    'fail-level': { type: 'string', value: 'error|warning', values: ['error', 'warning'], help: { zh: '从哪一级起算发现，默认warning', en: 'what counts as a finding, from this level: warning unless given' } },
  },
  formats: ['pretty', 'compact', 'json'],
  example: [SAMPLE],
  run: (given, context) => {
    const { io, say, paint } = context
    const { folder, build } = buildFolder(given.positionals[0] ?? '')
    const found = build.diagnostics
    const count = (severity: Severity): number => found.filter((each) => severityOf(each.code) === severity).length
    const least = given.text('fail-level') === 'error' ? RANK.error : RANK.warning
    const failed = found.some((each) => RANK[severityOf(each.code)] >= least)
    const format = given.text('format') ?? 'pretty'
    if (format === 'json') {
      io.out(`${toJson({ diagnostics: found.map((each) => jsonDiagnostic(folder, each)), errors: count('error'), warnings: count('warning') })}\n`)
      return failed ? 1 : 0
    }
    for (const each of found) io.err(`${format === 'compact' ? compactDiagnostic(folder, each, context) : prettyDiagnostic(folder, each, context, context.paintErr)}\n`)
    const files = folder.files.length
    const fixable = found.filter((each) => each.fixes.length > 0).length
    io.out(found.length === 0
      ? `${paint.green(say({ zh: `没有问题（${files}个文件）`, en: `no findings (${files} files)` }))}\n`
      : `${say({ zh: `错误${count('error')}处，警告${count('warning')}处（${files}个文件）`, en: `errors: ${count('error')}, warnings: ${count('warning')} (files: ${files})` })}${fixable === 0 ? '' : say({ zh: `；其中${fixable}处可用 heng fix 改正`, en: `; heng fix can mend ${fixable} of them` })}\n`)
    return failed ? 1 : 0
  },
}

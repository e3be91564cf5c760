import type { Span } from '../base/span.ts'
import type { Name } from '../core/core.ts'
import type { Fix } from '../diagnostics/diagnostic.ts'
import type { Severity } from '../diagnostics/entry.ts'
import { hintOf, messageOf, severityOf } from '../diagnostics/render.ts'
import type { Workspace } from './workspace.ts'

/** What is wrong in a file, in both languages, with what to write instead. */
export interface Report {
  readonly code: string
  readonly severity: Severity
  readonly span: Span
  readonly message: Name
  readonly hint: Name
  readonly fixes: readonly Fix[]
}

export function reports({ build }: Workspace, file: string): readonly Report[] {
  return build.diagnostics.filter((each) => each.file === file).map((each) => ({
    code: each.code, severity: severityOf(each.code), span: each.span, fixes: each.fixes,
    message: { zh: messageOf(each, 'zh'), en: messageOf(each, 'en') }, hint: { zh: hintOf(each, 'zh'), en: hintOf(each, 'en') },
  }))
}

/** The fixes of what is wrong anywhere in a range. */
export function quickFixes(workspace: Workspace, file: string, range: Span): readonly (Fix & { readonly code: string })[] {
  return reports(workspace, file)
    .filter(({ span }) => span.start <= range.end && range.start <= span.end)
    .flatMap(({ code, fixes }) => fixes.map((fix) => ({ ...fix, code })))
}

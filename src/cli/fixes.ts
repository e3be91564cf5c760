import type { Diagnostic, Edit, Fix } from '../diagnostics/diagnostic.ts'

export interface AppliedFix {
  readonly diagnostic: Diagnostic
  readonly fix: Fix
}

/** A file after its fixes. */
export interface FixedFile {
  readonly file: string
  readonly before: string
  readonly after: string
}

const overlaps = (a: Edit, b: Edit): boolean => a.file === b.file && a.span.start < b.span.end && b.span.start < a.span.end
/** Two insertions at one place would depend on their order. */
const clashes = (a: Edit, b: Edit): boolean => overlaps(a, b) || (a.file === b.file && a.span.start === b.span.start)

/** The first fix of each diagnostic, as long as it touches nothing that an earlier one touches; the rest waits for the next round. */
export function chooseFixes(diagnostics: readonly Diagnostic[]): readonly AppliedFix[] {
  const chosen: AppliedFix[] = []
  const taken: Edit[] = []
  for (const diagnostic of diagnostics) {
    const fix = diagnostic.fixes[0]
    if (fix === undefined || fix.edits.some((edit) => taken.some((other) => clashes(edit, other)))) continue
    chosen.push({ diagnostic, fix })
    taken.push(...fix.edits)
  }
  return chosen
}

/** The text with these edits made; they do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits].sort((a, b) => b.span.start - a.span.start).reduce((before, edit) => before.slice(0, edit.span.start) + edit.text + before.slice(edit.span.end), text)
}

/** The files that the fixes change. */
export function fixedFiles(files: readonly { readonly file: string; readonly text: string }[], fixes: readonly AppliedFix[]): readonly FixedFile[] {
  const edits = fixes.flatMap((each) => each.fix.edits)
  return files
    .map(({ file, text }) => ({ file, before: text, after: applyEdits(text, edits.filter((edit) => edit.file === file)) }))
    .filter((each) => each.before !== each.after)
}

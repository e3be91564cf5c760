import { markOf } from '../../source/marks.ts'
import type { Statement } from '../../syntax/tree.ts'
import { finding, replacement } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { isChinese, nameOf } from '../names.ts'
import type { SourceIndex } from '../source-index.ts'

/** The measure's Chinese name is not its official heading. */
export function headingDiffers(source: SourceIndex, statement: Statement & { readonly kind: 'measure' }): Finding | null {
  const segment = source.byMeasure.get(statement.id.text)?.find((one) => one.kind === 'heading')
  if (segment === undefined) return null
  const official = segment.text.slice(markOf(segment.text)?.length ?? 0).replace(/[。．.：:]\s*$/, '').trim()
  const { zh } = nameOf(statement.name)
  if (bare(official) === bare(zh)) return null
  const { name, alias } = statement.name
  const word = alias !== null && isChinese(alias.text) && !isChinese(name.text) ? alias : name
  return finding('heading-differs', word.span, { id: statement.id.text, official }, [replacement(word.span, isPlainName(official) ? official : `「${official}」`)])
}

function bare(text: string): string {
  return text.replaceAll(/\s/g, '')
}

function isPlainName(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text)
}

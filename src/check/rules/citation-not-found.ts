import type { Quote } from '../../syntax/tree.ts'
import { bestMatch } from '../alignment.ts'
import { finding, replacement } from '../finding.ts'
import type { Finding } from '../finding.ts'
import type { SourceIndex } from '../source-index.ts'

/** A quotation that the official text does not have, to the character; the hint says where the text is nearest and what differs. */
export function citationNotFound(source: SourceIndex, quote: Quote): Finding {
  const near = bestMatch(source.segments, quote.text)
  if (near === null) {
    return finding('citation-not-found', quote.span, { suggestion: '照原文抄录，一字不差', suggestion_en: 'copy it from the official text, character by character' })
  }
  const { sentence, text, written, official } = near
  const at = official === '' ? { zh: `多了“${written}”`, en: `“${written}” is not there` }
    : written === '' ? { zh: `少了“${official}”`, en: `“${official}” is left out` }
      : { zh: `这里写“${written}”，原文是“${official}”`, en: `the text says “${official}”, not “${written}”` }
  return finding('citation-not-found', quote.span, { suggestion: `与原文 ${sentence} 最接近：${at.zh}`, suggestion_en: `nearest is sentence ${sentence}: ${at.en}` }, [replacement(quote.span, text)])
}

import { knownStatements } from '../figures/statements.ts'
import { applyPatch, patchBetween } from '../share/patch.ts'
import type { Cut } from '../share/patch.ts'
import { segmentSource } from '../../src/source/segments.ts'
import { parseFile } from '../../src/syntax/parse.ts'
import type { Calls } from './protocol.ts'
import { compilable } from './texts.ts'
import type { Texts } from './texts.ts'
import { translate } from './translate.ts'

function cut(texts: Texts): Cut {
  const { files, source } = compilable(texts)
  const segments = segmentSource(source ?? '')
  return { texts, segments, known: knownStatements(files.map(({ file, text }) => parseFile(file, text).value), segments) }
}

/** What a draft changes, in the Chinese surface whatever the one on the screen: so links are the same for both. */
export function share({ texts, original, surface }: Calls['share']['ask']): Calls['share']['answer'] {
  const [chinese = texts] = surface === 'zh' ? [texts] : translate({ texts: [texts], to: 'zh' })
  return patchBetween(cut(original), cut(chinese))
}

export function receive({ original, patch, surface }: Calls['receive']['ask']): Calls['receive']['answer'] {
  const { texts, refused } = applyPatch(cut(original), patch)
  const [shown = texts] = surface === 'zh' ? [texts] : translate({ texts: [texts], to: surface })
  return { texts: shown, refused }
}

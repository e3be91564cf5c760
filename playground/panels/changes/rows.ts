import { wordDiff } from '../../../src/analyses/word-diff.ts'
import type { Piece } from '../../../src/analyses/word-diff.ts'
import { mergedOrder } from '../../../src/analyses/units.ts'
import { segmentSource } from '../../../src/source/segments.ts'

/** A sentence of the official text that the two versions have differently; '' where one does not have it. */
export interface Row {
  readonly id: string
  readonly before: string
  readonly after: string
  readonly pieces: readonly Piece[]
}

/** The sentences that differ, known again by their number, in the order of the text. */
export function rowsOf(before: string, after: string): readonly Row[] {
  const old = new Map(segmentSource(before).map((each) => [each.id, each.text]))
  const now = new Map(segmentSource(after).map((each) => [each.id, each.text]))
  return mergedOrder([...old.keys()], [...now.keys()]).flatMap((id): Row[] => {
    const [was, is] = [old.get(id) ?? '', now.get(id) ?? '']
    return was === is ? [] : [{ id, before: was, after: is, pieces: wordDiff(was, is) }]
  })
}

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { spanOf } from '../figures/statements.ts'
import type { Known } from '../figures/statements.ts'
import { applyEdits } from '../state/edits.ts'
import { SOURCE_FILE } from '../state/source-file.ts'
import type { Edit } from '../../src/diagnostics/diagnostic.ts'
import type { Segment } from '../../src/source/segments.ts'

/** What a draft changes, clause by clause and sentence by sentence, each with a mark of the text that it was a change of. */
export interface Patch {
  readonly statements: readonly Replaced[]
  readonly sentences: readonly Replaced[]
  /** New statements: after which one of the file (null: at its end). */
  readonly added: readonly { readonly file: string; readonly after: string | null; readonly text: string }[]
  readonly removed: readonly Omit<Replaced, 'text'>[]
}

export interface Replaced {
  /** A statement's key (`clause 6.1`), or a sentence's number. */
  readonly key: string
  /** The first digits of the hash of the text that was there. */
  readonly was: string
  readonly text: string
}

/** A version's texts, cut into statements and sentences. */
export interface Cut {
  readonly texts: Readonly<Record<string, string>>
  readonly known: readonly Known[]
  readonly segments: readonly Segment[]
}

const MARK_DIGITS = 10
const mark = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, MARK_DIGITS)
const written = (known: Known): string => {
  const { start, end } = spanOf(known)
  return known.text.slice(start, end)
}

export function patchBetween(before: Cut, after: Cut): Patch {
  const old = new Map(before.known.map((each) => [each.key, each]))
  const now = new Map(after.known.map((each) => [each.key, each]))
  const statements: Replaced[] = []
  const added: Patch['added'][number][] = []
  for (const [index, known] of after.known.entries()) {
    const other = old.get(known.key)
    if (other === undefined) {
      const previous = after.known[index - 1]
      added.push({ file: known.file, after: previous?.file === known.file ? previous.key : null, text: written(known) })
    } else if (written(other) !== written(known)) statements.push({ key: known.key, was: mark(written(other)), text: written(known) })
  }
  const removed = before.known.filter((each) => !now.has(each.key)).map((each) => ({ key: each.key, was: mark(written(each)) }))
  const sentences = after.segments.flatMap(({ id, text }): Replaced[] => {
    const other = before.segments.find((each) => each.id === id)
    return other === undefined || other.text === text ? [] : [{ key: id, was: mark(other.text), text }]
  })
  return { statements, sentences, added, removed }
}

export interface Patched {
  readonly texts: Readonly<Record<string, string>>
  /** What no longer fits: keys of statements and numbers of sentences. */
  readonly refused: readonly string[]
}

/** Makes the changes that still fit the text; the others are named. */
export function applyPatch(base: Cut, patch: Patch): Patched {
  const refused: string[] = []
  const edits: Edit[] = []
  const statement = ({ key, was }: Omit<Replaced, 'text'>): Known | null => {
    const known = base.known.find((each) => each.key === key)
    if (known !== undefined && mark(written(known)) === was) return known
    refused.push(key)
    return null
  }
  for (const each of patch.statements) {
    const known = statement(each)
    if (known !== null) edits.push({ file: known.file, span: spanOf(known), text: each.text })
  }
  for (const each of patch.removed) {
    const known = statement(each)
    if (known !== null) edits.push({ file: known.file, span: spanOf(known), text: '' })
  }
  for (const each of patch.added) {
    const text = base.texts[each.file]
    if (text === undefined || !each.file.endsWith('.heng')) refused.push(each.file)
    else {
      const known = base.known.find(({ key, file }) => key === each.after && file === each.file)
      const at = known === undefined ? text.length : spanOf(known).end
      edits.push({ file: each.file, span: { start: at, end: at }, text: `\n\n${each.text}\n` })
    }
  }
  for (const each of patch.sentences) {
    const segment = base.segments.find(({ id }) => id === each.key)
    if (segment === undefined || mark(segment.text) !== each.was) refused.push(each.key)
    else edits.push({ file: SOURCE_FILE, span: { start: segment.start, end: segment.end }, text: each.text })
  }
  return { texts: applyEdits(base.texts, edits), refused }
}

import { edit, saved } from '../../state/store.ts'
import { SOURCE_FILE } from '../../state/source-file.ts'
import { say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import type { Drift, OutlineEntry } from '../../workers/protocol.ts'

/** What parts two texts: what is the same at both ends is left out. */
export function difference(before: string, after: string): { readonly before: string; readonly after: string } {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before.charAt(start) === after.charAt(start)) start += 1
  let tail = 0
  while (tail < most - start && before.charAt(before.length - 1 - tail) === after.charAt(after.length - 1 - tail)) tail += 1
  const from = Math.max(0, start - 4)
  const keep = Math.max(0, tail - 4)
  return { before: before.slice(from, before.length - keep), after: after.slice(from, after.length - keep) }
}

/** A quotation that its sentence has parted from: what differs, and the two ways to bring them together. */
export function DriftNote({ drift, entry }: { readonly drift: Drift; readonly entry: OutlineEntry }) {
  const { now } = drift
  if (now === null) return <p class="drift-note" role="alert">{say(WORDS.driftedAway)} “{drift.quote}”</p>
  const parts = difference(drift.quote, now.text)
  return (
    <div class="drift-note" role="alert" data-drift={entry.key}>
      <p>{say(WORDS.drifted)} “<del>{parts.before}</del>” → “<ins>{parts.after}</ins>”</p>
      <p class="drift-actions">
        <button type="button" data-fix="quote" onClick={() => edit([{ file: entry.file, span: drift.span, text: now.text }])}>{say(WORDS.driftFollow)}</button>
        <button type="button" data-fix="sentence" onClick={() => edit([{ file: SOURCE_FILE, span: now.span, text: drift.quote }])} disabled={saved.value[SOURCE_FILE] === undefined}>{say(WORDS.driftRestore)}</button>
      </p>
    </div>
  )
}

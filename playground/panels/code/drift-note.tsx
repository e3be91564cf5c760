import { wordDiff } from '../../../src/analyses/word-diff.ts'
import type { Piece } from '../../../src/analyses/word-diff.ts'
import { followQuotation } from '../../figures/follow-quotation.ts'
import { edit, evaluation, saved, texts } from '../../state/store.ts'
import { SOURCE_FILE } from '../../state/source-file.ts'
import { say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import type { Drift, OutlineEntry } from '../../workers/protocol.ts'

/** So much of what is the same stands on either side of what differs. */
const AROUND = 6

/** What parts two texts; of what is the same no more than tells the place. */
function shortened(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, at) => {
    if (piece.kind !== 'same') return piece
    const [start, end] = [at === 0 ? '' : piece.text.slice(0, AROUND), at === pieces.length - 1 ? '' : piece.text.slice(-AROUND)]
    return start.length + end.length >= piece.text.length ? piece : { kind: 'same', text: `${start}……${end}` }
  })
}

/** A quotation that its sentence has parted from: what differs, and the two ways to bring them together. */
export function DriftNote({ drift, entry }: { readonly drift: Drift; readonly entry: OutlineEntry }) {
  const { now } = drift
  if (now === null) return <p class="drift-note" role="alert">{say(WORDS.driftedAway)} “{drift.quote}”</p>
  const follow = followQuotation(evaluation.value?.figures ?? [], texts.value, { file: entry.file, span: drift.span, text: now.text })
  return (
    <div class="drift-note" role="alert" data-drift={entry.key}>
      <p>{say(WORDS.drifted)} <span lang="zh-CN">“{shortened(wordDiff(drift.quote, now.text)).map((piece, at) => (piece.kind === 'gone' ? <del key={at}>{piece.text}</del> : piece.kind === 'new' ? <ins key={at}>{piece.text}</ins> : piece.text))}”</span></p>
      <p class="drift-actions">
        <button type="button" data-fix="quote" onClick={() => edit(follow)}>{say(follow.length > 1 ? WORDS.driftFollowAll : WORDS.driftFollow)}</button>
        <button type="button" data-fix="sentence" onClick={() => edit([{ file: SOURCE_FILE, span: now.span, text: drift.quote }])} disabled={saved.value[SOURCE_FILE] === undefined}>{say(WORDS.driftRestore)}</button>
      </p>
    </div>
  )
}

import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { applicant, focus, focusOn } from '../../state/store.ts'
import { fill, say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import type { ChangedFigure, Evaluation, Figure, SegmentView, StandingName } from '../../workers/protocol.ts'
import { StandingMark } from '../applicants/standing.tsx'
import { FigureInput } from '../figure-input.tsx'
import { memo, sameProps } from '../memo.tsx'
import { MARKS } from './marks.ts'
import { SentenceEditor } from './sentence-editor.tsx'

interface SegmentProps {
  readonly segment: SegmentView
  /** Its text. */
  readonly words: string
  /** What a click chooses. */
  readonly clause: string | null
  /** Those that stand in it, in order. */
  readonly figures: readonly Figure[]
  readonly changed: readonly ChangedFigure[]
  /** How its clause stands for the applicant that is marked in the text; null when none is. */
  readonly painted: StandingName | 'none' | null
  readonly adjusted: boolean
}

/** A sentence of the official text: its mark, its words, and its figures in frames. A click brings clause and effect. */
function PlainSegment({ segment, words, clause, figures, changed, painted, adjusted }: SegmentProps) {
  const rewriting = useSignal(false)
  const chosen = clause !== null && clause === focus.value.clause
  const mark = MARKS[segment.coverage]
  const quiet = segment.coverage === 'structure'
  return (
    <span class={`segment ${segment.kind}${chosen ? ' chosen' : ''}${painted === 'none' ? ' dimmed' : ''}`} data-segment={segment.id} data-coverage={segment.coverage}
      onClick={() => { if (clause !== null && !chosen) focusOn(clause) }}>
      {!quiet && (
        <button type="button" class={`mark ${segment.coverage}`} disabled={clause === null} aria-pressed={chosen} aria-label={`${say(fill(WORDS.sentence, { id: segment.id }))} ${say(mark.words)}`} title={`${segment.id} ${say(mark.words)}`}
          onClick={() => { if (clause !== null) focusOn(clause) }}>
          <span aria-hidden="true">{mark.shape}</span><span class="mark-number" aria-hidden="true">{segment.id}</span>
        </button>
      )}
      {painted !== null && !quiet && <Painted standing={painted} adjusted={adjusted} />}
      {rewriting.value ? <SentenceEditor id={segment.id} sentence={words} close={() => { rewriting.value = false }} /> : pieces(segment, words, figures, changed)}
      {chosen && !quiet && !rewriting.value && <button type="button" class="rewrite" data-action="rewrite" onClick={() => { rewriting.value = true }}>{say(WORDS.rewrite)}</button>}
    </span>
  )
}

const STRENGTH: readonly StandingName[] = ['holds', 'awaits-decision', 'undetermined', 'withdrawn', 'fails']

/** How a clause stands for the applicant that is marked in the text: its best line. Null when none is marked; 'none' when the clause has no line for it. */
export function standingFor(evaluation: Evaluation, clause: string | null): StandingName | 'none' | null {
  const card = evaluation.effect?.cards.find((each) => each.id === applicant.value)
  if (card === undefined) return null
  const standings = new Set(card.lines.filter((line) => line.clause === clause).map((line) => line.standing))
  return STRENGTH.find((each) => standings.has(each)) ?? 'none'
}

/** Whether a limit took something away from the applicant that is marked in the text. */
export function adjustedFor(evaluation: Evaluation, clause: string | null): boolean {
  const card = evaluation.effect?.cards.find((each) => each.id === applicant.value)
  return card?.lines.some((line) => line.clause === clause && line.adjusted) === true
}

function Painted({ standing, adjusted }: { readonly standing: StandingName | 'none'; readonly adjusted: boolean }) {
  return standing === 'none' ? null : <span class="painted" data-painted={standing} data-adjusted={adjusted ? 'yes' : 'no'}><StandingMark standing={standing} />{adjusted && <span class="adjusted"> ▾ {say(WORDS.adjusted)}</span>}</span>
}

/** Where the sentence stands in the document is nothing that one sees: what is longer before it does not draw it again. */
function looksAlike(a: SegmentProps, b: SegmentProps): boolean {
  const { segment: one, figures: some, ...rest } = a
  const { segment: other, figures: others, ...also } = b
  return sameProps(rest, also) && sameProps(seen(one), seen(other)) && some.length === others.length && some.every((figure, at) => sameProps(spot(figure, one), spot(others[at] ?? figure, other)))
}

const seen = ({ span: _span, ...rest }: SegmentView): object => rest
const spot = ({ places: _places, source, around, ...rest }: Figure, { span }: SegmentView): object =>
  ({ ...rest, ...around, at: (source?.start ?? 0) - span.start, end: (source?.end ?? 0) - span.start })

export const Segment = memo(PlainSegment, looksAlike)

function pieces(segment: SegmentView, words: string, figures: readonly Figure[], changes: readonly ChangedFigure[]): readonly ComponentChildren[] {
  const parts: ComponentChildren[] = []
  const { start } = segment.span
  let at = 0
  for (const figure of figures) {
    if (figure.source === null || figure.source.start - start < at) continue
    const end = figure.source.end - start
    parts.push(words.slice(at, figure.source.start - start))
    // A full stop or a comma never starts a line: it stays with the figure before it.
    const after = /^[。，、；：）”]+/.exec(words.slice(end))?.[0] ?? ''
    const changed = changes.find((each) => each.figure === figure.id)
    parts.push(
      <span key={figure.id} class="figure-spot">
        <FigureInput figure={figure} place="paper" />
        {changed !== undefined && <span class="was">{say(fill(WORDS.changedFrom, { before: say(changed.before) }))}</span>}
        {after}
      </span>,
    )
    at = end + after.length
  }
  parts.push(words.slice(at))
  return parts
}

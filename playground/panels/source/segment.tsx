import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { applicant, focus, focusOn } from '../../state/store.ts'
import { fill, say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import type { Evaluation, Figure, SegmentView, StandingName } from '../../workers/protocol.ts'
import { StandingMark } from '../applicants/standing.tsx'
import { FigureInput } from '../figure-input.tsx'
import { clauseOf } from '../focus.ts'
import { SentenceEditor } from './sentence-editor.tsx'
import { MARKS } from './source-pane.tsx'

interface SegmentProps {
  readonly segment: SegmentView
  readonly text: string
  readonly evaluation: Evaluation
}

/** A sentence of the official text: its mark, its words, and its figures in frames. A click brings clause and effect. */
export function Segment({ segment, text, evaluation }: SegmentProps) {
  const rewriting = useSignal(false)
  const clause = clauseOf(evaluation, segment)
  const chosen = clause !== null && clause === focus.value.clause
  const figures = evaluation.figures
    .filter((each) => each.source !== null && each.source.start >= segment.span.start && each.source.end <= segment.span.end)
    .sort((a, b) => (a.source?.start ?? 0) - (b.source?.start ?? 0))
  const mark = MARKS[segment.coverage]
  const quiet = segment.coverage === 'structure'
  const painted = standingFor(evaluation, clause)
  return (
    <span class={`segment ${segment.kind}${chosen ? ' chosen' : ''}${painted === 'none' ? ' dimmed' : ''}`} data-segment={segment.id} data-coverage={segment.coverage}
      onClick={() => { if (clause !== null && !chosen) focusOn(clause) }}>
      {!quiet && (
        <button type="button" class={`mark ${segment.coverage}`} disabled={clause === null} aria-pressed={chosen} aria-label={`${say(fill(WORDS.sentence, { id: segment.id }))} ${say(mark.words)}`} title={`${segment.id} ${say(mark.words)}`}
          onClick={() => { if (clause !== null) focusOn(clause) }}>
          <span aria-hidden="true">{mark.shape}</span><span class="mark-number" aria-hidden="true">{segment.id}</span>
        </button>
      )}
      {painted !== null && !quiet && <Painted standing={painted} />}
      {rewriting.value ? <SentenceEditor segment={segment} text={text} close={() => { rewriting.value = false }} /> : pieces(segment, text, figures, evaluation)}
      {chosen && !quiet && !rewriting.value && <button type="button" class="rewrite" data-action="rewrite" onClick={() => { rewriting.value = true }}>{say(WORDS.rewrite)}</button>}
    </span>
  )
}

const STRENGTH: readonly StandingName[] = ['holds', 'awaits-decision', 'undetermined', 'withdrawn', 'fails']

/** How a clause stands for the applicant that is marked in the text: its best line. Null when none is marked; 'none' when the clause has no line for it. */
function standingFor(evaluation: Evaluation, clause: string | null): StandingName | 'none' | null {
  const card = evaluation.effect?.cards.find((each) => each.id === applicant.value)
  if (card === undefined) return null
  const standings = new Set(card.lines.filter((line) => line.clause === clause).map((line) => line.standing))
  return STRENGTH.find((each) => standings.has(each)) ?? 'none'
}

function Painted({ standing }: { readonly standing: StandingName | 'none' }) {
  return standing === 'none' ? null : <span class="painted" data-painted={standing}><StandingMark standing={standing} /></span>
}

function pieces(segment: SegmentView, text: string, figures: readonly Figure[], evaluation: Evaluation): readonly ComponentChildren[] {
  const parts: ComponentChildren[] = []
  let at = segment.span.start
  for (const figure of figures) {
    if (figure.source === null || figure.source.start < at) continue
    parts.push(text.slice(at, figure.source.start))
    // A full stop or a comma never starts a line: it stays with the figure before it.
    const after = /^[。，、；：）”]+/.exec(text.slice(figure.source.end, segment.span.end))?.[0] ?? ''
    const changed = evaluation.changes.figures.find((each) => each.figure === figure.id)
    parts.push(
      <span key={figure.id} class="figure-spot">
        <FigureInput figure={figure} place="paper" />
        {changed !== undefined && <span class="was">{say(fill(WORDS.changedFrom, { before: say(changed.before) }))}</span>}
        {after}
      </span>,
    )
    at = figure.source.end + after.length
  }
  parts.push(text.slice(at, segment.span.end))
  return parts
}

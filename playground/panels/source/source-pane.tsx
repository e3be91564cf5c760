import { useEffect, useRef } from 'preact/hooks'
import { SOURCE_FILE } from '../../state/source-file.ts'
import { edition, evaluation, focus } from '../../state/store.ts'
import { language } from '../../state/preferences.ts'
import { say } from '../../words/say.ts'
import { cautionOf } from '../../words/versions.ts'
import { WORDS } from '../../words/words.ts'
import type { Evaluation, SegmentView } from '../../workers/protocol.ts'
import { clauseOf } from '../focus.ts'
import { MARKS } from './marks.ts'
import { adjustedFor, Segment, standingFor } from './segment.tsx'

/** The segments of one paragraph: those that no line break parts. */
export function paragraphs(segments: readonly SegmentView[], text: string): readonly (readonly SegmentView[])[] {
  const all: SegmentView[][] = []
  let end = -1
  for (const segment of segments) {
    const last = all.at(-1)
    if (last === undefined || text.slice(end, segment.span.start).includes('\n')) all.push([segment])
    else last.push(segment)
    end = segment.span.end
  }
  return all
}

export function SourcePane() {
  const paper = useRef<HTMLDivElement>(null)
  const now = evaluation.value
  const { clause, scroll } = focus.value
  const ready = now !== null
  useEffect(() => {
    if (clause === null || !ready) return
    const chosen = paper.current?.querySelector('.segment.chosen')
    chosen?.scrollIntoView({ block: 'center' })
  }, [scroll, ready])
  if (now === null) return <div class="paper-scroll"><div class="paper waiting">{say(WORDS.loading)}</div></div>
  const text = now.texts[SOURCE_FILE] ?? ''
  const caution = cautionOf(edition.value)
  return (
    <>
      <div class="view-bar"><h2>{say(WORDS.source)}</h2><Legend segments={now.segments} /></div>
      <div class="paper-scroll" ref={paper}>
        <article class="paper" lang="zh-CN">
          {caution !== null && <p class="caution" lang={language.value === 'zh' ? 'zh-CN' : 'en'} data-caution>{say(caution)}</p>}
          {paragraphs(now.segments, text).map((paragraph, index) => (
            <p key={index} class={classOf(paragraph, index)}>
              {paragraph.map((segment) => <Segment key={segment.id} {...sentence(segment, text, now)} />)}
            </p>
          ))}
        </article>
      </div>
    </>
  )
}

function sentence(segment: SegmentView, text: string, now: Evaluation) {
  const { start, end } = segment.span
  const figures = now.figures
    .filter(({ source }) => source !== null && source.start >= start && source.end <= end)
    .sort((a, b) => (a.source?.start ?? 0) - (b.source?.start ?? 0))
  const clause = clauseOf(now, segment)
  return {
    segment, words: text.slice(start, end), clause, figures, changed: now.changes.figures.filter((each) => figures.some(({ id }) => id === each.figure)),
    painted: standingFor(now, clause), adjusted: adjustedFor(now, clause),
  }
}

/** The first paragraphs are the document's title and its nature: short, and without a full stop. */
function classOf(paragraph: readonly SegmentView[], index: number): string {
  const first = paragraph[0]
  const length = (paragraph.at(-1)?.span.end ?? 0) - (first?.span.start ?? 0)
  if (first?.kind === 'front' && length < 40) return index === 1 || (index === 0 && length > 6) ? 'title' : length < 6 ? 'annex' : 'subtitle'
  return 'body'
}

function Legend({ segments }: { readonly segments: readonly SegmentView[] }) {
  const kinds = ['encoded', 'ambiguous', 'direction', 'drifted', 'uncovered'] as const
  return (
    <ul class="legend">
      {kinds.map((kind) => {
        const count = segments.filter((each) => each.coverage === kind).length
        if (kind === 'drifted' && count === 0) return null
        return <li key={kind} class={`mark ${kind}`}><span aria-hidden="true">{MARKS[kind].shape}</span> {say(MARKS[kind].words)} {count}</li>
      })}
    </ul>
  )
}

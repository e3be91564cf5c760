import '../../styles/changes.css'
import { useMemo, useRef } from 'preact/hooks'
import { SOURCE_FILE } from '../../state/source-file.ts'
import { base, chosen, days, evaluation, focusOn, others, readings, texts } from '../../state/store.ts'
import { CHANGES } from '../../words/changes.ts'
import { fill, say } from '../../words/say.ts'
import { versionIn } from '../../words/versions.ts'
import { WORDS } from '../../words/words.ts'
import type { ChangedStatement, DifferencesAsk, DifferencesView } from '../../workers/diff-protocol.ts'
import { useLatest } from '../latest.ts'
import { Compared, Wording } from './compared.tsx'
import { rowsOf } from './rows.ts'
import { ByEdit, Who } from './who.tsx'

/** Shares take many evaluations: they wait until one stops typing. */
const PAUSE = 400

/** What was changed against the saved text or another version: in the text, in the words of a decision, for whom, and by which edit. */
export function Changes() {
  const now = evaluation.value
  const [draft, compared, chosenReadings, sample, when] = [texts.value, base.value, readings.value, others.value, days.value]
  const question = useMemo((): DifferencesAsk => ({ texts: draft, base: compared, scenario: { ...when, renames: [], readings: chosenReadings, others: sample } }), [draft, compared, chosenReadings, sample, when])
  const [before, after] = [compared[SOURCE_FILE] ?? '', draft[SOURCE_FILE] ?? '']
  const rows = useMemo(() => rowsOf(before, after), [before, after])
  const found = useLatest('differences', now === null ? null : question)
  const last = useRef<DifferencesView | null>(null)
  if (found.answer?.kind === 'view') last.current = found.answer.view
  const view = last.current
  const several = view !== null && view.edits > 1 && found.answer?.kind === 'view'
  const split = useLatest('shares', several ? question : null, PAUSE)
  if (now === null) return <p class="empty">{say(WORDS.preparing)}</p>
  const nothing = rows.length === 0 && view !== null && view.statements.length === 0 && view.vocabulary.length === 0
  const error = found.answer?.kind === 'error' ? found.answer.in : null
  const shares = several && split.answer?.kind === 'shares' && split.current ? split.answer : null
  return (
    <div class="changes" data-changes={found.current && (!several || split.current) ? 'yes' : 'no'}>
      <p class="changes-count"><b role="status">{view !== null ? say(view.count) : error === null ? say(CHANGES.working) : ''}</b> <span class="dim">{say(fill(CHANGES.compared, { version: comparedWith() }))}</span></p>
      {error !== null && <p class="stale-note" role="status">{say(error === 'base' ? CHANGES.staleBase : view === null ? CHANGES.noDraft : CHANGES.staleDraft)}</p>}
      {found.problem !== null && <p class="stale-note" role="alert">{say(fill(WORDS.failed, { problem: found.problem.split('\n')[0] ?? '' }))}</p>}
      {nothing && <p class="empty">{say(CHANGES.none)}</p>}
      {rows.length > 0 && <Compared rows={rows} />}
      {view !== null && <CodeOnly view={view} />}
      {rows.length > 0 && <Wording before={before} after={after} />}
      {view !== null && !nothing && <Who view={view} shares={shares} />}
      {several && shares === null && split.answer?.kind !== 'refused' && <p class="part-hint" role="status">{say(CHANGES.sharing)}</p>}
      {several && split.answer?.kind === 'refused' && <p class="part-hint" data-refused>{say(split.answer.why)}</p>}
      {shares !== null && <ByEdit shares={shares} />}
    </div>
  )
}

function comparedWith(): string {
  const now = chosen.value
  return say(now === null || now.against === null ? CHANGES.savedText : versionIn(now.policy.versions, now.against))
}

/** Statements that were changed while no sentence of theirs was, and the vocabulary. The figure of a definition may be that of the sentence that it speaks for. */
function CodeOnly({ view: { statements, vocabulary } }: { readonly view: DifferencesView }) {
  const figures = evaluation.value?.figures ?? []
  const stated = new Set((evaluation.value?.changes.figures ?? []).filter((each) => figures.some(({ id, source }) => id === each.figure && source !== null)).map(({ figure }) => figure.replace(/#\d+$/, '')))
  const code = statements.filter((each) => !each.wording && !stated.has(each.key.replace(/^definition \S+ /, 'definition ')))
  if (code.length === 0 && vocabulary.length === 0) return null
  return (
    <section class="changes-part code-changes">
      {code.length > 0 && <p>{say(CHANGES.codeOnly)}</p>}
      <ul>
        {code.map((each) => <li key={each.key} data-code-change={each.key}><Named statement={each} />{say(each.parts) === '' ? '' : `${say({ zh: '：', en: ': ' })}${say(each.parts)}`}</li>)}
        {vocabulary.map((each, index) => <li key={`name ${index}`}>{say(each)}</li>)}
      </ul>
    </section>
  )
}

function Named({ statement: { clause, name } }: { readonly statement: ChangedStatement }) {
  return clause === null ? <span>{say(name)}</span> : <button type="button" class="clause-link" onClick={() => focusOn(clause)}>{say(name)}</button>
}

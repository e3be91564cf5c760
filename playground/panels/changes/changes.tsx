import './changes.css'
import { diff } from '../../amend/diff.ts'
import { amendments } from '../../amend/wording.ts'
import { segmentSource } from '../../../src/source/segments.ts'
import type { Segment } from '../../../src/source/segments.ts'
import { SOURCE_FILE } from '../../state/source-file.ts'
import { base, evaluation, focusOn } from '../../state/store.ts'
import { shortRange } from '../../words/amounts.ts'
import { say } from '../../words/say.ts'
import { summary } from '../../words/summary.ts'
import { WORDS } from '../../words/words.ts'
import type { Evaluation } from '../../workers/protocol.ts'
import { clauseOf } from '../focus.ts'

interface Row {
  readonly id: string
  readonly before: string
  readonly after: string
}

function rowsOf(before: readonly Segment[], after: readonly Segment[]): readonly Row[] {
  const old = new Map(before.map((each) => [each.id, each.text]))
  const now = new Map(after.map((each) => [each.id, each.text]))
  const ids = [...new Set([...after, ...before].map((each) => each.id))]
  return ids.flatMap((id): Row[] => {
    const row = { id, before: old.get(id) ?? '', after: now.get(id) ?? '' }
    return row.before === row.after ? [] : [row]
  })
}

/** 修改对照表: old and new sentence side by side, who is touched by each, and the words of the amending decision. */
export function Changes() {
  const now = evaluation.value
  if (now === null) return <p class="empty">{say(WORDS.preparing)}</p>
  const before = segmentSource(base.value[SOURCE_FILE] ?? '')
  const after = segmentSource(now.texts[SOURCE_FILE] ?? '')
  const rows = rowsOf(before, after)
  const line = summary(now)
  if (line === null && rows.length === 0) return <p class="empty">{say(WORDS.noChanges)}</p>
  const code = [...now.changes.statements, ...now.changes.added, ...now.changes.removed]
  return (
    <div class="changes">
      {rows.length > 0 && (
        <table class="table compare">
          <caption>{say(WORDS.changesCaption)}</caption>
          <thead><tr><th scope="col">{say(WORDS.columnClause)}</th><th scope="col">{say(WORDS.columnOld)}</th><th scope="col">{say(WORDS.columnNew)}</th></tr></thead>
          <tbody>{rows.map((row) => <Compared key={row.id} row={row} evaluation={now} />)}</tbody>
        </table>
      )}
      {code.length > 0 && <p class="code-changes">{say(WORDS.codeChanges)} {code.map((id) => <button key={id} type="button" class="clause-link" onClick={() => focusOn(id)}>{id} </button>)}</p>}
      <Wording before={before} after={after} />
    </div>
  )
}

function Compared({ row, evaluation: now }: { readonly row: Row; readonly evaluation: Evaluation }) {
  const pieces = diff(row.before, row.after)
  const segment = now.segments.find((each) => each.id === row.id)
  const clause = segment === undefined ? null : clauseOf(now, segment)
  return (
    <tr data-changed={row.id}>
      <td>{clause === null ? row.id : <button type="button" class="clause-link" onClick={() => focusOn(clause)}>{row.id}</button>}</td>
      <td lang="zh-CN">{row.before === '' ? '—' : pieces.map((piece, index) => piece.kind === 'new' ? null : piece.kind === 'gone' ? <del key={index}>{piece.text}</del> : piece.text)}</td>
      <td lang="zh-CN">{row.after === '' ? '—' : pieces.map((piece, index) => piece.kind === 'gone' ? null : piece.kind === 'new' ? <ins key={index}>{piece.text}</ins> : piece.text)}
        {clause !== null && <Touched clause={clause} evaluation={now} />}</td>
    </tr>
  )
}

/** The applicants whose line of the clause is another one now. */
function Touched({ clause, evaluation: now }: { readonly clause: string; readonly evaluation: Evaluation }) {
  const touched = (now.effect?.cards ?? []).flatMap((card) => card.lines.filter((line) => line.clause === clause && line.changed && line.before !== null).map((line) => ({ card, line })))
  if (touched.length === 0) return null
  return (
    <ul class="touched">
      {touched.map(({ card, line }) => (
        <li key={`${card.id} ${line.subject}`}>{card.name} {line.subject}：{line.before === null ? '' : say(shortRange(line.before.range))} → <b>{say(shortRange(line.range))}</b></li>
      ))}
    </ul>
  )
}

function Wording({ before, after }: { readonly before: readonly Segment[]; readonly after: readonly Segment[] }) {
  const all = amendments(before, after)
  if (all.length === 0) return null
  return (
    <section class="wording">
      <h3>{say(WORDS.wording)}</h3>
      <ol lang="zh-CN">{all.map((each, index) => <li key={index} data-amendment={each.segment}>{each.words}</li>)}</ol>
      <button type="button" data-action="copy-wording" onClick={() => void navigator.clipboard.writeText(all.map((each) => each.words).join('\n'))}>{say(WORDS.copy)}</button>
    </section>
  )
}

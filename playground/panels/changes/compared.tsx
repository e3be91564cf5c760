import { useMemo } from 'preact/hooks'
import { amendment, amendmentWords } from '../../../src/analyses/amendment.ts'
import { evaluation, focusOn } from '../../state/store.ts'
import { CHANGES } from '../../words/changes.ts'
import { say } from '../../words/say.ts'
import { clauseOf } from '../focus.ts'
import { CopyButton, SheetActions } from '../sheet.tsx'
import type { Row } from './rows.ts'

/** 修改对照表: old and new sentence side by side, the changed words marked. */
export function Compared({ rows }: { readonly rows: readonly Row[] }) {
  const sheet = () => [[say(CHANGES.sentence), say(CHANGES.old), say(CHANGES.now)], ...rows.map((row) => [row.id, row.before, row.after])]
  return (
    <section class="changes-part">
      <header class="part-header"><h3 id="changes-table">{say(CHANGES.table)}</h3><SheetActions name="修改对照表" rows={sheet} /></header>
      <table class="table compare" aria-labelledby="changes-table">
        <thead><tr><th scope="col">{say(CHANGES.sentence)}</th><th scope="col">{say(CHANGES.old)}</th><th scope="col">{say(CHANGES.now)}</th></tr></thead>
        <tbody>{rows.map((row) => <ComparedRow key={row.id} row={row} />)}</tbody>
      </table>
    </section>
  )
}

function ComparedRow({ row: { id, before, after, pieces } }: { readonly row: Row }) {
  const now = evaluation.value
  const segment = now?.segments.find((each) => each.id === id)
  const clause = now === null || segment === undefined ? null : clauseOf(now, segment)
  return (
    <tr data-changed={id}>
      <th scope="row">{clause === null ? <span>{id}</span> : <button type="button" class="clause-link" onClick={() => focusOn(clause)}>{id}</button>}</th>
      <td lang="zh-CN">{before === '' ? <span class="dim">{say(CHANGES.nothing)}</span> : pieces.map((piece, index) => (piece.kind === 'new' ? null : piece.kind === 'gone' ? <del key={index}>{piece.text}</del> : piece.text))}</td>
      <td lang="zh-CN">{after === '' ? <span class="dim">{say(CHANGES.nothing)}</span> : pieces.map((piece, index) => (piece.kind === 'gone' ? null : piece.kind === 'new' ? <ins key={index}>{piece.text}</ins> : piece.text))}</td>
    </tr>
  )
}

/** The amending decision that makes the one text out of the other, to be copied. */
export function Wording({ before, after }: { readonly before: string; readonly after: string }) {
  const items = useMemo(() => amendmentWords(amendment(before, after)), [before, after])
  if (items.length === 0) return null
  return (
    <section class="changes-part wording">
      <header class="part-header"><h3>{say(CHANGES.wording)}</h3><span class="sheet-actions"><CopyButton text={() => items.join('\n')} action="copy-wording" /></span></header>
      <div lang="zh-CN">{items.map((each, index) => <p key={index} data-amendment={index + 1}>{each}</p>)}</div>
      <p class="part-hint">{say(CHANGES.wordingHint)}</p>
    </section>
  )
}

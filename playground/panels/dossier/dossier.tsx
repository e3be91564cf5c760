import './dossier.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { addDossier, addMatter, dropDossier, dropMatter, editing, exportDossiers, importDossiers, importFailed, mine, ownText, underDraftNames } from '../../dossiers/mine.ts'
import type { OwnDossier } from '../../dossiers/read.ts'
import { scenario, texts } from '../../state/store.ts'
import { DOSSIER_WORDS } from '../../words/dossier.ts'
import { fill, say } from '../../words/say.ts'
import { ask } from '../../workers/client.ts'
import type { DossierView, FieldView } from '../../workers/protocol.ts'
import { Fact } from './fact.tsx'

/** Dossiers of one's own: a form from the vocabulary, in the browser alone. */
export function Dossiers() {
  const open = mine.value.find((each) => each.id === editing.value)
  return (
    <section class="dossiers" aria-label={say(DOSSIER_WORDS.mine)}>
      <div class="dossier-bar">
        <button type="button" data-action="add-dossier" onClick={addDossier}>{say(DOSSIER_WORDS.add)}</button>
        <label class="button-like">{say(DOSSIER_WORDS.import)}
          <input type="file" class="unseen" accept=".json,application/json" data-action="import-dossiers" onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            event.currentTarget.value = ''
            if (file !== undefined) void importDossiers(file)
          }} />
        </label>
        {mine.value.length > 0 && <button type="button" data-action="export-dossiers" onClick={exportDossiers}>{say(DOSSIER_WORDS.export)}</button>}
      </div>
      {importFailed.value && <p class="loss" role="alert">{say(DOSSIER_WORDS.importFailed)}</p>}
      {mine.value.length > 0 && <p class="dim">{say(DOSSIER_WORDS.kept)}</p>}
      {mine.value.map((each) => each.id === editing.value ? null : (
        <p key={each.id} class="dossier-row" data-own={each.id}>{each.id}
          <button type="button" class="quiet" data-action="edit-dossier" onClick={() => { editing.value = each.id }}>{say(DOSSIER_WORDS.edit)}</button>
          <button type="button" class="quiet" data-action="drop-dossier" onClick={() => dropDossier(each.id)}>{say(DOSSIER_WORDS.drop)}</button>
        </p>
      ))}
      {open !== undefined && <Form key={open.id} dossier={open} />}
    </section>
  )
}

function Form({ dossier }: { readonly dossier: OwnDossier }) {
  const view = useSignal<DossierView | null>(null)
  const asked = { texts: texts.value, scenario: scenario.value, own: ownText.value, applicant: dossier.id }
  useEffect(() => {
    let current = true
    ask('dossier', asked).then((answer) => { if (current && answer !== null) view.value = answer }, () => undefined)
    return () => { current = false }
  }, [asked.texts, asked.scenario, asked.own, asked.applicant])
  const now = view.value
  return (
    <div class="dossier-form" data-dossier={dossier.id}>
      <div class="dossier-head"><h3>{dossier.id}</h3><button type="button" data-action="close-dossier" onClick={() => { editing.value = null }}>{say(DOSSIER_WORDS.done)}</button></div>
      {now !== null && <Questions dossier={underDraftNames(dossier)} view={now} />}
      {now !== null && (
        <label class="add-matter">{say(DOSSIER_WORDS.addMatter)}
          <select data-action="add-matter" value="" onChange={(event) => {
            if (event.currentTarget.value !== '') addMatter(dossier.id, event.currentTarget.value)
            event.currentTarget.value = ''
          }}>
            <option value="" />
            {now.matters.map(({ name }) => <option key={name.zh} value={name.zh}>{say(name)}</option>)}
          </select>
        </label>
      )}
      <ul>{dossier.matters.map((each) => <li key={each.id} class="dossier-row">{each.id}<button type="button" class="quiet" onClick={() => dropMatter(dossier.id, each.id)}>{say(DOSSIER_WORDS.drop)}</button></li>)}</ul>
    </div>
  )
}

interface Question {
  readonly subject: string
  readonly field: FieldView
  readonly clauses: readonly string[]
}

/** First what still decides most, and what was answered; then, folded, what does not matter. */
function Questions({ dossier, view }: { readonly dossier: OwnDossier; readonly view: DossierView }) {
  const subjects = [{ id: dossier.id, facts: dossier.facts, fields: view.applicant.fields }, ...dossier.matters.map((each) => ({ id: each.id, facts: each.facts, fields: view.matters.find(({ name }) => name.zh === each.kind)?.fields ?? [] }))]
  const all = subjects.flatMap(({ id, fields }) => fields.map((field): Question => ({ subject: id, field, clauses: view.wanted.find((each) => each.subject === id && each.field === field.name.zh)?.clauses ?? [] })))
  const rank = ({ subject, field }: Question): number => view.wanted.findIndex((each) => each.subject === subject && each.field === field.name.zh)
  const valueOf = ({ subject, field }: Question) => subjects.find((each) => each.id === subject)?.facts[field.name.zh]
  const wanted = all.filter((each) => rank(each) >= 0).sort((a, b) => rank(a) - rank(b))
  const answered = all.filter((each) => rank(each) < 0 && valueOf(each) !== undefined)
  const rest = all.filter((each) => rank(each) < 0 && valueOf(each) === undefined)
  const row = (each: Question) => <Fact key={`${each.subject} ${each.field.name.zh}`} dossier={dossier.id} subject={each.subject} field={each.field} value={valueOf(each)} problems={view.problems} clauses={each.clauses} />
  const bySubject = (list: readonly Question[]) => subjects.map(({ id }) => {
    const own = list.filter((each) => each.subject === id)
    return own.length === 0 ? null : <fieldset key={id}><legend>{id}</legend>{own.map(row)}</fieldset>
  })
  return (
    <>
      {wanted.length === 0 ? <p class="dim">{say(DOSSIER_WORDS.nothing)}</p> : <h4>{say(fill(DOSSIER_WORDS.asked, { count: wanted.length }))}</h4>}
      <div data-questions="wanted">{wanted.map((each) => <div key={`${each.subject} ${each.field.name.zh}`}>{each.subject !== dossier.id && <span class="tag">{each.subject}</span>}{row(each)}</div>)}</div>
      {bySubject(answered)}
      {rest.length > 0 && <details data-questions="rest"><summary>{say(fill(DOSSIER_WORDS.settled, { count: rest.length }))}</summary>{bySubject(rest)}</details>}
    </>
  )
}

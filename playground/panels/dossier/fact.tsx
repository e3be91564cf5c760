import { useSignal } from '@preact/signals'
import { draftName, keptName, setFact } from '../../dossiers/mine.ts'
import type { FormValue } from '../../dossiers/read.ts'
import { readable } from '../../../src/explain/text.ts'
import { DOSSIER_WORDS } from '../../words/dossier.ts'
import { fill, say } from '../../words/say.ts'
import type { DossierView, FieldView } from '../../workers/protocol.ts'

interface FactProps {
  readonly dossier: string
  readonly subject: string
  readonly field: FieldView
  readonly value: FormValue | undefined
  readonly problems: DossierView['problems']
  /** Clauses that wait for it. */
  readonly clauses: readonly string[]
}

type State = 'none' | 'given' | 'unknown' | 'not-applicable'

/** A choice in a list: the fact's own values, then what one says without one. */
const CHOICES = { none: undefined, unknown: null, 'not-applicable': { state: 'not-applicable' } } as const

function stateOf(value: FormValue | undefined): State {
  if (value === undefined) return 'none'
  if (value === null) return 'unknown'
  return typeof value === 'object' ? 'not-applicable' : 'given'
}

/** A fact of the form: its question, its value with the unit, and what the intake says of it. */
export function Fact({ dossier, subject, field, value: kept, problems, clauses }: FactProps) {
  const isChoice = field.form === 'choice'
  const value = isChoice && typeof kept === 'string' ? draftName(kept) : kept
  const id = `fact-${subject}-${field.name.zh}`
  const set = (to: FormValue | undefined): void => setFact(dossier, subject, field.name.zh, isChoice && typeof to === 'string' ? keptName(to) : to)
  const wrong = problems.filter((each) => each.field === field.name.zh && (each.subject ?? dossier) === subject)
  return (
    <div class="fact" data-fact={field.name.zh} data-of={subject}>
      <label for={id}>{field.question === null ? say(field.name) : say(field.question)}
        {(clauses.length > 0 || field.judgedBy !== null) && <span class="dim">{clauses.length > 0 && ` ${say(fill(DOSSIER_WORDS.decides, { clauses: clauses.join(say({ zh: '、', en: ', ' })) }))}`}{field.judgedBy !== null && ` ${say({ zh: DOSSIER_WORDS.judged.zh.replace('{agency}', field.judgedBy.zh), en: DOSSIER_WORDS.judged.en.replace('{agency}', field.judgedBy.en) })}`}</span>}
      </label>
      {field.form === 'yes-no' || field.form === 'choice' ? <Choice id={id} field={field} value={value} set={set} /> : <Written id={id} field={field} value={value} set={set} />}
      {wrong.map((each, index) => <p key={index} class="loss" role="alert">{say(each.message)}</p>)}
    </div>
  )
}

interface ValueProps {
  readonly id: string
  readonly field: FieldView
  readonly value: FormValue | undefined
  readonly set: (to: FormValue | undefined) => void
}

function Choice({ id, field, value, set }: ValueProps) {
  const options = field.form === 'yes-no' ? [{ key: 'true', name: DOSSIER_WORDS.yes, value: true }, { key: 'false', name: DOSSIER_WORDS.no, value: false }] : field.values.map((name) => ({ key: name.zh, name, value: name.zh }))
  const state = stateOf(value)
  const known = options.find((each) => each.value === value)
  return (
    <select id={id} value={state === 'given' ? `=${known?.key ?? ''}` : state} onChange={(event) => {
      const picked = event.currentTarget.value
      if (picked === 'none' || picked === 'unknown' || picked === 'not-applicable') set(CHOICES[picked])
      else set(options.find((each) => `=${each.key}` === picked)?.value)
    }}>
      <option value="none">{say(DOSSIER_WORDS.notAsked)}</option>
      {options.map((each) => <option key={each.key} value={`=${each.key}`}>{say(each.name)}</option>)}
      <option value="unknown">{say(DOSSIER_WORDS.unknown)}</option>
      <option value="not-applicable">{say(DOSSIER_WORDS.notApplicable)}</option>
    </select>
  )
}

function Written({ id, field, value, set }: ValueProps) {
  const opened = useSignal(false)
  const state = stateOf(value)
  const shown = state === 'none' && opened.value ? 'given' : state
  const write = (text: string): void => {
    const trimmed = text.trim()
    // A bare number is in the usual unit, which stands beside the field.
    set(trimmed === '' ? undefined : field.form === 'number' && /^[\d.,]+$/.test(trimmed) ? `${trimmed}${field.unit.zh}` : trimmed)
  }
  const written = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  return (
    <span class="written">
      {shown !== 'unknown' && shown !== 'not-applicable' && (
        field.form === 'day'
          ? <input id={id} key={state === 'given' ? 'given' : 'open'} type="date" defaultValue={written} onFocus={() => { opened.value = true }} onChange={(event) => write(event.currentTarget.value)} />
          : <input id={id} key={state === 'given' ? 'given' : 'open'} type="text" inputMode={field.form === 'number' ? 'decimal' : 'text'} defaultValue={written} onFocus={() => { opened.value = true }} onChange={(event) => write(event.currentTarget.value)} />
      )}
      {field.unit.zh !== '' && shown !== 'unknown' && shown !== 'not-applicable' && <span class="dim">{say(readable(field.unit))}</span>}
      <select aria-label={say(fill(DOSSIER_WORDS.stateOf, { field: say(field.name) }))} value={shown} onChange={(event) => {
        const picked = event.currentTarget.value
        opened.value = picked === 'given'
        if (picked === 'none' || picked === 'unknown' || picked === 'not-applicable') set(CHOICES[picked])
        else if (state !== 'given') set(undefined)
      }}>
        <option value="none">{say(DOSSIER_WORDS.notAsked)}</option>
        <option value="given">{say(DOSSIER_WORDS.given)}</option>
        <option value="unknown">{say(DOSSIER_WORDS.unknown)}</option>
        <option value="not-applicable">{say(DOSSIER_WORDS.notApplicable)}</option>
      </select>
    </span>
  )
}

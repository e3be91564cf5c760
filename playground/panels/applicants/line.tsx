import { useSignal } from '@preact/signals'
import { eachText, periodsText, periodText } from '../../../src/explain/periods.ts'
import { explained, focus, focusOn } from '../../state/store.ts'
import { fill, say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import { lineKey } from '../../workers/protocol.ts'
import type { LineView } from '../../workers/protocol.ts'
import { sumOf } from '../../workers/range.ts'
import { shown } from '../frame/panes.tsx'
import { Amount } from './amount.tsx'
import { StandingMark } from './standing.tsx'

const MONEY: ReadonlySet<string> = new Set(['grant', 'ceiling', 'repayment'])

interface LineProps {
  readonly line: LineView
  readonly applicant: string
  /** The first line of the clause in focus: its reasoning is open from the start. */
  readonly first?: boolean
}

/** Lines of consecutive periods that are alike: one row that opens into theirs. */
export function Lines({ lines, applicant, shown }: { readonly lines: readonly LineView[]; readonly applicant: string; readonly shown: LineView | undefined }) {
  const [line] = lines
  if (line === undefined) return null
  return lines.length === 1 ? <Line line={line} applicant={applicant} first={line === shown} /> : <Run lines={lines} line={line} applicant={applicant} />
}

interface RunProps {
  readonly lines: readonly LineView[]
  readonly line: LineView
  readonly applicant: string
}

function Run({ lines, line, applicant }: RunProps) {
  const open = useSignal(false)
  const periods = lines.flatMap(({ period }) => period ?? [])
  const which = say(periodsText(periods))
  const name = ['line', 'run', line.standing, line.changed && 'changed', line.clause === focus.value.clause && 'in-focus'].filter(Boolean).join(' ')
  return (
    <li class={name} data-run={String(lines.length)}>
      <div class="line-row">
        <button type="button" class="clause-link" onClick={() => focusOn(line.clause)}>{line.clause}</button>
        <span class="line-subject">{line.subject} <span class="line-period">{which}</span>{line.stale && <span class="tag" title={say(WORDS.stale)}>{say(WORDS.staleShort)}</span>}</span>
        <StandingMark standing={line.standing} />
        <Result line={together(lines, line)} />
        <button type="button" class="why" aria-expanded={open.value} onClick={() => { open.value = !open.value }} aria-label={`${say(WORDS.why)} ${line.clause} ${line.subject} ${which}`}>{open.value ? '▾' : '▸'}</button>
      </div>
      {MONEY.has(line.kind) && line.range.possible !== 0n && <p class="line-summary run-sum">{say(eachText(periods, line.range))}</p>}
      {!open.value && <Short line={line} instance={lines.some((each) => String(shortly(each)) !== String(shortly(line)))} />}
      <ul class="lines run-lines" hidden={!open.value}>{lines.map((each) => <Line key={each.period?.from} line={each} applicant={applicant} />)}</ul>
    </li>
  )
}

/** What a run comes to in all. */
function together(lines: readonly LineView[], line: LineView): LineView {
  const before = lines.flatMap((each) => each.before?.range ?? [])
  return { ...line, range: sumOf(lines.map(({ range }) => range)), before: line.before === null || before.length < lines.length ? null : { ...line.before, range: sumOf(before) } }
}

/** A clause's result for one subject: the result on one row, the reasoning below it when it is open. */
export function Line({ line, applicant, first = false }: LineProps) {
  const asked = useSignal<boolean | null>(null)
  const inFocus = line.clause === focus.value.clause
  const open = asked.value ?? first
  const toggle = (): void => {
    const key = lineKey(applicant, line.clause, line.subject)
    asked.value = !open
    explained.value = open ? explained.value.filter((each) => each !== key) : [...explained.value, key]
  }
  const name = ['line', line.standing, line.changed && 'changed', inFocus && 'in-focus'].filter(Boolean).join(' ')
  return (
    <li class={name} data-clause={line.clause} data-subject={line.subject} data-period={line.period?.from} data-standing={line.standing} data-committed={String(line.range.committed)} data-possible={line.range.possible === null ? '' : String(line.range.possible)}>
      <div class="line-row">
        <button type="button" class="clause-link" onClick={() => focusOn(line.clause)}>{line.clause}</button>
        <span class="line-subject">{line.subject}{line.period !== null && <span class="line-period"> {say(periodText(line.period))}</span>}{line.stale && <span class="tag" title={say(WORDS.stale)}>{say(WORDS.staleShort)}</span>}</span>
        <StandingMark standing={line.standing} />
        <Result line={line} />
        <button type="button" class="why" aria-expanded={open} onClick={toggle} aria-label={`${say(WORDS.why)} ${line.clause} ${line.subject}`}>{open ? '▾' : '▸'}</button>
      </div>
      {open ? <Reasoning line={line} /> : <Short line={line} />}
    </li>
  )
}

function Result({ line }: { readonly line: LineView }) {
  if (MONEY.has(line.kind)) {
    const nothing = line.standing === 'fails' && !line.changed
    if (nothing) return <span class="amount none">—</span>
    return line.kind === 'repayment' ? <span class="amount repaid"><span class="label">{say(WORDS.repayment)}</span> <Amount before={line.before?.range ?? null} after={line.range} /></span> : <Amount before={line.before?.range ?? null} after={line.range} />
  }
  const was = line.before?.gives ?? null
  const gives = line.standing === 'fails' ? null : line.gives
  return <span class="amount words">{line.changed && was !== null && was.zh !== gives?.zh && <span class="before">{say(was)} → </span>}{gives === null ? '—' : say(gives)}</span>
}

/** Below a line that is closed: the sum of a line in focus, or why another one does not simply hold. `instance`: the other lines of its row have other words. */
function Short({ line, instance = false }: { readonly line: LineView; readonly instance?: boolean }) {
  const sentences = shortly(line)
  if (sentences.length === 0) return null
  return (
    <ul class="line-summary">
      {instance && line.period !== null && <li data-instance>{say(fill(WORDS.instance, { period: say(periodText(line.period)) }))}</li>}
      {sentences.map((sentence, index) => <li key={index}>{sentence}</li>)}
    </ul>
  )
}

function shortly(line: LineView): readonly string[] {
  const bill = line.parts.find((part) => part.about === 'bill')?.sentences ?? []
  const limits = line.parts.find((part) => part.about === 'adjustments')?.sentences ?? []
  if (bill.length > 0) return [...bill, ...limits].map(say)
  return line.standing === 'holds' || say(line.summary) === '' ? [] : [say(line.summary)]
}

/** The sentence in the paper; on a phone the paper comes up for it. */
function toSentence(clause: string): void {
  if (matchMedia('(max-width: 719px)').matches) shown.value = 'source'
  focusOn(clause)
}

const ORDER = ['bill', 'adjustments', 'payers', 'decision', 'questions', 'reasons', 'quote', 'readings', 'units'] as const

function Reasoning({ line }: { readonly line: LineView }) {
  const parts = [...line.parts].sort((a, b) => ORDER.indexOf(a.about) - ORDER.indexOf(b.about))
  return (
    <dl class="reasoning">
      {parts.map((part) => (
        <div key={part.about} class={`part ${part.about}`}>
          <dt>{say(part.title)}</dt>
          {part.sentences.map((sentence, index) => <dd key={index}>{part.about === 'quote' ? <button type="button" class="quote-link" title={say(WORDS.toSentence)} onClick={() => toSentence(line.clause)}>{say(sentence)}</button> : say(sentence)}</dd>)}
        </div>
      ))}
    </dl>
  )
}

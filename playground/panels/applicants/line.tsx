import { useSignal } from '@preact/signals'
import { focus, focusOn } from '../../state/store.ts'
import { say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import type { LineView } from '../../workers/protocol.ts'
import { Amount } from './amount.tsx'
import { StandingMark } from './standing.tsx'

const MONEY: ReadonlySet<string> = new Set(['grant', 'ceiling', 'repayment'])

/** A clause's result for one subject: the result on one row, the reasoning below it for the clause in focus or when asked. */
export function Line({ line }: { readonly line: LineView }) {
  const asked = useSignal<boolean | null>(null)
  const inFocus = line.clause === focus.value.clause
  const open = asked.value ?? (inFocus && line.standing !== 'fails')
  const name = `line ${line.changed ? 'changed' : ''} ${inFocus ? 'in-focus' : ''} ${line.standing}`
  return (
    <li class={name} data-clause={line.clause} data-subject={line.subject} data-standing={line.standing} data-committed={String(line.range.committed)} data-possible={line.range.possible === null ? '' : String(line.range.possible)}>
      <div class="line-row">
        <button type="button" class="clause-link" onClick={() => focusOn(line.clause)}>{line.clause}</button>
        <span class="line-subject">{line.subject}</span>
        <StandingMark standing={line.standing} />
        {MONEY.has(line.kind) ? (line.standing === 'fails' && line.before?.standing !== 'holds' ? <span class="amount none">—</span> : <Amount before={line.before?.range ?? null} after={line.range} />) : <span class="amount">{line.standing === 'fails' || line.gives === null ? '—' : say(line.gives)}</span>}
        <button type="button" class="why" aria-expanded={open} onClick={() => { asked.value = !open }} aria-label={`${say(WORDS.why)} ${line.clause} ${line.subject}`}>{open ? '▾' : '▸'}</button>
      </div>
      {line.stale && <p class="stale-note">{say(WORDS.stale)}</p>}
      {open ? <Reasoning line={line} /> : say(line.summary) !== '' && line.standing !== 'holds' && <p class="line-summary">{say(line.summary)}</p>}
    </li>
  )
}

function Reasoning({ line }: { readonly line: LineView }) {
  return (
    <dl class="reasoning">
      {line.parts.map((part) => (
        <div key={part.about} class={`part ${part.about}`}>
          <dt>{say(part.title)}</dt>
          {part.sentences.map((sentence, index) => <dd key={index}>{say(sentence)}</dd>)}
        </div>
      ))}
    </dl>
  )
}

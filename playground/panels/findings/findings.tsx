import { useSignal } from '@preact/signals'
import { readable } from '../../../src/explain/text.ts'
import { acceptResult } from '../../pin/pin.ts'
import { PIN_WORDS } from '../../words/pin.ts'
import { fixEdits } from '../../figures/follow-quotation.ts'
import { edit, evaluation, examples, focusOn, texts } from '../../state/store.ts'
import { say, fill } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import { shown } from '../frame/panes.tsx'
import { MARKS } from '../source/marks.ts'
import type { Evaluation, ExampleView, Finding, SegmentView } from '../../workers/protocol.ts'

const WEIGHT = { error: 0, warning: 1, information: 2 } as const

/** What is wrong, where, and what to write instead; the fix is a button. Then the examples that do not hold. */
export function Findings() {
  const now = evaluation.value
  if (now === null) return <p class="empty">{say(WORDS.preparing)}</p>
  const failing = examples.value.filter((each) => !each.passed)
  const found = [...now.findings].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])
  return (
    <div class="findings">
      <Covered now={now} />
      {found.length === 0 && failing.length === 0 && <p class="empty">{say(WORDS.noFindings)}</p>}
      <ul>{found.map((each) => <Found key={`${each.code} ${each.file} ${each.span.start}`} finding={each} />)}</ul>
      {failing.length > 0 && <h3 class="group">{say(WORDS.examples)} <span class="count">{failing.length}</span></h3>}
      <ul>{failing.map((each) => <Failing key={each.key} example={each} />)}</ul>
      {examples.value.length > failing.length && <p class="dim" data-examples-held>✓ {say(fill(PIN_WORDS.held, { count: examples.value.length - failing.length }))}</p>}
    </div>
  )
}

const COVERED = ['encoded', 'ambiguous', 'direction', 'structure', 'drifted', 'uncovered'] as const

/** How the official text is accounted for: each sentence that is not can be gone to. */
function Covered({ now }: { readonly now: Evaluation }) {
  const of = (coverage: SegmentView['coverage']) => now.segments.filter((each) => each.coverage === coverage)
  const open = [...of('drifted'), ...of('uncovered')]
  const counts = COVERED.flatMap((each) => (of(each).length === 0 ? [] : [`${say(MARKS[each].words)} ${of(each).length}`]))
  return (
    <section class="covered" data-covered={now.segments.length - of('uncovered').length} data-of={now.segments.length}>
      <p><strong>{say(WORDS.coverage)} {now.segments.length - of('uncovered').length}/{now.segments.length}</strong> <span class="dim">{counts.join(say({ zh: '、', en: ', ' }))}</span></p>
      {open.length > 0 && <p>{say(WORDS.notAccounted)}{open.map((each) => <button key={each.id} type="button" class="link sentence-link" onClick={() => showSentence(each.id)}>{each.id}</button>)}</p>}
    </section>
  )
}

function showSentence(id: string): void {
  shown.value = 'source'
  requestAnimationFrame(() => document.querySelector(`[data-segment="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'center' }))
}

function Found({ finding }: { readonly finding: Finding }) {
  return (
    <li class={`finding ${finding.severity}`} data-code={finding.code}>
      <p><strong class="severity">{say(WORDS[finding.severity])}</strong> {say(finding.message)}</p>
      <p class="dim">{say(finding.hint)}</p>
      <p class="finding-actions">
        {finding.clause !== null && <button type="button" class="link" onClick={() => focusOn(finding.clause)}>{say(WORDS.goThere)} {finding.clause}</button>}
        {finding.fixes.map((fix, index) => <button key={index} type="button" data-fix={finding.code} onClick={() => edit(fixEdits(evaluation.peek()?.figures ?? [], texts.peek(), fix.edits))}>{say(fix.title)}</button>)}
        <span class="dim">{finding.file}</span>
      </p>
    </li>
  )
}

function Failing({ example }: { readonly example: ExampleView }) {
  const reason = useSignal('')
  return (
    <li class="finding warning" data-example={example.key}>
      <p>{say(fill(WORDS.exampleFailed, { name: say(readable(example.name)) }))}</p>
      {example.problems.map((problem, index) => <p key={index} class="dim">{say(problem)}</p>)}
      <form class="finding-actions" onSubmit={(event) => {
        event.preventDefault()
        if (reason.value.trim() !== '') void acceptResult(example.name.zh, reason.value)
      }}>
        <input type="text" placeholder={say(PIN_WORDS.reason)} aria-label={say(fill(PIN_WORDS.reasonFor, { name: say(example.name) }))} value={reason.value} onInput={(event) => { reason.value = event.currentTarget.value }} />
        <button type="submit" data-action="accept" disabled={reason.value.trim() === ''}>{say(PIN_WORDS.accept)}</button>
      </form>
    </li>
  )
}

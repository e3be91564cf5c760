import { isDay } from '../../state/days.ts'
import { days, evaluation, examples, tab } from '../../state/store.ts'
import { fill, say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import { shown } from './panes.tsx'

export function StatusBar() {
  const now = evaluation.value
  const showFindings = (): void => {
    tab.value = 'findings'
    shown.value = 'effect'
  }
  const covered = now?.segments.filter((each) => each.coverage !== 'uncovered').length ?? 0
  const serious = now?.findings.filter((each) => each.severity !== 'information').length ?? 0
  const passed = examples.value.filter((each) => each.passed).length
  return (
    <footer class="status" aria-label={say(WORDS.status)}>
      {now === null ? <span>{say(WORDS.preparing)}</span> : (
        <>
          <span data-status="coverage">{say(WORDS.coverage)} {covered}/{now.segments.length}</span>
          {examples.value.length > 0 && <button type="button" class="link" data-status="examples" onClick={showFindings}>{say(fill(WORDS.examplesPassed, { passed, all: examples.value.length }))}</button>}
          <button type="button" class="link" data-status="findings" onClick={showFindings}>{say(WORDS.findings)} {serious}</button>
          <label class="day">{say(WORDS.dayOfApplication)} <input type="date" data-day="on" value={days.value.on} onChange={(event) => setDay(event.currentTarget.value)} /></label>
          <span class="spring" />
          <span data-status="time">{say(fill(WORDS.milliseconds, { ms: Math.max(1, Math.round(now.milliseconds)) }))}</span>
        </>
      )}
      <strong class="sample">{say(WORDS.sample)}</strong>
    </footer>
  )
}

function setDay(on: string): void {
  if (isDay(on)) days.value = { ...days.peek(), on }
}

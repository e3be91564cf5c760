import { handOver } from '../../folder/hand-over.ts'
import { markdown, reportOf } from '../../report/report.ts'
import type { Report as ReportData } from '../../report/report.ts'
import { SOURCE_FILE } from '../../state/source-file.ts'
import { base, chosen, days, edition, evaluation } from '../../state/store.ts'
import { signal } from '@preact/signals'
import { REPORT_WORDS } from '../../words/report.ts'
import { fill, say } from '../../words/say.ts'
import { versionIn } from '../../words/versions.ts'
import { WORDS } from '../../words/words.ts'

/** What is printed, made when it is asked for. */
const printed = signal<ReportData | null>(null)

function make(): ReportData | null {
  const now = evaluation.peek()
  const { policy, version, against } = chosen.peek() ?? { policy: null, version: '', against: null }
  const named = (name: string) => versionIn(policy?.versions ?? [], name)
  return now === null ? null : reportOf({ evaluation: now, edition: edition.peek(), version: named(version), against: against === null ? null : named(against), before: base.peek()[SOURCE_FILE] ?? '', after: now.texts[SOURCE_FILE] ?? '', ...days.peek() })
}

window.addEventListener('beforeprint', () => { printed.value = make() })

export function ReportMenu() {
  const download = (): void => {
    const report = make()
    if (report !== null) handOver(`${chosen.peek()?.policy.folder ?? 'report'}.md`, new Blob([markdown(report, say)], { type: 'text/markdown' }))
  }
  const print = (): void => {
    printed.value = make()
    requestAnimationFrame(() => window.print())
  }
  return (
    <details class="menu" data-menu="report">
      <summary>{say(REPORT_WORDS.report)}</summary>
      <div class="menu-body">
        <p class="dim">{say(REPORT_WORDS.what)}</p>
        <button type="button" data-action="report-markdown" onClick={download}>{say(REPORT_WORDS.download)}</button>
        <button type="button" data-action="report-print" onClick={print}>{say(REPORT_WORDS.print)}</button>
      </div>
    </details>
  )
}

/** The report on paper: on the screen it is not there. */
export function PrintedReport() {
  const report = printed.value
  if (report === null) return null
  return (
    <section class="report" aria-hidden="true" data-report>
      <h1>{say(report.title)}</h1>
      <h2>{say(REPORT_WORDS.heading)}</h2>
      <p><strong>{say(report.line)}</strong></p>
      <p>{say(report.version)}</p>
      <p>{say(WORDS.sample)}{say({ zh: '。', en: '. ' })}{say(report.situation)}</p>
      {report.rows.length > 0 && <><h2>{say(REPORT_WORDS.compared)}</h2>
        <table class="table"><thead><tr><th>{say(REPORT_WORDS.sentence)}</th><th>{say(REPORT_WORDS.old)}</th><th>{say(REPORT_WORDS.fresh)}</th></tr></thead>
          <tbody>{report.rows.map((each) => <tr key={each.id}><td>{each.id}</td><td>{each.before}</td><td>{each.after}</td></tr>)}</tbody></table></>}
      {report.wording.length > 0 && <><h2>{say(REPORT_WORDS.wording)}</h2><ul>{report.wording.map((each) => <li key={each}>{each}</li>)}</ul></>}
      <h2>{say(REPORT_WORDS.effects)}</h2>
      {report.effects.length === 0 ? <p>{say(REPORT_WORDS.noEffect)}</p> : <>
        <table class="table"><thead><tr><th>{say(REPORT_WORDS.applicant)}</th><th>{say(REPORT_WORDS.clause)}</th><th class="number">{say(REPORT_WORDS.before)}</th><th class="number">{say(REPORT_WORDS.after)}</th><th class="number">{say(REPORT_WORDS.difference)}</th></tr></thead>
          <tbody>{report.effects.map((each) => <tr key={`${each.name} ${each.clause} ${each.subject}`}><td>{each.name}</td><td>{each.clause} {each.subject}</td><td class="number">{say(each.before)}</td><td class="number">{say(each.after)}</td><td class="number">{say(each.difference)}</td></tr>)}</tbody></table>
        <p>{say(fill(REPORT_WORDS.unchanged, { count: report.unchanged }))}</p></>}
      <h2>{say(REPORT_WORDS.notCounted)}</h2>
      {report.notCounted.length === 0 ? <p>{say(REPORT_WORDS.all)}</p> : <ul>{report.notCounted.map((each) => <li key={each.zh}>{say(each)}</li>)}</ul>}
      <h2>{say(REPORT_WORDS.readings)}</h2>
      {report.readings.length === 0 ? <p>{say(REPORT_WORDS.usual)}</p> : <ul>{report.readings.map((each) => <li key={each.zh}>{say(each)}</li>)}</ul>}
    </section>
  )
}

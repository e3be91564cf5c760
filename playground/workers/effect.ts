import type { Policy } from '../../src/core/core.ts'
import type { Input, Line, Result, Sum } from '../../src/engines/engine.ts'
import { explainLine } from '../../src/explain/line.ts'
import { benefit } from '../../src/explain/outcome.ts'
import { summary } from '../../src/explain/summary.ts'
import { nameOfApplicant } from './input.ts'
import { lineKey } from './protocol.ts'
import type { CardView, EffectView, LineView, Range, Situation } from './protocol.ts'

export interface Run {
  readonly policy: Policy
  readonly input: Input
  readonly result: Result
}

const NO_WORDS = { zh: '', en: '' }
const identity = (line: Line): string => `${line.clause}\u0000${line.subject}`
const range = (line: Line): Range => ({ committed: line.committed, possible: line.possible })
const total = (sum: Sum): CardView['total'] => ({ committed: sum.committed, possible: sum.unstated > 0 && sum.possible === sum.committed ? sum.committed : sum.possible, unstated: sum.unstated })

/** An amount to be repaid that nothing bounds is told as such. */
const back = ({ committed, possible, unstated }: Sum): Range => ({ committed, possible: unstated > 0 ? null : possible })

export interface Shown {
  /** Keys of statements for which an earlier text was taken. */
  readonly stale: ReadonlySet<string>
  /** Clauses that differ from what the draft is compared with. */
  readonly clauses: ReadonlySet<string>
  readonly explain: Situation['explain']
}

/** The cards of all applicants: each line beside what it was in the run that it is compared with. */
export function effectOf(now: Run, before: Run | null, shown: Shown): EffectView {
  const cards = now.result.applicants.map((applicant, index): CardView => {
    const earlier = before?.result.applicants.find((each) => each.id === applicant.id)
    const lines = applicant.lines.map((line) => lineView(now, before, line, earlier?.lines.find((each) => identity(each) === identity(line)), shown))
    const gone = (earlier?.lines ?? []).filter((line) => !applicant.lines.some((each) => identity(each) === identity(line)) && line.standing !== 'fails')
    const dossier = now.input.applicants[index]
    return {
      id: applicant.id, name: dossier === undefined ? applicant.id : nameOfApplicant(now.policy, dossier), lines, total: total(applicant.total),
      totalBefore: earlier === undefined ? null : total(earlier.total), repayment: back(applicant.repayment), repaymentBefore: earlier === undefined ? null : back(earlier.repayment),
      changed: gone.length > 0 || lines.some((line) => line.changed),
    }
  })
  return { cards, stale: [...shown.stale], ...counted(cards), undetermined: openCards(now.result, shown.clauses), notes: now.result.notes.map((note) => note.message) }
}

function lineView(now: Run, before: Run | null, line: Line, earlier: Line | undefined, { stale, explain }: Shown): LineView {
  const gives = benefit(now.policy, line)
  const was = earlier === undefined || before === null ? null : { standing: earlier.standing, range: range(earlier), gives: benefit(before.policy, earlier) }
  const changed = was !== null && (was.standing !== line.standing || was.range.committed !== line.committed || was.range.possible !== line.possible || was.gives?.zh !== gives?.zh)
  // Lines that simply do not hold are folded away: their words are made when they are asked for.
  const quiet = line.standing === 'fails' && !changed && line.clause !== explain.clause
  const explained = line.clause === explain.clause || explain.lines.includes(lineKey(line.applicant, line.clause, line.subject))
  return {
    clause: line.clause, subject: line.subject, entity: line.entity, kind: line.kind, standing: line.standing, range: range(line), gives, before: was,
    changed: changed || (before !== null && earlier === undefined && line.standing !== 'fails'), adjusted: line.adjustments.length > 0, stale: stale.has(`clause ${line.clause}`),
    summary: quiet ? NO_WORDS : summary(now.policy, line, now.result.readings), parts: explained ? explainLine(now.policy, line, now.result.readings).parts : [],
  }
}

function counted(cards: readonly CardView[]): Pick<EffectView, 'gain' | 'lose' | 'change'> {
  let [gain, lose, committed, possible] = [0, 0, 0n, 0n]
  for (const { total: after, totalBefore: before } of cards) {
    if (before === null) continue
    const sure = after.committed - before.committed
    const most = (after.possible ?? 0n) - (before.possible ?? 0n)
    committed += sure
    possible += most
    const direction = sure === 0n ? most : sure
    if (direction > 0n) gain += 1
    if (direction < 0n) lose += 1
  }
  return { gain, lose, change: { committed, possible } }
}

/** Applicants for whom a changed clause is open because facts are missing. */
function openCards(result: Result, clauses: ReadonlySet<string>): number {
  return result.applicants.filter((applicant) => applicant.lines.some((line) => clauses.has(line.clause) && line.missing.length > 0 && line.standing !== 'fails')).length
}

import type { Policy } from '../../src/core/core.ts'
import { saidBy } from '../../src/core/said.ts'
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
const NO_LIMITS: readonly string[] = []
const identity = ({ clause, subject, period }: Line): string => `${clause}\u0000${subject}\u0000${period?.from ?? ''}`
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
  const wording = wordsOf(now)
  const applicants = new Map(before?.result.applicants.map((each) => [each.id, each]))
  const cards = now.result.applicants.map((applicant, index): CardView => {
    const earlier = applicants.get(applicant.id)
    const was = new Map(earlier?.lines.map((line) => [identity(line), line]))
    const is = new Set(applicant.lines.map(identity))
    const lines = applicant.lines.map((line) => lineView(now, before, line, was.get(identity(line)), wording, shown))
    const gone = [...was].filter(([key, line]) => !is.has(key) && line.standing !== 'fails')
    const dossier = now.input.applicants[index]
    return {
      id: applicant.id, name: dossier === undefined ? applicant.id : nameOfApplicant(now.policy, dossier), lines, total: total(applicant.total),
      totalBefore: earlier === undefined ? null : total(earlier.total), repayment: back(applicant.repayment), repaymentBefore: earlier === undefined ? null : back(earlier.repayment),
      changed: gone.length > 0 || lines.some((line) => line.changed),
    }
  })
  return { cards, stale: [...shown.stale], ...counted(cards), undetermined: openCards(now.result, shown.clauses), notes: now.result.notes.map((note) => note.message) }
}

/** What a line's view was made of. A line that an evaluation takes over from the one before is the same object. */
interface Viewed {
  readonly earlier: Line | undefined
  /** What it was drawn for, in a number, and what the limits say that cut it. */
  readonly about: number
  readonly limits: string
  readonly view: LineView
}

const viewed = new WeakMap<Line, Viewed>()

let words = { said: '', count: 0 }

/** A number for the names that the words of a line take from the policy: another one when any of them is another. */
function wordsOf({ policy, result }: Run): number {
  const { agencies, applicant, clauses, enumerations, matters, measures, rounding } = policy
  const names = clauses.map(({ id, name, measure }) => [id, name, measure])
  const said = [JSON.stringify([result.readings, names, rounding]), ...[applicant, ...agencies, ...enumerations, ...matters, ...measures].map(saidBy)].join('\n')
  if (said !== words.said) words = { said, count: words.count + 1 }
  return words.count
}

function lineView(now: Run, before: Run | null, line: Line, earlier: Line | undefined, wording: number, { stale, explain }: Shown): LineView {
  const inFocus = line.clause === explain.clause
  const explained = inFocus || (explain.lines.length > 0 && explain.lines.includes(lineKey(line.applicant, line.clause, line.subject)))
  const isStale = stale.size > 0 && stale.has(`clause ${line.clause}`)
  const about = [before !== null, isStale, inFocus, explained].reduce((bits, one) => bits * 2 + Number(one), wording)
  const limits = line.adjustments.length === 0 ? '' : now.policy.limits.filter(({ id }) => line.adjustments.some((each) => each.constraint === id)).map(saidBy).join('\n')
  const known = viewed.get(line)
  if (known !== undefined && known.earlier === earlier && known.about === about && known.limits === limits) return known.view
  const view = viewOf(now, before, line, earlier, { stale: isStale, inFocus, explained })
  viewed.set(line, { earlier, about, limits, view })
  return view
}

function viewOf(now: Run, before: Run | null, line: Line, earlier: Line | undefined, { stale, inFocus, explained }: { readonly stale: boolean; readonly inFocus: boolean; readonly explained: boolean }): LineView {
  const gives = benefit(now.policy, line)
  const was = earlier === undefined || before === null ? null : { standing: earlier.standing, range: range(earlier), gives: benefit(before.policy, earlier) }
  const changed = was !== null && (was.standing !== line.standing || was.range.committed !== line.committed || was.range.possible !== line.possible || was.gives?.zh !== gives?.zh)
  // Lines that simply do not hold are folded away: their words are made when they are asked for.
  const quiet = line.standing === 'fails' && !changed && !inFocus
  return {
    clause: line.clause, subject: line.subject, entity: line.entity, period: line.period, kind: line.kind, standing: line.standing, range: range(line), gives, before: was,
    changed: changed || (before !== null && earlier === undefined && line.standing !== 'fails'), adjusted: line.adjustments.length > 0, limits: limitsOf(line, earlier), stale,
    summary: quiet ? NO_WORDS : summary(now.policy, line, now.result.readings), parts: explained ? explainLine(now.policy, line, now.result.readings).parts : [],
  }
}

function limitsOf(line: Line, earlier: Line | undefined): LineView['limits'] {
  const adjustments = [...line.adjustments, ...(earlier?.adjustments ?? [])]
  return adjustments.length === 0 ? NO_LIMITS : [...new Set(adjustments.map(({ constraint }) => constraint))]
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

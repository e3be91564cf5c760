import type { Clause, Policy } from '../../core/core.ts'
import type { Applicant, Decision, LedgerEntry } from '../engine.ts'
import { assess, decidedIn, meet, subjectsOf, type Assessment, type DecidedOn, type Program } from './clauses.ts'
import { draftLine, type Draft } from './drafts.ts'
import { takenOver } from './earlier-lines.ts'
import { frameOf, personOf, type Frame, type Instance, type Past, type Person } from './frame.ts'
import { ONCE } from './turns.ts'
import { TRUE } from './values.ts'

/** A clause's closures with the lines that they have made; kept as long as what the clause says stays the same. */
export interface Kept {
  readonly meaning: () => string
  readonly program: Program
  /** The clauses that may displace its lines, itself among them; empty when none does. */
  readonly related: readonly string[]
  readonly memory: Memory
}

/** Lines of the last applicants, in their order, for one past and one list of decisions. */
interface Memory {
  session: Session | null
  crowd: Crowd | null
  lines: (readonly Draft[] | undefined)[]
  /** What the clause made of the same applicants when it said something else: lines that come out as they were stay the very same. */
  earlier: Memory | null
}

export function newMemory(earlier: Memory | null): Memory {
  return { session: null, crowd: null, lines: [], earlier: earlier === null ? null : { ...earlier, earlier: null } }
}

/** What lines rest on besides the clause and the applicant. */
export interface Session {
  readonly past: Past
  readonly ledger: readonly LedgerEntry[]
  readonly decisions: readonly Decision[]
  /** Earlier grants are looked up among these; null where there are none. */
  readonly among: readonly Applicant[] | null
  readonly decidedOn: DecidedOn
}

/** Two runs with the same past and decisions are one session: lines of the first serve the second. */
export function sessionOf(previous: Session | null, { applicants, people }: Crowd, ledger: readonly LedgerEntry[], decisions: readonly Decision[]): Session {
  const among = ledger.length === 0 ? null : applicants
  const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a === b || (a.length === 0 && b.length === 0)
  if (previous !== null && isSame(previous.ledger, ledger) && isSame(previous.decisions, decisions) && previous.among === among) return previous
  return { past: { ledger, people }, ledger, decisions, among, decidedOn: decidedIn(decisions) }
}

/** The applicants of one evaluation, by id, each once: of two with one id the later one. */
export interface Crowd {
  readonly applicants: readonly Applicant[]
  readonly members: readonly { readonly applicant: Applicant; readonly person: Person }[]
  readonly people: ReadonlyMap<string, Person>
}

/** The same list of applicants is the same crowd; of another list those who were there before keep their lines. */
export function crowdOf(policy: Policy, previous: Crowd | null, applicants: readonly Applicant[]): Crowd {
  if (previous?.applicants === applicants) return previous
  const known = new Map(previous?.members.map(({ applicant, person }) => [applicant, person]))
  const members = [...new Map(applicants.map((applicant) => [applicant.id, applicant])).values()].map((applicant) => ({ applicant, person: known.get(applicant) ?? personOf(policy, applicant) }))
  return { applicants, members, people: new Map(members.map(({ applicant, person }) => [applicant.id, person])) }
}

/** All lines, with the places of those of each clause and of each applicant. */
export interface Drafts {
  readonly all: readonly Draft[]
  readonly byClause: ReadonlyMap<string, readonly number[]>
  readonly byApplicant: ReadonlyMap<string, readonly number[]>
}

/** Clauses in the order of the text, then subjects in the order of the dossier. */
export function draftsOf(kept: readonly Kept[], session: Session, crowd: Crowd): Drafts {
  const byId = new Map(kept.map((one) => [one.program.clause.id, one.program]))
  const addressed = kept.filter(({ program }) => program.clause.subject !== null).map((one) => ({ one, places: new Array<number>() }))
  for (const { one: { memory } } of addressed) recall(memory, session, crowd)
  const all: Draft[] = []
  const byApplicant = new Map<string, readonly number[]>()
  crowd.members.forEach(({ applicant, person }, at) => {
    const theirs: number[] = []
    for (const { one, places } of addressed) {
      const own = one.memory.lines[at] ??= linesOf(one, byId, session, person, one.memory.earlier?.lines[at] ?? NO_LINES)
      for (const draft of own) {
        places.push(all.length)
        theirs.push(all.length)
        all.push(draft)
      }
    }
    byApplicant.set(applicant.id, theirs)
  })
  for (const { one: { memory } } of addressed) memory.earlier = null
  const inTurn = addressed.filter(({ places }) => places.length > 0).sort((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0))
  return { all, byClause: new Map(inTurn.map(({ one, places }) => [one.program.clause.id, places])), byApplicant }
}

/** What was computed in another session says nothing; of another crowd the lines of those who are still there are kept. */
function recall(memory: Memory, session: Session, crowd: Crowd): void {
  const { crowd: before, lines, earlier } = memory
  if (earlier !== null && (earlier.session !== session || earlier.crowd !== crowd)) memory.earlier = null
  if (memory.session === session && before === crowd) return
  const known = memory.session === session ? new Map(before?.members.map(({ applicant }, at) => [applicant, lines[at]])) : new Map<Applicant, undefined>()
  memory.lines = crowd.members.map(({ applicant }) => known.get(applicant))
  memory.session = session
  memory.crowd = crowd
}

const NO_LINES: readonly Draft[] = []
const NO_OTHERS: readonly Assessment[] = []

function linesOf({ program, related }: Kept, programs: ReadonlyMap<string, Program>, session: Session, person: Person, earlier: readonly Draft[]): readonly Draft[] {
  const subjects = subjectsOf(program.clause, person)
  if (subjects.length === 0) return NO_LINES
  const found: Draft[] = []
  for (const subject of subjects) {
    const frame = frameOf(session.past, person, subject)
    const own = assessed(program, frame, session)
    const others = related.flatMap((id) => {
      const other = programs.get(id)
      return other === undefined || !isAbout(other.clause, person, subject) ? NO_OTHERS : other === program ? own : assessed(other, frame, session)
    })
    for (const one of own) found.push(draftLine(one, others.length === 0 ? NO_OTHERS : others.filter((other) => (meet(one, other) & TRUE) !== 0)))
  }
  return earlier.length === 0 ? found : takenOver(found, earlier)
}

/** A clause and a subject: once, or for each period. */
function assessed(program: Program, frame: Frame, session: Session): readonly Assessment[] {
  return (program.inForce ? program.turns(frame) : ONCE).map((turn) => assess(program, frame, turn, session.decidedOn))
}

function isAbout(clause: Clause, person: Person, subject: Instance): boolean {
  return subjectsOf(clause, person).includes(subject)
}

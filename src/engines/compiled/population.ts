import type { Clause, Policy } from '../../core/core.ts'
import type { Applicant, Decision, LedgerEntry } from '../engine.ts'
import { assess, decidedIn, subjectsOf, type Assessment, type DecidedOn, type Program } from './clauses.ts'
import { draftLine, type Draft } from './drafts.ts'
import { frameOf, personOf, type Instance, type Past, type Person } from './frame.ts'

/** A clause's closures with the lines that they have made; kept as long as what the clause says stays the same. */
export interface Kept {
  readonly meaning: string
  readonly program: Program
  /** The clauses that may displace its lines, itself among them; empty when none does. */
  readonly related: readonly string[]
  readonly memory: Memory
}

/** Lines by applicant, for one past and one list of decisions. */
interface Memory {
  session: Session | null
  drafts: WeakMap<Applicant, readonly Draft[]>
}

export function newMemory(): Memory {
  return { session: null, drafts: new WeakMap() }
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
export function sessionOf(previous: Session | null, applicants: readonly Applicant[], people: ReadonlyMap<string, Person>, ledger: readonly LedgerEntry[], decisions: readonly Decision[]): Session {
  const among = ledger.length === 0 ? null : applicants
  const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a === b || (a.length === 0 && b.length === 0)
  if (previous !== null && isSame(previous.ledger, ledger) && isSame(previous.decisions, decisions) && previous.among === among) return previous
  return { past: { ledger, people }, ledger, decisions, among, decidedOn: decidedIn(decisions) }
}

export type People = WeakMap<Applicant, Person>

/** By id, each once: of two with one id the later one. */
export function peopleOf(policy: Policy, known: People, applicants: readonly Applicant[]): ReadonlyMap<string, { readonly applicant: Applicant; readonly person: Person }> {
  return new Map(applicants.map((applicant) => {
    const person = known.get(applicant) ?? personOf(policy, applicant)
    known.set(applicant, person)
    return [applicant.id, { applicant, person }]
  }))
}

/** Clauses in the order of the text, then subjects in the order of the dossier. */
export function draftsOf(kept: readonly Kept[], session: Session, people: ReturnType<typeof peopleOf>): readonly Draft[] {
  const byId = new Map(kept.map((one) => [one.program.clause.id, one.program]))
  for (const { memory } of kept) {
    if (memory.session === session) continue
    memory.session = session
    memory.drafts = new WeakMap()
  }
  const drafts: Draft[] = []
  for (const { applicant, person } of people.values()) {
    for (const one of kept) {
      if (one.program.clause.subject === null) continue
      let own = one.memory.drafts.get(applicant)
      if (own === undefined) {
        own = linesOf(one, byId, session, person)
        one.memory.drafts.set(applicant, own)
      }
      for (const draft of own) drafts.push(draft)
    }
  }
  return drafts
}

function linesOf({ program, related }: Kept, programs: ReadonlyMap<string, Program>, session: Session, person: Person): readonly Draft[] {
  return subjectsOf(program.clause, person).map((subject) => {
    const assessed = (of: Program): Assessment => assess(of, frameOf(session.past, person, subject), session.decidedOn)
    if (related.length === 0) return draftLine(assessed(program), [])
    const same = related.flatMap((id) => {
      const other = programs.get(id)
      return other !== undefined && isAbout(other.clause, person, subject) ? [assessed(other)] : []
    })
    const one = same.find((each) => each.program === program) ?? assessed(program)
    return draftLine(one, same)
  })
}

function isAbout(clause: Clause, person: Person, subject: Instance): boolean {
  return subjectsOf(clause, person).includes(subject)
}

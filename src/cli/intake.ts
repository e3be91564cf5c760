import type { Policy } from '../core/core.ts'
import type { Input } from '../engines/engine.ts'
import type { Intake } from '../intake/problem.ts'
import { readDecisions, readDossiers, readLedger } from '../intake/read.ts'
import { dayOption, today } from './days.ts'
import { readBytes } from './io.ts'
import { BadInput } from './misuse.ts'
import { readReadings } from './readings.ts'
import type { Context, Given, Option } from './verb.ts'

/** The options of every verb that evaluates. */
export const INPUT_OPTIONS: { readonly [name: string]: Option } = {
  facts: { type: 'string', value: 'FILE', help: { zh: '申请人的材料：JSON、NDJSON或CSV', en: 'dossiers: JSON, NDJSON or CSV' } },
  ledger: { type: 'string', value: 'FILE', help: { zh: '以往拨付的台账', en: 'the ledger of earlier grants' } },
  decisions: { type: 'string', value: 'FILE', help: { zh: '已作出的决定', en: 'recorded decisions' } },
  on: { type: 'string', value: 'DATE', help: { zh: '申请日，默认今天', en: 'the day asked for, today unless given' } },
  'as-if-published': { type: 'string', value: 'DATE', help: { zh: '假定草案在这一天公布', en: 'evaluate a draft as if published on this day' } },
  reading: { type: 'string', value: 'A2=ID', multiple: true, help: { zh: '某处歧义取哪种解读', en: 'which reading of an ambiguity to take' } },
}

function accept<T>(path: string, intake: Intake<T>, { io, say }: Context): T {
  if (intake.problems.length === 0) return intake.value
  for (const problem of intake.problems) {
    const place = problem.place === null ? '' : `:${problem.place.line}:${problem.place.column}`
    io.err(`${path}${place} ${say(problem.message)}\n`)
  }
  throw new BadInput({ zh: `${path} 有${intake.problems.length}处问题，没有计算`, en: `${path} has ${intake.problems.length} problems: nothing was computed` })
}

/** What to evaluate, from the options. All problems of a file are printed before `BadInput` is thrown. */
export function readInput(policy: Policy, given: Given, context: Context): Input {
  const facts = given.text('facts')
  if (facts === null) throw new BadInput({ zh: '缺 --facts FILE：申请人的材料', en: '--facts FILE is missing: the dossiers' })
  const on = dayOption(given, 'on') ?? today()
  const asIfPublished = dayOption(given, 'as-if-published')
  const readings = readReadings(policy, given.texts('reading'))
  const [ledger, decisions] = [given.text('ledger'), given.text('decisions')]
  return {
    on,
    asIfPublished,
    readings,
    applicants: accept(facts, readDossiers(policy, readBytes(facts)), context),
    ledger: ledger === null ? [] : accept(ledger, readLedger(policy, readBytes(ledger)), context),
    decisions: decisions === null ? [] : accept(decisions, readDecisions(policy, readBytes(decisions)), context),
  }
}

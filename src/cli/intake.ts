import { dirname, join } from 'node:path'
import type { Policy } from '../core/core.ts'
import type { Input } from '../engines/engine.ts'
import type { Intake } from '../intake/problem.ts'
import { readDecisions, readDossiers, readLedger } from '../intake/read.ts'
import { formatOf } from '../intake/text.ts'
import { entries, parseJson } from '../intake/json-text.ts'
import { parseDate } from '../values/date.ts'
import { dayOption, today } from './days.ts'
import { kindOf, readBytes, readText } from './io.ts'
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

/** Prints all that is wrong with a file. */
function printProblems(path: string, { problems }: Intake<unknown>, { io, say }: Context): void {
  for (const problem of problems) {
    const place = problem.place === null ? '' : `:${problem.place.line}:${problem.place.column}`
    io.err(`${path}${place} ${say(problem.message)}\n`)
  }
}

function refusal(files: readonly (readonly [string, Intake<unknown>])[]): BadInput {
  const bad = files.filter(([, { problems }]) => problems.length > 0)
  const zh = bad.map(([path, { problems }]) => `${path} 有${problems.length}处问题`).join('，')
  const en = bad.map(([path, { problems }]) => `${path} has ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`).join(', ')
  return new BadInput({ zh: `${zh}，没有计算`, en: `${en}: nothing was computed` })
}

/** Sample dossiers are made for a day that stands beside them: it is told, not taken, since `--on` says “today unless given”. */
function tellDays(facts: string, { io, say }: Context): void {
  const path = join(dirname(facts), 'days.json')
  if (kindOf(path) !== 'file') return
  const { root } = parseJson(readText(path))
  const day = (name: string): string | null => {
    const value = root === undefined ? undefined : entries(root).find(({ key }) => key === name)?.value.value
    return typeof value === 'string' && parseDate(value) !== null ? value : null
  }
  const options = [['--on', day('on')], ['--as-if-published', day('asIfPublished')]].flatMap(([option, value]) => (value === null ? [] : [`${option} ${value}`])).join(' ')
  if (options !== '') io.err(`${say({ zh: `这份材料是为某一天写的（${path}），现按今天计算；按那一天计算：`, en: `these dossiers are made for a day (${path}); today was taken. For that day: ` })}${options}\n`)
}

const NOTHING = { value: [], problems: [] }

/** What to evaluate, from the options. All problems of all files are printed before `BadInput` is thrown. */
export function readInput(policy: Policy, given: Given, context: Context): Input {
  const facts = given.text('facts')
  if (facts === null) throw new BadInput({ zh: '缺 --facts FILE：申请人的材料', en: '--facts FILE is missing: the dossiers' })
  const [asked, asIfPublished] = [dayOption(given, 'on'), dayOption(given, 'as-if-published')]
  const on = asked ?? today()
  if (asked === null) tellDays(facts, context)
  const readings = readReadings(policy, given.texts('reading'))
  const [ledger, decisions] = [given.text('ledger'), given.text('decisions')]
  const bytes = readBytes(facts)
  const dossiers = readDossiers(policy, bytes, formatOf(facts, bytes))
  const earlier = ledger === null ? NOTHING : readLedger(policy, readBytes(ledger))
  const decided = decisions === null ? NOTHING : readDecisions(policy, readBytes(decisions))
  const files = [[facts, dossiers], [ledger ?? '', earlier], [decisions ?? '', decided]] as const
  for (const [path, intake] of files) printProblems(path, intake, context)
  if (files.some(([, { problems }]) => problems.length > 0)) throw refusal(files)
  return { on, asIfPublished, readings, applicants: dossiers.value, ledger: earlier.value, decisions: decided.value }
}

// `npm run bench`: what parsing, checking and building the core of a 2,000-line policy cost, against the bare Chevrotain
// lexing and parsing of the same text, side by side in one run. Exit code 1 when a ratio is above its bound.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './ensure.mjs'
import { benchCompiled } from '../test/bench/compiled.mjs'
import { largePolicy } from '../test/bench/large-policy.mjs'

const { createParser } = await import('../dist/grammar/parser.js')
const { tokenize } = await import('../dist/grammar/words.js')
const { statementStarts } = await import('../dist/src/syntax/split.js')
const { compile } = await import('../dist/src/compile.js')
const { interpreter } = await import('../dist/src/engines/interpret/interpret.js')
const { jsonLogic } = await import('../dist/src/engines/json-logic/json-logic.js')
const { readDossiers } = await import('../dist/src/intake/read.js')

const FULL = 3
const EDIT = 0.1
const COMPILED = 0.2
const WARM_UP = 30
const ROUNDS = 120

const FOLDER = 'policies/suzhou-ai-plus/consultation-draft'
const policy = largePolicy(join(ROOT, FOLDER))
const lines = policy.files.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0)

const parser = createParser()

/** The project's own lexer and CstParser on the same text, and nothing else: no tree, no diagnostics. */
function bare({ files }) {
  let statements = 0
  for (const { text } of files) {
    const { tokens } = tokenize(text)
    const starts = statementStarts(tokens)
    for (let at = 0; at < starts.length; at++) {
      parser.input = tokens.slice(starts[at], starts[at + 1])
      parser.statement()
      statements += 1
    }
  }
  return statements
}

/** The policy with one clause changed: another amount in its middle. */
function edited(amount) {
  const files = policy.files.map(({ file, text }) => ({ file, text: file === 'measure-3.heng' ? text.replace('给予 100万元', `给予 ${amount}万元`) : text }))
  return { ...policy, files }
}

/** Milliseconds. */
function timed(run) {
  const start = process.hrtime.bigint()
  run()
  return Number(process.hrtime.bigint() - start) / 1e6
}

function median(times) {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

const first = compile(policy)
if (first.policy === null || first.diagnostics.length > 0) {
  for (const { code, file, span, facts } of first.diagnostics.slice(0, 20)) process.stderr.write(`${file}:${span.start} ${code} ${JSON.stringify(facts)}\n`)
  process.stderr.write('the large policy does not check clean\n')
  process.exit(1)
}

// Each text is a string of its own in every round, as an editor or a file gives it: nothing is found by identity alone.
const fresh = ({ files, source }) => ({ files: files.map(({ file, text }) => ({ file, text: Buffer.from(text, 'utf8').toString('utf8') })), source })
let previous = first
const times = { bare: [], full: [], edit: [] }
for (let round = -WARM_UP; round < ROUNDS; round++) {
  const [forBare, forFull, forEdit] = [fresh(policy), fresh(policy), fresh(edited(100 + ((round + WARM_UP) % 2)))]
  const one = {
    bare: timed(() => bare(forBare)),
    full: timed(() => compile(forFull)),
    edit: timed(() => { previous = compile(forEdit, previous) }),
  }
  if (previous.policy === null) throw new Error('the edited policy does not compile')
  if (round >= 0) for (const name of Object.keys(times)) times[name].push(one[name])
}

const [bareTime, fullTime, editTime] = [median(times.bare), median(times.full), median(times.edit)]
const row = (title, time, ratio, bound) => process.stdout.write(`${title.padEnd(58)} ${time.toFixed(2).padStart(8)} ms${ratio === null ? '' : `   ${ratio.toFixed(3)} (at most ${bound})`}\n`)
process.stdout.write(`${lines} lines, ${bare(policy)} statements; medians of ${ROUNDS} rounds, in turn\n`)
row('bare lexing and parsing', bareTime, null, null)
row('parse, check and core, against bare lexing and parsing', fullTime, fullTime / bareTime, FULL)
row('one clause edited, against a full build', editTime, editTime / fullTime, EDIT)

/** For information: both engines on those of the sample dossiers that JSON Logic does not refuse, one by one. */
function engines() {
  const names = readdirSync(join(ROOT, FOLDER)).filter((name) => name.endsWith('.heng')).sort()
  const files = names.map((file) => ({ file, text: readFileSync(join(ROOT, FOLDER, file), 'utf8') }))
  const { policy: draft } = compile({ files, source: readFileSync(join(ROOT, FOLDER, 'source.txt'), 'utf8') })
  const { value } = readDossiers(draft, readFileSync(join(ROOT, 'policies/suzhou-ai-plus/dossiers/applicants.json'), 'utf8'))
  const inputs = value.map((applicant) => ({ on: '2026-06-30', asIfPublished: '2026-01-01', readings: [], applicants: [applicant], ledger: [], decisions: [] }))
  const taken = inputs.filter((input) => jsonLogic.evaluate(draft, input).kind === 'result')
  const spent = { interpret: [], json: [] }
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const interpret = timed(() => taken.forEach((input) => interpreter.evaluate(draft, input)))
    const json = timed(() => taken.forEach((input) => jsonLogic.evaluate(draft, input)))
    if (round < 0) continue
    spent.interpret.push(interpret)
    spent.json.push(json)
  }
  const [interpret, json] = [median(spent.interpret), median(spent.json)]
  process.stdout.write(`${taken.length} of ${inputs.length} sample dossiers by both engines: interpret ${interpret.toFixed(2)} ms, json-logic ${json.toFixed(2)} ms, ${(json / interpret).toFixed(2)} times as long\n`)
}
engines()

const engine = await benchCompiled(join(ROOT, FOLDER))
row(`interpreter, ${engine.few} sample applicants`, engine.interpreted, null, null)
row('compiled engine on the same, preparation included', engine.compiled, engine.ratio, COMPILED)
row(`compiled engine, ${engine.many} sample applicants from nothing`, engine.first, null, null)
row('the same after an edit of one clause', engine.edit, null, null)

process.exitCode = fullTime / bareTime > FULL || editTime / fullTime > EDIT || engine.ratio > COMPILED ? 1 : 0

import type { Field, Policy } from '../../src/core/core.ts'
import { literalText } from '../../src/core/expression-text.ts'
import { groupBy } from '../../src/engines/groups.ts'
import type { Applicant, Decision, Fact, Facts, Input, LedgerEntry, Line } from '../../src/engines/engine.ts'
import { rationalToText } from '../../src/values/rational.ts'
import { bare, createPrinter, quoted } from '../../src/syntax/printer.ts'
import type { Names } from '../../src/syntax/names.ts'
import type { Range } from '../workers/protocol.ts'
import { plus } from '../workers/range.ts'

/** An example in the words of the language (Chinese surface): what is given, and what came out. */

const STANDINGS = { holds: '成立', fails: '不成立', undetermined: '待定', 'awaits-decision': '待决定', withdrawn: '撤回' } as const
const MONEY: ReadonlySet<string> = new Set(['grant', 'ceiling', 'repayment'])

/** Writes names as the language wants them. */
export type Write = (name: string) => string
export function writer(names: Names): Write {
  const printer = createPrinter('zh', names)
  return (name) => bare(printer, name)
}

const quote = (text: string): string => quoted({ text })
const yuan = (policy: Policy, fen: bigint): string => literalText(policy, { kind: 'money' }, fen.toString()).zh

function factText(policy: Policy, field: Field, fact: Fact, write: Write): string {
  if (fact.state === 'unknown') return '未知'
  if (fact.state === 'not-applicable') return '不适用'
  const { value } = fact
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (field.type.kind === 'enumeration' || field.type.kind === 'matter') return write(String(value))
  if (field.type.kind === 'date') return String(value)
  if (typeof value === 'string') return quote(value)
  return literalText(policy, field.type, rationalToText(value)).zh
}

function factsText(policy: Policy, fields: readonly Field[], facts: Facts, write: Write): string {
  return [...facts].flatMap(([name, fact]) => {
    const field = fields.find((each) => each.name.zh === name)
    return field === undefined ? [] : [`${write(name)} ${factText(policy, field, fact, write)}`]
  }).join('，')
}

const fieldsOf = (policy: Policy, entity: string): readonly Field[] => [policy.applicant, ...policy.matters].find((each) => each.name.zh === entity)?.fields ?? []

function given(policy: Policy, { id, facts, matters }: Applicant, write: Write): readonly string[] {
  const row = (entity: string, name: string, all: Facts): string => `  设 ${write(entity)} ${quote(name)} ${factsText(policy, fieldsOf(policy, entity), all, write)}`.trimEnd()
  return [row(policy.applicant.name.zh, id, facts), ...matters.map((each) => row(each.entity, each.id, each.facts))]
}

const of = (clause: string, subject: string | null): string => `条款 ${clause}${subject === null ? '' : `（${quote(subject)}）`}`

function paid(policy: Policy, entry: LedgerEntry, write: Write): string {
  const entity = policy.clauses.find((each) => each.id === entry.clause)
  const fields = [policy.applicant, ...policy.matters].flatMap((each) => each.fields)
  return `  已付 ${of(entity?.id ?? entry.clause, entry.subject)} ${yuan(policy, entry.amount)} 于 ${entry.day} ${factsText(policy, fields, entry.facts, write)}`.trimEnd()
}

function decided(policy: Policy, decision: Decision): string {
  switch (decision.kind) {
    case 'amount': return `  决定 ${of(decision.clause, decision.subject)} ${yuan(policy, decision.amount)}`
    case 'limit': return `  决定 ${policy.clauses.some(({ id }) => id === decision.clause) ? of(decision.clause, decision.subject) : `约束 ${decision.clause}（${quote(decision.subject)}）`} 放宽至 ${yuan(policy, decision.amount)}`
    case 'use': return `  决定 ${of(decision.clause, decision.subject)} ${decision.used ? '采用' : '不采用'}`
    case 'exception': return `  准予例外 约束 ${decision.limit}（${decision.subjects.map(quote).join('，')}）`
  }
}

/** Of a clause paid by period, an example takes the lines of a subject together; a standing is said where all have it. */
export type Outcome = Omit<Line, 'standing'> & { readonly standing: Line['standing'] | null }

export function bySubject(lines: readonly Line[]): readonly Outcome[] {
  return [...groupBy(lines, ({ clause, subject }) => JSON.stringify([clause, subject])).values()].flatMap(([first, ...others]) => (first === undefined ? [] : [others.reduce<Outcome>(together, first)]))
}

function together(sum: Outcome, line: Line): Outcome {
  return {
    ...sum,
    standing: sum.standing === line.standing ? sum.standing : null,
    ...plus(sum, line),
    missing: [...sum.missing, ...line.missing],
    payers: [...groupBy([...sum.payers, ...line.payers], ({ agency }) => agency).values()].flatMap(([first, ...others]) => (first === undefined ? [] : [others.reduce(bothBear, first)])),
  }
}

function bothBear<P extends Line['payers'][number]>(sum: P, part: P): P {
  return { ...sum, ...plus(sum, part) }
}

function rangeText(policy: Policy, { committed, possible }: Range): string {
  if (possible === committed) return yuan(policy, committed)
  return `${yuan(policy, committed)} 至 ${possible === null ? '未定额' : yuan(policy, possible)}`
}

/** 得 …: what came out for a line. */
export function expected(policy: Policy, line: Outcome, write: Write): string {
  const missing = [...new Set(line.missing.map((each) => each.field))]
  const parts = [
    MONEY.has(line.kind) ? rangeText(policy, line) : null,
    line.status === null ? null : `认定为 ${write(line.status)}`,
    line.duration === null ? null : `为期 ${literalText(policy, { kind: 'duration' }, line.duration.toString()).zh}`,
    line.standing === null ? null : STANDINGS[line.standing],
    line.payers.length === 0 ? null : `分担 ${line.payers.map((each) => `${write(each.agency)} ${rangeText(policy, each)}`).join('，')}`,
    missing.length === 0 || line.standing !== 'undetermined' ? null : `缺 ${missing.map(write).join('，')}`,
  ]
  return `得 ${of(line.clause, line.subject)} ${parts.filter((each) => each !== null).join(' ')}`
}

export interface Pinned {
  readonly name: string
  readonly alias: string
  readonly comment: string
  readonly input: Input
  readonly lines: readonly Line[]
}

/** The whole statement, the comment before it. Comments stay on one line, whatever is in them. */
export function exampleText(policy: Policy, { name, alias, comment, input, lines }: Pinned, write: Write): string {
  return [
    `# ${comment.replace(/\s+/g, ' ')}`,
    `示例 ${name} (${alias})`,
    ...(input.asIfPublished === null ? [] : [`  公布 ${input.asIfPublished}`]),
    `  申请日 ${input.on}`,
    ...input.readings.map(({ ambiguity, reading }) => `  依解读 ${ambiguity} ${write(reading)}`),
    ...input.applicants.flatMap((each) => given(policy, each, write)),
    ...input.ledger.map((each) => paid(policy, each, write)),
    ...input.decisions.map((each) => decided(policy, each)),
    // Nothing holds: that is what comes out.
    ...(lines.length === 0 ? ['  得 总计 0元'] : bySubject(lines).map((line) => `  ${expected(policy, line, write)}`)),
    '',
  ].join('\n')
}

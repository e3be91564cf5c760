import { wrap } from '../base/width.ts'
import type { Policy } from '../core/core.ts'
import type { ApplicantResult, Line, Sum } from '../engines/engine.ts'
import { moneyRange } from '../explain/money.ts'
import { agency } from '../explain/names.ts'
import { counts } from '../explain/outcome.ts'
import { type Text, readable } from '../explain/text.ts'
import { cells, columns, rowsOf } from './eval-rows.ts'
import { type Evaluation, readingsOf } from './eval-json.ts'
import { toMarkdown, toTable, widthsOf } from './table.ts'
import type { Context, Paint } from './verb.ts'

const EDITIONS: Readonly<Record<Policy['edition'], Text>> = {
  official: { zh: '正式文本', en: 'official text' },
  draft: { zh: '征求意见稿', en: 'consultation draft' },
  'illustrative-amendment': { zh: '示例修订', en: 'illustrative amendment' },
  'model-text': { zh: '示范文本', en: 'model text' },
}

/** “应得30万元，最高130万元”. */
export function sumText(sum: Sum): Text {
  return amountText(sum, { zh: '应得', en: ' due' })
}

/** “负担30万元，最高130万元”: what an agency pays is due to others. */
function borneText(sum: Sum): Text {
  return amountText(sum, { zh: '负担', en: '' })
}

function amountText(sum: Sum, word: Text): Text {
  const most = sum.possible === sum.committed ? null : moneyRange(sum.possible, sum.possible)
  const sure = moneyRange(sum.committed, sum.committed)
  const open: Text = sum.unstated === 0 ? { zh: '', en: '' } : { zh: `，另有${sum.unstated}项未定额`, en: `, besides ${sum.unstated} without a stated amount` }
  return {
    zh: `${word.zh}${sure.zh}${most === null ? '' : `，最高${most.zh}`}${open.zh}`,
    en: `${sure.en}${word.en}${most === null ? '' : `, ${most.en} at most`}${open.en}`,
  }
}

/** “应退回20万元”: told beside what is due, never taken off it; empty where nothing is to be paid back. */
function repaymentText({ committed, possible, unstated }: Sum): Text {
  if (possible === 0n && unstated === 0) return { zh: '', en: '' }
  const amount = moneyRange(committed, unstated > 0 ? null : possible)
  return { zh: `；另应退回${amount.zh}`, en: `; besides ${amount.en} to be repaid` }
}

/** When it was asked for, and as if published when. */
export function occasion({ policy, input, result }: Evaluation): Text {
  const asIf: Text = input.asIfPublished === null ? { zh: '', en: '' } : { zh: ` · 假定${input.asIfPublished}公布`, en: ` · as if published on ${input.asIfPublished}` }
  const force: Text = result.inForce ? { zh: '', en: '' } : policy.published === null && input.asIfPublished === null
    ? { zh: ' · 尚未公布，不产生任何支持', en: ' · not published yet: nothing is due' }
    : { zh: ' · 当日未施行', en: ' · not in force on this day' }
  return { zh: `${EDITIONS[policy.edition].zh} · 申请日${input.on}${asIf.zh}${force.zh}`, en: `${EDITIONS[policy.edition].en} · asked for ${input.on}${asIf.en}${force.en}` }
}

const listed = (parts: readonly string[], say: Context['say']): string => parts.join(say({ zh: '、', en: ', ' }))

/** How many lines are undetermined, and in how many facts are missing: the others wait for an order or a place that the text does not settle. */
function undeterminedText(count: number, lacking: number): Text {
  if (lacking === 0) return { zh: `待定${count}项`, en: `${count} undetermined` }
  if (lacking === count) return { zh: `待定${count}项（缺事实）`, en: `${count} undetermined (facts are missing)` }
  return { zh: `待定${count}项（其中${lacking}项缺事实）`, en: `${count} undetermined (facts are missing in ${lacking})` }
}

/** What a reader of the totals must know: what was not counted, the readings, what else happened. */
export function caveats(evaluation: Evaluation, say: Context['say']): readonly string[] {
  const { policy, result, mattering } = evaluation
  const lines = result.applicants.flatMap((each) => each.lines).filter(counts)
  const number = (standing: Line['standing']): number => lines.filter((line) => line.standing === standing).length
  const notCounted = [
    number('undetermined') > 0 ? say(undeterminedText(number('undetermined'), lines.filter((line) => line.standing === 'undetermined' && line.missing.length > 0).length)) : '',
    number('awaits-decision') > 0 ? say({ zh: `待决定${number('awaits-decision')}项`, en: `${number('awaits-decision')} that await a decision` }) : '',
    result.totals.unstated > 0 ? say({ zh: `未定额${result.totals.unstated}项`, en: `${result.totals.unstated} without a stated amount` }) : '',
  ].filter((part) => part !== '')
  const chosen = readingsOf(policy, result).filter((each) => !each.default)
  const nameOf = (ambiguity: string, reading: string): string => {
    const found = policy.ambiguities.find((each) => each.id === ambiguity)?.readings.find((each) => each.name.zh === reading)
    return `${ambiguity} ${found === undefined ? reading : say(readable(found.name))}`
  }
  const matters = policy.ambiguities.flatMap((ambiguity) => {
    const whom = [...mattering].filter(([, found]) => found.includes(ambiguity.id)).map(([id]) => id)
    return whom.length === 0 ? [] : [`${ambiguity.id} ${say(readable(ambiguity.name))}${say({ zh: `（${whom.join('、')}）`, en: ` (${whom.join(', ')})` })}`]
  })
  return [
    notCounted.length === 0 ? '' : say({ zh: `应得中未计入：${listed(notCounted, say)}`, en: `Not counted as due: ${listed(notCounted, say)}` }),
    policy.ambiguities.length === 0 ? '' : chosen.length === 0
      ? say({ zh: `解读：${policy.ambiguities.length}处歧义均取默认`, en: `Readings: the default of each of the ${policy.ambiguities.length} ambiguities` })
      : say({ zh: `解读：${listed(chosen.map((each) => nameOf(each.ambiguity, each.reading)), say)}；其余取默认`, en: `Readings: ${listed(chosen.map((each) => nameOf(each.ambiguity, each.reading)), say)}; else the defaults` }),
    matters.length === 0 ? '' : say({ zh: `换一种解读结果会变：${listed(matters, say)}`, en: `Another reading would change: ${listed(matters, say)}` }),
    ...result.notes.map((note) => say({ zh: `注意：${note.message.zh}`, en: `Note: ${note.message.en}` })),
  ].filter((part) => part !== '')
}

function paintLine(paint: Paint, line: Line | undefined, text: string, column: number): string {
  if (line === undefined) return paint.dim(text)
  if (line.standing === 'fails') return paint.dim(text)
  if (column !== 2) return text
  return line.standing === 'holds' ? paint.green(text) : line.standing === 'withdrawn' ? paint.red(text) : paint.yellow(text)
}

/** The totals by measure and by lead unit in the policy's order, the empty ones left out. */
function breakdowns(evaluation: Evaluation, say: Context['say']): readonly { readonly title: string; readonly rows: readonly (readonly string[])[] }[] {
  const { policy, result } = evaluation
  const rows = (sums: ReadonlyMap<string, Sum>, order: readonly string[], name: (key: string) => string, inWords: (sum: Sum) => Text = sumText): readonly (readonly string[])[] =>
    order.flatMap((key) => {
      const sum = sums.get(key)
      return sum === undefined || (sum.possible === 0n && sum.unstated === 0) ? [] : [[name(key), say(inWords(sum))]]
    })
  const measure = (id: string): string => `${id} ${say(readable(policy.measures.find((each) => each.id === id)?.name ?? { zh: '', en: '' }))}`
  return [
    { title: say({ zh: '按措施', en: 'By measure' }), rows: rows(result.totals.byMeasure, policy.measures.map((each) => each.id), measure) },
    { title: say({ zh: '按牵头单位', en: 'By lead unit' }), rows: rows(result.totals.byAgency, policy.agencies.map((each) => each.zh), (name) => say(readable(agency(policy, name)))) },
    { title: say({ zh: '由谁负担', en: 'Who pays' }), rows: rows(result.totals.byPayer, policy.agencies.map((each) => each.zh), (name) => say(readable(agency(policy, name))), borneText) },
  ].filter((each) => each.rows.length > 0)
}

/**
 * Lines that a person acts on. A matter that gets something under one clause need not hear of those that are not about it;
 * one that gets nothing hears why. `all` shows everything: directions, references to other documents, and services for whoever
 * is of a kind as well.
 */
function shownLines(applicant: ApplicantResult, all: boolean): readonly Line[] {
  if (all) return applicant.lines
  const acting = applicant.lines.filter((line) => counts(line) && !(line.kind === 'in-kind' && line.subject === applicant.id))
  const served = new Set(acting.filter((line) => line.standing !== 'fails').map((line) => line.subject))
  return acting.filter((line) => line.standing !== 'fails' || (line.subject !== applicant.id && !served.has(line.subject)))
}

/** The applicant's own name, where the vocabulary has one: its first text. */
function nameOf(evaluation: Evaluation, id: string): string {
  const field = evaluation.policy.applicant.fields.find((each) => each.type.kind === 'text')
  const fact = field === undefined ? undefined : evaluation.input.applicants.find((each) => each.id === id)?.facts.get(field.name.zh)
  return fact?.state === 'given' && typeof fact.value === 'string' ? ` ${fact.value.replace(/\s+/g, ' ')}` : ''
}

/** The result as a table for people. */
export function evalTable(evaluation: Evaluation, { io, say, paint }: Context, all: boolean): string {
  const { policy, result } = evaluation
  const titles = columns(say)
  const blocks = result.applicants.map((applicant) => {
    const lines = shownLines(applicant, all)
    const runs = rowsOf(policy, lines, result.readings)
    return { applicant, lines, heads: runs.map(([first]) => first), rows: runs.map((run) => cells(policy, run, result.readings, say)) }
  })
  const widths = widthsOf(titles, blocks.flatMap((block) => block.rows))
  const hidden = result.applicants.flatMap((each) => each.lines).length - blocks.flatMap((block) => block.lines).length
  const parts = [
    paint.bold(say(policy.title)),
    paint.dim(say(occasion(evaluation))),
    '',
    paint.dim(toTable(titles, [], { room: io.columns, whole: !io.outIsTerminal, indent: '  ', widths })[0] ?? ''),
    ...blocks.flatMap(({ applicant, heads, rows }) => [
      '',
      `${paint.bold(applicant.id + nameOf(evaluation, applicant.id))}  ${say(sumText(applicant.total))}${say(repaymentText(applicant.repayment))}`,
      ...toTable(titles, rows, { room: io.columns, whole: !io.outIsTerminal, indent: '  ', widths, untitled: true, paint: (text, row, column) => paintLine(paint, heads[row], text, column) }),
    ]),
    '',
    `${paint.bold(say({ zh: '合计', en: 'Total' }))}  ${say(sumText(result.totals))}${say(repaymentText(result.totals.repayment))}`,
    ...breakdowns(evaluation, say).flatMap(({ title, rows }) => [
      paint.dim(`  ${title}`),
      ...toTable([{ title: '', align: 'left' }, { title: '', align: 'left' }], rows, { room: io.columns, whole: !io.outIsTerminal, indent: '    ' }),
    ]),
    ...caveats(evaluation, say).flatMap((text) => wrap(text, Math.max(40, io.columns - 4)).map((line, at) => paint.dim(at === 0 ? `  ${line}` : `    ${line}`))),
    ...(hidden === 0 ? [] : [paint.dim(say({ zh: `  另有${hidden}行不成立、属引导或服务、另行规定，未列出（--all 全部列出）`, en: `  not listed: ${hidden} ${hidden === 1 ? 'line that fails, is a direction or service, or refers' : 'lines that fail, are directions or services, or refer'} elsewhere (--all lists all)` }))]),
  ]
  return `${parts.join('\n')}\n`
}

/** The result as Markdown: the total first, then a table. */
export function evalMarkdown(evaluation: Evaluation, { say }: Context, all: boolean): string {
  const { policy, result } = evaluation
  const applicantColumn = { title: say({ zh: '申请人', en: 'Applicant' }), align: 'left' } as const
  const rows = result.applicants.flatMap((applicant) => rowsOf(policy, shownLines(applicant, all), result.readings).map((run) => [applicant.id, ...cells(policy, run, result.readings, say)]))
  return [
    `**${say(policy.title)}**`, '', `${say({ zh: '合计：', en: 'Total: ' })}${say(sumText(result.totals))}${say(repaymentText(result.totals.repayment))}`, '', say(occasion(evaluation)), '',
    ...toMarkdown([applicantColumn, ...columns(say)], rows), '',
    ...caveats(evaluation, say).map((text) => `- ${text}`), '',
  ].join('\n')
}

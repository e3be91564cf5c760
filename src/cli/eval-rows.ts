import { displayWidth } from '../base/width.ts'
import type { Policy } from '../core/core.ts'
import type { Line, LinePeriod, Result } from '../engines/engine.ts'
import { CLAUSE_KINDS, STANDINGS, clauseOf, label } from '../explain/names.ts'
import { benefit } from '../explain/outcome.ts'
import { eachText, periodsText, runsOf } from '../explain/periods.ts'
import { summary } from '../explain/summary.ts'
import { type Text, readable } from '../explain/text.ts'
import type { Column } from './table.ts'

type Say = (text: Text) => string

/** The columns of the table for people. */
export function columns(say: Say): readonly Column[] {
  return [
    { title: say({ zh: '条款', en: 'Clause' }), align: 'left' },
    { title: say({ zh: '对象', en: 'Subject' }), align: 'left' },
    { title: say({ zh: '结果', en: 'Standing' }), align: 'left' },
    { title: say({ zh: '支持', en: 'Support' }), align: 'right' },
    { title: say({ zh: '理由', en: 'Reason' }), align: 'left' },
  ]
}

/** A line that gives nothing shows a dash. */
const NOTHING = '—'
/** What is given in kind is named in the table only where it is short. */
const WIDEST_SUPPORT = 26

/** Lines of consecutive periods that stand alike, for one amount and one reason, make one row. */
export function rowsOf(policy: Policy, lines: readonly Line[], readings: Result['readings']): readonly (readonly Line[])[] {
  return runsOf(lines, ({ period }) => period, (line) => JSON.stringify([line.applicant, line.clause, line.subject, line.standing, String(line.committed), String(line.possible), line.status, String(line.duration), summary(policy, line, readings)]))
}

/** What the lines of a row give, as short as a column needs it. */
function support(policy: Policy, line: Line, row: readonly Line[], say: Say): string {
  const gives = line.standing === 'fails' || line.standing === 'withdrawn' ? null : benefit(policy, line)
  if (gives === null) return NOTHING
  if (row.length > 1 && (line.kind === 'grant' || line.kind === 'ceiling')) return say(eachText(periodsOf(row), line))
  const text = say(readable(gives))
  return displayWidth(text) <= WIDEST_SUPPORT ? text : line.kind === 'in-kind' ? say(CLAUSE_KINDS['in-kind']) : text
}

function periodsOf(row: readonly Line[]): readonly LinePeriod[] {
  return row.flatMap(({ period }) => period ?? [])
}

export function cells(policy: Policy, row: readonly Line[], readings: Result['readings'], say: Say): readonly string[] {
  const [line] = row
  if (line === undefined) return []
  const clause = clauseOf(policy, line.clause)
  const periods = periodsOf(row)
  return [
    `${line.clause} ${clause === null ? '' : say(readable(clause.name))}`,
    periods.length === 0 ? line.subject : `${line.subject} ${say(periodsText(periods))}`,
    say(STANDINGS[line.standing]),
    support(policy, line, row, say),
    say(summary(policy, line, readings)),
  ]
}

const yuan = (fen: bigint): string => `${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}`

/** Rows for a spreadsheet, the titles first; amounts in yuan with two decimals. */
export function sheet(policy: Policy, lines: readonly Line[], readings: Result['readings'], say: Say): readonly (readonly string[])[] {
  const titles: readonly Text[] = [
    { zh: '申请人', en: 'Applicant' }, { zh: '条款', en: 'Clause' }, { zh: '名称', en: 'Name' }, { zh: '对象', en: 'Subject' }, { zh: '结果', en: 'Standing' }, { zh: '类型', en: 'Kind' },
    { zh: '应得（元）', en: 'Committed (yuan)' }, { zh: '最高（元）', en: 'Possible (yuan)' }, { zh: '其他支持', en: 'Other support' }, { zh: '缺少的事实', en: 'Missing facts' }, { zh: '理由', en: 'Reason' }, { zh: '原文', en: 'Text' }, { zh: '期间', en: 'Period' },
  ]
  return [titles.map(say), ...lines.map((line) => {
    const clause = clauseOf(policy, line.clause)
    const paid = line.kind === 'grant' || line.kind === 'ceiling' || line.kind === 'repayment'
    const gives = paid || line.standing === 'fails' ? null : benefit(policy, line)
    return [
      line.applicant, line.clause, clause === null ? '' : say(readable(clause.name)), line.subject, say(STANDINGS[line.standing]), say(CLAUSE_KINDS[line.kind]),
      paid ? yuan(line.committed) : '', paid ? (line.possible === null ? say({ zh: '未定额', en: 'unstated' }) : yuan(line.possible)) : '', gives === null ? '' : say(readable(gives)),
      line.missing.map((each) => say(label(policy, each.entity, each.field))).join(say({ zh: '、', en: ', ' })), say(summary(policy, line, readings)), line.cite?.quote ?? '', line.period === null ? '' : `${line.period.from}/${line.period.until}`,
    ]
  })]
}

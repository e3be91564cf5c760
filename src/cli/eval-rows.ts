import { displayWidth } from '../base/width.ts'
import type { Policy } from '../core/core.ts'
import type { Line, Result } from '../engines/engine.ts'
import { CLAUSE_KINDS, STANDINGS, clauseOf, label } from '../explain/names.ts'
import { benefit } from '../explain/outcome.ts'
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

/** What a line gives, as short as a column needs it. */
function support(policy: Policy, line: Line, say: Say): string {
  const gives = line.standing === 'fails' || line.standing === 'withdrawn' ? null : benefit(policy, line)
  if (gives === null) return NOTHING
  const text = say(readable(gives))
  return displayWidth(text) <= WIDEST_SUPPORT ? text : line.kind === 'in-kind' ? say(CLAUSE_KINDS['in-kind']) : text
}

export function cells(policy: Policy, line: Line, readings: Result['readings'], say: Say): readonly string[] {
  const clause = clauseOf(policy, line.clause)
  return [
    `${line.clause} ${clause === null ? '' : say(readable(clause.name))}`,
    line.subject,
    say(STANDINGS[line.standing]),
    support(policy, line, say),
    say(summary(policy, line, readings)),
  ]
}

const yuan = (fen: bigint): string => `${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}`

/** Rows for a spreadsheet, the titles first; amounts in yuan with two decimals. */
export function sheet(policy: Policy, lines: readonly Line[], readings: Result['readings'], say: Say): readonly (readonly string[])[] {
  const titles: readonly Text[] = [
    { zh: '申请人', en: 'Applicant' }, { zh: '条款', en: 'Clause' }, { zh: '名称', en: 'Name' }, { zh: '对象', en: 'Subject' }, { zh: '结果', en: 'Standing' }, { zh: '类型', en: 'Kind' },
    { zh: '应得（元）', en: 'Committed (yuan)' }, { zh: '最高（元）', en: 'Possible (yuan)' }, { zh: '其他支持', en: 'Other support' }, { zh: '缺少的事实', en: 'Missing facts' }, { zh: '理由', en: 'Reason' }, { zh: '原文', en: 'Text' },
  ]
  return [titles.map(say), ...lines.map((line) => {
    const clause = clauseOf(policy, line.clause)
    const paid = line.kind === 'grant' || line.kind === 'ceiling' || line.kind === 'repayment'
    const gives = paid || line.standing === 'fails' ? null : benefit(policy, line)
    return [
      line.applicant, line.clause, clause === null ? '' : say(readable(clause.name)), line.subject, say(STANDINGS[line.standing]), say(CLAUSE_KINDS[line.kind]),
      paid ? yuan(line.committed) : '', paid ? (line.possible === null ? say({ zh: '未定额', en: 'unstated' }) : yuan(line.possible)) : '', gives === null ? '' : say(readable(gives)),
      line.missing.map((each) => say(label(policy, each.entity, each.field))).join(say({ zh: '、', en: ', ' })), say(summary(policy, line, readings)), line.cite?.quote ?? '',
    ]
  })]
}

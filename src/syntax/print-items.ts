import { displayWidth, padEnd } from '../base/width.ts'
import { unreachable } from '../base/invariant.ts'
import { clauseList, expression, keys, rowKey } from './print-expression.ts'
import { clauses, keyword, list, name, names, quoted, spaced, texts, under, wordOrQuote, type Printer } from './printer.ts'
import type { CaseRow, ClauseItem, Expression, TreePeriod, TreeShare, TreeWidening } from './tree.ts'

/** A line of output and where its source began, so that comments find their place. */
export interface Line {
  readonly text: string
  readonly at: number
}

export function itemLines(printer: Printer, item: ClauseItem): readonly Line[] {
  const suffix = item.under.length === 0 ? null : under(printer, item.under)
  if (item.kind !== 'cases') return [{ text: `  ${spaced(itemText(printer, item), suffix)}`, at: item.span.start }]
  const rows = aligned(item.rows.map((row) => ({ cells: caseCells(printer, row), at: row.span.start })), '    ')
  const head = { text: `  ${casesHead(printer, item)}`, at: item.span.start }
  const [last] = item.under
  return suffix === null || last === undefined ? [head, ...rows] : [head, ...rows, { text: `    ${suffix}`, at: last.span.start }]
}

type Of<Kind extends ClauseItem['kind']> = Extract<ClauseItem, { readonly kind: Kind }>

function itemText(printer: Printer, item: Exclude<ClauseItem, Of<'cases'>>): string {
  const word = (id: Parameters<typeof keyword>[1]): string => keyword(printer, id)
  const text = (expr: Expression): string => expression(printer, expr)
  switch (item.kind) {
    case 'cites':
      return spaced(word('Cites'), quoted(item.quote))
    case 'see':
      return spaced(word('See'), quoted(item.quote))
    case 'for-each':
      return spaced(word('ForEach'), name(printer, item.entity))
    case 'addressee':
      return spaced(word('Addressee'), list(printer, item.names.map((one) => wordOrQuote(printer, one, true))))
    case 'when':
      return spaced(word('When'), text(item.expr))
    case 'unless':
      return spaced(word('Unless'), text(item.expr))
    case 'may':
      return item.when === null ? word('May') : spaced(word('NeedsDecision'), text(item.when))
    case 'term':
      return spaced(
        word(item.unit === 'month' ? 'Monthly' : 'Yearly'), word('From'), text(item.from),
        item.until === null ? null : `${word('To')} ${text(item.until)}`, item.longest === null ? null : `${word('Longest')} ${text(item.longest)}`,
      )
    case 'grant':
      return spaced(word(item.result === 'grant' ? 'Grant' : 'UpTo'), item.amount === null ? word('Unstated') : text(item.amount))
    case 'recognise':
      return spaced(word('RecogniseAs'), name(printer, item.value))
    case 'priority':
      return spaced(word('Priority'), names(printer, item.order))
    case 'provide':
      return spaced(word('Provide'), texts(item.what), item.duration === null ? null : `${word('For')} ${text(item.duration)}`)
    case 'refer':
      return spaced(word('Refer'), texts(item.to))
    case 'deduct':
      return spaced(word('Deduct'), text(item.amount))
    case 'repay':
      return spaced(word('Repay'), text(item.amount))
    case 'exception-to':
      return spaced(word('ExceptionTo'), clauses(printer, item.clauses))
    case 'reinstates':
      return spaced(word('Reinstates'), clauses(printer, item.clauses))
    case 'valid':
      return spaced(word(item.end === 'from' ? 'ValidFrom' : 'ValidUntil'), item.day.text)
    case 'shared-by':
      return spaced(
        clauseList(printer, item.clauses), word('SharedBy'), list(printer, item.payers.map(({ agency, share: part }) => `${name(printer, agency)} ${text(part)}`)),
        item.condition === null ? null : `${word(item.condition.negated ? 'Unless' : 'When')} ${text(item.condition.expr)}`,
      )
    case 'no-cap':
      return word('NoCap')
    case 'in-principle':
      return word('InPrinciple')
    case 'cumulable':
      return spaced(clauseList(printer, item.clauses), word('Cumulable'))
    case 'power-over':
      return spaced(clauseList(printer, item.clauses), word('NeedsDecision'), text(item.expr))
    case 'condition-over':
      return spaced(clauseList(printer, item.clauses), word(item.negated ? 'Unless' : 'When'), text(item.expr))
    default:
      return limitText(printer, item)
  }
}

function limitText(printer: Printer, item: Of<'cap'> | Of<'quota'> | Of<'once'> | Of<'same'> | Of<'together'>): string {
  const word = (id: Parameters<typeof keyword>[1]): string => keyword(printer, id)
  const atMost = (max: Expression): string => `${word('AtMost')} ${expression(printer, max)}`
  switch (item.kind) {
    case 'cap':
      return spaced(word('CappedAt'), expression(printer, item.max), period(printer, item.period), per(printer, item.key), share(printer, item.share), item.whole ? word('WholeOrNothing') : null, widening(printer, item.widened))
    case 'quota':
      return spaced(period(printer, item.period), atMost(item.max), per(printer, item.key), share(printer, item.share), item.whole ? word('WholeOrNothing') : null, widening(printer, item.widened))
    case 'once':
      return spaced(word('Once'), per(printer, item.key))
    case 'same':
      return spaced(
        word('Same'), keys(printer, item.key), word('Of'), clauseList(printer, item.clauses), word('Keep'),
        word(item.keep === 'highest' ? 'Highest' : 'Earliest'), item.order === null ? null : `${word('Per')} ${expression(printer, item.order)}`,
        item.elsewhere === null ? null : `${word('TogetherWith')} ${expression(printer, item.elsewhere)}`,
      )
    case 'together':
      return spaced(
        clauseList(printer, item.clauses), word('Together'), period(printer, item.period), atMost(item.max), per(printer, item.key), share(printer, item.share), item.whole ? word('WholeOrNothing') : null, widening(printer, item.widened),
        item.spared.length === 0 ? null : `${word('Sparing')} ${clauses(printer, item.spared)}`,
      )
    default:
      return unreachable(item)
  }
}

export function period(printer: Printer, one: TreePeriod | null): string | null {
  return one === null ? null : keyword(printer, one === 'year' ? 'EachYear' : one === 'month' ? 'EachMonth' : 'InAll')
}

export function per(printer: Printer, key: readonly Expression[] | null): string | null {
  return key === null ? null : spaced(keyword(printer, 'Per'), keys(printer, key))
}

function share(printer: Printer, one: TreeShare | null): string | null {
  switch (one?.kind) {
    case undefined:
      return null
    case 'ranked':
      return spaced(keyword(printer, 'Per'), expression(printer, one.by), keyword(printer, one.direction === 'descending' ? 'HighestFirst' : 'LowestFirst'))
    case 'pro-rata':
      return keyword(printer, 'ProRata')
    case 'none':
      return keyword(printer, 'NoneIfExceeded')
    case 'text-order':
      return keyword(printer, 'InTextOrder')
    default:
      return unreachable(one)
  }
}

function widening(printer: Printer, one: TreeWidening | null): string | null {
  if (one === null) return null
  return spaced(keyword(printer, 'MayBeWidened'), expression(printer, one.max), one.when === null ? null : `${keyword(printer, 'OnlyWhen')} ${expression(printer, one.when)}`)
}

function casesHead(printer: Printer, item: Of<'cases'>): string {
  const result = keyword(printer, item.result === 'status' ? 'RecogniseAs' : item.result === 'grant' ? 'Grant' : 'UpTo')
  return spaced(item.by === null ? null : `${keyword(printer, 'Per')} ${expression(printer, item.by)}`, keyword(printer, 'Respectively'), result)
}

function caseCells(printer: Printer, { key, value, when }: CaseRow): readonly string[] {
  if (when !== null) return [expression(printer, value), `${keyword(printer, 'When')} ${expression(printer, when)}`]
  return [key === null ? '' : rowKey(printer, key), expression(printer, value)]
}

/** Rows with their columns lined up, two blanks between them. */
export function aligned(rows: readonly { readonly cells: readonly string[]; readonly at: number }[], indent: string): readonly Line[] {
  const widths: number[] = []
  for (const { cells } of rows) cells.forEach((cell, column) => { widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell)) })
  return rows.map(({ cells, at }) => ({
    text: indent + cells.map((cell, column) => (column === cells.length - 1 ? cell : padEnd(cell, widths[column] ?? 0))).join('  '), at,
  }))
}

import { unreachable } from '../base/invariant.ts'
import { STAGES } from '../../grammar/stages.ts'
import { literal } from './print-literal.ts'
import { applied, bare, keyword, list, name, names, quoted, spaced, texts, under, wordOrQuote, type Printer } from './printer.ts'
import type { Assignment, ExampleItem, ExpectedAmount, ExpectedOutcome, HeaderItem, Quote, Word } from './tree.ts'

const EDITIONS = {
  official: 'OfficialText', draft: 'ConsultationDraft', 'illustrative-amendment': 'IllustrativeAmendment', 'model-text': 'ModelText',
} as const
const ROUNDINGS = { 'half-up': 'HalfUp', down: 'RoundDown', up: 'RoundUp' } as const

export function headerText(printer: Printer, item: HeaderItem): string {
  switch (item.kind) {
    case 'title':
      return spaced(keyword(printer, 'Title'), texts(item.texts))
    case 'jurisdiction':
      return spaced(keyword(printer, 'Jurisdiction'), texts(item.texts))
    case 'edition':
      return spaced(keyword(printer, 'Edition'), keyword(printer, EDITIONS[item.edition]))
    case 'source':
      return spaced(
        keyword(printer, 'Source'), quoted(item.file), item.fingerprint === null ? null : `${keyword(printer, 'Fingerprint')} ${quoted(item.fingerprint)}`,
      )
    case 'published':
      return published(printer, item.day)
    case 'rounding':
      return spaced(keyword(printer, 'Rounding'), keyword(printer, item.of === 'grant' ? 'Grant' : 'UpTo'), keyword(printer, ROUNDINGS[item.how]))
    case 'limit-order':
      return spaced(keyword(printer, 'LimitOrder'), item.stages.map(({ stage, unknown }) => (stage === null ? bare(printer, unknown ?? '') : STAGES[stage][printer.surface])).join(printer.surface === 'zh' ? '，' : ', '))
    default:
      return unreachable(item)
  }
}

function published(printer: Printer, day: Word | null): string {
  return spaced(keyword(printer, 'Published'), day === null ? keyword(printer, 'NotYet') : day.text)
}

export function exampleText(printer: Printer, item: ExampleItem): string {
  switch (item.kind) {
    case 'published':
      return published(printer, item.day)
    case 'today':
      return spaced(keyword(printer, 'Today'), item.day.text)
    case 'reading':
      return under(printer, [item.under])
    case 'given':
      return spaced(keyword(printer, 'Given'), name(printer, item.entity), wordOrQuote(printer, item.id, false), facts(printer, item.facts))
    case 'paid':
      return spaced(
        keyword(printer, 'Paid'), line(printer, item.clause, item.subject), literal(printer, item.amount), keyword(printer, 'On'), item.day.text,
        facts(printer, item.facts),
      )
    case 'decided': {
      const { decision } = item
      const what = decision.kind === 'amount' ? literal(printer, decision.amount)
        : decision.kind === 'limit' ? spaced(keyword(printer, 'WidenedTo'), literal(printer, decision.amount)) : keyword(printer, decision.used ? 'Used' : 'NotUsed')
      return spaced(keyword(printer, 'Decided'), line(printer, item.clause, item.subject, item.ofConstraint ? 'Constraint' : 'Clause'), what)
    }
    case 'exception': {
      const subjects = list(printer, item.subjects.map((one) => wordOrQuote(printer, one, false)))
      return `${keyword(printer, 'Exception')} ${applied(printer, `${keyword(printer, 'Constraint')} ${item.constraint.text}`, subjects)}`
    }
    case 'expect':
      return spaced(
        keyword(printer, 'Expect'), item.clause === null ? keyword(printer, 'Total') : line(printer, item.clause, item.subject), outcome(printer, item.outcome),
      )
    default:
      return unreachable(item)
  }
}

/** 条款 1.2（一号） */
function line(printer: Printer, clause: Word, subject: Word | Quote | null, of: 'Clause' | 'Constraint' = 'Clause'): string {
  const head = `${keyword(printer, of)} ${clause.text}`
  return subject === null ? head : applied(printer, head, wordOrQuote(printer, subject, false))
}

function facts(printer: Printer, all: readonly Assignment[]): string {
  return list(printer, all.map(({ field, value }) => `${name(printer, field)} ${factValue(printer, value)}`))
}

function factValue(printer: Printer, value: Assignment['value']): string {
  switch (value.kind) {
    case 'literal':
      return literal(printer, value.literal)
    case 'name':
      return name(printer, value.name)
    case 'unknown':
      return keyword(printer, 'Unknown')
    case 'not-applicable':
      return keyword(printer, 'NotApplicable')
    default:
      return unreachable(value)
  }
}

const STANDINGS = {
  holds: 'StandingHolds', fails: 'StandingFails', undetermined: 'StandingUndetermined', 'awaits-decision': 'StandingAwaits', withdrawn: 'StandingWithdrawn',
} as const

function amountText(printer: Printer, { low, high }: ExpectedAmount): string {
  const most = high === null ? null : high === 'unstated' ? keyword(printer, 'Unstated') : literal(printer, high)
  return spaced(literal(printer, low), most === null ? null : `${keyword(printer, 'To')} ${most}`)
}

function outcome(printer: Printer, { amount, standing, status, duration, payers, missing, mentions }: ExpectedOutcome): string {
  return spaced(
    amount === null ? null : amountText(printer, amount),
    status === null ? null : `${keyword(printer, 'RecogniseAs')} ${name(printer, status)}`,
    duration === null ? null : `${keyword(printer, 'For')} ${literal(printer, duration)}`,
    standing === null ? null : keyword(printer, STANDINGS[standing]),
    payers.length === 0 ? null : `${keyword(printer, 'SharedBy')} ${list(printer, payers.map((one) => `${name(printer, one.agency)} ${amountText(printer, one.amount)}`))}`,
    missing.length === 0 ? null : `${keyword(printer, 'Missing')} ${names(printer, missing)}`,
    mentions.length === 0 ? null : `${keyword(printer, 'Mentions')} ${names(printer, mentions)}`,
  )
}

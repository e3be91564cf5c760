import type { KeywordId } from '../../grammar/keywords.ts'
import type { Statement } from '../syntax/tree.ts'

const CITING: readonly KeywordId[] = ['Cites', 'See']
const LIMITS: readonly KeywordId[] = ['CappedAt', 'NoCap', 'EachYear', 'EachMonth', 'Once']
const CLAUSE: readonly KeywordId[] = [
  ...CITING, 'ForEach', 'When', 'Unless', 'Grant', 'UpTo', ...LIMITS, 'Monthly', 'Yearly', 'May', 'NeedsDecision', 'Per', 'Respectively', 'Priority', 'RecogniseAs', 'Provide', 'Refer', 'Deduct', 'Repay', 'Addressee',
  'ExceptionTo', 'Reinstates', 'ValidFrom', 'ValidUntil',
]

/** What may start a line of a statement, the usual first. */
export const LINES: { readonly [kind in Statement['kind']]: readonly KeywordId[] } = {
  policy: ['Title', 'Jurisdiction', 'Edition', 'Source', 'Published', 'Rounding', 'LimitOrder'],
  commencement: CITING, entity: [], enumeration: [], agency: [], parameter: ['From', 'Cites'],
  definition: ['Is', ...CITING], table: ['Columns', 'Otherwise', ...CITING], measure: ['Responsible', 'Cooperating', 'Cites'],
  clause: CLAUSE, direction: [...CITING, 'Addressee', 'Refer', 'ForEach', 'When'], recital: CITING,
  constraint: [...CITING, 'InPrinciple', 'Same', 'AllClauses', 'Clause'],
  ambiguity: ['At', 'Ask', 'Reading'], claim: [], example: ['Published', 'Today', 'UnderReading', 'Given', 'Paid', 'Decided', 'Exception', 'Expect'],
}

export const TYPES: readonly KeywordId[] = ['TypeBoolean', 'TypeMoney', 'TypeRatio', 'TypeInteger', 'TypeQuantity', 'TypeDate', 'TypeDuration', 'TypeText', 'TypeIdentifier']
export const AFTER_TYPE: readonly KeywordId[] = ['Ask', 'JudgedBy']
/** What may start an expression, besides names. */
export const OPENING: readonly KeywordId[] = ['Not', 'LowerOf', 'HigherOf', 'CountOf', 'SumOf', 'LargestOf', 'SmallestOf', 'Has', 'Granted', 'GrantedTimes', 'Today', 'InForceDay', 'PeriodStart', 'PeriodNumber', 'True', 'False']
/** What may follow a value. */
export const JOINING: readonly KeywordId[] = ['And', 'Or', 'Of', 'Is', 'IsNot', 'In', 'NotIn', 'AtLeast', 'AtMost', 'MoreThan', 'LessThan', 'OrMore', 'OrLess', 'EachFull', 'InParts', 'Where']
export const DAYS: readonly KeywordId[] = ['NotBefore', 'NotAfter', 'After', 'Before', 'YearOf', 'YearStart', 'MonthStart']
/** What may follow the clauses of 已领. */
export const WINDOWS: readonly KeywordId[] = ['Per', 'ThisYear', 'From', 'To']
/** What may follow a limit's figure. */
export const SHARING: readonly KeywordId[] = ['Per', 'InAll', 'EachYear', 'EachMonth', 'HighestFirst', 'LowestFirst', 'ProRata', 'Sparing', 'InTextOrder', 'NoneIfExceeded', 'WholeOrNothing', 'UnderReading']
export const EDITIONS: readonly KeywordId[] = ['OfficialText', 'ConsultationDraft', 'IllustrativeAmendment', 'ModelText']
export const OUTCOMES: readonly KeywordId[] = ['StandingHolds', 'StandingFails', 'StandingUndetermined', 'StandingAwaits', 'StandingWithdrawn', 'Missing', 'Mentions', 'RecogniseAs', 'For', 'SharedBy', 'Total']

/** Words after which an expression starts. */
export const TAKES_EXPRESSION: ReadonlySet<string> = new Set<string>([
  'When', 'Unless', 'Grant', 'UpTo', 'Deduct', 'Repay', 'CappedAt', 'Per', 'And', 'Or', 'Not', 'AtLeast', 'AtMost', 'MoreThan', 'LessThan', 'NotBefore', 'NotAfter', 'After', 'Before', 'For',
  'Is', 'IsNot', 'In', 'NotIn', 'Of', 'LowerOf', 'HigherOf', 'EachFull', 'Where', 'Once', 'Same', 'Monotone', 'Plus', 'Minus', 'Times', 'Divide', 'LeftParen', 'NotEqual', 'AtLeastSign', 'AtMostSign',
  'MoreThanSign', 'LessThanSign', 'EqualSign', 'YearOf', 'YearStart', 'MonthStart', 'NeedsDecision', 'Longest', 'PartOf', 'Otherwise', 'Table',
] satisfies readonly (KeywordId | 'Plus' | 'Minus' | 'Times' | 'Divide' | 'LeftParen' | 'NotEqual' | 'AtLeastSign' | 'AtMostSign' | 'MoreThanSign' | 'LessThanSign' | 'EqualSign')[])

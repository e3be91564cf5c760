import fc from 'fast-check'
import {
  cell, clauseIds, clauseList, day, enclosed, expression, id, ids, interval, keys, keyword, lines, literal, maybe, money, name, NAMES, quotation, row, several, sum,
  texts, type Text,
} from './expressions.ts'

/** 智能工厂 (factory) in either order, or without its alias. */
const declared: Text = fc.constantFrom(...NAMES).chain(([zh, en]) => fc.constantFrom(zh, en, `${zh} (${en})`, `${en} (${zh})`, `${zh}（${en}）`))
const ambiguityId = fc.constantFrom('A1', 'A10', 'A3')
const pair: Text = row(ambiguityId, name)
const under: Text = maybe(row('UnderReading', several(pair)))
const period: Text = fc.oneof(keyword('EachYear'), keyword('EachMonth'), keyword('InAll'))
const share: Text = fc.oneof(row('Per', sum, 'HighestFirst'), row('Per', sum, 'LowestFirst'), keyword('ProRata'), keyword('NoneIfExceeded'), row('Per', sum, 'LowestFirst', 'WholeOrNothing'), row('InTextOrder', 'WholeOrNothing'))
const atMost: Text = fc.oneof(keyword('AtMost'), fc.constantFrom('≤'))
const subject: Text = fc.oneof(fc.constantFrom('一号', '甲公司', '「甲 公司」'), fc.constant('“F-1”'))
/** A limit's amount: an open end such as 已领 条款 1 would take the 按, or the 自 of a parameter's next value, after it for its own. */
const limit: Text = fc.oneof(money, name, enclosed(sum))
const key: Text = several(fc.oneof(name, enclosed(sum)), 1, 2)

const caseRow: Text = fc.oneof(row(several(name), limit), row(interval, limit), row('Otherwise', limit))
const keyedCases: Text = fc.oneof(
  row('Per', name, 'Respectively', fc.oneof(keyword('Grant'), keyword('UpTo')), lines(caseRow, 1)),
  row('Per', name, 'Respectively', 'RecogniseAs', lines(row(several(name), name), 1)),
)
const cases: Text = fc.oneof(
  row('Respectively', fc.oneof(keyword('Grant'), keyword('UpTo')), lines(row(limit, 'When', expression), 1)),
  row('Respectively', 'RecogniseAs', lines(row(name, 'When', expression), 1)),
)

const cites: Text = row('Cites', quotation)
const bareItem: Text = fc.oneof(
  cites, row('See', quotation), row('ForEach', name), row('Addressee', several(fc.oneof(name, quotation))), row('When', expression), row('Unless', expression),
  keyword('May'), keyword('NoCap'), keyword('InPrinciple'), row('Grant', sum), row('UpTo', sum), row('UpTo', 'Unstated'), row('RecogniseAs', name), keyedCases, row('Priority', several(name)),
  row('Provide', texts, maybe(row('For', sum))), row('Refer', texts), row('Deduct', sum), row('Repay', sum),
  row('CappedAt', limit, maybe(period), maybe(row('Per', key)), maybe(share), maybe(row('MayBeWidened', limit, maybe(row('OnlyWhen', expression))))), row(period, atMost, limit, maybe(row('Per', key)), maybe(share)),
  row('Once', maybe(row('Per', key))), row('ExceptionTo', ids), row('Reinstates', ids), row('ValidFrom', day), row('ValidUntil', day),
  row('Same', key, 'Of', clauseList, 'Keep', fc.oneof(row('Highest'), row('Earliest', 'Per', name))),
)
const item: Text = row(bareItem, under)
// 分别 without a key comes first: after a limit, the 按 of that limit would be taken for its key.
const items: Text = row(maybe(row(cases, under)), lines(item, 0, 5))
const cited: Text = lines(row(cites, under), 0, 2)
const overClauses: Text = row(clauseList, fc.oneof(row('When', expression), row('Unless', expression), keyword('Cumulable')), under)
const together: Text = row(clauseList, 'Together', maybe(period), atMost, limit, maybe(row('Per', key)), maybe(share), maybe(row('Sparing', ids)), under)

const payer: Text = row(name, fc.oneof(fc.constantFrom('60%', '1 ÷ 3', '2 / 3', '100%'), enclosed(sum)))
const sharedBy: Text = row(clauseList, 'SharedBy', several(payer, 1, 2), maybe(fc.oneof(row('When', expression), row('Unless', expression))), under)

const fieldType: Text = fc.oneof(
  ...(['TypeBoolean', 'TypeMoney', 'TypeRatio', 'TypeDate', 'TypeDuration', 'TypeText', 'TypeIdentifier', 'TypeInteger'] as const).map(keyword),
  row('TypeInteger', fc.constantFrom('人', 'items')), row('TypeQuantity', fc.constantFrom('吨 (tonne)', '平方米', '千瓦时 (kwh)')), name,
)
const field: Text = row(declared, fieldType, maybe(row('Ask', texts)), maybe(row('JudgedBy', name)))

const plainLiteral: Text = fc.oneof(literal, money.map((one) => `-${one}`))
const fact: Text = row(name, fc.oneof(plainLiteral, keyword('Unknown'), keyword('NotApplicable'), name))
const facts: Text = fc.oneof(several(fact, 0, 3), several(fact, 1, 2).chain((some) => name.map((bare) => `${some}，${bare}`)))
const line: Text = fc.tuple(row('Clause', id), maybe(enclosed(subject))).map((parts) => parts.join(''))
const outcome: Text = row(
  maybe(fc.oneof(money, row(money, 'To', money), row(money, 'To', 'Unstated'))), maybe(row('RecogniseAs', name)), maybe(row('For', fc.constantFrom('24个月', '2 years'))),
  maybe(fc.oneof(...(['StandingHolds', 'StandingFails', 'StandingUndetermined', 'StandingAwaits', 'StandingWithdrawn'] as const).map(keyword))),
  maybe(row('SharedBy', several(row(name, money, maybe(row('To', money))), 1, 2))), maybe(row('Missing', several(name))), maybe(row('Mentions', several(ambiguityId))),
)
const exampleItem: Text = fc.oneof(
  row('Published', day), row('Today', day), row('UnderReading', several(pair)), row('Given', name, subject, facts), row('Paid', line, money, 'On', day, facts),
  row('Decided', line, fc.oneof(money, keyword('Used'), keyword('NotUsed'))),
  row('Exception', fc.tuple(row('Constraint', id), enclosed(several(subject))).map((parts) => parts.join(''))), row('Expect', line, outcome), row('Expect', 'Total', money),
)

const headerItem: Text = fc.oneof(
  row('Title', texts), row('Jurisdiction', texts),
  row('Edition', fc.oneof(...(['OfficialText', 'ConsultationDraft', 'IllustrativeAmendment', 'ModelText'] as const).map(keyword))),
  row('Source', quotation, maybe(row('Fingerprint', quotation))), row('Published', fc.oneof(day, keyword('NotYet'))),
  row('LimitOrder', several(fc.oneof(keyword('Once'), fc.constantFrom('单项最高额', '名额', 'quota', '不重复享受', 'joint_cap', '预算')))),
  row('Rounding', fc.oneof(keyword('Grant'), keyword('UpTo')), fc.oneof(keyword('HalfUp'), keyword('RoundDown'), keyword('RoundUp'))),
)

/** Texts of one statement, by its kind. */
export const STATEMENTS: { readonly [kind: string]: Text } = {
  policy: row('Policy', declared, lines(headerItem)),
  commencement: row(
    'Commencement', maybe(id), fc.oneof(row('FromPublication', maybe(fc.constantFrom('30日', '30 days'))), row('From', day, maybe(row('To', day)))), cited,
  ),
  applicant: row('Applicant', declared, lines(field)),
  matter: row('Matter', declared, lines(field)),
  enumeration: row('Enumeration', declared, fc.constantFrom('：', ''), several(declared, 1, 4)),
  agency: row('Agency', several(declared, 1, 3)),
  parameter: row('Parameter', declared, maybe(row(money, lines(cites))), lines(row('From', day, limit, lines(cites)), 1)),
  definition: row('Definition', declared, maybe(row('About', several(name))), 'Is', expression, cited),
  table: fc.oneof(
    row('Table', declared, 'Per', name, 'Columns', several(declared, 2, 2), lines(row(fc.oneof(interval, several(name, 2, 2), keyword('Otherwise'), name), cell, cell)), cited),
    row('Table', declared, 'Per', name, lines(row(interval, cell)), cited),
  ),
  measure: row('Measure', id, declared, lines(fc.oneof(row('Responsible', several(name)), row('Cooperating', several(name)), cites))),
  clause: row('Clause', id, declared, items),
  constraint: row('Constraint', id, fc.oneof(row(declared, items, maybe(overClauses), maybe(fc.oneof(together, sharedBy))), together, overClauses, sharedBy)),
  direction: row('Direction', id, declared, items),
  recital: row('Recital', id, maybe(declared), cites),
  ambiguity: row(
    'Ambiguity', ambiguityId, declared, maybe(row('At', fc.oneof(keyword('WholeText'), clauseIds))), maybe(row('Ask', texts)),
    lines(row('Reading', declared, maybe(keyword('Default')), maybe(texts))),
  ),
  claim: row('Claim', declared, fc.constantFrom('：', ''), fc.oneof(
    row(clauseList, maybe(period), atMost, limit, maybe(row('Per', keys))), row(several(name, 2), 'NeverBoth'), row('Clause', id, 'Monotone', name, 'Of', name),
  )),
  example: row('Example', declared, lines(exampleItem, 0, 6)),
}

export const statement: Text = fc.oneof(...Object.values(STATEMENTS))
const between: Text = fc.constantFrom('\n', '\n\n', '\n# 说明一\n', '  # 行末\n\n\n  # 缩进的\n# 另一条\n\n', '  // trailing\n', '\r\n')

/** Well-formed files: every statement kind, item kind and expression kind, either spelling, comments between. */
export const heng: Text = fc.array(fc.tuple(statement, between), { maxLength: 6 }).map((parts) => parts.flat().join(''))

import fc, { type Arbitrary } from 'fast-check'
import { KEYWORDS, type KeywordId } from '../../grammar/keywords.ts'

/** Pieces of text that are joined with blanks; either spelling of every keyword. */
export type Text = Arbitrary<string>

export const NAMES: readonly (readonly [zh: string, en: string])[] = [
  ['智能工厂', 'factory'], ['人才项目', 'talent_project'], ['实付工薪', 'salary_paid'], ['E类人才', 'class_e'], ['当年产值', 'output_this_year'],
  ['认定级别', 'level'], ['国家级', 'national'], ['省级', 'provincial'], ['评审得分', 'score'], ['总投入', 'investment'], ['「日期」', '「date」'],
  ['按得分', 'by_score'], ['「A（甲）」', 'a_b'], ['企业', 'enterprise'],
]

export function keyword(id: KeywordId): Text {
  const { zh, en, also } = KEYWORDS[id]
  return fc.constantFrom(zh, en, ...(also ?? []))
}

/** The parts in a row, blanks between them. */
export function row(...parts: readonly (Text | KeywordId | null)[]): Text {
  const texts = parts.filter((part) => part !== null).map((part) => (typeof part === 'string' ? keyword(part) : part))
  return fc.tuple(...texts).map((found) => found.filter((one) => one !== '').join(' '))
}
export function maybe(part: Text): Text {
  return fc.oneof(fc.constant(''), part)
}
export function several(part: Text, min = 1, max = 3): Text {
  return fc.tuple(fc.array(part, { minLength: min, maxLength: max }), fc.constantFrom('，', ', ', '、')).map(([parts, mark]) => parts.join(mark))
}
export function lines(part: Text, min = 0, max = 3): Text {
  return fc.array(part, { minLength: min, maxLength: max }).map((parts) => parts.join('\n  '))
}
export function enclosed(part: Text): Text {
  return fc.tuple(part, fc.boolean()).map(([inner, wide]) => (wide ? `（${inner}）` : `(${inner})`))
}
/** 孰低（…）; in English a blank stands before the bracket. */
export function applied(id: KeywordId, part: Text): Text {
  return row(id, enclosed(part))
}

export const name: Text = fc.constantFrom(...NAMES).chain(([zh, en]) => fc.constantFrom(zh, en))
export const quotation: Text = fc.constantFrom('“对入选的，每项给予20万元奖励。”', '“推进“人工智能+”产业”', '"a ” b"', '“”', '“两行\n的引文”', '"plain"')
export const texts: Text = row(quotation, maybe(quotation.map((one) => `/ ${one}`)))
const nat = fc.nat({ max: 2_000_000 })
const decimals = fc.tuple(nat, fc.constantFrom('', '.5', '.25', '.005')).map(([whole, rest]) => `${whole}${rest}`)
export const day: Text = fc.tuple(fc.integer({ min: 2020, max: 2035 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'))
export const id: Text = fc.oneof(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })).map((parts) => parts.join('.')), fc.constantFrom('9', 'X.1', '2.3.4'))

export const money: Text = fc.tuple(decimals, fc.constantFrom('元', '万元', '亿元', ' yuan', ' 万元', ' fen')).map((parts) => parts.join(''))
const measured: Text = fc.oneof(
  fc.tuple(decimals, fc.constantFrom('%', '‰', '个百分点', ' percentage points', '％')).map((parts) => parts.join('')),
  fc.tuple(nat, fc.constantFrom('年', '个月', ' years', ' months', ' year', '日', '天', ' days')).map((parts) => parts.join('')),
  fc.tuple(decimals, fc.constantFrom('项', '家', ' items', '分', '吨', 'tonne', '平方米', '元/吨', ' yuan/tonne', '万元/平方米')).map((parts) => parts.join('')),
  fc.constantFrom('1,000,000元', '12,345.67 yuan', '1,000项'),
)
/** A literal other than a plain number: such a one may be read with the word after it. */
export const clearLiteral: Text = fc.oneof(money, measured, day, quotation, keyword('True'), keyword('False'))
export const literal: Text = fc.oneof({ weight: 5, arbitrary: clearLiteral }, { weight: 1, arbitrary: decimals })

export const ids: Text = row(maybe(keyword('Clause')), several(id))
export const clauseIds: Text = row('Clause', several(id))
export const clauseList: Text = fc.oneof(clauseIds, row('AllClauses', maybe(row('Except', several(id)))))

const tied = fc.letrec<Record<'expression' | 'condition' | 'comparison' | 'sum' | 'product' | 'share' | 'dated' | 'primary' | 'cell' | 'group' | 'bound' | 'keys', string>>((tie) => {
  const depth = { maxDepth: 3, depthIdentifier: 'expression' }
  const or = (parts: readonly Text[]): Text => fc.oneof(depth, ...parts)
  const operator = fc.oneof(
    ...(['AtLeast', 'AtMost', 'MoreThan', 'LessThan', 'Is', 'IsNot', 'NotBefore', 'NotAfter', 'After', 'Before'] as const).map(keyword), fc.constantFrom('≥', '>=', '≤', '<=', '>', '＞', '<', '=', '＝', '≠', '!='),
  )
  const joined = (part: Text, word: Text): Text => fc.tuple(part, fc.array(fc.tuple(word, part), { maxLength: 2 })).map(([first, rest]) => [first, ...rest.flat()].join(' '))
  return {
    expression: or([tie('condition'), joined(joined(tie('condition'), keyword('And')), keyword('Or'))]),
    condition: or([tie('comparison'), row('Not', tie('comparison'))]),
    comparison: or([
      tie('sum'), row(tie('sum'), tie('bound')), row(tie('sum'), tie('bound'), tie('bound')),
      row(tie('sum'), keyword('In'), enclosed(several(tie('expression')))), row(tie('sum'), keyword('NotIn'), enclosed(several(tie('expression')))),
    ]),
    bound: or([row(operator, tie('cell')), row(tie('cell'), 'OrMore'), row(tie('cell'), 'OrLess'), row(operator, tie('sum'))]),
    sum: or([
      tie('product'), joined(tie('product'), fc.constantFrom('+', '-', '＋', '－')),
      row(tie('product'), 'InParts', row('AtMost', tie('product'), 'PartOf', tie('product')), row('MoreThan', 'PartOf', tie('product'))),
    ]),
    product: or([tie('share'), joined(tie('share'), fc.constantFrom('×', '*', '÷', ' / ')), row(tie('share'), 'EachFull', money), tie('share').map((one) => `-${one}`)]),
    share: or([tie('dated'), row(tie('dated'), 'Of', tie('dated'))]),
    dated: or([tie('primary'), row(name, fc.constant('所在年')), row(fc.constantFrom('year of', '所在年'), tie('primary'))]),
    primary: or([
      literal, name, tie('group'), keyword('Today'), keyword('InForceDay'), applied('LowerOf', several(tie('expression'))), applied('HigherOf', several(tie('expression'))),
      row('CountOf', name, maybe(applied('Where', tie('expression')))), row('Has', name, maybe(applied('Where', tie('expression')))),
      ...(['SumOf', 'LargestOf', 'SmallestOf'] as const).map((op) => row(op, name, 'Of', tie('dated'), maybe(applied('Where', tie('expression'))))),
      ...(['Granted', 'GrantedTimes'] as const).map((op) => row(op, clauseList, maybe(row('Per', tie('keys'))), maybe(fc.oneof(keyword('ThisYear'), row('From', tie('sum'), maybe(row('To', tie('sum')))), row('To', tie('sum')))))),
    ]),
    keys: several(tie('sum'), 1, 2),
    cell: or([clearLiteral, name, tie('group')]),
    group: enclosed(tie('expression')),
  }
})

export const expression: Text = tied.expression
export const sum: Text = tied.sum
export const keys: Text = tied.keys
export const cell: Text = tied.cell
/** 1亿元 以上 不满 5亿元 */
export const interval: Text = fc.oneof(
  row(money, 'OrMore'), row('LessThan', money), row(money, 'OrMore', 'LessThan', money), row('MoreThan', money, 'AtMost', money),
)

import { KEYWORDS, type KeywordId } from '../../grammar/keywords.ts'

/** How tokens that are no keywords are called in messages. */
const KINDS: { readonly [name: string]: readonly [zh: string, en: string] } = {
  Next: ['下一项或下一个语句', 'the next item or statement'], Name: ['名称', 'a name'], Number: ['数字或编号', 'a number'],
  Quantity: ['带单位的数', 'a number with its unit'], Date: ['日期（如 2026-01-01）', 'a date such as 2026-01-01'], Quote: ['引文“…”', 'a quotation “…”'],
  LeftParen: ['（', '('], RightParen: ['）', ')'], Separator: ['，', ','],
}
/** What could begin an expression besides: a list of them all helps nobody. */
const RARE = new Set(['Minus', 'YearOf', 'YearStart', 'MonthStart', 'PeriodStart', 'PeriodNumber', 'Today', 'InForceDay', 'LowerOf', 'HigherOf', 'CountOf', 'Has', 'SumOf', 'LargestOf', 'SmallestOf', 'Granted', 'GrantedTimes', 'True', 'False'])
const MOST = 5

function isKeyword(name: string): name is KeywordId {
  return Object.hasOwn(KEYWORDS, name)
}

function inWords(name: string): readonly [zh: string, en: string] | null {
  const kind = KINDS[name]
  if (kind !== undefined) return kind
  return isKeyword(name) ? [`“${KEYWORDS[name].zh}”`, `“${KEYWORDS[name].en}”`] : null
}

/** What was found, and what could stand there: kinds of tokens first, then keywords, a few of them. */
export function expectedFacts(found: string, expected: readonly string[]): { readonly [name: string]: string } {
  const common = expected.filter((name) => !RARE.has(name))
  const kinds = common.filter((name) => KINDS[name] !== undefined)
  const ordered = [...kinds, ...common.filter((name) => KINDS[name] === undefined)]
  const all = (ordered.length === 0 ? expected : ordered).map(inWords).filter((one) => one !== null)
  const shown = all.length === 0 ? [KINDS['Next'] ?? ['', '']] : all.slice(0, MOST)
  const more = all.length > MOST
  return {
    found: found.length > 20 ? `${found.slice(0, 20)}…` : found,
    expected: shown.map(([zh]) => zh).join('、') + (more ? '等' : ''),
    expected_en: shown.map(([, en]) => en).join(', ') + (more ? ', …' : ''),
  }
}

import type { Span } from '../base/span.ts'
import { canonical } from '../check/canonical.ts'
import type { Name } from '../core/core.ts'
import { billAmount, decimal } from '../explain/money.ts'
import { concat } from '../explain/text.ts'
import type { Literal, Placed } from '../syntax/tree.ts'
import { divide, rational, rationalFromText, ZERO } from '../values/rational.ts'
import type { Rational } from '../values/rational.ts'
import { conditionHeld, conditionsKept } from './effect.ts'
import { capsBeside, literalsIn, rateOf } from './literals.ts'
import { symbolsOf, treeOf } from './workspace.ts'
import type { Workspace } from './workspace.ts'

/** A note behind a place of a file that is not part of its text. */
export interface InlayHint {
  readonly offset: number
  readonly kind: 'amount' | 'cap' | 'condition'
  readonly label: Name
}

const LARGE = /[万亿]元$/
const FEN_PER_YUAN = 100n

/** Notes in a range of a file: amounts in yuan, from where on a cap binds, for how many of the open dossiers a condition is met. */
export function inlayHints(workspace: Workspace, file: string, range: Span): readonly InlayHint[] {
  const tree = treeOf(workspace, file)
  if (tree === null) return []
  return tree.statements
    .filter(({ start, statement }) => start <= range.end && start + statement.span.end >= range.start)
    .flatMap((placed) => [...amounts(tree.text, placed), ...caps(placed), ...conditions(workspace, placed)])
    .filter(({ offset }) => offset >= range.start && offset <= range.end)
    .sort((a, b) => a.offset - b.offset)
}

/** Whole yuan without decimals, others exact. */
function inYuan(fen: Rational): Name {
  const whole = fen.d === 1n && fen.n % FEN_PER_YUAN === 0n
  if (!whole) return billAmount(fen)
  const yuan = decimal(rational(fen.n / FEN_PER_YUAN))
  return { zh: `${yuan}元`, en: `${yuan} yuan` }
}

function amounts(text: string, { start, statement }: Placed): readonly InlayHint[] {
  return literalsIn(statement).flatMap((literal: Literal): readonly InlayHint[] => {
    if (literal.kind !== 'money' || !LARGE.test(text.slice(literal.span.start + start, literal.span.end + start))) return []
    const fen = rationalFromText(literal.value)
    return fen === null ? [] : [{ offset: literal.span.end + start, kind: 'amount', label: concat('= ', inYuan(fen)) }]
  })
}

/** Up to the fen, since a fraction of one is not yet enough. */
function fromWhere(cap: string, rate: string): Name | null {
  const [most, share] = [rationalFromText(cap), rationalFromText(rate)]
  if (most === null || share === null || share.n <= ZERO.n) return null
  const exact = divide(most, share)
  return inYuan(rational((exact.n + exact.d - 1n) / exact.d))
}

function caps({ start, statement }: Placed): readonly InlayHint[] {
  if (statement.kind !== 'clause') return []
  return statement.items.flatMap((item) => {
    const share = item.kind === 'grant' ? rateOf(item.amount) : null
    if (share === null) return []
    const known = new Set(capsBeside(statement.items, item).map(({ value }) => value))
    const [cap, second] = [...known]
    const label = cap === undefined || second !== undefined ? null : fromWhere(cap, share.rate.value)
    return label === null ? [] : [{ offset: share.base.span.end + start, kind: 'cap' as const, label: { zh: `满 ${label.zh} 即封顶`, en: `capped from ${label.en}` } }]
  })
}

function conditions(workspace: Workspace, { start, statement }: Placed): readonly InlayHint[] {
  const { result } = workspace
  if (result === null || statement.kind !== 'clause') return []
  const chinese = (name: string): string => canonical(symbolsOf(workspace), name)
  return conditionsKept(statement, result, chinese).flatMap((item, index): readonly InlayHint[] => {
    const held = conditionHeld(result, statement.id.text, index, item.kind === 'unless')
    if (held === null) return []
    const open: Name = held.open === 0 ? { zh: '', en: '' } : { zh: `，${held.open} 项待定`, en: `, ${held.open} open` }
    return [{ offset: item.expr.span.end + start, kind: 'condition', label: concat({ zh: `${held.of} 项中 ${held.holds} 项符合`, en: `met for ${held.holds} of ${held.of}` }, open) }]
  })
}

import type { ChangedPart, PolicyDifference, StatementChange } from '../analyses/diff.ts'
import type { Edit } from '../analyses/edits.ts'
import type { FigureChange } from '../analyses/literals.ts'
import type { UnitKind } from '../analyses/units.ts'
import type { Policy } from '../core/core.ts'
import { compare, rationalFromText } from '../values/rational.ts'
import type { Type } from '../values/types.ts'
import { listed, readable, type Text } from './text.ts'
import { showValue } from './value.ts'

const UNIT_KINDS: Readonly<Record<UnitKind, Text>> = {
  clause: { zh: '条款', en: 'clause' },
  constraint: { zh: '约束', en: 'constraint' },
  parameter: { zh: '参数', en: 'parameter' },
  table: { zh: '表', en: 'table' },
  definition: { zh: '定义', en: 'definition' },
  ambiguity: { zh: '歧义', en: 'ambiguity' },
  header: { zh: '施行', en: 'commencement' },
}

const PARTS: Readonly<Record<ChangedPart, Text>> = {
  name: { zh: '名称', en: 'name' },
  measure: { zh: '所属措施', en: 'measure' },
  kind: { zh: '性质', en: 'nature' },
  subject: { zh: '对象', en: 'subject' },
  condition: { zh: '条件', en: 'condition' },
  amount: { zh: '金额', en: 'amount' },
  deduction: { zh: '扣除', en: 'deduction' },
  content: { zh: '内容', en: 'content' },
  limit: { zh: '限制', en: 'limit' },
  exception: { zh: '例外', en: 'exception' },
  term: { zh: '按期给付', en: 'payment by period' },
  power: { zh: '是否为权力', en: 'power or duty' },
  period: { zh: '有效期间', en: 'period' },
  wording: { zh: '文字', en: 'wording' },
  meaning: { zh: '内容', en: 'content' },
}

export function partsText(parts: readonly ChangedPart[]): Text {
  return listed([...new Set(parts)].map((part) => PARTS[part]))
}

/** 条款6.1, clause 6.1. */
export function statementText({ kind, id, name }: Pick<StatementChange, 'kind' | 'id' | 'name'>): Text {
  if (kind === 'header') return name
  const named = kind === 'parameter' || kind === 'table' || kind === 'definition' ? readable(name) : { zh: id, en: id }
  return { zh: `${UNIT_KINDS[kind].zh}${named.zh}`, en: `${UNIT_KINDS[kind].en} ${named.en}` }
}

const NUMERIC: ReadonlySet<Type['kind']> = new Set(['money', 'price', 'ratio', 'duration', 'days', 'integer', 'quantity'])

/** 由30%提高到40%, was raised from 30% to 40%. */
export function figureText(policy: Policy, { type, before, after }: FigureChange): Text {
  const [was, is] = [showValue(policy, type, before), showValue(policy, type, after)]
  const [old, now] = [rationalFromText(before), rationalFromText(after)]
  if (!NUMERIC.has(type.kind) || old === null || now === null) return { zh: `由${was.zh}改为${is.zh}`, en: `was changed from ${was.en} to ${is.en}` }
  const rises = compare(now, old) > 0
  return { zh: `由${was.zh}${rises ? '提高' : '降低'}到${is.zh}`, en: `was ${rises ? 'raised' : 'lowered'} from ${was.en} to ${is.en}` }
}

/** An edit in a phrase: 条款6.1由30%提高到40%, 删去条款2.3. */
export function editText(policy: Policy, edit: Edit): Text {
  const what = statementText({ kind: edit.kind, id: edit.statement, name: edit.name })
  if (edit.figure !== null) {
    const figure = figureText(policy, edit.figure)
    return { zh: `${what.zh}${figure.zh}`, en: `${what.en} ${figure.en}` }
  }
  switch (edit.change) {
    case 'added':
      return { zh: `增加${what.zh}`, en: `${what.en} was added` }
    case 'removed':
      return { zh: `删去${what.zh}`, en: `${what.en} was removed` }
    case 'changed':
      return { zh: `修改${what.zh}`, en: `${what.en} was changed` }
  }
}

/** 修改2条，增加1条，删除1条；其余31条不变。 */
export function countText({ statements, unchanged }: PolicyDifference): Text {
  const count = (change: StatementChange['change']): number => statements.filter((each) => each.change === change).length
  const [changed, added, removed] = [count('changed'), count('added'), count('removed')]
  const parts = (words: readonly (readonly [number, string])[]): readonly string[] => words.flatMap(([number, word]) => (number === 0 ? [] : [word]))
  const zh = parts([[changed, `修改${changed}条`], [added, `增加${added}条`], [removed, `删除${removed}条`]])
  const en = parts([[changed, `${changed} changed`], [added, `${added} added`], [removed, `${removed} removed`]])
  if (zh.length === 0) return { zh: `没有修改；${unchanged}条不变。`, en: `No changes; ${unchanged} unchanged.` }
  return { zh: `${zh.join('，')}；其余${unchanged}条不变。`, en: `${en.join(', ')}; ${unchanged} unchanged.` }
}

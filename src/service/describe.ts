import { typeName } from '../check/type-names.ts'
import { textsOf } from '../check/names.ts'
import type { Name } from '../core/core.ts'
import type { Statement, Texts } from '../syntax/tree.ts'
import { quotesOf } from './definition.ts'
import { clauseEffect } from './effect.ts'
import type { Target, TargetKind } from './target.ts'
import { bilingual, declarationOf, statementAt, symbolsOf } from './workspace.ts'
import type { Workspace } from './workspace.ts'

export interface Description {
  readonly title: Name
  readonly lines: readonly Name[]
  readonly code: string | null
  readonly quote: string | null
}

export const KIND_NAMES: { readonly [kind in TargetKind]: Name } = {
  policy: { zh: '政策', en: 'policy' }, entity: { zh: '事项', en: 'matter' }, field: { zh: '事实', en: 'fact' }, enumeration: { zh: '枚举', en: 'enumeration' },
  value: { zh: '取值', en: 'value' }, unit: { zh: '单位', en: 'unit' }, agency: { zh: '机关', en: 'agency' }, parameter: { zh: '参数', en: 'parameter' },
  definition: { zh: '定义', en: 'definition' }, table: { zh: '对照表', en: 'table' }, column: { zh: '列', en: 'column' }, ambiguity: { zh: '歧义', en: 'ambiguity' },
  reading: { zh: '解读', en: 'reading' }, clause: { zh: '条款', en: 'clause' }, measure: { zh: '措施', en: 'measure' }, claim: { zh: '断言', en: 'claim' },
  example: { zh: '示例', en: 'example' }, subject: { zh: '示例中的对象', en: 'in this example' },
}

/** What a name or a number stands for, in words. */
export function describe(workspace: Workspace, target: Target): Description {
  const kind = KIND_NAMES[target.kind]
  const own = bilingual(workspace, target.name)
  const owner = target.owner === null || target.kind === 'subject' ? null : bilingual(workspace, target.owner)
  const title: Name = owner === null
    ? { zh: `${kind.zh} ${own.zh}`, en: `${kind.en} ${own.en}` }
    : { zh: `${kind.zh} ${owner.zh}·${own.zh}`, en: `${kind.en} ${own.en} of ${owner.en}` }
  const statement = declaring(workspace, target)
  const quote = statement === null ? undefined : quotesOf(statement.statement).find(({ cites }) => cites)
  return { title, lines: statement === null ? [] : linesOf(workspace, target, statement.statement), code: statement === null ? null : statement.code, quote: quote?.quote.text ?? null }
}

function declaring(workspace: Workspace, target: Target): { readonly statement: Statement; readonly code: string | null } | null {
  const declared = declarationOf(workspace, target)
  const at = declared === null ? null : statementAt(workspace, declared.file, declared.span.start)
  if (at === null) return null
  const { start, statement } = at.placed
  const slice = ({ span }: { readonly span: { readonly start: number; readonly end: number } }): string => at.tree.text.slice(start + span.start, start + span.end)
  const code = statement.kind === 'definition' ? slice(statement.value) : statement.kind === 'parameter' ? statement.values.map(slice).join('\n') : null
  return { statement, code }
}

const asked = (question: Texts | null): readonly Name[] => (question === null ? [] : [textsOf(question)])

function linesOf(workspace: Workspace, target: Target, statement: Statement): readonly Name[] {
  switch (target.kind) {
    case 'field':
      return fieldLines(workspace, target, statement)
    case 'entity':
      return statement.kind !== 'entity' ? [] : [{ zh: `${statement.fields.length} 项事实`, en: `${statement.fields.length} facts` }]
    case 'enumeration':
      return statement.kind !== 'enumeration' ? [] : [joined(statement.values.map(({ name }) => bilingual(workspace, name.text)))]
    case 'ambiguity':
      return statement.kind !== 'ambiguity' ? [] : [...asked(statement.question), ...statement.readings.map(({ name, meaning, isDefault }) => reading(workspace, name.name.text, meaning, isDefault))]
    case 'reading':
      return statement.kind !== 'ambiguity' ? [] : statement.readings.filter(({ name }) => bilingual(workspace, name.name.text).zh === target.name).map(({ name, meaning, isDefault }) => reading(workspace, name.name.text, meaning, isDefault))
    case 'clause':
    case 'measure':
      return clauseLines(workspace, target, statement)
    default:
      return []
  }
}

function fieldLines(workspace: Workspace, target: Target, statement: Statement): readonly Name[] {
  const type = target.owner === null ? null : symbolsOf(workspace).entities.get(target.owner)?.fields.get(target.name)?.type ?? null
  const field = statement.kind === 'entity' ? statement.fields.find(({ name }) => bilingual(workspace, name.name.text).zh === target.name) : undefined
  const judge = field?.judgedBy == null ? null : bilingual(workspace, field.judgedBy.text)
  return [...(type === null ? [] : [typeName(type, symbolsOf(workspace))]), ...asked(field?.question ?? null), ...(judge === null ? [] : [{ zh: `由${judge.zh}判断`, en: `judged by ${judge.en}` }])]
}

function reading(workspace: Workspace, name: string, meaning: Texts | null, isDefault: boolean): Name {
  const [own, says] = [bilingual(workspace, name), meaning === null ? { zh: '', en: '' } : textsOf(meaning)]
  return { zh: `${own.zh}${isDefault ? '（默认）' : ''}：${says.zh}`, en: `${own.en}${isDefault ? ' (default)' : ''}: ${says.en}` }
}

function joined(names: readonly Name[]): Name {
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') }
}

function clauseLines(workspace: Workspace, target: Target, statement: Statement): readonly Name[] {
  const name = 'name' in statement && statement.name !== null ? [bilingual(workspace, statement.name.name.text)] : []
  const effect = workspace.result === null || target.kind !== 'clause' ? null : clauseEffect(workspace.result, target.name)
  return [...name, ...(effect === null ? [] : [{ zh: `现在：${effect.zh}`, en: `now: ${effect.en}` }])]
}

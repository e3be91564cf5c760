import { canonical } from '../check/canonical.ts'
import { typeName } from '../check/type-names.ts'
import type { EntitySymbol, EnumerationSymbol } from '../check/symbols.ts'
import { COUNT_UNITS, DAY_UNITS, DAY_UNITS_EN, DURATION_UNITS, DURATION_UNITS_EN, MONEY_UNITS, MONEY_UNITS_EN, RATIO_UNITS } from '../../grammar/units.ts'
import type { Name } from '../core/core.ts'
import type { Surface } from '../syntax/names.ts'
import type { Offer } from './completion-offer.ts'
import type { Place } from './completion-place.ts'
import { KIND_NAMES } from './describe.ts'
import { framesIn } from './occurrences.ts'
import { fieldIn } from './resolve.ts'
import { bilingual, symbolsOf } from './workspace.ts'
import type { Workspace } from './workspace.ts'

const other = (surface: Surface): Surface => (surface === 'zh' ? 'en' : 'zh')

function offer(workspace: Workspace, surface: Surface, kind: Offer['kind'], name: string, detail: Name): Offer {
  const both = bilingual(workspace, name)
  return { kind, text: both[surface], detail, also: both[other(surface)] }
}

export function entities(workspace: Workspace, surface: Surface): readonly Offer[] {
  return [...symbolsOf(workspace).entities.values()].map((each) => offer(workspace, surface, 'type', each.name.zh, { zh: `${each.fields.size} 项事实`, en: `${each.fields.size} facts` }))
}

export function agencies(workspace: Workspace, surface: Surface): readonly Offer[] {
  return [...symbolsOf(workspace).agencies.keys()].map((name) => offer(workspace, surface, 'agency', name, KIND_NAMES.agency))
}

/** The types that a policy declares itself. */
export function fieldTypes(workspace: Workspace, surface: Surface): readonly Offer[] {
  const { enumerations, entities: all } = symbolsOf(workspace)
  return [
    ...[...enumerations.keys()].map((name) => offer(workspace, surface, 'type', name, KIND_NAMES.enumeration)),
    ...[...all.keys()].map((name) => offer(workspace, surface, 'type', name, KIND_NAMES.entity)),
  ]
}

export function clauses(workspace: Workspace, surface: Surface): readonly Offer[] {
  return workspace.build.trees.flatMap(({ statements }) => statements.flatMap(({ statement }): readonly Offer[] => {
    if (statement.kind !== 'clause' && statement.kind !== 'constraint' && statement.kind !== 'direction') return []
    const name = statement.name === null ? { zh: '', en: '' } : bilingual(workspace, statement.name.name.text)
    return [{ kind: 'clause', text: statement.id.text, detail: name, also: name[surface] }]
  }))
}

export function named(workspace: Workspace, surface: Surface, kind: 'ambiguity'): readonly Offer[] {
  return [...symbolsOf(workspace).ambiguities.values()].map((each): Offer => ({ kind: 'reading', text: each.id, detail: each.name, also: each.name[surface] || KIND_NAMES[kind][surface] }))
}

export function readingsOf(workspace: Workspace, surface: Surface, ambiguity: string): readonly Offer[] {
  const readings = symbolsOf(workspace).ambiguities.get(ambiguity)?.readings.keys() ?? []
  return [...readings].map((name) => offer(workspace, surface, 'reading', name, KIND_NAMES.reading))
}

/** Units to write after a number: those of every policy and those of this one. */
export function units(workspace: Workspace, surface: Surface): readonly Offer[] {
  const zh = ['万元', '%', ...Object.keys(MONEY_UNITS).filter((unit) => unit !== '分'), ...Object.keys(DURATION_UNITS), ...DAY_UNITS, ...Object.keys(RATIO_UNITS), ...Object.keys(COUNT_UNITS)]
  const en = [...Object.keys(MONEY_UNITS_EN), ...Object.keys(RATIO_UNITS).filter((unit) => /^[%‰]$/.test(unit)), ...Object.keys(DURATION_UNITS_EN), ...DAY_UNITS_EN, ...Object.values(COUNT_UNITS)]
  const own = [...symbolsOf(workspace).quantityUnits].map((unit) => bilingual(workspace, unit)[surface])
  return [...(surface === 'zh' ? zh : en), ...own].map((unit): Offer => ({ kind: 'unit', text: unit, detail: KIND_NAMES.unit, also: '' }))
}

/** Sentences of the official text to rest on, those that nothing cites first. */
export function quotations(workspace: Workspace, marks: boolean): readonly Offer[] {
  const rows = workspace.build.coverage
  const open = rows.filter(({ uncovered }) => uncovered.length > 0)
  const rest = rows.filter(({ uncovered }) => uncovered.length === 0)
  return [...open, ...rest].map(({ segment, uncovered }): Offer => {
    const missing: Name = { zh: `第 ${segment.id} 句，尚未引用`, en: `sentence ${segment.id}, not cited yet` }
    const cited: Name = { zh: `第 ${segment.id} 句`, en: `sentence ${segment.id}` }
    return { kind: 'quotation', text: marks ? `“${segment.text}”` : segment.text, detail: uncovered.length > 0 ? missing : cited, also: segment.id }
  })
}

function valuesOf(workspace: Workspace, surface: Surface, enumeration: EnumerationSymbol): readonly Offer[] {
  return [...enumeration.values.keys()].map((name) => offer(workspace, surface, 'value', name, enumeration.name))
}

const COMPARES: ReadonlySet<string> = new Set(['Is', 'IsNot', 'EqualSign', 'NotEqual', 'In', 'NotIn'])
const IN_LIST: ReadonlySet<string> = new Set(['LeftParen', 'Separator', 'Name', 'In', 'NotIn'])

/** The values of the enumeration that the fact before a comparison has; null where nothing is compared. */
export function valuesFor(workspace: Workspace, place: Place, surface: Surface): readonly Offer[] | null {
  const { before, statement } = place
  const last = before.at(-1)
  if (statement === null || last === undefined) return null
  const compared = before.findLastIndex(({ type }) => COMPARES.has(type))
  const reached = compared !== -1 && before.slice(compared + 1).every(({ type }) => IN_LIST.has(type)) && (COMPARES.has(last.type) || last.type === 'LeftParen' || last.type === 'Separator')
  const fact = statement.kind === 'example' && last.type === 'Name' ? last : reached ? before[compared - 1] : keyOfCases(place)
  if (fact?.type !== 'Name') return null
  const symbols = symbolsOf(workspace)
  const frames = statement.kind === 'example' ? [...symbols.entities.values()] : framesIn(symbols, statement)
  const type = fieldIn(frames, canonical(symbols, fact.image))?.type
  const enumeration = type?.kind === 'enumeration' ? symbols.enumerations.get(type.name) : undefined
  return enumeration === undefined ? null : valuesOf(workspace, surface, enumeration)
}

/** The rows under 按 KEY 分别 start with values of the key. */
function keyOfCases({ before, firstOfLine }: Place) {
  if (!firstOfLine) return undefined
  const at = before.findLastIndex(({ type }) => type === 'Respectively')
  const opened = at > 1 && before[at - 2]?.type === 'Per'
  const ended = before.slice(at + 1).some(({ type }) => type === 'Deduct' || type === 'Once' || type === 'CappedAt' || type === 'UnderReading' || type === 'EachYear')
  return opened && !ended ? before[at - 1] : undefined
}

function factsOf(workspace: Workspace, surface: Surface, entity: EntitySymbol): readonly Offer[] {
  return [...entity.fields.values()].map((field) => offer(workspace, surface, 'fact', field.name.zh, field.type === null ? entity.name : inWords(entity.name, typeName(field.type, symbolsOf(workspace)))))
}

const inWords = (entity: Name, type: Name): Name => ({ zh: `${entity.zh} · ${type.zh}`, en: `${entity.en} · ${type.en}` })

/** Facts by scope, the innermost first; then definitions, parameters, columns and values. After MATTER 的 the facts of that matter alone. */
export function factsAfter(workspace: Workspace, place: Place, surface: Surface): readonly Offer[] {
  const symbols = symbolsOf(workspace)
  const { before, statement } = place
  if (statement === null) return []
  const frames = statement.kind === 'example' ? exampleFrames(workspace, place) : framesIn(symbols, statement)
  const owner = before.at(-1)?.type === 'Of' ? symbols.entities.get(canonical(symbols, before.at(-2)?.image ?? '')) : undefined
  if (owner !== undefined) return factsOf(workspace, surface, owner)
  const facts = frames.flatMap((entity) => factsOf(workspace, surface, entity))
  if (statement.kind === 'example') return facts
  const about = new Set(frames.map((entity) => entity.name.zh))
  const definitions = [...symbols.definitions.values()].flat().filter((one) => one.entities.length === 0 || one.entities.some((name) => about.has(name)))
  return [
    ...facts,
    ...definitions.map((one) => offer(workspace, surface, 'definition', one.name.zh, KIND_NAMES.definition)),
    ...[...symbols.parameters.keys()].map((name) => offer(workspace, surface, 'definition', name, KIND_NAMES.parameter)),
    ...[...symbols.columns.keys()].map((name) => offer(workspace, surface, 'fact', name, KIND_NAMES.column)),
    ...frames.map((entity) => offer(workspace, surface, 'type', entity.name.zh, KIND_NAMES.entity)),
    ...[...symbols.enumerations.values()].flatMap((each) => valuesOf(workspace, surface, each)),
  ]
}

/** 设 ENTITY ID …: its facts. */
function exampleFrames(workspace: Workspace, { before }: Place): readonly EntitySymbol[] {
  const symbols = symbolsOf(workspace)
  const given = before.findLastIndex(({ type }) => type === 'Given')
  const entity = given === -1 ? undefined : symbols.entities.get(canonical(symbols, before[given + 1]?.image ?? ''))
  return entity === undefined ? [] : [entity]
}

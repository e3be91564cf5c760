import type { Name } from '../../core/core.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { finding, placed } from '../finding.ts'
import type { Entry } from '../entry.ts'
import type { Declaration, Symbols } from '../symbols.ts'

const WHAT: { readonly [kind in Exclude<Declaration['kind'], 'reading' | 'column'>]: Name } = {
  field: { zh: '事实', en: 'fact' },
  entity: { zh: '事项', en: 'matter' },
  enumeration: { zh: '枚举', en: 'enumeration' },
  agency: { zh: '机关', en: 'agency' },
  parameter: { zh: '参数', en: 'parameter' },
  definition: { zh: '定义', en: 'definition' },
  table: { zh: '对照', en: 'table' },
}

/** What is declared and never used by a clause, a limit or another declaration. Texts and identifiers of a matter are there for people. */
export function unusedVocabulary(symbols: Symbols, entries: readonly Entry[], used: ReadonlySet<Declaration>): readonly Diagnostic[] {
  const unused: (Declaration & { readonly kind: keyof typeof WHAT })[] = []
  const typed = new Set<string>()
  for (const entity of symbols.entities.values()) {
    let any = used.has(entity) || entity === symbols.applicant
    for (const field of entity.fields.values()) {
      const { type } = field
      if (type?.kind === 'enumeration' || type?.kind === 'matter') typed.add(type.name)
      if (used.has(field)) any = true
      else if (type !== null && type.kind !== 'text' && type.kind !== 'identifier') unused.push(field)
    }
    if (!any) unused.push(entity)
  }
  for (const group of [symbols.enumerations, symbols.agencies, symbols.parameters, symbols.tables]) {
    for (const symbol of group.values()) if (!used.has(symbol)) unused.push(symbol)
  }
  for (const definitions of symbols.definitions.values()) for (const symbol of definitions) if (!used.has(symbol)) unused.push(symbol)
  const reported = unused.filter((symbol) => !((symbol.kind === 'enumeration' || symbol.kind === 'entity') && typed.has(symbol.name.zh)))
  if (reported.length === 0) return []
  const places = new Map(entries.map((entry) => [entry.placed.statement, entry]))
  return reported.flatMap((symbol) => {
    const entry = places.get(symbol.statement)
    if (entry === undefined) return []
    const what = WHAT[symbol.kind]
    return [placed(finding('unused-vocabulary', symbol.span, { what: what.zh, what_en: what.en, name: symbol.name.zh, name_en: symbol.name.en }), entry.file, entry.placed.start)]
  })
}

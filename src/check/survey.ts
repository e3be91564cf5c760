import { segmentSource } from '../source/segments.ts'
import type { FileTree, Statement, Word } from '../syntax/tree.ts'
import { declaredTypes } from './declared-types.ts'
import { declareAll, declares } from './declare.ts'
import type { Environment } from './environment.ts'
import { clauseSymbol, sameSymbol } from './header-of.ts'
import { indexSource } from './source-index.ts'
import type { SourceIndex } from './source-index.ts'
import type { ClauseSymbol } from './symbols.ts'

/** What an environment is made of: while it is the same, so is the environment. */
export interface Survey {
  readonly declarations: readonly Statement[]
  readonly numbered: readonly Numbered[]
}

interface Numbered {
  readonly statement: Statement
  readonly word: Word
  readonly symbol: ClauseSymbol
}

export function survey(trees: readonly FileTree[]): Survey {
  const declarations: Statement[] = []
  const numbered: Numbered[] = []
  for (const tree of trees) {
    for (const { statement } of tree.statements) {
      if (declares(statement)) declarations.push(statement)
      const symbol = clauseSymbol(statement)
      if (symbol !== null) numbered.push({ statement, ...symbol })
    }
  }
  return { declarations, numbered }
}

/** The index of an official text; the previous one when the text is the same. */
export function sourceIndex(text: string | null, previous: SourceIndex | null): SourceIndex | null {
  if (text === null) return null
  return previous?.text === text ? previous : indexSource(text, segmentSource(text))
}

/** The previous environment when nothing has changed; the previous symbols when nothing that a statement can name has. */
export function environmentOf(found: Survey, source: SourceIndex | null, previous: { readonly survey: Survey; readonly environment: Environment } | undefined): Environment {
  if (previous !== undefined && sameSurvey(previous.survey, found)) {
    const { environment } = previous
    return environment.source === source ? environment : { symbols: environment.symbols, types: environment.types, source }
  }
  const symbols = declareAll(found.declarations, found.numbered)
  return { symbols, types: declaredTypes(symbols), source }
}

function sameSurvey(a: Survey, b: Survey): boolean {
  return a.declarations.length === b.declarations.length && a.numbered.length === b.numbered.length
    && a.declarations.every((statement, index) => statement === b.declarations[index])
    && a.numbered.every((one, index) => {
      const other = b.numbered[index]
      return other !== undefined && sameSymbol(one.symbol, other.symbol)
    })
}

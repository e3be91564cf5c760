import { acrossStatements } from './check/across.ts'
import { assemble } from './check/assemble.ts'
import { coverage } from './check/coverage.ts'
import type { CoverageRow } from './check/coverage.ts'
import { elaborate } from './check/elaborate.ts'
import type { Entry } from './check/entry.ts'
import type { Environment } from './check/environment.ts'
import { findingsIn } from './check/findings-in.ts'
import type { Piece } from './check/piece.ts'
import { readsTheSame } from './check/source-index.ts'
import { environmentOf, sourceIndex, survey } from './check/survey.ts'
import type { Survey } from './check/survey.ts'
import type { Policy } from './core/core.ts'
import { textHash } from './core/hash.ts'
import { CODES } from './diagnostics/codes.ts'
import type { Diagnostic } from './diagnostics/diagnostic.ts'
import { byPlace } from './diagnostics/order.ts'
import { parseFile } from './syntax/parse.ts'
import type { FileTree, Statement } from './syntax/tree.ts'

/** The files of one version of a policy, and its official text (null: none). */
export interface CompileInput {
  readonly files: readonly { readonly file: string; readonly text: string }[]
  readonly source: string | null
}

export interface Build {
  /** Null when there is an error. */
  readonly policy: Policy | null
  /** By file, in the order of the input, then by place; those about the official text last. */
  readonly diagnostics: readonly Diagnostic[]
  readonly trees: readonly FileTree[]
  /** Each piece of the official text and what accounts for it. */
  readonly coverage: readonly CoverageRow[]
  /** Every declared name with an alias: `chinese` by the English spelling, `english` by the Chinese one. */
  readonly names: { readonly chinese: ReadonlyMap<string, string>; readonly english: ReadonlyMap<string, string> }
  /** What the next build can take over. */
  readonly memory: Memory
}

interface Memory {
  readonly survey: Survey
  readonly environment: Environment
  readonly fingerprint: string | null
  readonly pieces: ReadonlyMap<Statement, Piece>
}

/**
 * The whole pipeline: text → trees → symbols → pieces of the core → the policy. Pure, and takes any text. With `previous` it does again only
 * what changed: untouched statements keep their trees, and their pieces as long as nothing that they can name has changed.
 */
export function compile(input: CompileInput, previous?: Build): Build {
  const known = previous?.memory
  const parsed = input.files.map(({ file, text }) => parseFile(file, text, previous?.trees.find((tree) => tree.file === file)))
  const trees = parsed.map((one) => one.value)
  const source = sourceIndex(input.source, known?.environment.source ?? null)
  const fingerprint = source === null ? null : source === known?.environment.source ? known.fingerprint : textHash(source.text)
  const surveyed = survey(trees)
  const environment = environmentOf(surveyed, source, known)
  const pieces = elaborateAll(trees, environment, known)
  const entries: readonly Entry[] = trees.flatMap((tree) => tree.statements.flatMap((placed) => {
    const piece = pieces.get(placed.statement)
    return piece === undefined ? [] : [{ file: tree.file, placed, piece }]
  }))
  const rows = source === null ? [] : coverage(source, entries)
  const across = acrossStatements({ environment, trees, entries, coverage: rows, fingerprint })
  const diagnostics = [...parsed.flatMap((one) => one.diagnostics), ...findingsIn(entries, environment.symbols), ...across].sort(byPlace(input.files.map((one) => one.file)))
  const failed = diagnostics.some((one) => CODES[one.code].severity === 'error')
  const { chinese, english } = environment.symbols
  return {
    policy: failed ? null : assemble(entries, fingerprint), diagnostics, trees, coverage: rows, names: { chinese, english },
    memory: { survey: surveyed, environment, fingerprint, pieces },
  }
}

function elaborateAll(trees: readonly FileTree[], environment: Environment, known: Memory | undefined): ReadonlyMap<Statement, Piece> {
  const kept = environment.symbols === known?.environment.symbols ? known.pieces : undefined
  const { source } = environment
  const sameSource = source === known?.environment.source
  const pieces = new Map<Statement, Piece>()
  for (const tree of trees) {
    for (const { statement } of tree.statements) {
      if (pieces.has(statement)) continue
      const old = kept?.get(statement)
      pieces.set(statement, old !== undefined && (sameSource || readsTheSame(old.reads, source)) ? old : elaborate(environment, statement))
    }
  }
  return pieces
}

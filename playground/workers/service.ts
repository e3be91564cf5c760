import { compile } from '../../src/compile.ts'
import type { Build } from '../../src/compile.ts'
import { completion } from '../../src/service/completion.ts'
import { definition } from '../../src/service/definition.ts'
import { folding } from '../../src/service/folding.ts'
import { formatting } from '../../src/service/formatting.ts'
import { hover } from '../../src/service/hover.ts'
import { inlayHints } from '../../src/service/inlay-hints.ts'
import { paint } from '../../src/service/paint.ts'
import { references } from '../../src/service/references.ts'
import { rename, renameable } from '../../src/service/rename.ts'
import { semanticTokens } from '../../src/service/semantic-tokens.ts'
import type { Workspace } from '../../src/service/workspace.ts'
import { SOURCE_FILE } from '../state/source-file.ts'
import { latestReading } from './evaluate.ts'
import type { ServiceCalls } from './service-protocol.ts'
import { compilable, sameTexts } from './texts.ts'
import type { Texts } from './texts.ts'

let kept: { readonly texts: Texts; readonly build: Build } | null = null

/** The texts as they were read last, for an evaluation or for an earlier question; what is new is compiled from there. */
function workspaceOf(texts: Texts): Workspace {
  const evaluated = latestReading()
  const same = evaluated !== null && sameTexts(evaluated.texts, texts)
  if (same) kept = { texts, build: evaluated.build }
  else if (kept === null || !sameTexts(kept.texts, texts)) kept = { texts, build: compile(compilable(texts), (kept ?? evaluated)?.build) }
  const source = texts[SOURCE_FILE]
  return { build: kept.build, source: source === undefined ? null : { file: SOURCE_FILE, text: source }, result: evaluated?.result ?? null }
}

type Handlers = { readonly [Name in keyof ServiceCalls]: (ask: ServiceCalls[Name]['ask']) => ServiceCalls[Name]['answer'] }

export const SERVICE: Handlers = {
  completion: ({ texts, file, offset }) => completion(workspaceOf(texts), file, offset),
  hover: ({ texts, file, offset }) => hover(workspaceOf(texts), file, offset),
  definition: ({ texts, file, offset }) => definition(workspaceOf(texts), file, offset),
  references: ({ texts, file, offset }) => references(workspaceOf(texts), file, offset),
  renameable: ({ texts, file, offset }) => renameable(workspaceOf(texts), file, offset),
  rename: ({ texts, file, offset, to }) => rename(workspaceOf(texts), file, offset, to),
  formatting: ({ texts, file }) => formatting(workspaceOf(texts), file),
  folding: ({ texts, file }) => folding(workspaceOf(texts), file),
  tokens: ({ texts, file }) => semanticTokens(workspaceOf(texts), file),
  paint: ({ texts, file, range, applicant }) => paint(workspaceOf(texts), file, range, applicant),
  hints: ({ texts, file, range }) => inlayHints(workspaceOf(texts), file, range),
}

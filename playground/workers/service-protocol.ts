import type { Span } from '../../src/base/span.ts'
import type { Edit } from '../../src/diagnostics/diagnostic.ts'
import type { Completion } from '../../src/service/completion-offer.ts'
import type { Fold } from '../../src/service/folding.ts'
import type { Hover } from '../../src/service/hover.ts'
import type { InlayHint } from '../../src/service/inlay-hints.ts'
import type { Painted } from '../../src/service/paint.ts'
import type { Renamed } from '../../src/service/rename.ts'
import type { SemanticToken } from '../../src/service/semantic-tokens.ts'
import type { Location } from '../../src/service/workspace.ts'
import type { Texts } from '../state/catalogue.ts'

/** A place in the draft's texts. */
export interface Asked {
  readonly texts: Texts
  readonly file: string
  readonly offset: number
}

interface OfFile {
  readonly texts: Texts
  readonly file: string
}

/** What an editor asks the language service, which runs in the worker. */
export interface ServiceCalls {
  readonly completion: { readonly ask: Asked; readonly answer: readonly Completion[] }
  readonly hover: { readonly ask: Asked; readonly answer: Hover | null }
  readonly definition: { readonly ask: Asked; readonly answer: Location | null }
  readonly references: { readonly ask: Asked; readonly answer: readonly Location[] }
  /** What would be renamed: its place and its text. */
  readonly renameable: { readonly ask: Asked; readonly answer: (Location & { readonly text: string }) | null }
  readonly rename: { readonly ask: Asked & { readonly to: string }; readonly answer: Renamed }
  readonly formatting: { readonly ask: OfFile; readonly answer: readonly Edit[] }
  readonly folding: { readonly ask: OfFile; readonly answer: readonly Fold[] }
  readonly tokens: { readonly ask: OfFile; readonly answer: readonly SemanticToken[] }
  /** The conditions and limits as they came out for one applicant. */
  readonly paint: { readonly ask: OfFile & { readonly range: Span; readonly applicant: string }; readonly answer: readonly Painted[] }
  readonly hints: { readonly ask: OfFile & { readonly range: Span }; readonly answer: readonly InlayHint[] }
}

import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { compile } from '../../src/compile.ts'
import { hintOf, messageOf } from '../../src/diagnostics/render.ts'
import { formatFile } from '../../src/syntax/format.ts'
import { namesOf } from '../../src/syntax/names.ts'
import { chance, type Draw, seeded } from '../generate/draw.ts'
import { readVersion, root, versionFolders } from '../properties/policies.ts'
import { drawText } from './texts.ts'

export interface Share {
  readonly number: number
  readonly seed: number
  readonly texts: number
  /** Milliseconds after which one text has taken too long. */
  readonly slow: number
}

export interface Report {
  readonly done: number
  /** The first text that went wrong, as a JSON string, and how. */
  readonly failure: string | null
  readonly kinds: Readonly<Record<string, number>>
}

const versions = [...versionFolders(), 'test/properties/devices'].map((folder) => readVersion(join(root(), folder)))
const corpus = versions.flatMap(({ files }) => files.map(({ text }) => text.split('\n')))
const SURFACES = ['keep', 'zh', 'en'] as const

/** What a person reads is never empty. */
function words(...texts: readonly string[]): void {
  for (const text of texts) if (text === '') throw new Error('a diagnostic without words')
}

/** Everything that is done with a text, once. Now and then beside a whole policy, so that its names mean something. */
function handle(text: string, draw: Draw): { clean: boolean; statements: number } {
  const beside = chance(draw, 1, 500) ? versions[draw.below(versions.length)] : undefined
  const { diagnostics, trees } = compile({ files: [...(beside?.files ?? []), { file: 'noise.heng', text }], source: beside?.source ?? null })
  const own = trees.filter(({ file }) => file === 'noise.heng')
  const names = namesOf(trees)
  for (const tree of own) formatFile(tree, { surface: SURFACES[draw.below(SURFACES.length)] ?? 'keep', names })
  for (const one of diagnostics) for (const language of ['zh', 'en'] as const) words(messageOf(one, language), hintOf(one, language))
  return { clean: own.every(({ problems, statements }) => statements.length > 0 && problems.length === 0 && statements.every((one) => one.problems.length === 0)), statements: own.reduce((sum, tree) => sum + tree.statements.length, 0) }
}

function run({ seed, texts, slow }: Share, progress: Int32Array): Report {
  const draw = seeded(seed)
  const kinds = { clean: 0, findings: 0, statements: 0 }
  for (let at = 0; at < texts; at++) {
    Atomics.store(progress, 0, at)
    const text = drawText(draw, corpus)
    const started = performance.now()
    try {
      const { clean, statements } = handle(text, draw)
      kinds[clean ? 'clean' : 'findings'] += 1
      kinds.statements += statements
    } catch (error) {
      return { done: at, failure: `${JSON.stringify(text)}: ${error instanceof Error ? error.stack : String(error)}`, kinds }
    }
    const took = performance.now() - started
    if (took > slow) return { done: at, failure: `${Math.round(took)} ms for ${JSON.stringify(text)}`, kinds }
  }
  return { done: texts, failure: null, kinds }
}

const port = parentPort
if (port !== null) {
  const { share, progress }: { share: Share; progress: SharedArrayBuffer } = workerData
  port.postMessage(run(share, new Int32Array(progress)))
}

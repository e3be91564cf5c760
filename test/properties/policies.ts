import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from '../../src/compile.ts'
import type { Expr, Limit, Policy } from '../../src/core/core.ts'
import { type Vocabulary, vocabularyOf } from '../generate/dossiers.ts'

export interface PolicyUnderTest {
  readonly name: string
  readonly vocabulary: Vocabulary
}

/** The root of the checkout, also for a copy of this module below dist/. */
export function root(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}

/** The files of a version's folder, as `compile` takes them. */
export function readVersion(folder: string): { files: { file: string; text: string }[]; source: string } {
  const names = readdirSync(folder).filter((name) => name.endsWith('.heng')).sort()
  return { files: names.map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') })), source: readFileSync(join(folder, 'source.txt'), 'utf8') }
}

function compiled(folder: string): Policy {
  const { policy, diagnostics } = compile(readVersion(folder))
  if (policy === null) throw new Error(`${folder}: ${diagnostics.map(({ code, file, span, facts }) => `${code} ${file}:${span.start} ${JSON.stringify(facts)}`).join('\n')}`)
  return policy
}

const TWO = '2'

/** A quota of ten hardly ever binds in a small dossier: here every number of payments above two is two. */
function tightened(policy: Policy): Policy {
  const tight = (max: Expr): Expr => (max.kind === 'literal' && Number(max.value) > Number(TWO) ? { ...max, value: TWO } : max)
  const limits = policy.limits.map((limit): Limit => (limit.measure === 'count' ? { ...limit, max: tight(limit.max) } : limit))
  return { ...policy, limits, examples: [] }
}

/** The folders of all versions of all policies, relative to the root. */
export function versionFolders(): string[] {
  const policies = join(root(), 'policies')
  return readdirSync(policies, { withFileTypes: true }).filter((entry) => entry.isDirectory()).flatMap(({ name }) => readdirSync(join(policies, name))
    .filter((version) => existsSync(join(policies, name, version, 'policy.heng'))).map((version) => `policies/${name}/${version}`)).sort()
}

const DEVICES = 'test/properties/devices'

let policies: readonly PolicyUnderTest[] | null = null

/** Every version of every policy, each once more with tight quotas, and a policy that uses every device of the language. */
export function policiesUnderTest(): readonly PolicyUnderTest[] {
  policies ??= [...versionFolders(), DEVICES].flatMap((folder) => {
    const policy = compiled(join(root(), folder))
    const name = folder.split('/').slice(1).join('/')
    const own = { name, vocabulary: vocabularyOf(policy) }
    const hasQuota = policy.limits.some(({ measure, max }) => measure === 'count' && max.kind === 'literal' && Number(max.value) > Number(TWO))
    return hasQuota ? [own, { name: `${name}, tight quotas`, vocabulary: vocabularyOf(tightened(policy)) }] : [own]
  })
  return policies
}

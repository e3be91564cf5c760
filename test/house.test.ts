import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { CODES } from '../src/diagnostics/codes.ts'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const LEFT_OUT = new Set(['node_modules', 'dist', 'coverage', 'reports', '.git', '.stryker-tmp'])

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(join(ROOT, folder))) return []
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`
    if (LEFT_OUT.has(entry.name)) return []
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const sources = [...filesBelow('src'), ...filesBelow('grammar')].filter((path) => path.endsWith('.ts'))
const IMPORTS: readonly RegExp[] = [
  /^(?:import|export)\s[^'\n]*?\bfrom\s+'([^']+)'/gm,
  /^\}\s*from\s+'([^']+)'/gm,
  /^import\s+'([^']+)'/gm,
  /\bimport\(\s*'([^']+)'\s*\)/g,
]

function importsOf(path: string): readonly string[] {
  const text = read(path)
  return IMPORTS.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))
}
const resolved = (from: string, to: string): string => normalize(join(dirname(from), to)).replaceAll('\\', '/')

const SHARED_BY_ENGINES = ['engine', 'in-force', 'periods', 'readings', 'groups', 'limit-under', 'repayments', 'payers', 'notes'].map((name) => `src/engines/${name}.ts`)
/** The table of ARCHITECTURE.md: what each room may import, besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  grammar: [],
  'src/base': [],
  'src/values': ['src/base'],
  'src/diagnostics': ['src/base'],
  'src/source': ['src/base'],
  'src/syntax': ['grammar', 'src/base', 'src/values', 'src/diagnostics'],
  'src/core': ['src/base', 'src/values'],
  'src/check': ['grammar', 'src/base', 'src/values', 'src/diagnostics', 'src/source', 'src/syntax', 'src/core'],
  'src/engines/engine.ts': ['src/core', 'src/values', 'src/base'],
  'src/engines/in-force.ts': ['src/engines/engine.ts', 'src/core', 'src/values'],
  'src/engines/periods.ts': ['src/engines/engine.ts', 'src/core', 'src/values'],
  'src/engines/readings.ts': ['src/core'],
  'src/engines/groups.ts': [],
  'src/engines/limit-under.ts': ['src/engines/engine.ts', 'src/core'],
  'src/engines/repayments.ts': ['src/engines/engine.ts'],
  'src/engines/payers.ts': ['src/engines/engine.ts', 'src/core', 'src/values'],
  'src/engines/notes.ts': ['src/engines/engine.ts', 'src/core'],
  'src/engines/interpret': [...SHARED_BY_ENGINES, 'src/core', 'src/values', 'src/base'],
  'src/engines/compiled': [...SHARED_BY_ENGINES, 'src/core', 'src/values', 'src/base'],
  'src/engines/json-logic': ['src/engines/engine.ts', 'src/core', 'src/values', 'src/base'],
  'src/intake': ['grammar', 'src/engines/engine.ts', 'src/core', 'src/values', 'src/base'],
  'src/population': ['src/intake', 'src/engines/engine.ts', 'src/core', 'src/values', 'src/base'],
  'src/analyses': ['src/engines/engine.ts', 'src/core', 'src/source', 'src/values', 'src/base'],
  'src/explain': ['grammar', 'src/analyses', 'src/engines/engine.ts', 'src/core', 'src/values', 'src/base'],
  'src/service': ['grammar', 'src/compile.ts', 'src/explain', 'src/engines/engine.ts', 'src/check', 'src/core', 'src/syntax', 'src/source', 'src/diagnostics', 'src/values', 'src/base'],
  'src/compile.ts': ['src/syntax', 'src/source', 'src/check', 'src/core', 'src/diagnostics', 'src/values', 'src/base'],
  'src/cli': ['*'],
  'src/index.ts': ['*'],
}
const roomOf = (path: string): string | undefined => Object.keys(MAY_IMPORT).find((room) => path === room || path.startsWith(`${room}/`))
const SHELLS = ['src/cli']
/** Packages by the only rooms that use them. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  chevrotain: ['grammar', 'src/syntax'],
  '@noble/hashes': ['src/core', 'src/source', 'src/check'],
  'json-logic-js': ['src/engines/json-logic'],
  ajv: ['src/intake'],
  'jsonc-parser': ['src/intake'],
  'csv-parse': ['src/intake'],
}

describe('the house', () => {
  it('gives every source file a room', () => {
    expect(sources.filter((path) => roomOf(path) === undefined)).toEqual([])
  })

  it('imports as ARCHITECTURE.md allows', () => {
    const wrong = sources.flatMap((path) => importsOf(path).flatMap((name) => {
      if (!name.startsWith('.')) return []
      const target = resolved(path, name)
      const [from, to] = [roomOf(path), roomOf(target)]
      if (from === undefined || to === undefined) return [`${path} → ${target}: no room`]
      const allowed = MAY_IMPORT[from] ?? []
      const shellFromElsewhere = SHELLS.includes(to) && from !== to
      return from === to || (!shellFromElsewhere && (allowed.includes('*') || allowed.includes(to))) ? [] : [`${path} → ${target}`]
    }))
    expect(wrong).toEqual([])
  })

  it('names files with their ending, and files that exist', () => {
    const wrong = sources.flatMap((path) => importsOf(path).filter((name) => name.startsWith('.') && !existsSync(join(ROOT, resolved(path, name)))).map((name) => `${path} → ${name}`))
    expect(wrong).toEqual([])
  })

  it('uses Node in the command line only, and packages in their rooms', () => {
    const wrong = sources.flatMap((path) => importsOf(path).flatMap((name) => {
      if (name.startsWith('.')) return []
      if (name.startsWith('node:')) return path.startsWith('src/cli/') ? [] : [`${path} → ${name}`]
      const found = Object.keys(PACKAGES).find((each) => name === each || name.startsWith(`${each}/`))
      return found !== undefined && (PACKAGES[found] ?? []).includes(roomOf(path) ?? '') ? [] : [`${path} → ${name}`]
    }))
    expect(wrong).toEqual([])
  })

  it('has no cycle of imports, types included', () => {
    const edges = new Map(sources.map((path) => [path, importsOf(path).filter((name) => name.startsWith('.')).map((name) => resolved(path, name))]))
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
        return
      }
      if (done.has(path)) return
      for (const next of edges.get(path) ?? []) visit(next, [...trail, path])
      done.add(path)
    }
    for (const path of sources) visit(path, [])
    expect(cycles).toEqual([])
  })

  it('has a test for every lint, of the same name', () => {
    const rules = filesBelow('src/check/rules')
    expect(rules.length).toBeGreaterThan(0)
    expect(rules.map((path) => path.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts')).filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  it('raises and tests every diagnostic code', () => {
    const raising = sources.filter((path) => !path.startsWith('src/diagnostics/codes')).map(read).join('\n')
    const testing = filesBelow('test').filter((path) => path.endsWith('.ts') && path !== 'test/house.test.ts').map(read).join('\n')
    const wrong = Object.keys(CODES).flatMap((code) => {
      const raised = raising.includes(`'${code}'`)
      const tested = testing.includes(`'${code}'`) || existsSync(join(ROOT, `test/corpus/diagnostics/${code}`))
      return [...(raised ? [] : [`${code} is never raised`]), ...(tested ? [] : [`${code} has no test`])]
    })
    expect(wrong).toEqual([])
  })

  it('keeps files short enough to read', () => {
    const long = [...sources, ...filesBelow('test'), ...filesBelow('scripts'), ...filesBelow('bin')]
      .filter((path) => /\.(ts|mjs|js)$/.test(path))
      .map((path) => ({ path, lines: read(path).split('\n').length - 1 }))
      .filter(({ lines }) => lines > 400)
    expect(long).toEqual([])
  })

  it('names no path of a machine and no host of a registry', () => {
    const forbidden = new RegExp(['/wo' + 'rk/', '/tm' + 'p/', '/ho' + 'me/', '/ro' + 'ot/', 'registry\\.np' + 'mjs', 'npm' + 'mirror'].join('|'))
    const text = filesBelow('.').filter((path) => /\.(ts|mjs|js|json|md|heng|yml|html|css|ebnf)$|^\.npmrc$|^\.ci\//.test(path))
    expect(text.filter((path) => forbidden.test(read(path)))).toEqual([])
  })

  it('names in its documents only paths that exist', () => {
    const documents = filesBelow('.').filter((path) => path.endsWith('.md'))
    const missing = documents.flatMap((document) => {
      const text = read(document)
      const quoted = [...text.matchAll(/`((?:src|test|docs|grammar|policies|scripts|schemas|bin)\/[\w\-./]*)`/g)].map((match) => match[1] ?? '')
      const linked = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => relative(ROOT, join(ROOT, dirname(document), match[1] ?? '')))
      return [...quoted, ...linked].filter((path) => !existsSync(join(ROOT, path))).map((path) => `${document}: ${path}`)
    })
    expect(missing).toEqual([])
  })

  it('has its generated files up to date', () => {
    execFileSync(process.execPath, ['scripts/ensure.mjs'], { cwd: ROOT, stdio: 'ignore' })
    expect(execFileSync(process.execPath, ['scripts/generate.mjs', '--check'], { cwd: ROOT, encoding: 'utf8' })).toBe('')
  })
})

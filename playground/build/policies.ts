import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Plugin } from 'vite'
import type { Text } from '../../src/explain/text.ts'
import type { PolicyEntry, PolicyTexts, VersionEntry } from '../state/catalogue.ts'

const LIST = 'virtual:policies'
const ONE = 'virtual:policy/'
const WANTED = /\.(heng|txt|json)$/

/** Every text below a folder, by its path with slashes. */
function textsBelow(root: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder).sort()) {
      const path = join(folder, entry)
      if (statSync(path).isDirectory()) walk(path)
      else if (WANTED.test(entry)) found[relative(root, path).split(sep).join('/')] = readFileSync(path, 'utf8')
    }
  }
  walk(root)
  return found
}

/** A folder with a policy.heng is a version; every other text belongs to the policy as a whole. */
export function readPolicy(root: string): PolicyTexts {
  const texts = textsBelow(root)
  const names = Object.keys(texts).filter((path) => path.endsWith('/policy.heng')).map((path) => path.slice(0, -'/policy.heng'.length))
  const versions = Object.fromEntries(names.map((name) => [name, within(texts, `${name}/`)]))
  const others = Object.fromEntries(Object.entries(texts).filter(([path]) => !names.some((name) => path.startsWith(`${name}/`))))
  return { versions, others }
}

function within(texts: Readonly<Record<string, string>>, prefix: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([path]) => path.startsWith(prefix)).map(([path, text]) => [path.slice(prefix.length), text]))
}

const TITLE = /(?:标题|title)\s+“((?:[^“”]|“[^“”]*”)*)”(?:\s*\/\s*“((?:[^“”]|“[^“”]*”)*)”)?/

function titleOf(header: string, otherwise: string): Text {
  const match = TITLE.exec(header)
  const zh = match?.[1] ?? otherwise
  return { zh, en: match?.[2] ?? zh }
}

/** The official draft comes first: it is what a link without a version means. */
function order(a: string, b: string): number {
  const late = (name: string): number => (/amendment|revised/.test(name) ? 1 : 0)
  return late(a) - late(b) || (a < b ? -1 : 1)
}

export function readEntry(folder: string, texts: PolicyTexts): Omit<PolicyEntry, 'load'> {
  const names = Object.keys(texts.versions).sort(order)
  const versions: VersionEntry[] = names.map((name) => ({ name, title: titleOf(texts.versions[name]?.['policy.heng'] ?? '', name) }))
  return { folder, title: versions[0]?.title ?? { zh: folder, en: folder }, versions }
}

/** Bundles the policies of the repository as data: a list, and a chunk for each policy. */
export function policiesPlugin(root: string): Plugin {
  const folders = (): readonly string[] => readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory()).sort()
  const entries = (): string => {
    const lines = folders().flatMap((folder) => {
      const texts = readPolicy(join(root, folder))
      if (Object.keys(texts.versions).length === 0) return []
      return [`{...${JSON.stringify(readEntry(folder, texts))}, load: () => import(${JSON.stringify(ONE + folder)}).then((module) => module.default)}`]
    })
    return `export const policies = [${lines.join(',\n')}]`
  }
  return {
    name: 'heng-policies',
    resolveId: (id) => (id === LIST || id.startsWith(ONE) ? `\0${id}` : null),
    load(id) {
      if (id === `\0${LIST}`) return entries()
      if (!id.startsWith(`\0${ONE}`)) return null
      return `export default ${JSON.stringify(readPolicy(join(root, id.slice(ONE.length + 1))))}`
    },
  }
}

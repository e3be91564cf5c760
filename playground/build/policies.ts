import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Plugin } from 'vite'
import { entryFrom, splitPolicy } from '../folder/split.ts'
import type { PolicyTexts } from '../state/catalogue.ts'

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

export function readPolicy(root: string): PolicyTexts {
  return splitPolicy(textsBelow(root))
}

/** A file of one version stands beside the same file of the next: that much alike, it costs little when the script is compressed. */
function moduleOf({ versions, others }: PolicyTexts): string {
  const names = [...new Set(Object.values(versions).flatMap(Object.keys))].sort()
  const files = names.map((file) => [file, Object.fromEntries(Object.entries(versions).flatMap(([version, texts]) => (texts[file] === undefined ? [] : [[version, texts[file]]])))])
  return `const files = ${JSON.stringify(files)}
const versions = ${JSON.stringify(Object.keys(versions))}.map((version) => [version, Object.fromEntries(files.flatMap(([file, by]) => (version in by ? [[file, by[version]]] : [])))])
export default { versions: Object.fromEntries(versions), others: ${JSON.stringify(others)} }`
}

/** Bundles the policies of the repository as data: a list, and a chunk for each policy. */
export function policiesPlugin(root: string): Plugin {
  const folders = (): readonly string[] => readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory()).sort()
  const entries = (): string => {
    const lines = folders().flatMap((folder) => {
      const texts = readPolicy(join(root, folder))
      if (Object.keys(texts.versions).length === 0) return []
      return [`{...${JSON.stringify(entryFrom(folder, texts))}, load: () => import(${JSON.stringify(ONE + folder)}).then((module) => module.default)}`]
    })
    return `export const policies = [${lines.join(',\n')}]`
  }
  return {
    name: 'heng-policies',
    resolveId: (id) => (id === LIST || id.startsWith(ONE) ? `\0${id}` : null),
    load(id) {
      if (id === `\0${LIST}`) return entries()
      if (!id.startsWith(`\0${ONE}`)) return null
      return moduleOf(readPolicy(join(root, id.slice(ONE.length + 1))))
    },
  }
}

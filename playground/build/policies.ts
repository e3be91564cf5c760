import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Plugin } from 'vite'
import { packed } from '../folder/packed.ts'
import { entryFrom, splitPolicy } from '../folder/split.ts'
import type { PolicyTexts } from '../state/catalogue.ts'

const LIST = 'virtual:policies'
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

/** Bundles the policies of the repository: a list of them, and of each its texts as data, which the page fetches. */
export function policiesPlugin(root: string): Plugin {
  const folders = (): readonly string[] => readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory()).sort()
  return {
    name: 'heng-policies',
    apply: 'build',
    resolveId: (id) => (id === LIST ? `\0${id}` : null),
    load(id) {
      if (id !== `\0${LIST}`) return null
      const entries = folders().flatMap((folder) => {
        const texts = readPolicy(join(root, folder))
        if (Object.keys(texts.versions).length === 0) return []
        const file = this.emitFile({ type: 'asset', name: `${folder}.json`, source: JSON.stringify(packed(texts)) })
        return [`{...${JSON.stringify(entryFrom(folder, texts))}, texts: import.meta.ROLLUP_FILE_URL_${file}}`]
      })
      return `export const policies = [${entries.join(',\n')}]`
    },
  }
}

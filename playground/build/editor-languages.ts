import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'

const VIRTUAL = /^virtual:editor\/(zh|en)$/
const MARKED = /\?words=(zh|en)$/
/** What belongs to the editor: Monaco reads its own words while it is loaded, and keeps them. The rest of the page is one for both. */
const EDITORS = /\/(?:playground\/editor|node_modules\/monaco-editor)\/.*\.(?:js|ts|tsx)$/
const WORDS = /\/monaco-editor\/esm\/vs\/nls\.js$/

/** Bundles the editor twice, in Chinese and in English; each is loaded when the page is first in its language. */
export function editorLanguagesPlugin(editor: string): Plugin {
  return {
    name: 'heng-editor-languages',
    enforce: 'pre',
    async resolveId(source, importer) {
      const wanted = VIRTUAL.exec(source)?.[1]
      if (wanted !== undefined) return `${editor}?words=${wanted}`
      const language = importer === undefined ? undefined : MARKED.exec(importer)?.[1]
      if (language === undefined || importer === undefined) return null
      const found = await this.resolve(source, importer.replace(MARKED, ''), { skipSelf: true })
      return found !== null && EDITORS.test(found.id) ? { ...found, id: `${found.id}?words=${language}` } : found
    },
    async load(id) {
      const language = MARKED.exec(id)?.[1]
      if (language === undefined) return null
      const path = id.replace(MARKED, '')
      const code = await readFile(path, 'utf8')
      const moduleType = path.endsWith('.tsx') ? 'tsx' : path.endsWith('.ts') ? 'ts' : 'js'
      // The Chinese words are put on the global object; the English ones stand in the code.
      return { code: language === 'en' && WORDS.test(path) ? code.replace('return globalThis._VSCODE_NLS_MESSAGES', 'return undefined') : code, moduleType }
    },
  }
}

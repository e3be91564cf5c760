import type { Plugin } from 'vite'

/**
 * The intake checks a file by hand first and by its generated schema second; the second check compiles the schema with `new Function`,
 * which the page's security policy forbids. The page leaves it out.
 */
export function noSchemaCompilerPlugin(replacement: string): Plugin {
  return {
    name: 'heng-no-schema-compiler',
    enforce: 'pre',
    resolveId: (id, importer) => (id === './validate.ts' && importer?.includes('/src/intake/') === true ? replacement : null),
  }
}

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { cspPlugin } from './build/csp.ts'
import { editorLanguagesPlugin } from './build/editor-languages.ts'
import { noSchemaCompilerPlugin } from './build/no-eval.ts'
import { offlinePlugin } from './build/offline.ts'
import { policiesPlugin } from './build/policies.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [editorLanguagesPlugin(here('./editor/editor.tsx')), policiesPlugin(here('../policies')), cspPlugin(), offlinePlugin(here('./public'))],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es', plugins: () => [noSchemaCompilerPlugin(here('./workers/no-schema-check.ts'))] },
  build: {
    outDir: here('../dist/playground'),
    emptyOutDir: true,
    target: ['chrome105', 'edge105', 'firefox115', 'safari16.4'],
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    reportCompressedSize: true,
  },
})

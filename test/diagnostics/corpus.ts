import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { compile } from '../../src/compile.ts'
import type { Build } from '../../src/compile.ts'

const FOLDER = new URL('../corpus/diagnostics/', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, FOLDER), 'utf8')

/** What examples take for granted: a header and an applicant, where they have none of their own. */
export function withPrelude(text: string): readonly { readonly file: string; readonly text: string }[] {
  return [
    { file: 'policy.heng', text },
    ...(/^政策 /m.test(text) ? [] : [{ file: 'prelude.heng', text: read('prelude.heng') }]),
    ...(/^(政策|申请人) /m.test(text) ? [] : [{ file: 'applicant.heng', text: read('applicant.heng') }]),
  ]
}

export function corpusCodes(): readonly string[] {
  return readdirSync(FOLDER, { withFileTypes: true }).filter((one) => one.isDirectory()).map((one) => one.name)
}

export function compileCorpus(code: string, side: 'wrong' | 'right'): Build {
  const source = `${code}/${side}/source.txt`
  return compile({ files: withPrelude(read(`${code}/${side}/policy.heng`)), source: existsSync(new URL(source, FOLDER)) ? read(source) : null })
}

/** What the page of a code shows of an example. */
export function corpusFiles(code: string, side: 'wrong' | 'right'): readonly { readonly file: string; readonly text: string }[] {
  return ['policy.heng', 'source.txt'].filter((file) => existsSync(new URL(`${code}/${side}/${file}`, FOLDER))).map((file) => ({ file, text: read(`${code}/${side}/${file}`) }))
}

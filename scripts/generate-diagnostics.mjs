// The pages of docs/diagnostics: each code's words from the table, its examples from the corpus, and what is found in the wrong one.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './ensure.mjs'

const CORPUS = join(ROOT, 'test/corpus/diagnostics')
const built = (path) => import(pathToFileURL(join(ROOT, 'dist', path)).href)
const read = (...path) => readFileSync(join(CORPUS, ...path), 'utf8')

/** What examples take for granted, where they have none of their own. */
function prelude(text) {
  return [
    ...(/^政策 /m.test(text) ? [] : [{ file: 'prelude.heng', text: read('prelude.heng') }]),
    ...(/^(政策|申请人) /m.test(text) ? [] : [{ file: 'applicant.heng', text: read('applicant.heng') }]),
  ]
}

function example(code, side) {
  const files = [{ file: 'policy.heng', text: read(code, side, 'policy.heng') }]
  const source = existsSync(join(CORPUS, code, side, 'source.txt')) ? read(code, side, 'source.txt') : null
  return { files, source, shown: source === null ? files : [...files, { file: 'source.txt', text: source }] }
}

/** File names in docs/diagnostics and their texts. */
export async function diagnosticPages() {
  const { compile } = await built('src/compile.js')
  const { CODES } = await built('src/diagnostics/codes.js')
  const { diagnosticIndex, diagnosticPage } = await built('src/diagnostics/pages.js')
  const pages = { 'README.md': diagnosticIndex() }
  for (const code of Object.keys(CODES)) {
    const [wrong, right] = [example(code, 'wrong'), example(code, 'right')]
    const { diagnostics } = compile({ files: [...wrong.files, ...prelude(wrong.files[0].text)], source: wrong.source })
    pages[`${code}.md`] = diagnosticPage(code, { wrong: wrong.shown, right: right.shown, found: diagnostics.filter((one) => one.code === code) })
  }
  return pages
}

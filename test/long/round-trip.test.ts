import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatFile } from '../../src/syntax/format.ts'
import { type Names, namesOf } from '../../src/syntax/names.ts'
import { parseFile } from '../../src/syntax/parse.ts'
import { heng } from '../generate/statements.ts'
import { readVersion, root, versionFolders } from '../properties/policies.ts'

interface File {
  readonly file: string
  readonly text: string
}

function to(surface: 'zh' | 'en', files: readonly File[], known?: Names): { files: File[]; names: Names } {
  const trees = files.map(({ file, text }) => parseFile(file, text).value)
  const names = known ?? namesOf(trees)
  return { files: trees.map((tree) => ({ file: tree.file, text: formatFile(tree, { surface, names }) })), names }
}

for (const folder of [...versionFolders(), 'test/properties/devices']) {
  test(`${folder}: Chinese to English to Chinese gives the same bytes`, () => {
    const { files: chinese } = to('zh', readVersion(join(root(), folder)).files)
    const { files: english } = to('en', chinese)
    const { files: back } = to('zh', english)
    expect(back).toEqual(chinese)
    english.forEach(({ text }, i) => expect(text).not.toBe(chinese[i]?.text))
    // And formatting again changes nothing.
    expect(to('en', english).files).toEqual(english)
  })
}

const RUNS = Number(process.env['HENG_RUNS'] ?? 1000)

test(`${RUNS} generated files: Chinese to English to Chinese gives the same bytes`, () => {
  let told = 0
  fc.assert(fc.property(heng, (text) => {
    const { files: chinese } = to('zh', [{ file: 'a.heng', text }])
    const { files: english } = to('en', chinese)
    expect(to('zh', english).files).toEqual(chinese)
    if (english[0]?.text !== chinese[0]?.text) told += 1
  }), { numRuns: RUNS, seed: Number(process.env['HENG_SEED'] ?? 20260101) })
  expect(told).toBeGreaterThan(RUNS / 2)
})

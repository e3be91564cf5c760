import { formatFile } from '../../src/syntax/format.ts'
import { namesOf } from '../../src/syntax/names.ts'
import { parseFile } from '../../src/syntax/parse.ts'
import type { FileTree } from '../../src/syntax/tree.ts'
import type { Calls } from './protocol.ts'
import { compilable } from './texts.ts'
import type { Texts } from './texts.ts'

/** Texts in the other surface, each in its canonical form; a statement with an error stays as it is. */
export function translate({ texts, to }: Calls['translate']['ask']): Calls['translate']['answer'] {
  // States of one draft share most of their files.
  const trees = new Map<string, FileTree>()
  const treeOf = (file: string, text: string): FileTree => {
    const key = `${file}\u0000${text}`
    const known = trees.get(key) ?? parseFile(file, text).value
    trees.set(key, known)
    return known
  }
  return texts.map((each) => translated(each, to, treeOf))
}

function translated(texts: Texts, to: 'zh' | 'en', treeOf: (file: string, text: string) => FileTree): Texts {
  const files = compilable(texts).files.map(({ file, text }) => treeOf(file, text))
  const names = namesOf(files)
  return { ...texts, ...Object.fromEntries(files.map((tree) => [tree.file, formatFile(tree, { surface: to, names })])) }
}

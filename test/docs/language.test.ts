import { existsSync, readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KEYWORDS } from '../../grammar/keywords.ts'
import { runExamples } from '../../src/analyses/examples.ts'
import { CODES } from '../../src/diagnostics/codes.ts'
import { interpreter } from '../../src/engines/interpret/interpret.ts'
import { formatFile } from '../../src/syntax/format.ts'
import { namesOf } from '../../src/syntax/names.ts'
import { parseFile } from '../../src/syntax/parse.ts'
import type { Expression, FileTree } from '../../src/syntax/tree.ts'
import { eachExpression, expressionsOf, itemsOf } from '../../src/syntax/visit.ts'
import { heng } from '../generate/statements.ts'
import { BLOCK, compileInFrame, type FrameName } from './frame.ts'

const FOLDER = 'docs/language'
const PAGES = readdirSync(FOLDER).filter((file) => file.endsWith('.md') && !file.endsWith('.zh-CN.md'))

interface Block {
  readonly words: readonly string[]
  readonly text: string
}

const read = (page: string): string => readFileSync(`${FOLDER}/${page}`, 'utf8')
const blocksOf = (page: string): readonly Block[] =>
  [...read(page).matchAll(/^```heng *(.*)\n([\s\S]*?)^```$/gm)].map(([, words = '', text = '']) => ({ words: words.split(' ').filter((word) => word !== ''), text }))
const frameOf = ({ words }: Block): FrameName => (words.includes('model') ? 'model' : 'suzhou')

/** The examples of a page: a block, and the block after it when that is the English surface. */
const examplesOf = (page: string): readonly { readonly block: Block; readonly english: Block | undefined }[] => {
  const blocks = blocksOf(page)
  return blocks.flatMap((block, at) => (['wrong', 'en'].includes(block.words[0] ?? '') ? [] : [{ block, english: blocks[at + 1] }]))
}

/** Findings about the whole folder, which a single statement cannot satisfy. */
const OF_THE_FOLDER = new Set(['sentence-uncovered', 'sentence-partly-covered', 'sentence-cited-twice', 'unused-vocabulary', 'reading-never-used'])

function operator(expr: Expression): string {
  return 'op' in expr ? `${expr.kind} ${expr.op}` : expr.kind
}

function constructsOf(tree: FileTree): readonly string[] {
  return tree.statements.flatMap(({ statement, problems }) => {
    if (problems.length > 0) return []
    const found = [statement.kind, ...itemsOf(statement).map(({ kind }) => `item ${kind}`)]
    if (statement.kind === 'policy' || statement.kind === 'example') found.push(...statement.items.map(({ kind }) => `${statement.kind} ${kind}`))
    if (statement.kind === 'claim' && statement.body !== null) found.push(`claim ${statement.body.kind}`)
    if (statement.kind === 'entity') found.push(...statement.fields.map(({ type }) => `type ${type.kind}`))
    for (const expr of expressionsOf(statement)) eachExpression(expr, (each) => found.push(`expression ${operator(each)}`))
    return found
  })
}

describe.each(PAGES)('docs/language/%s', (page) => {
  it('has examples that check, with the English surface beside them', () => {
    for (const { block, english } of examplesOf(page)) {
      const build = compileInFrame(block.text, frameOf(block))
      const found = build.diagnostics.filter(({ code, file }) => CODES[code].severity === 'error' || (file === BLOCK && !OF_THE_FOLDER.has(code)))
      expect([block.text, found]).toEqual([block.text, []])
      const tree = build.trees.find(({ file }) => file === BLOCK)
      if (tree === undefined) throw new Error('the example is a file of the build')
      const names = namesOf(build.trees)
      expect(english?.words).toEqual(['en'])
      expect(english?.text).toBe(formatFile(tree, { surface: 'en', names }))
      expect(formatFile(parseFile(BLOCK, english?.text ?? '').value, { surface: 'zh', names })).toBe(block.text)
    }
  })

  it('has examples of the policy’s own that come out', () => {
    for (const { block } of examplesOf(page).filter(({ block: { text } }) => text.startsWith('示例'))) {
      const { policy } = compileInFrame(block.text, frameOf(block))
      const names = [...block.text.matchAll(/^示例 (\S+)/gm)].map(([, name]) => name)
      const own = policy?.examples.filter(({ name }) => names.includes(name.zh)) ?? []
      expect(own).toHaveLength(names.length)
      if (policy !== null) expect([block.text, runExamples(interpreter, { ...policy, examples: own })]).toEqual([block.text, []])
    }
  })

  it('has mistakes that are reported', () => {
    for (const block of blocksOf(page).filter(({ words }) => words[0] === 'wrong')) {
      const found = compileInFrame(block.text, frameOf(block)).diagnostics.filter(({ file }) => file === BLOCK).map(({ code }) => code)
      expect(found).toContain(block.words[1])
    }
  })

  it('has the same examples in Chinese, and links that lead somewhere', () => {
    const chinese = page.replace('.md', '.zh-CN.md')
    expect(blocksOf(chinese)).toEqual(blocksOf(page))
    expect(read(chinese).match(/^#/gm)?.length).toBe(read(page).match(/^#/gm)?.length)
    for (const each of [page, chinese]) {
      const links = [...read(each).matchAll(/\]\(([^)#]+)\)/g)].map(([, link = '']) => link)
      expect(links.filter((link) => !existsSync(`${FOLDER}/${link}`))).toEqual([])
    }
  })
})

describe('the reference', () => {
  const trees = PAGES.flatMap((page) => examplesOf(page).map(({ block }) => parseFile(BLOCK, block.text).value))

  it('has an example of every construct that the grammar has', () => {
    const all = fc.sample(heng, { seed: 1, numRuns: 1500 }).flatMap((text) => constructsOf(parseFile(BLOCK, text).value))
    const shown = new Set(trees.flatMap(constructsOf))
    expect([...new Set(all)].filter((construct) => !shown.has(construct)).sort()).toEqual([])
  }, 60_000)

  it('names every keyword', () => {
    const text = PAGES.map(read).join('\n').replaceAll(' ', '')
    expect(Object.values(KEYWORDS).filter(({ zh }) => !text.includes(zh.replaceAll(' ', ''))).map(({ zh }) => zh)).toEqual([])
  })

  it('names every diagnostic', () => {
    const text = PAGES.map(read).join('\n')
    expect(Object.keys(CODES).filter((code) => !text.includes(`${code}.md`))).toEqual([])
  })
})

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { kindOf, readText } from '../io.ts'
import { toJson } from '../json.ts'
import { BadInput } from '../misuse.ts'
import { EDITIONS, newPolicy, type NewFile } from '../new-policy.ts'
import { SAMPLE } from '../sample.ts'
import type { Context, Given, Verb } from '../verb.ts'
import { writeText } from '../write.ts'

const SOURCE = 'source.txt'

/** The official text: a file that is named, or the one that is already in the folder. */
function sourceOf(folder: string, given: string | null): string {
  const own = join(folder, SOURCE)
  if (given === null && kindOf(own) !== 'file') {
    throw new BadInput({ zh: `没有原文：把公文的文字存为 ${own}，或者用 --source FILE 指定`, en: `there is no official text: save it as ${own}, or name it with --source FILE` })
  }
  const text = readText(given ?? own)
  if (text.trim() === '') throw new BadInput({ zh: `原文是空的：${given ?? own}`, en: `the official text is empty: ${given ?? own}` })
  if (given !== null && kindOf(own) === 'file' && readText(own) !== text) {
    throw new BadInput({ zh: `${own} 已经有另一份原文；换一个文件夹，或者不写 --source`, en: `${own} holds another official text; choose another folder, or leave out --source` })
  }
  return text
}

/** Nothing that is there is written over. */
function checkFree(folder: string, files: readonly NewFile[]): void {
  if (kindOf(folder) === 'file') throw new BadInput({ zh: `${folder} 是文件，不是文件夹`, en: `${folder} is a file, not a folder` })
  const there = files.map(({ file }) => join(folder, file)).filter((path) => kindOf(path) !== 'nothing')
  if (there.length === 0) return
  throw new BadInput({
    zh: `已经有这些文件，不会改写：\n${there.map((path) => `  ${path}`).join('\n')}`,
    en: `these files are there already and are not written over:\n${there.map((path) => `  ${path}`).join('\n')}`,
  })
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new BadInput({ zh: `建不了文件夹：${folder}（${reason}）`, en: `cannot make the folder ${folder} (${reason})` })
  }
}

function filesOf(source: string, given: Given, { language }: Context): readonly NewFile[] {
  return newPolicy(source, { title: given.text('title'), jurisdiction: given.text('jurisdiction'), edition: given.text('edition') ?? 'draft', language })
}

export const newVerb: Verb = {
  name: 'new',
  summary: { zh: '从一份原文开始写政策：逐句编号、引用，各留一个待写的条款', en: 'start a policy from an official text: its sentences numbered and quoted, a clause to be written for each' },
  positionals: ['FOLDER'],
  options: {
    source: { type: 'string', value: 'FILE', help: { zh: '原文的文本文件，默认文件夹里的 source.txt', en: 'the official text, source.txt of the folder unless given' } },
    title: { type: 'string', value: 'TITLE', help: { zh: '标题，默认留待填写', en: 'the title, left to be filled in unless given' } },
    jurisdiction: { type: 'string', value: 'PLACE', help: { zh: '适用地区', en: 'where it applies' } },
    edition: { type: 'string', value: Object.keys(EDITIONS).join('|'), values: Object.keys(EDITIONS), help: { zh: '文本的性质，默认征求意见稿', en: 'what kind of text it is, a draft unless given' } },
    'dry-run': { type: 'boolean', help: { zh: '只显示会写什么，不写入', en: 'only show what would be written' } },
  },
  formats: ['text', 'json'],
  example: ['drafts/my-policy', '--source', `${SAMPLE}/${SOURCE}`, '--dry-run'],
  run: (given, context) => {
    const { io, say, paint } = context
    const folder = given.positionals[0] ?? ''
    const source = sourceOf(folder, given.text('source'))
    const files = filesOf(source, given, context)
    checkFree(folder, files)
    const stubs = files.reduce((sum, { text }) => sum + (text.match(/^(条款|clause) /gm)?.length ?? 0), 0)
    const json = given.text('format') === 'json'
    const report = (written: boolean): string => `${toJson({ written, stubs, files: files.map(({ file, text }) => ({ file: join(folder, file), text })) })}\n`
    if (given.flag('dry-run') && json) {
      io.out(report(false))
      return 0
    }
    if (given.flag('dry-run')) {
      for (const { file, text } of files) io.out(`${paint.bold(join(folder, file))}\n${text}\n`)
      return 0
    }
    makeFolder(folder)
    if (kindOf(join(folder, SOURCE)) === 'nothing') writeText(join(folder, SOURCE), source)
    for (const { file, text } of files) writeText(join(folder, file), text)
    if (json) io.out(report(true))
    else io.out(`${files.map(({ file }) => join(folder, file)).join('\n')}\n\n${say({
      zh: `${files.length}个文件，${stubs}个待写的条款。\n下一步：heng cover ${folder} 说从哪一句写起，heng check ${folder} 说还缺什么，heng play ${folder} 在浏览器里写。`,
      en: `${files.length} files, ${stubs} clauses to be written.\nNext: heng cover ${folder} says which sentence to start with, heng check ${folder} what is missing; heng play ${folder} opens it in a browser.`,
    })}\n`)
    return 0
  },
}

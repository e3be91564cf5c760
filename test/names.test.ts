import { readFileSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { KEYWORDS } from '../grammar/keywords.ts'
import { compile } from '../src/compile.ts'
import type { Entity, Name, Policy } from '../src/core/core.ts'
import { readVersion, versionFolders } from './properties/policies.ts'

/**
 * Names of a policy that are also words of an office or of the tool. Each says what the word means where src/, grammar/ or playground/ has it;
 * an entry that nothing needs any more fails.
 */
const WORDS_OF_THE_TOOL: Readonly<Record<string, string>> = {
  名称: 'what anything is called: “名称与别名”, the heading of a column',
  示范: 'a part of 示范文本, the edition of a text written as a model; 示范市 is looked for too',
  主管部门: 'the authority, where the text names none: “待主管部门决定”',
  企业: 'whoever applies, as an office speaks of them: the page’s tab, “受益 3 家企业”',
}

/** Words of the language are nobody’s names: the edition 示范文本 (model_text) is also the name of a folder. */
const KEYWORD_SPELLINGS = new Set(Object.values(KEYWORDS).flatMap(({ zh, en }) => [zh, en, en.replaceAll('_', '-')]))

const ofEntity = ({ name, fields }: Entity): readonly Name[] => [name, ...fields.map((field) => field.name)]

function namesOf(policy: Policy): readonly Name[] {
  return [
    policy.id, policy.title, policy.jurisdiction, ...policy.agencies,
    ...[policy.applicant, ...policy.matters].flatMap(ofEntity),
    ...policy.enumerations.flatMap(({ name, values }) => [name, ...values]),
    ...policy.tables.flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)]),
    ...[...policy.parameters, ...policy.definitions, ...policy.measures, ...policy.clauses].map(({ name }) => name),
  ]
}

/**
 * The spellings to look for. One word of English (`name`, `area`) is nobody’s, and neither is one character of Chinese: code is full of them.
 * The Chinese name stands beside each.
 */
function spellings(): ReadonlySet<string> {
  const versions = versionFolders()
  const policies = versions.map((version) => compile(readVersion(version)).policy).filter((policy) => policy !== null)
  expect(policies).toHaveLength(versions.length)
  const all = policies.flatMap(namesOf)
  const chinese = all.map(({ zh }) => zh).filter((name) => name.length > 1)
  const english = [...versions.flatMap((version) => version.split('/').slice(1)), ...all.map(({ en }) => en)].filter((name) => /[\s_-]/.test(name))
  const cities = policies.flatMap(({ jurisdiction: { zh, en } }) => [zh.replace(/[省市县区]$/, ''), en.replace(/\P{L}.*$/u, '')])
  return new Set([...chinese, ...english, ...cities].filter((name) => !KEYWORD_SPELLINGS.has(name)))
}

const filesBelow = (folder: string): readonly string[] => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  const path = `${folder}/${entry.name}`
  return entry.isDirectory() ? filesBelow(path) : /\.(tsx?|css|html|json|js|ebnf|svg)$/.test(entry.name) ? [path] : []
})

const LETTER = /[\p{L}\p{N}_]/u

/** Chinese has no gaps between words: a name is found in the middle of a sentence too. */
function names(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (/\p{Script=Han}/u.test(name) || !(LETTER.test(text[at - 1] ?? '') || LETTER.test(text[at + name.length] ?? ''))) return true
  }
  return false
}

it('src/, grammar/ and playground/ name no city, no measure and no field of any policy', () => {
  const files = ['src', 'grammar', 'playground'].flatMap(filesBelow).map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  const looked = spellings()
  expect(looked.size).toBeGreaterThan(300)
  const found = [...looked].flatMap((name) => files.filter(({ text }) => names(text, name)).map(({ path }) => ({ name, path })))
  expect(found.filter(({ name }) => !(name in WORDS_OF_THE_TOOL)).map(({ name, path }) => `${path}: ${name}`)).toEqual([])
  const needed = new Set(found.map(({ name }) => name))
  expect(Object.keys(WORDS_OF_THE_TOOL).filter((word) => !needed.has(word))).toEqual([])
}, 60_000)

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Name, Policy } from '../../src/core/core.ts'
import { readDossiers } from '../../src/intake/read.ts'
import { renameApplicants, renameInFile, vocabularyRenames } from '../../src/intake/rename.ts'
import { SMALL } from './fixture.ts'

/** The policy with every name that is one of these spellings written otherwise. */
function renamed(changes: Readonly<Record<string, string>>): Policy {
  const word = (text: string): string => changes[text] ?? text
  const name = ({ zh, en }: Name): Name => ({ zh: word(zh), en: word(en) })
  const entity = (each: Policy['applicant']): Policy['applicant'] => ({
    name: name(each.name),
    fields: each.fields.map((field) => ({ ...field, name: name(field.name), type: field.type.kind === 'enumeration' ? { ...field.type, name: word(field.type.name) } : field.type })),
  })
  return {
    ...SMALL, applicant: entity(SMALL.applicant), matters: SMALL.matters.map(entity),
    enumerations: SMALL.enumerations.map((each) => ({ name: name(each.name), values: each.values.map(name) })),
  }
}

const DOSSIERS = `{ "applicants": [
  { "id": "E1", "facts": {"名称": "省级", "首次认定": true},
    "matters": [{"kind": "智能工厂", "id": "F1", "facts": {"认定级别": "省级", "总投入": 3, "用水量": null}}] }
] }
`

describe('what was renamed between two texts', () => {
  it('is known by the spelling that was kept', () => {
    expect([...vocabularyRenames(SMALL, renamed({ 总投入: '投资额' }))]).toEqual([['总投入', '投资额']])
    expect([...vocabularyRenames(SMALL, renamed({ investment: 'spending', 智能工厂: '工厂', 省级: '全省' }))]).toEqual([['智能工厂', '工厂'], ['investment', 'spending'], ['省级', '全省']])
    expect([...vocabularyRenames(SMALL, SMALL)]).toEqual([])
  })

  it('is not a name that is written anew in both languages, nor one that something still has', () => {
    expect([...vocabularyRenames(SMALL, renamed({ 总投入: '投资额', investment: 'spending' }))]).toEqual([])
    const swapped = renamed({ 认定日期: '总投入', 总投入: '认定日期' })
    expect([...vocabularyRenames(SMALL, swapped)]).toEqual([])
  })
})

describe('a file of dossiers', () => {
  it('has the new names where names stand, and is else as it was', () => {
    const after = renamed({ 总投入: '投资额', 智能工厂: '工厂', 省级: '全省' })
    const text = renameInFile(SMALL, DOSSIERS, vocabularyRenames(SMALL, after))
    expect(text).toBe(DOSSIERS.replace('总投入', '投资额').replace('智能工厂', '工厂').replace('"认定级别": "省级"', '"认定级别": "全省"'))
    const { value, problems } = readDossiers(after, text, 'json')
    expect(problems).toEqual([])
    expect(value).toEqual(renameApplicants(SMALL, readDossiers(SMALL, DOSSIERS, 'json').value, vocabularyRenames(SMALL, after)))
  })

  it('may have the English names', () => {
    const text = '{"applicants": [{"id": "E1", "facts": {"name": "investment"}, "matters": [{"kind": "factory", "id": "F", "facts": {"investment": 3, "level": "provincial"}}]}]}'
    const after = renamed({ investment: 'spending', provincial: 'of_the_province', level: 'rank' })
    const changed = renameInFile(SMALL, text, vocabularyRenames(SMALL, after))
    expect(changed).toBe(text.replace('"investment": 3', '"spending": 3').replace('"level": "provincial"', '"rank": "of_the_province"'))
  })

  it('that is no JSON stays as it is', () => {
    const renames = new Map([['总投入', '投资额']])
    for (const text of ['', '编号,总投入\n', '{"facts": {"总投入"']) expect(renameInFile(SMALL, text, renames)).toBe(text)
  })
})

describe('a file of distributions', () => {
  it('has the new names in facts, cases, weights, by and part, and not in its own keywords or patterns', () => {
    const renames = new Map([['实付工薪', '实发工资'], ['单位类型', '类型'], ['企业', '公司'], ['share', 'portion'], ['pattern', 'form']])
    const file = `{ "applicants": { "facts": { "单位类型": { "weights": { "企业": 9 } }, "share": { "pattern": "企业" } } },
      "matters": { "人才项目": { "number": { "by": "单位类型", "cases": { "企业": 1 } }, "facts": { "一年": { "part": "实付工薪", "share": 0.5 } } } } }`
    expect(renameInFile(SMALL, file, renames)).toBe(file.replaceAll('单位类型', '类型').replaceAll('"企业":', '"公司":').replace('"实付工薪"', '"实发工资"').replace('"share": {', '"portion": {'))
  })

  it('of the first policy is found again word for word when the name is changed back', () => {
    const file = readFileSync(new URL('../../policies/suzhou-ai-plus/population.json', import.meta.url), 'utf8')
    const there = renameInFile(SMALL, file, new Map([['实付工薪', '实发工资']]))
    expect(there).not.toContain('"实付工薪"')
    expect(renameInFile(SMALL, there, new Map([['实发工资', '实付工薪']]))).toBe(file)
  })
})

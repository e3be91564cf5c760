import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { POPULATION_SCHEMA } from '../../src/population/schema.ts'
import { readPopulation } from '../../src/population/read.ts'
import { generatePopulation } from '../../src/population/generate.ts'
import { policyOf, populationOf, TEXT } from './suzhou.ts'

const policy = policyOf('consultation-draft')
const swapped = (from: string, to: string): string => {
  if (!TEXT.includes(from)) throw new Error(`the file has no ${from}`)
  return TEXT.replace(from, to)
}
const mistakes = (text: string): readonly string[] => readPopulation(policy, text).mistakes.map(({ place, message, hint }) => `${place.line}:${place.column} ${message.zh}；${hint.zh}`)

describe('population.json of Suzhou', () => {
  it.each(['consultation-draft', 'illustrative-amendment'])('reads without a mistake against the %s, and leaves no field out', (version) => {
    const { value, mistakes: found } = readPopulation(policyOf(version), TEXT)
    expect(found).toEqual([])
    expect(value?.silent).toEqual([])
    expect(value?.assumptions[0]?.zh).toContain('示例假设')
    expect(value?.count).toBe(5000)
  })

  it('conforms to the JSON Schema', () => {
    const validate = new Ajv2020({ strict: true, strictTypes: false, strictTuples: false, allErrors: true }).compile(POPULATION_SCHEMA)
    expect([validate(JSON.parse(TEXT)), validate.errors]).toEqual([true, null])
    expect(validate({ population: 1 })).toBe(false)
  })
})

describe('mistakes are reported with their place and what to write instead', () => {
  const cases: readonly (readonly [string, string, string, RegExp])[] = [
    ['a field that there is not', '"名称": {', '"名字": {', /^\d+:7 “申报单位”没有“名字”这一字段；写词表里的字段/],
    ['a kind of matter that there is not', '"人才团队": {', '"人材团队": {', /没有“人材团队”这一类事项；写词表里的事项，是否为“人才团队”？/],
    ['a value that the enumeration has not', '"国家级卓越级": 3', '"国家级卓越": 3', /这里不能是 "国家级卓越"；应为国家级卓越级/],
    ['a share above one', '{ "chance": 0.06', '{ "chance": 1.6', /1\.6 不是份额；写 0 到 1 之间的数/],
    ['states above one', '"unknown": 0.02, "notAsked": 0.01', '"unknown": 0.8, "notAsked": 0.7', /合计超过1；把它们减到/],
    ['an amount in another unit', '"125万元"', '"125吨"', /这里不能是 "125吨"；应为金额/],
    ['falling quantiles', '[0.5, "160万元"]', '[0.5, "60万元"]', /分位数不完整；写/],
    ['quantiles without an end', ', [1, "6000万元"]]', ']', /分位数不完整；写/],
    ['an amount between steps', '[0.25, "80万元"]', '[0.25, "800001元"]', /不是 step 的整数倍；/],
    ['a number without a step', '[1, "98点"]], "step": "0.1点"', '[1, "98点"]]', /缺 step；写明最小间隔/],
    ['no distribution', '{ "pattern": "示例单位{n}" }', '{}', /这里要写一种分布，写了零种；写其中一种/],
    ['two distributions', '{ "pattern": "示例单位{n}" }', '{ "pattern": "示例单位{n}", "constant": "甲" }', /写了2种/],
    ['a fact that stands after', '"by": "入选市级典型案例"', '"by": "应用场景"', /不能按“应用场景”分；写排在前面的是否或枚举字段/],
    ['a part of what is no amount', '"part": "实付工薪"', '"part": "项目编号"', /不能取“项目编号”的一部分/],
    ['days backwards', '["2026-03-01", "2026-06-20"]', '["2026-06-20", "2026-03-01"]', /不是起止日期/],
    ['a pattern without a place', '"C{k}"', '"C"', /不是编号的样式；/],
    ['a pattern with a place that there is not', '"C{k}"', '"C{m}"', /不是编号的样式；/],
    ['a shared key without its number', ', "among": 400', '', /缺 among/],
    ['weights of nothing', '{ "0": 85, "1": 12, "2": 3 }', '{ "0": 0 }', /权重合计是 0/],
    ['a weight that is none', '{ "0": 85, "1": 12, "2": 3 }', '{ "0": -1 }', /-1 不是权重/],
    ['a chance where there is no yes', '"项目编号": { "pattern": "XM-{n}-{k}" }', '"项目编号": { "chance": 0.5 }', /chance 用在这一字段不合适/],
    ['too many applicants', '"count": 5000', '"count": 0', /0 不是企业的家数/],
    ['no seed', '"seed": "suzhou-2026"', '"seed": null', /null 不是种子/],
    ['another format', '"population": 1', '"population": 2', /不认识这一版的写法/],
    ['an unknown key', '"count": 5000', '"cuont": 5000', /cuont/],
    ['no JSON', '"count": 5000,', '"count": 5000', /不是有效的 JSON/],
  ]
  it.each(cases)('%s', (_, from, to, message) => {
    expect(mistakes(swapped(from, to)).join('\n')).toMatch(message)
    expect(readPopulation(policy, swapped(from, to)).value).toBeNull()
  })

  it('in both languages', () => {
    for (const [, from, to] of cases) for (const { message, hint } of readPopulation(policy, swapped(from, to)).mistakes) {
      expect(message.zh === '' || message.en === '').toBe(false)
      expect(hint.zh === '').toBe(hint.en === '')
    }
  })

  it('names fields that nothing is declared for', () => {
    const text = swapped('"特别重大": { "chance": 0.03, "unknown": 0.01 },\n', '')
    expect(populationOf(policy, text).silent).toEqual([{ entity: { zh: '科技项目', en: 'project' }, field: { zh: '特别重大', en: 'especially_major' } }])
  })

  it('never throws, and what it accepts can be generated', () => {
    fc.assert(fc.property(fc.nat(TEXT.length), fc.nat(12), fc.string({ maxLength: 6 }), (at, length, put) => {
      const { value } = readPopulation(policy, TEXT.slice(0, at) + put + TEXT.slice(at + length))
      if (value !== null) expect(generatePopulation(policy, value, { count: 3, seed: '1' })).toHaveLength(3)
    }), { numRuns: 300 })
  })
})

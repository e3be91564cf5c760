import { describe, expect, it } from 'vitest'
import { policyHash } from '../../src/core/hash.ts'
import type { Fact } from '../../src/engines/engine.ts'
import { readDossiers } from '../../src/intake/read.ts'
import { writeDossiers } from '../../src/intake/write.ts'
import { generatePopulation } from '../../src/population/generate.ts'
import { policyOf, populationOf } from './suzhou.ts'

const draft = policyOf('consultation-draft')
const population = populationOf(draft)
const many = generatePopulation(draft, population, { count: 2000, seed: 'a seed' })

const factsOf = (entity: string, field: string): readonly (Fact | undefined)[] => many.flatMap((each) => each.matters.filter((matter) => matter.entity === entity).map((matter) => matter.facts.get(field)))
const amounts = (entity: string, field: string): readonly bigint[] => factsOf(entity, field).flatMap((fact) => (fact?.state === 'given' && typeof fact.value === 'object' ? [fact.value.n / fact.value.d] : []))

describe('a generated population', () => {
  it('is the same for the same seed, and another for another', () => {
    const again = generatePopulation(draft, population, { count: 50, seed: 'a seed' })
    expect(writeDossiers(draft, again)).toBe(writeDossiers(draft, many.slice(0, 50)))
    expect(writeDossiers(draft, generatePopulation(draft, population, { count: 50, seed: 'b' }))).not.toBe(writeDossiers(draft, again))
  })

  it('is the same for both versions, whose vocabulary is one', () => {
    const amendment = policyOf('illustrative-amendment')
    expect(policyHash(amendment)).not.toBe(policyHash(draft))
    expect(writeDossiers(amendment, generatePopulation(amendment, populationOf(amendment), { count: 200, seed: 'a seed' }))).toBe(writeDossiers(draft, many.slice(0, 200)))
  })

  it.each(['zh', 'en'] as const)('is read back from JSON in %s to the same facts', (language) => {
    const { value, problems } = readDossiers(draft, writeDossiers(draft, many.slice(0, 300), language), 'json')
    expect(problems).toEqual([])
    expect(value).toEqual(many.slice(0, 300))
  })

  it('has amounts on both sides of the caps and exactly on them, to the fen', () => {
    const salaries = amounts('人才项目', '实付工薪')
    const cap = 166_666_667n
    expect([salaries.some((each) => each < cap), salaries.includes(cap), salaries.some((each) => each > cap)]).toEqual([true, true, true])
    expect(salaries.some((each) => each % 100n !== 0n)).toBe(true)
    const investments = amounts('科技项目', '总投入')
    expect([investments.some((each) => each < 250_000_000n), investments.includes(250_000_000n), investments.includes(250_000_100n)]).toEqual([true, true, true])
  })

  it('has missing facts in each state', () => {
    const states = new Set([...factsOf('科技项目', '总投入'), ...factsOf('科技项目', '应用场景')].map((fact) => fact?.state ?? 'not asked'))
    expect([...states].sort()).toEqual(['given', 'not asked', 'not-applicable', 'unknown'])
  })

  it('keeps shares near to what is declared', () => {
    const enterprises = many.filter((each) => { const fact = each.facts.get('单位类型'); return fact?.state === 'given' && fact.value === '企业' }).length
    expect(Math.abs(enterprises / many.length - 0.92)).toBeLessThan(0.02)
  })

  it('lets several talents share a project, and matters share scenarios', () => {
    const projects = many.map((each) => each.matters.filter(({ entity }) => entity === '人才项目').map(({ facts }) => JSON.stringify(facts.get('项目编号'), (_, value) => (typeof value === 'bigint' ? String(value) : value as unknown))))
    expect(projects.some((each) => new Set(each).size < each.length)).toBe(true)
    const scenarios = factsOf('场景案例', '应用场景').map((fact) => (fact?.state === 'given' ? fact.value : ''))
    expect(new Set(scenarios).size).toBeLessThan(scenarios.length)
  })

  it('takes a part of an amount, never more than the whole', () => {
    for (const { matters } of many) {
      for (const { facts } of matters) {
        const [whole, part] = [facts.get('实付工薪'), facts.get('一年实付工薪')]
        if (whole?.state !== 'given' || part?.state !== 'given' || typeof whole.value !== 'object' || typeof part.value !== 'object') continue
        expect(part.value.d).toBe(1n)
        expect(part.value.n <= whole.value.n).toBe(true)
      }
    }
  })
})

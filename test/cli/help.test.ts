import { describe, expect, it } from 'vitest'
import { exampleOf } from '../../src/cli/help.ts'
import { VERBS } from '../../src/cli/verbs.ts'
import { heng } from './heng.ts'

describe('help', () => {
  it('lists every verb on the first page, in both languages', async () => {
    const zh = await heng('--help')
    const en = await heng('--help', '--lang', 'en')
    for (const verb of VERBS) {
      expect(zh.out).toContain(`  ${verb.name.padEnd(7)}  ${verb.summary.zh}`)
      expect(en.out).toContain(verb.summary.en)
    }
    expect([zh.code, en.code]).toEqual([0, 0])
  })

  it('is what one gets without a verb, on stderr, as misuse', async () => {
    const { code, out, err } = await heng()
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('用法')
  })

  it.each(VERBS.map((verb) => [verb.name, verb] as const))('%s --help shows its example', async (name, verb) => {
    const zh = await heng(name, '--help')
    expect(zh.code).toBe(0)
    expect(zh.out).toContain(exampleOf(verb))
    for (const option of Object.keys(verb.options)) expect(zh.out).toContain(`--${option}`)
    expect((await heng('help', name, '--lang', 'en')).out).toContain(verb.summary.en)
  })

  // heng play runs until it is ended: test/cli/play.test.ts runs it.
  it.each(VERBS.filter((verb) => verb.name !== 'play').map((verb) => [verb.name, verb] as const))('the example of %s runs', async (name, verb) => {
    const { code, err } = await heng(name, ...verb.example)
    expect([code, err]).toEqual([0, ''])
  })
})

import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { follow, isAsSaid } from './first-hour.ts'
import { alike } from './steps.ts'

// What is done on the page: test/playground/first-hour.test.ts.
describe.each(['docs/first-hour.md', 'docs/first-hour.zh-CN.md'])('%s', (document) => {
  it('holds when each step is done as written', async () => {
    const { policy, printed } = await follow(document)
    try {
      for (const each of printed) expect(isAsSaid(each) ? each.said : `${each.command}\n${each.printed}`).toBe(each.said)
      expect(printed.length).toBe(8)
    } finally {
      rmSync(dirname(policy), { recursive: true })
    }
  }, 60_000)
})

it('both languages take the same files and commands', () => {
  expect(alike('docs/first-hour.zh-CN.md')).toEqual(alike('docs/first-hour.md'))
})
